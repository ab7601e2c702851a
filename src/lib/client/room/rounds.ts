import type { RoomEvent } from '../../exercise/log/events.ts';
import { phaseOf, roundStepOf } from '../../exercise/phases/phases.ts';
import { PREPARATION_MIN, type RoomState } from '../../exercise/state.ts';

/**
 * Who sent a command of a solo room stands in its id, so that a log alone says where its rounds began: `stop` opens a
 * round, `pass` lets time pass without one, and the others move nothing.
 */
export const SENT_BY = ['room', 'stop', 'pass', 'bot', 'me'] as const;
export type SentBy = (typeof SENT_BY)[number];

/** Unique in its room: every accepted command raises the version. */
export function commandId(by: SentBy, version: number): string {
	return `${by}.${version}`;
}

function isBy(by: SentBy, { command }: RoomEvent): boolean {
	return command.startsWith(`${by}.`);
}

/** A round that has been opened. Rounds count from 1. */
export interface OpenedRound {
	readonly minute: number;
	/** How many events the log holds when it has just been opened. */
	readonly version: number;
}

/** The rounds that a log has opened, in their order. */
export function openedRounds(events: readonly RoomEvent[]): OpenedRound[] {
	const rounds: OpenedRound[] = [];
	let minute = 0;
	for (const [index, event] of events.entries()) {
		if (event.type === 'timeAdvanced') minute = event.toMin;
		if (!isBy('stop', event)) continue;
		// All that opens a round happens at its minute, and each has a minute of its own.
		if (rounds.at(-1)?.minute === minute) rounds.pop();
		rounds.push({ minute, version: index + 1 });
	}
	return rounds;
}

/** Where a log leaves its person: the same as a progress, without what a scenario adds to it. */
export type Standing = 'briefing' | 'preparation' | 'deciding' | 'running' | 'hotWash';

export function standingOf(
	{ position }: Pick<RoomState, 'position'>,
	events: readonly RoomEvent[]
): Standing {
	const phase = phaseOf(position);
	if (phase === 'lobby' || phase === 'briefing') return 'briefing';
	if (phase === 'preparation') return 'preparation';
	if (phase === 'incident') return roundStepOf(position) === 'decide' ? 'deciding' : 'running';
	if (phase !== 'recovery') return 'hotWash';
	// The recovery has no steps of its own: what moved time last says whether it stands.
	const last = events.findLast((event) => isBy('stop', event) || isBy('pass', event));
	return last !== undefined && isBy('stop', last) ? 'deciding' : 'running';
}

/** The minute up to which the other roles have been asked: nothing that they do by then is still to come. */
export function askedUntil(standing: Standing, events: readonly RoomEvent[]): number {
	if (standing === 'briefing' || standing === 'preparation') return PREPARATION_MIN;
	const minutes = events.flatMap((event) => (event.type === 'timeAdvanced' ? [event.toMin] : []));
	// In an open round they act when it is committed.
	if (standing !== 'deciding') return minutes.at(-1) ?? 0;
	return minutes.length === 0 ? PREPARATION_MIN : (minutes.at(-2) ?? 0);
}
