import { itemOf, type Accord } from '../accord/accord.ts';
import { parameterIn } from '../accord/conditions.ts';
import type { Edit } from '../accord/edits.ts';
import type { Reason } from '../log/reasons.ts';
import { measureOf } from '../value/stake.ts';
import { strictness } from '../value/strength.ts';
import type { Mind } from './mind.ts';

/** What it guesses that a change is worth to somebody whose objection it answers, or who loses by it. */
export const HELPS = 4;
const HURTS = 3;
const EXEMPT_MOST = 36;
const STEP_HELPS = 0.25;

/** What it guesses of others from what they said in public: it never reads their briefs. */
export function toOthers(mind: Mind, edits: readonly Edit[], self: string): { helps: number; hurts: number } {
	const { view, others } = mind;
	let helps = 0;
	let hurts = 0;
	for (const party of others) {
		if (party === self) continue;
		const stance = view.stances[party];
		const reason = stance?.because ?? null;
		if (stance?.isContent === false && !isBound(view.text, party)) {
			const extent = edits.reduce((sum, edit) => sum + extentOf(mind, edit, party, reason), 0);
			helps = Math.max(helps, HELPS * Math.min(1, extent));
		}
		if (edits.some((edit) => takesFrom(view.text, edit, party))) hurts += HURTS;
	}
	return { helps, hurts };
}

/** Whoever has given its word to say yes has nothing more to ask for: it need not be brought in. */
function isBound({ pledges }: Accord, party: string): boolean {
	return pledges.some(({ by, promises }) => by === party && promises === 'sayYes');
}

/** How much a change does about what a party objects to: from nothing to all of it. */
export function extentOf(mind: Mind, edit: Edit, party: string, reason: Reason | null): number {
	if (reason === null || !('measure' in reason) || edit.measure !== reason.measure) return 0;
	switch (edit.kind) {
		case 'strike':
			return 1;
		case 'cover':
			return reason.kind === 'money' && edit.of === party ? edit.share : 0;
		case 'exempt':
			return edit.party === party ? edit.untilMonth / EXEMPT_MOST : 0;
		case 'set':
		case 'delay':
			return weakens(mind, edit) === (reason.kind !== 'loses') ? STEP_HELPS : 0;
		case 'add':
			return 0;
	}
}

/** Whether a change asks less of those whom an item binds than it asks now. */
function weakens({ stake, view }: Mind, edit: Extract<Edit, { kind: 'set' | 'delay' }>): boolean {
	const [measure, item] = [measureOf(stake, edit.measure), itemOf(view.text, edit.measure)];
	if (measure === undefined || item === undefined) return false;
	if (edit.kind === 'delay') return edit.laterMonths > item.laterMonths;
	const parameter = measure.parameters.find(({ id }) => id === edit.parameter);
	if (parameter === undefined) return false;
	return strictness(parameter, edit.value) < strictness(parameter, parameterIn(item, measure, parameter.id));
}

/** Whether a change takes from a party what it tabled, or has it pay for another. */
function takesFrom(text: Accord, edit: Edit, party: string): boolean {
	if (edit.kind === 'cover') return edit.by === party;
	return edit.kind === 'strike' && itemOf(text, edit.measure)?.proposedBy === party;
}
