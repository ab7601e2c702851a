import { isDeepStrictEqual } from 'node:util';
import type { DatabaseSync } from 'node:sqlite';
import type { RoomEvent } from '../../../lib/exercise/log/events.ts';
import { evolve, foldLog } from '../../../lib/exercise/log/evolve.ts';
import { EMPTY_ROOM, type RoomState } from '../../../lib/exercise/state.ts';
import { simEngine } from '../../../lib/exercise/world/engine.ts';
import { worldOrders } from '../../../lib/exercise/world/orders.ts';
import type { LiveRoom } from '../../../lib/room/live/live-room.ts';
import { RoomWorld } from '../../../lib/room/room-world.ts';
import type { Entry, Ledger } from './ledger.ts';

/** Something that must hold does not. */
export class Broken extends Error {}

export function hold(holds: boolean, what: string, facts: () => unknown = () => ''): void {
	if (!holds) throw new Broken(`${what}${printed(facts())}`);
}

const printed = (facts: unknown) => {
	const text = typeof facts === 'string' ? facts : JSON.stringify(facts);
	return text === '' ? '' : `: ${text.slice(0, 2000)}`;
};

/** A vote that was counted, and who could vote just before and just after that. */
export interface CountedBallot {
	readonly ballot: string;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** Follows the log of one room on its disk, and holds it against the room and against what people were answered. */
export class LogWatch {
	readonly events: RoomEvent[] = [];
	/** What the log so far adds up to, event by event. */
	state: RoomState = EMPTY_ROOM;
	readonly #id: string;
	readonly #commands = new Map<string, number>();
	readonly #ledger: Ledger;

	constructor(id: string, ledger: Ledger) {
		this.#id = id;
		this.#ledger = ledger;
	}

