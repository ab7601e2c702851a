import { readingMinutes } from '../../lib/debrief/counterfactuals/reading-minutes.ts';
import { runJob } from '../../lib/debrief/pool/run-job.ts';
import { byMinute, decisionOrders, recordOrders } from '../../lib/exercise/world/orders.ts';
import { isRecoveryAt, roundsOf } from '../../lib/exercise/phases/rounds.ts';
import {
	decisionOf,
	isPreparatory,
	type ExerciseDecision,
	type ExerciseScenario
} from '../../lib/exercise/scenario/scenario.ts';
import { PREPARATION_MIN } from '../../lib/exercise/state.ts';
import type { Frame } from '../../lib/sim/observe/frame.ts';
import type { Model, Order } from '../../lib/sim/model.ts';

/** One decision taken; in preparation at {@link PREPARATION_MIN}. */
export interface Taken {
	readonly decision: string;
	readonly atMin: number;
}

/**
 * What is done beside the decisions that are studied: nothing, what the record says of all other roles, or the whole
 * record, the role's own acts included.
 */
export type Others = 'nothing' | 'others' | 'record';

/** Runs of one scenario in one compiled world. Equal runs are made once. */
export class Study {
	readonly scenario: ExerciseScenario;
	readonly #model: Model;
	readonly #minutes: readonly number[];
	/** The cut in whose rounds decisions are taken: the one with most of them. */
	readonly #cut: string;
	readonly #runs = new Map<string, Frame[]>();

	constructor(scenario: ExerciseScenario, model: Model) {
		this.scenario = scenario;
		this.#model = model;
		this.#cut = [...scenario.cuts].sort((a, b) => b.stops.length - a.stops.length)[0]!.id;
		this.#minutes = readingMinutes(model.clock.spans, model.clock.horizonMin);
	}

	/** Frames from the start to the end of a run in which one role does `taken` and the others what is said. */
	run(role: string, taken: readonly Taken[], others: Others, seed: string): Frame[] {
		return this.#frames(byMinute(this.#orders(role, taken, others)), seed);
	}

	/** What a run costs the world by its end, US$. */
	lossUsd(role: string, taken: readonly Taken[], others: Others, seed: string): number {
		const orders = byMinute(this.#orders(role, taken, others));
		const { horizonMin } = this.#model.clock;
		return runJob(this.#model, { seed, orders, minutes: [horizonMin] })[0]!.lossCents / 100;
	}

	/** The end of a run in which nobody does anything. */
	nobody(seed: string): Frame {
		return this.#frames([], seed).at(-1)!;
	}

	decision(id: string): ExerciseDecision {
		const found = decisionOf(this.scenario, id);
		if (found === undefined) throw new Error(`there is no decision '${id}'`);
		return found;
	}

	/** The first minute at which a decision can be taken: in preparation, or in a round of the longest cut. */
	firstMinute(decision: ExerciseDecision): number {
		if (isPreparatory(decision)) return PREPARATION_MIN;
		const { id, phases, fromMin, untilMin } = decision;
		const open = roundsOf(this.scenario, this.#cut).find(
			({ atMin }) =>
				atMin >= (fromMin ?? 0) &&
				(phases.includes('incident') || isRecoveryAt(this.scenario, this.#cut, atMin)) &&
				atMin <= (untilMin ?? Infinity)
		);
		if (open === undefined) throw new Error(`no round of the cut '${this.#cut}' lets anybody take '${id}'`);
		return open.atMin;
	}

	/** What has to be taken before a decision can be, in order, each as soon as may be. */
	requirements(decision: ExerciseDecision): Taken[] {
		return decision.requires.flatMap((id) => {
			const needed = this.decision(id);
			return [...this.requirements(needed), { decision: id, atMin: this.firstMinute(needed) }];
		});
	}

	/** What its role does without a decision and with it, as soon as it is open; what it requires is done in both. */
	pair(
		id: string,
		others: Others
	): { readonly without: readonly Taken[]; readonly having: readonly Taken[] } {
		const decision = this.decision(id);
		const background =
			others === 'record' ? this.record(decision.role).filter((act) => act.decision !== id) : [];
		const without = [...background, ...this.requirements(decision)].filter(
			(act, index, acts) => acts.findIndex((one) => one.decision === act.decision) === index
		);
		return { without, having: [...without, { decision: id, atMin: this.firstMinute(decision) }] };
	}

	/** Decisions that the record has a role take. */
	record(role: string): Taken[] {
		return this.scenario.record.flatMap((act) =>
			'decision' in act && this.decision(act.decision).role === role ? [act] : []
		);
	}

	#orders(role: string, taken: readonly Taken[], others: Others): Order[] {
		const mine = taken.flatMap(({ decision, atMin }) =>
			decisionOrders(this.decision(decision), Math.max(0, atMin))
		);
		return [...this.#ordersOfOthers(role, others), ...mine];
	}

	#ordersOfOthers(role: string, others: Others): Order[] {
		if (others === 'nothing') return [];
		const theirs = this.scenario.record.filter((act) =>
			'decision' in act ? this.decision(act.decision).role !== role : others === 'record' || act.role !== role
		);
		return theirs.flatMap((act) => recordOrders(this.scenario, act));
	}

	#frames(orders: readonly Order[], seed: string): Frame[] {
		const key = seed + JSON.stringify(orders);
		const known = this.#runs.get(key);
		if (known !== undefined) return known;
		const frames = runJob(this.#model, { seed, orders, minutes: this.#minutes });
		this.#runs.set(key, frames);
		return frames;
	}
}
