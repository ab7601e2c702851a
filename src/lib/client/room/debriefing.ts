import { openRoom, play } from '../../exercise/bots/play.ts';
import { recordBot } from '../../exercise/bots/record.ts';
import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import { worldOrders } from '../../exercise/orders.ts';
import { jobOf } from '../../debrief/counterfactuals.ts';
import type { HotWash } from '../../debrief/hot-wash.ts';
import { readingMinutes } from '../../debrief/reading-minutes.ts';
import { hotWashOf, questionsOf, type Exercise } from '../../debrief/report.ts';
import { runJob, type RunJob } from '../../debrief/run-job.ts';
import type { Frame } from '../../sim/frame.ts';
import type { Pack } from '../worker/shelf.ts';
import type { SoloRoom } from './solo-room.ts';
import type { RunMany } from './surroundings.ts';

/** A hot wash with more in it is told no more often than this. */
const TELL_EVERY_MS = 250;

interface Compared {
	readonly record: readonly Frame[];
	readonly none: readonly Frame[];
}

/**
 * The runs that one run is compared with. The record and nobody acting are computed beside it from when it is opened,
 * what single decisions did once it has ended; none of it keeps play waiting.
 */
export class Debriefing {
	readonly #pack: Pack;
	readonly #seed: string;
	readonly #minutes: readonly number[];
	readonly #runMany: RunMany;
	readonly #nowMs: () => number;
	readonly #calledOff = new AbortController();
	#compared: Compared | null = null;
	#comparing: Promise<Compared> | null = null;

	/** @param minutes at which whole runs are compared, ascending, from 0 to the end */
	constructor(pack: Pack, seed: string, minutes: readonly number[], runMany: RunMany, nowMs: () => number) {
		this.#pack = pack;
		this.#seed = seed;
		this.#minutes = minutes;
		this.#runMany = runMany;
		this.#nowMs = nowMs;
	}

	/** Begins with the runs that need nothing from the person's. */
	begin(): void {
		this.#comparing ??= this.#compare();
	}

	callOff(): void {
		this.#calledOff.abort();
	}

	/**
	 * Tells the hot wash of a run that has ended, at once with what is known and again with what comes in. Resolves when
	 * all of it has been told.
	 *
	 * @throws Error where single runs could not be computed; what was told stands
	 */
	async finish(room: SoloRoom, played: readonly Frame[], tell: (hotWash: HotWash) => void): Promise<void> {
		const exercise = this.#exercise(room);
		const singles: Record<string, readonly Frame[]> = {};
		let toldMs = -Infinity;
		const tellNow = () => {
			if (this.#calledOff.signal.aborted) return;
			toldMs = this.#nowMs();
			const { record = null, none = null } = this.#compared ?? {};
			tell(hotWashOf(exercise, { frames: { played, record, none }, singles }));
		};
		tellNow();
		if (this.#compared === null) {
			this.begin();
			await this.#comparing;
			tellNow();
		}
		const { runs } = questionsOf(exercise);
		const minutes = readingMinutes(this.#pack.exercise.spans, this.#pack.exercise.horizonMin);
		const jobs = runs.map((run) => jobOf(this.#pack.exercise, run, this.#seed, minutes));
		await this.#run('debrief', jobs, (index, frames) => {
			singles[runs[index].id] = frames;
			if (this.#nowMs() - toldMs >= TELL_EVERY_MS) tellNow();
		});
		tellNow();
	}

	#exercise({ state, setting, rounds }: SoloRoom): Exercise {
		const { scenario, exercise } = this.#pack;
		const { role, mine, cut } = setting;
		return { scenario, room: exercise, state, role, mine, cut, stops: rounds.map(({ minute }) => minute) };
	}

	async #compare(): Promise<Compared> {
		const seed = this.#seed;
		const jobs: RunJob[] = [
			{ seed, orders: recordOrders(this.#pack, seed), minutes: this.#minutes },
			{ seed, orders: [], minutes: this.#minutes }
		];
		let [record, none] = [[], []] as (readonly Frame[])[];
		try {
			[record, none] = await this.#run('full', jobs);
		} catch {
			// Without other threads it takes a while, and this one.
			if (!this.#calledOff.signal.aborted) [record, none] = jobs.map((job) => runJob(this.#pack.model, job));
		}
		this.#compared = { record, none };
		return this.#compared;
	}

	#run(
		size: 'full' | 'debrief',
		jobs: readonly RunJob[],
		onResult: (index: number, frames: readonly Frame[]) => void = () => {}
	): Promise<readonly (readonly Frame[])[]> {
		const { signal } = this.#calledOff;
		const scenario = { kind: 'builtIn', id: this.#pack.scenario.id } as const;
		return this.#runMany({ scenario, size, jobs, onResult, signal });
	}
}

/** What the record orders: every role, and those outside the exercise, as they did. */
function recordOrders({ exercise }: Pack, seed: string) {
	const { state } = play(openRoom(exercise, seed), [recordBot], exercise.horizonMin);
	return worldOrders(exercise, state.worlds[SHARED_WORLD]);
}