	/** Reads on. @param database as another program reads the file */
	follow(database: DatabaseSync): void {
		const [{ n, last }] = database
			.prepare('SELECT count(*) AS n, max(version) AS last FROM events WHERE log = ?')
			.all(this.#id) as [{ n: number; last: number | null }];
		hold(n === (last ?? -1) + 1, 'the log has a gap', () => ({ n, last }));
		hold(n >= this.events.length, 'the log has lost events', () => ({ n, had: this.events.length }));
		if (n === this.events.length) return;
		for (const event of this.#read(database, this.events.length)) {
			this.events.push(event);
			this.state = evolve(this.state, event);
			this.#commands.set(event.command, (this.#commands.get(event.command) ?? 0) + 1);
		}
	}

	/** The room holds what its log adds up to. */
	isLike({ live }: LiveRoom): void {
		const { state } = live.exercise.room;
		hold(isDeepStrictEqual(state, this.state), 'the room is not what its log adds up to', () => ({
			room: state.version,
			log: this.state.version,
			differs: differing(state, this.state)
		}));
	}

	/** The same from the first event on, and the worlds that follow. */
	isLikeFromZero(database: DatabaseSync, { live }: LiveRoom): void {
		const events = this.#read(database, 0);
		hold(isDeepStrictEqual(events, this.events), 'what was in the log has changed');
		const { exercise, pack, summary } = live;
		const state = foldLog(events, EMPTY_ROOM);
		hold(isDeepStrictEqual(state, exercise.room.state), 'the log from its beginning adds up to another room');
		for (const [id, world] of Object.entries(state.worlds)) {
			const shown = exercise.shownMin(id);
			const again = new RoomWorld(() => simEngine(pack.model, summary.setup.seed), []);
			again.order(worldOrders(pack.exercise, state.worlds[id]!));
			if (exercise.isMoving || shown !== world.minute) continue;
			hold(
				again.hashAt(shown) === exercise.world(id).hashAt(shown),
				'the log from its beginning leads to another world',
				() => ({ world: id, minute: shown })
			);
		}
	}

	/** Every accepted command stands in the log exactly once, every refused one not at all. */
	answersHold(): void {
		this.#stepsHold();
		for (const { person, id, body, answer } of this.#ledger.entries) {
			if (answer === null) continue;
			const isThere = answer.kind !== 'accepted' || answer.version <= this.state.version;
			hold(isThere, 'what was accepted is not in the log', () => ({ person, id, body, answer }));
			if (body.type !== 'command') continue;
			const found = this.#commands.get(`${person}.${id}`) ?? 0;
			const facts = () => ({ person, id, body, answer, found });
			if (answer.kind === 'accepted')
				hold(found === 1, 'an accepted command is not there exactly once', facts);
			else if (answer.kind === 'notSent') hold(found <= 1, 'a command is there twice', facts);
			else hold(found === 0, 'a refused command has left a trace', facts);
		}
	}

	/** A vote that was counted: no more ballots than seats, and of each seat its last choice. */
	ballotHolds({ ballot, before, after }: CountedBallot): void {
		const closed = this.events.find((event) => event.type === 'ballotClosed' && event.ballot === ballot);
		if (closed?.type !== 'ballotClosed') return;
		const counted = closed.tally.reduce((sum, { votes }) => sum + votes, 0);
		// Who came or went in the very moment of counting may be in it or not.
		const all = [...new Set([...before, ...after])];
		const isSure = (id: string) => before.includes(id) && after.includes(id);
		const choices = all.map((id) => ({ set: this.#choices(id, ballot), isSure: isSure(id) }));
		const facts = () => ({
			ballot,
			tally: closed.tally,
			choices: choices.map(({ set }) => [...set]),
			all,
			votes: all.flatMap((id) => this.#votes(id, ballot).map(({ id, answer }) => [id, answer?.kind]))
		});
		hold(counted <= all.length, 'more ballots than seats were counted', facts);
		for (const [option, { votes }] of closed.tally.entries()) {
			const least = choices.filter(({ set, isSure }) => isSure && set.size === 1 && set.has(option)).length;
			const most = choices.filter(({ set }) => set.has(option)).length;
			hold(votes >= least && votes <= most, 'the last choice of each seat was not counted', facts);
		}
	}

	/** What may count of a seat: its last accepted choice, and any whose answer it never got; null: none. */
	#choices(person: string, ballot: string): ReadonlySet<number | null> {
		let choices = new Set<number | null>([null]);
		for (const { body, answer } of this.#votes(person, ballot)) {
			if (body.type !== 'vote') continue;
			if (answer?.kind === 'accepted') choices = new Set([body.option]);
			else if (answer === null || answer.kind === 'notSent') choices.add(body.option);
		}
		return choices;
	}

	#votes(person: string, ballot: string): Entry[] {
		return this.#ledger.entries.filter(
			(entry) => entry.person === person && entry.body.type === 'vote' && entry.body.ballot === ballot
		);
	}

	/** From one place one step is taken, unless it was taken back. */
	#stepsHold(): void {
		const taken = new Map<string, number>();
		for (const { body, answer } of this.#ledger.entries) {
			if (body.type !== 'goOn' || answer?.kind !== 'accepted') continue;
			const from = JSON.stringify(body.from);
			const first = Math.min(taken.get(from) ?? answer.version, answer.version);
			const last = Math.max(taken.get(from) ?? answer.version, answer.version);
			const wasUndone = this.events.slice(first, last).some(({ type }) => type === 'stepUndone');
			hold(!taken.has(from) || wasUndone, 'two steps were taken from one place', () => ({
				from,
				first,
				last
			}));
			taken.set(from, last);
		}
	}

	#read(database: DatabaseSync, from: number): RoomEvent[] {
		const rows = database
			.prepare('SELECT event FROM events WHERE log = ? AND version >= ? ORDER BY version')
			.all(this.#id, from) as { event: string }[];
		return rows.map(({ event }) => JSON.parse(event) as RoomEvent);
	}
}

/** The keys in which two objects differ. */
export function differing(one: object, other: object): string[] {
	const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
		(key) => !isDeepStrictEqual(a[key], b[key])
	);
}

/** Where two values that travel as JSON differ, and how. */
export function differences(one: unknown, other: unknown, path = ''): string[] {
	if (JSON.stringify(one) === JSON.stringify(other)) return [];
	const isBoth = [one, other].every((value) => typeof value === 'object' && value !== null);
	if (!isBoth) return [`${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`];
	return differing(one as object, other as object).flatMap((key) =>
		differences(
			(one as Record<string, unknown>)[key],
			(other as Record<string, unknown>)[key],
			`${path}.${key}`
		)
	);
}
