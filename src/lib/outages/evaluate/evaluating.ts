import { concentration } from '../../sim/hosts/concentration.ts';
import type { Batch } from '../../debrief/pool/pool.ts';
import type { ScenarioRef } from '../../debrief/pool/task.ts';
import type { Order } from '../../sim/model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { MONTHS_AT_FIRST } from '../../summit/state.ts';
import { agreementInFact, withMeasures, type Agreement } from '../reform/agreement.ts';
import { vendorShares, type Market } from '../reform/market.ts';
import { shockOf } from '../shocks/family.ts';
import { SHOCK_KINDS } from '../shocks/kinds.ts';
import type { ShockCourse } from '../world/course.ts';
import type { Outcome } from '../world/outcome.ts';
import { Collected } from './collected.ts';
import { onOneAxis, type ComparedShock } from './compared-shock.ts';
import type { Concentrated, Contributions, Evaluation, WorldName } from './evaluation.ts';
import { OutageRunner, type OutageJob, type WatchJob } from './outage-runner.ts';
import { gameOf, Walks, type Step } from './walks.ts';

/** Runs shocks on other threads. Rejects where it cannot, or when it is called off. */
export type RunShocks = (batch: Batch<Outcome, OutageJob>) => Promise<unknown>;
/** The same for their courses. */
export type WatchShocks = (batch: Batch<ShockCourse, WatchJob>) => Promise<readonly ShockCourse[]>;

export interface EvaluatingParts {
	readonly scenario: Scenario;
	/** From where other threads have the scenario. */
	readonly source: ScenarioRef;
	readonly runShocks: RunShocks;
	readonly watchShocks: WatchShocks;
	/** Accepted values of the model's parameters, as orders for the start; none: the model's own. */
	readonly members: readonly (readonly Order[])[];
	readonly nowMs: () => number;
	readonly tell: (evaluation: Evaluation) => void;
	/** Hears why runs did not go through. */
	readonly failed?: (error: unknown) => void;
	/** Left out: as much as a person at a screen waits for. */
	readonly effort?: Effort;
	/** Tells no more often while it goes on. */
	readonly tellEveryMs?: number;
}

/** How many shocks of each kind are run. */
export interface Effort {
	/** At most, in one world; while people negotiate, in both of the worlds that are there. */
	readonly most: number;
	/** At least, before a median counts as near enough. */
	readonly least: number;
	/** So many are enough to go on to what each theme does, however far off the median still is; it is sharpened after that. */
	readonly enough: number;
	/** Taken apart for what each theme and each measure does. */
	readonly walks: number;
}
const EFFORT: Effort = { most: 104, least: 12, enough: 36, walks: 3 };

/** Half of the interval of the accord's median, as a share of the median without one, that is near enough. */
const NEAR = 0.05;
const TELL_EVERY_MS = 400;
/** Shocks of each kind in one go: goes are short, so that a ballot does not wait for one. */
const AT_ONCE = 2;
const WEEK_MIN = 10_080;
const NO_ORDERS: readonly Order[] = [];

/**
 * Runs the family of shocks in the worlds that are compared and tells what they come to, sharper with every run. Begins
 * with the worlds that are there while people negotiate, goes on with the accord once there is one, takes it apart, and
 * then sharpens the curves.
 * It can be stopped and goes on from where it was; the same accord comes to the same figures.
 */
export class Evaluating {
	readonly #parts: EvaluatingParts;
	readonly #runner: OutageRunner;
	readonly #record: Agreement | null;
	readonly #collected: Collected;
	#accord: Agreement | null = null;
	#months: number = MONTHS_AT_FIRST;
	#status: Evaluation['status'] = 'before';
	#stage: Evaluation['stage'] = 'curves';
	#runs = 0;
	#toldMs = -Infinity;
	#calledOff = new AbortController();
	#walks: Partial<Record<Contributions['of'], Walks>> = {};

