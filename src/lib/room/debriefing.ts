import { firstWorldOf, type Act, type RoomState } from '../exercise/state.ts';
import { simEngine } from '../exercise/world/engine.ts';
import { worldOrders } from '../exercise/world/orders.ts';
import { actsOfOthers, jobOf } from '../debrief/counterfactuals/counterfactuals.ts';
import { feedbackOf, type Feedback } from '../debrief/feedback/feedback.ts';
import { readingMinutes } from '../debrief/counterfactuals/reading-minutes.ts';
import { meterOf } from '../debrief/figures/harm.ts';
import type { HotWash } from '../debrief/hot-wash/hot-wash.ts';
import { actsOfOthersIn, hotWashOf, questionsOf, type Exercise } from '../debrief/hot-wash/make-hot-wash.ts';
import type { Pool } from '../debrief/pool/pool.ts';
import type { RunJob } from '../debrief/pool/run-job.ts';
import type { Frame } from '../sim/observe/frame.ts';
import type { Clock } from './clock.ts';
import { botSeats } from './opening.ts';
import { playBots } from './play-through.ts';
import type { Pack } from './scenario-library.ts';

/** Runs many worlds beside the one that is played. Rejects where it cannot, or when it is called off. */
export type RunMany = Pool['runMany'];

/** What of an exercise a hot wash is about: the roles that are looked at, and the length that was played. */
export interface Debriefed {
	/** Id of a role, or of the whole table. */
	readonly role: string;
	readonly mine: readonly string[];
	/** Id of the world that they acted in. */
	readonly world: string;
	readonly cut: { readonly id: string };
}

