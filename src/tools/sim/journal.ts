import type { Play } from '../../lib/room/play-through.ts';
import { evolve } from '../../lib/exercise/log/evolve.ts';
import { injectsSeen } from '../../lib/exercise/injects/injects.ts';
import {
	actMinute,
	EMPTY_ROOM,
	firstWorldOf,
	PREPARATION_MIN,
	type WorldState
} from '../../lib/exercise/state.ts';
import type { Happening } from './happenings.ts';

/** One line of events.jsonl. `source` says where it comes from: the log, the scenario's schedule, or the physics. */
export interface JournalEntry {
	/** Minute of the exercise; -1 is before it. */
	readonly minute: number;
	readonly source: 'log' | 'scenario' | 'world';
	readonly type: string;
}

/** What was logged, with the minute at which it happened and without the ids of commands. */
export function loggedEntries({ events }: Play): JournalEntry[] {
	let state = EMPTY_ROOM;
	return events.map(({ command: _command, ...event }) => {
		state = evolve(state, { command: _command, ...event } as Play['events'][number]);
		const world: WorldState | undefined = firstWorldOf(state);
		const now = world === undefined ? PREPARATION_MIN : actMinute(state.position, world);
		const { type, ...rest } = event;
		return { minute: 'atMin' in rest ? rest.atMin : now, source: 'log', type, ...rest };
	});
}

/** The injects that came at their own minute. */
export function scheduledEntries({ scenario, state }: Play): JournalEntry[] {
	const world = firstWorldOf(state);
	const byHand = new Set(world.released.map(({ inject }) => inject));
	return injectsSeen(scenario, state, world)
		.filter(({ inject }) => !byHand.has(inject))
		.map(({ atMin, part: _part, ...inject }) => {
			return { minute: atMin, source: 'scenario', type: 'injectReleased', ...inject };
		});
}

export function worldEntries(minute: number, found: readonly Happening[]): JournalEntry[] {
	return found.map(({ type, ...rest }) => ({ minute, source: 'world', type, ...rest }));
}

const ORDER: readonly JournalEntry['source'][] = ['world', 'scenario', 'log'];

/**
 * All entries as lines of JSON, by minute. Within a minute what the world came to goes before what people were told,
 * and that before what they did about it.
 */
export function journalText(entries: readonly JournalEntry[], utc: (minute: number) => string): string {
	return entries
		.map((entry, index) => ({ entry, index }))
		.sort(
			(a, b) =>
				a.entry.minute - b.entry.minute ||
				ORDER.indexOf(a.entry.source) - ORDER.indexOf(b.entry.source) ||
				a.index - b.index
		)
		.map(({ entry: { minute, ...rest } }) => {
			return JSON.stringify({ minute, utc: minute < 0 ? null : utc(minute), ...rest }) + '\n';
		})
		.join('');
}