	/** @throws RangeError for a scenario without a summit */
	constructor(parts: EvaluatingParts) {
		this.#parts = parts;
		this.#runner = new OutageRunner(parts.scenario);
		this.#record = agreementInFact(parts.scenario.summit!);
		this.#collected = new Collected(
			parts.scenario.sectors.map(({ id }) => id),
			this.#sets
		);
	}

	/**
	 * The worlds that are there before a ballot, so many months later. Resolves when there is enough of them, or at
	 * {@link settle}. Never rejects.
	 */
	async prepare(months: number): Promise<void> {
		this.#lookAt(months);
		this.#accord = null;
		this.#collected.forget('accord');
		await this.#go('before', () => this.#sample(['none', 'record'], () => false));
	}

	/** What was agreed, so many months later. Never rejects. */
	async settle(accord: Agreement, months: number): Promise<void> {
		this.#lookAt(months);
		this.#collected.forget('accord');
		this.#accord = accord;
		this.#walks = {};
		this.#stage = 'curves';
		await this.goOn();
	}

	/** Of other months than those that were looked at nothing is known. */
	#lookAt(months: number): void {
		if (months === this.#months) return;
		this.#collected.forget('none');
		this.#collected.forget('record');
		this.#months = months;
		this.#runs = 0;
	}

	/** Goes on after a stop. Never rejects. */
	async goOn(): Promise<void> {
		const accord = this.#accord;
		if (accord === null) return this.#go('before', () => this.#sample(['none', 'record'], () => false));
		await this.#go('running', async () => {
			const worlds: readonly WorldName[] =
				accord.items.length === 0 ? ['none', 'record'] : ['accord', 'none', 'record'];
			if (this.#stage === 'curves') {
				await this.#sample(worlds, () => this.#isEnough(accord));
				this.#stage = 'themes';
			}
			if (this.#stage === 'themes') {
				await this.#takeApart('themes', accord);
				this.#stage = 'measures';
			}
			if (this.#stage === 'measures') {
				await this.#takeApart('measures', accord);
				this.#stage = 'sharper';
			}
			await this.#sample(worlds, () => false);
		});
	}

	/**
	 * One shock in the world that was agreed on, or where nothing was in the one that the record made, beside the world in
	 * which nothing was agreed. Goes on beside everything else.
	 * @throws Error where it could not be run
	 */
	async watch(kind: string, number: number): Promise<ComparedShock> {
		const months = this.#months;
		const isAgreed = this.#accord !== null && this.#accord.items.length > 0;
		const other = isAgreed ? 'accord' : this.#record === null ? null : 'record';
		const worlds: readonly WorldName[] = other === null ? ['none'] : ['none', other];
		const courses = await this.#parts.watchShocks({
			scenario: this.#parts.source,
			size: 'sketch',
			jobs: worlds.map((world) => ({
				...this.#job(this.#agreementOf(world), kind, number),
				reads: 'course'
			}))
		});
		const weekMinute = Math.floor(shockOf(kind, number).draws.minute * WEEK_MIN);
		const axis = onOneAxis(worlds.map((world, at) => ({ world, course: courses[at]! })));
		return { kind, number, months, weekMinute, ...axis };
	}

	/** Runs that have begun come to an end unheard. */
	stop(): void {
		this.#calledOff.abort();
	}

	get evaluation(): Evaluation {
		const { scenario } = this.#parts;
		const after = (agreement: Agreement | null) => this.#runner.reformOf(agreement, this.#months);
		const compared = ['none', this.#accord?.items.length === 0 ? 'none' : 'accord'] as const;
		const accord = this.#accord === null ? null : after(this.#accord);
		return {
			status: this.#status,
			stage: this.#stage,
			months: this.#months,
			runs: this.#runs,
			slices: this.#collected.figures(),
			isOfAllKinds: Math.min(...compared.map((world) => this.#collected.rounds(world))) > 0,
			medianError: this.#collected.medianError(compared[1]),
			concentrated: {
				today: concentrated(scenario, this.#runner.reformOf(null, 0).market),
				none: concentrated(scenario, after(null).market),
				...(this.#record !== null && { record: concentrated(scenario, after(this.#record).market) }),
				...(accord !== null && { accord: concentrated(scenario, accord.market) })
			},
			adoption: accord?.adoption ?? {},
			typical: this.#collected.typical(),
			contributions: Object.values(this.#walks).map((walks) => walks.contributions())
		};
	}

	async #go(status: 'before' | 'running', work: () => Promise<void>): Promise<void> {
		// What was under way gives way.
		this.#calledOff.abort();
		this.#calledOff = new AbortController();
		const { signal } = this.#calledOff;
		this.#status = status;
		this.#tell(true);
		let end: Evaluation['status'];
		try {
			await work();
			end = status === 'running' ? 'done' : 'before';
		} catch (error) {
			end = signal.aborted ? 'stopped' : 'failed';
			if (!signal.aborted) this.#parts.failed?.(error);
		}
		// Something else has begun meanwhile.
		if (signal !== this.#calledOff.signal) return;
		this.#status = end;
		this.#tell(true);
	}

	/** Parameter sets that shocks go through in turn. */
	get #sets(): number {
		return Math.max(1, this.#parts.members.length);
	}

	get #effort(): Effort {
		return this.#parts.effort ?? EFFORT;
	}

	#isEnough({ items }: Agreement): boolean {
		const own = items.length === 0 ? 'none' : 'accord';
		const { least, enough } = this.#effort;
		const rounds = Math.min(...(['none', own] as const).map((world) => this.#collected.rounds(world)));
		if (rounds >= enough) return true;
		const error = this.#collected.medianError(own);
		return error !== null && error <= NEAR && rounds >= least;
	}

	/** A few shocks of every kind at a time, in the world that has fewest, until it is enough. */
	async #sample(worlds: readonly WorldName[], isEnough: () => boolean): Promise<void> {
		const there = worlds.filter((world) => world !== 'record' || this.#record !== null);
		for (;;) {
			const rounds = there.map((world) => this.#collected.rounds(world));
			const least = Math.min(...rounds);
			if (least >= this.#effort.most || isEnough()) return;
			const world = there[rounds.indexOf(least)]!;
			// One of every kind first: nothing is told of some kinds alone.
			const jobs = Array.from({ length: AT_ONCE }, (_, i) => least + i).flatMap((number) =>
				SHOCK_KINDS.filter(({ id }) => this.#collected.of(world, id, number) === undefined).map(({ id }) =>
					this.#job(this.#agreementOf(world), id, number)
				)
			);
			await this.#run(jobs, (index, outcome) => {
				const { kind, number } = jobs[index]!.shock;
				this.#collected.add(world, kind, number, outcome);
			});
		}
	}

	async #takeApart(of: Contributions['of'], accord: Agreement): Promise<void> {
		if (accord.items.length === 0) return;
		const walks = (this.#walks[of] ??= this.#walksOf(of, accord));
		for (let number = 0; number < this.#effort.walks; number++) {
			const left = SHOCK_KINDS.filter(({ id }) => !walks.has(id, number));
			await Promise.all(
				left.map(({ id }) => walks.take(id, number, (steps) => this.#runSteps(accord, steps)))
			);
			this.#tell(true);
		}
	}

	#walksOf(of: Contributions['of'], { items }: Agreement): Walks {
		const measures = items.map(({ measure }) => measure);
		return new Walks(
			gameOf(of, this.#parts.scenario.summit!, measures),
			(kind, number, end) => this.#collected.of(end === 'all' ? 'accord' : 'none', kind, number)?.lossUsd
		);
	}

	async #runSteps(accord: Agreement, steps: readonly Step[]): Promise<number[]> {
		const values: number[] = [];
		const jobs = steps.map(({ kind, number, measures }) =>
			this.#job(withMeasures(accord, measures), kind, number)
		);
		await this.#run(jobs, (index, { lossUsd }) => (values[index] = lossUsd));
		return values;
	}

	#agreementOf(world: WorldName): Agreement | null {
		return world === 'none' ? null : world === 'record' ? this.#record : this.#accord;
	}

	#job(agreement: Agreement | null, kind: string, number: number): OutageJob {
		const { members } = this.#parts;
		const set = number % this.#sets;
		const beforehand = members[set] ?? NO_ORDERS;
		return { agreement, months: this.#months, shock: { kind, number }, set, beforehand };
	}

	async #run(jobs: readonly OutageJob[], heard: (index: number, outcome: Outcome) => void): Promise<void> {
		const { signal } = this.#calledOff;
		await this.#parts.runShocks({
			scenario: this.#parts.source,
			size: 'sketch',
			jobs,
			signal,
			onResult: (index, outcome) => {
				this.#runs += 1;
				heard(index, outcome);
				this.#tell(false);
			}
		});
	}

	#tell(isAlways: boolean): void {
		const now = this.#parts.nowMs();
		const { tellEveryMs = TELL_EVERY_MS } = this.#parts;
		if (!isAlways && (this.#calledOff.signal.aborted || now - this.#toldMs < tellEveryMs)) return;
		this.#toldMs = now;
		this.#parts.tell(this.evaluation);
	}
}

function concentrated(scenario: Scenario, market: Market): Concentrated {
	const { hhi, sameVendorChance, largest, largestShare } = concentration(
		vendorShares(market),
		market.vendors.map((id, v) => ({ id, standsFor: market.standsFor[v]! }))
	);
	return { hhi, sameVendorChance, largest: scenario.vendors[largest]?.name ?? '', largestShare };
}