/** Worlds of other seeds that say how much is chance. */
const CHANCE_SEEDS = 6;
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
	readonly #clock: Clock;
	readonly #calledOff = new AbortController();
	#compared: Compared | null = null;
	#comparing: Promise<Compared> | null = null;

	/** @param minutes at which whole runs are compared, ascending, from 0 to the end */
	constructor(pack: Pack, seed: string, minutes: readonly number[], runMany: RunMany, clock: Clock) {
		this.#pack = pack;
		this.#seed = seed;
		this.#minutes = minutes;
		this.#runMany = runMany;
		this.#clock = clock;
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
	async finish(
		state: RoomState,
		of: Debriefed,
		played: readonly Frame[],
		tell: (hotWash: HotWash) => void
	): Promise<void> {
		const exercise = this.#exercise(state, of);
		const singles: Record<string, readonly Frame[]> = {};
		let others: readonly Frame[] | null = null;
		let toldMs = -Infinity;
		const tellNow = () => {
			if (this.#calledOff.signal.aborted) return;
			toldMs = this.#clock.nowMs();
			const { record = null, none = null } = this.#compared ?? {};
			tell(hotWashOf(exercise, { frames: { played, record, none, others }, singles }));
		};
		tellNow();
		if (this.#compared === null) {
			this.begin();
			await this.#comparing;
			tellNow();
		}
		others = await this.#withoutMine(exercise);
		if (others !== null) tellNow();
		const { runs } = questionsOf(exercise);
		const minutes = readingMinutes(this.#pack.exercise.spans, this.#pack.exercise.horizonMin);
		const jobs = runs.map((run) => jobOf(this.#pack.exercise, run, this.#seed, minutes));
		// The played run comes first.
		const beside = jobs[0]!.orders;
		await this.#run(
			'debrief',
			jobs.map((job) => ({ ...job, beside })),
			(index, frames) => {
				singles[runs[index].id] = frames;
				if (this.#clock.nowMs() - toldMs >= TELL_EVERY_MS) tellNow();
			}
		);
		tellNow();
	}

	/** The run in which the person decides nothing and the others do as they did; null: there is nothing that they did. */
	async #withoutMine(exercise: Exercise): Promise<readonly Frame[] | null> {
		const acts = actsOfOthersIn(exercise);
		if (acts === null) return null;
		const orders = worldOrders(this.#pack.exercise, { acts });
		const [frames] = await this.#run('full', [{ seed: this.#seed, orders, minutes: this.#minutes }]);
		return frames!;
	}

	/**
	 * What has changed since the last stop of what the roles are judged by, and what of it came from them: two smaller runs,
	 * with their decisions and without.
	 */
	async feedback(
		state: RoomState,
		of: Debriefed,
		{ since, now }: { readonly since: Frame; readonly now: Frame }
	): Promise<Feedback> {
		const { exercise } = this.#pack;
		const acts = (state.worlds[of.world]?.acts ?? []).filter(({ atMin }) => atMin < now.minute);
		const others = actsOfOthers(exercise, acts, of.mine);
		const minutes = [...new Set([since.minute, now.minute])];
		const jobs = [acts, others].map((acts) => {
			return { seed: this.#seed, orders: worldOrders(exercise, { acts }), minutes };
		});
		const runs = await this.#run('debrief', jobs).catch(() => null);
		const at = (run: number, acts: readonly Act[]) => {
			return { since: runs![run]![0]!, now: runs![run]!.at(-1)!, acts };
		};
		const contrast = runs === null ? null : { played: at(0, acts), withoutMine: at(1, others) };
		return feedbackOf(exercise, of.mine, { since, now, acts }, contrast);
	}

	/** What a run that goes on has come to, beside the others at the same minute. */
	soFar(state: RoomState, of: Debriefed, played: readonly Frame[]): HotWash {
		const reached = played.at(-1)?.minute ?? 0;
		const until = (frames: readonly Frame[] | undefined) =>
			frames === undefined ? null : frames.filter(({ minute }) => minute <= reached);
		const record = until(this.#compared?.record);
		const none = until(this.#compared?.none);
		return hotWashOf(this.#exercise(state, of), {
			frames: { played, record, none, others: null },
			singles: {}
		});
	}

	/**
	 * How far the harm index of equal decisions lies apart by chance alone: the record on other seeds, each against nobody
	 * acting on the same seed. Null: it cannot be computed.
	 */
	async chance(roles: readonly string[]): Promise<number | null> {
		const { exercise } = this.#pack;
		const acts = playBots(exercise, { seed: this.#seed, seats: botSeats(exercise, 'record') }).state;
		const world = firstWorldOf(acts);
		const orders = worldOrders(exercise, world);
		const minutes = [0, exercise.horizonMin];
		const seeds = Array.from({ length: CHANCE_SEEDS }, (_, n) => `${this.#seed} ${n + 1}`);
		const jobs = seeds.flatMap((seed): RunJob[] => [
			{ seed, orders, minutes },
			{ seed, orders: [], minutes }
		]);
		try {
			const runs = await this.#run('debrief', jobs);
			const harms = seeds.map((_, n) => {
				const [record, none] = [runs[2 * n]!.at(-1)!, runs[2 * n + 1]!.at(-1)!];
				return meterOf(exercise, roles, none)(record, world.acts).index;
			});
			return Math.max(...harms) - Math.min(...harms);
		} catch {
			return null;
		}
	}

	#exercise(state: RoomState, { role, mine, world, cut }: Debriefed): Exercise {
		const { scenario, exercise } = this.#pack;
		const stops = state.rounds.map(({ atMin }) => atMin);
		return { scenario, room: exercise, state, world, role, mine, cut: cut.id, stops };
	}

	async #compare(): Promise<Compared> {
		const seed = this.#seed;
		const jobs: RunJob[] = [
			{ seed, orders: ordersOnRecord(this.#pack, seed), minutes: this.#minutes },
			{ seed, orders: [], minutes: this.#minutes }
		];
		const [record, none] = await this.#run('full', jobs).catch(async () => {
			// Without other threads it takes a while, and this one.
			return [await this.#runHere(jobs[0]), await this.#runHere(jobs[1])] as const;
		});
		this.#compared = { record, none };
		return this.#compared;
	}

	/** A run in this thread, in slices: requests are heard in between. */
	async #runHere({ seed, orders, minutes }: RunJob): Promise<readonly Frame[]> {
		const run = simEngine(this.#pack.model, seed).start();
		const frames: Frame[] = [];
		for (const minute of minutes) {
			if (this.#calledOff.signal.aborted) return [];
			if (run.minute < minute) run.advance(orders, minute);
			frames.push(run.frame());
			await new Promise<void>((resolve) => this.#clock.later(resolve, 0));
		}
		return frames;
	}

	#run(
		size: 'full' | 'debrief',
		jobs: readonly RunJob[],
		onResult: (index: number, frames: readonly Frame[]) => void = () => {}
	): Promise<readonly (readonly Frame[])[]> {
		const { signal } = this.#calledOff;
		return this.#runMany({ scenario: this.#pack.source, size, jobs, onResult, signal });
	}
}

/** What the record orders: every role, and those outside the exercise, as they did. */
function ordersOnRecord({ exercise }: Pack, seed: string) {
	const { state } = playBots(exercise, { seed, seats: botSeats(exercise, 'record') });
	return worldOrders(exercise, firstWorldOf(state));
}
