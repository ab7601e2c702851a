import type { PhasePosition } from '../../exercise/phases/phases.ts';
import type { Agenda } from './agenda.ts';

/**
 * The section that an exercise is in; null: it says nothing of the agenda. Before the briefing nothing has begun.
 * @param stopsPassed how many of the cut's stops the world has come to: a round that was opened between two stops
 * belongs to the first of them
 */
export function sectionAt(
	{ phase, step }: Pick<PhasePosition, 'phase' | 'step'>,
	stopsPassed: number,
	stops: number
): string | null {
	switch (phase) {
		case 'lobby':
		case 'closed':
			return null;
		case 'briefing':
		case 'preparation':
			return phase;
		case 'incident':
		case 'recovery':
			if (stopsPassed === 0) return 'outbreak';
			return stopsPassed === stops && step === 'advance' ? 'toEnd' : `round-${stopsPassed}`;
		default:
			return 'hotWash';
	}
}

/** Whether an exercise that comes to a section takes the agenda along: it never takes it back. */
export function leadsOn({ sections, current }: Agenda, id: string): boolean {
	const index = sections.findIndex((section) => section.id === id);
	const reached = current ?? -1;
	return index > reached;
}
