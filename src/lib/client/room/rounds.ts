import type { RoomEvent } from '../../exercise/log/events.ts';
import { PREPARATION_MIN, type RoomState } from '../../exercise/state.ts';

/** Unique in its room: every accepted command raises the version. */
export function commandId(version: number): string {
	return `solo.${version}`;
}

/** Where a log leaves its person: the same as a progress, without what a scenario adds to it. */
export type Standing = 'briefing' | 'preparation' | 'deciding' | 'running' | 'hotWash';

export function standingOf({ position }: Pick<RoomState, 'position'>): Standing {
	const { phase, step } = position;
	if (phase === 'lobby' || phase === 'briefing') return 'briefing';
	if (phase === 'preparation') return 'preparation';
	if (step === null) return 'hotWash';
	return step === 'decide' ? 'deciding' : 'running';
}

/** The minute up to which the other roles have been asked: nothing that they do by then is still to come. */
export function askedUntil(standing: Standing, events: readonly RoomEvent[]): number {
	if (standing === 'briefing' || standing === 'preparation') return PREPARATION_MIN;
	const minutes = events.flatMap((event) => (event.type === 'timeAdvanced' ? [event.toMin] : []));
	// In an open round they act when it is committed.
	if (standing !== 'deciding') return minutes.at(-1) ?? 0;
	return minutes.length === 0 ? PREPARATION_MIN : (minutes.at(-2) ?? 0);
}
