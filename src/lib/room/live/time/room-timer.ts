import * as v from 'valibot';
import type { Clock } from '../../clock.ts';
import { Deadline } from './deadline.ts';
import type { TimerPart } from '../parts.ts';
import type { RoomRows } from '../kept/room-rows.ts';

/** What is left is kept so often: so much is lost at most where a server dies. */
const KEEP_EVERY_MS = 5000;
const ALL = 'timer';
const OF_TEAM = 'team.';

const rowSchema = v.strictObject({ leftMs: v.number() });

/**
 * The time that people are given to decide: a deadline in real time, which a pause holds. It moves nothing by itself. A team
 * that was given more has a deadline of its own.
 */
export class RoomTimer {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	/** By the key of its row: that of all, and those of teams. None: nobody is held to a time. */
	#deadlines: ReadonlyMap<string, Deadline>;
	/** Grows with each change, so that what was to be kept before is not. */
	#change = 0;

	private constructor(rows: RoomRows, clock: Clock, deadlines: ReadonlyMap<string, Deadline>) {
		this.#rows = rows;
		this.#clock = clock;
		this.#deadlines = deadlines;
	}

	/** As it was left; it stands. */
	static async read(rows: RoomRows, clock: Clock): Promise<RoomTimer> {
		const kept = await rows.read('timer', rowSchema);
		const deadlines = [...kept].map(([key, { leftMs }]) => [key, new Deadline(clock, leftMs)] as const);
		return new RoomTimer(rows, clock, new Map(deadlines));
	}

	/** Of all who have none of their own. */
	get part(): TimerPart | null {
		return this.#deadlines.get(ALL)?.part ?? null;
	}

	/** Of a team; its own, where it was given more time than the others. */
	partOf(team: string): TimerPart | null {
		return this.ownPartOf(team) ?? this.part;
	}

	/** Null: it has the time that all have. */
	ownPartOf(team: string): TimerPart | null {
		return this.#deadlines.get(OF_TEAM + team)?.part ?? null;
	}

	/** Of all, also of teams that had more. @param seconds null: nobody is held to a time */
	async set(seconds: number | null, runs: boolean): Promise<void> {
		const all = seconds === null ? [] : [[ALL, this.#deadline(seconds * 1000, runs)] as const];
		await this.#replace(new Map(all));
	}

	/**
	 * @param team null: to all, also to those who were given more before
	 * @returns false where there is no time to add to
	 */
	async grant(seconds: number, team: string | null = null): Promise<boolean> {
		const all = this.#deadlines.get(ALL);
		if (all === undefined) return false;
		const key = team === null ? ALL : OF_TEAM + team;
		const granted = team === null ? [...this.#deadlines] : [[key, this.#deadlines.get(key) ?? all] as const];
		const more = granted.map(
			([one, { leftMs, runs }]) => [one, this.#deadline(leftMs + seconds * 1000, runs)] as const
		);
		await this.#replace(new Map([...this.#deadlines, ...more]));
		return true;
	}

	async pause(): Promise<void> {
		for (const one of this.#deadlines.values()) one.stand();
		await this.#changed();
	}

	async resume(): Promise<void> {
		for (const one of this.#deadlines.values()) one.run();
		await this.#changed();
	}

	/** Nothing is kept any more. */
	close(): void {
		this.#change++;
	}

	#deadline(leftMs: number, runs: boolean): Deadline {
		const made = new Deadline(this.#clock, leftMs);
		if (runs) made.run();
		return made;
	}

	/** Others in their place: once they are kept, and not before. */
	async #replace(deadlines: ReadonlyMap<string, Deadline>): Promise<void> {
		for (const key of this.#deadlines.keys()) if (!deadlines.has(key)) await this.#rows.remove('timer', key);
		await this.#keep(deadlines);
		this.#deadlines = deadlines;
		this.#keepOn();
	}

	async #changed(): Promise<void> {
		this.#change++;
		await this.#keep();
		this.#keepOn();
	}

	/** What is left is kept again and again while it runs out. */
	#keepOn(): void {
		const change = ++this.#change;
		if (this.#runs) this.#keepLater(change);
	}

	get #runs(): boolean {
		return [...this.#deadlines.values()].some((one) => one.runs && one.leftMs > 0);
	}

	#keepLater(change: number): void {
		this.#clock.later(() => {
			if (change !== this.#change) return;
			// Only what is left after a crash rests on this: a row that is not kept is kept the next time.
			this.#keep().catch(() => {});
			if (this.#runs) this.#keepLater(change);
		}, KEEP_EVERY_MS);
	}

	async #keep(deadlines = this.#deadlines): Promise<void> {
		for (const [key, { leftMs }] of deadlines) await this.#rows.put('timer', key, { leftMs });
	}
}
