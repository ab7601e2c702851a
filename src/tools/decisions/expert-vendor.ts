import { BOTS, policiesOf } from '../../lib/exercise/bots/roster.ts';
import type { Bot } from '../../lib/exercise/bots/policy.ts';
import { harmOf } from '../../lib/exercise/assessment/harm.ts';
import { decisionOf, type ExerciseScenario } from '../../lib/exercise/scenario/scenario.ts';
import { firstWorldOf, type Act, type DecisionAct } from '../../lib/exercise/state.ts';
import { openRoom, play } from '../../lib/exercise/testing/play.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { Recordings } from '../../lib/debrief/pool/recordings.ts';
import { runJob } from '../../lib/debrief/pool/run-job.ts';
import type { Frame } from '../../lib/sim/observe/frame.ts';
import type { Model, Order } from '../../lib/sim/model.ts';
import type { Taken } from './study.ts';

/** Worlds that bots play: the vendor as its expert, the others as the record says, and one role as it is asked. */
export class ExpertVendor {
	readonly #scenario: ExerciseScenario;
	readonly #model: Model;
	readonly #vendor: string;
	readonly #recordings = new Recordings();
	readonly #nobody = new Map<string, Frame>();
	/** The run that all others are compared with, so that only what differs from it has to be run. */
	readonly #beside: readonly Order[];

	constructor(scenario: ExerciseScenario, model: Model, vendor: string) {
		this.#scenario = scenario;
		this.#model = model;
		this.#vendor = vendor;
		this.#beside = worldOrders(scenario, { acts: this.acts(vendor, BOTS.expert) });
	}

	/** What is done in all roles where this one is played by a bot, in the cut that stops most often. */
	acts(role: string, bot: Bot): readonly Act[] {
		const { roles, cuts, horizonMin } = this.#scenario;
		const cut = [...cuts].sort((a, b) => b.stops.length - a.stops.length)[0]!.id;
		const playing = (id: string) => (id === role ? bot : id === this.#vendor ? BOTS.expert : BOTS.record);
		const bots = Object.fromEntries(roles.map(({ id }) => [id, playing(id)]));
		const room = openRoom(this.#scenario, 'any', cut);
		return firstWorldOf(play(room, policiesOf(this.#scenario, bots), horizonMin).state).acts;
	}

	/** Those acts that are this role's decisions. */
	decisionsOf(role: string, acts: readonly Act[]): DecisionAct[] {
		return acts.flatMap((act) =>
			act.kind === 'decision' && decisionOf(this.#scenario, act.decision)?.role === role ? [act] : []
		);
	}

	harm(role: string, acts: readonly Act[], seed: string): number {
		return harmOf(this.#scenario, role, this.#end(acts, seed), this.#withoutAnybody(seed), acts)!.index;
	}

	/** What a run costs the world by its end, US$. */
	lossUsd(acts: readonly Act[], seed: string): number {
		return this.#end(acts, seed).lossCents / 100;
	}

	#end(acts: readonly Act[], seed: string): Frame {
		const orders = worldOrders(this.#scenario, { acts });
		const minutes = [this.#model.clock.horizonMin];
		return runJob(this.#model, { seed, orders, minutes, beside: this.#beside }, this.#recordings)[0]!;
	}

	#withoutAnybody(seed: string): Frame {
		const known = this.#nobody.get(seed);
		if (known !== undefined) return known;
		const minutes = [this.#model.clock.horizonMin];
		const [end] = runJob(this.#model, { seed, orders: [], minutes });
		this.#nobody.set(seed, end!);
		return end!;
	}
}

/** Acts without one decision and without those that build on it. */
export function without(scenario: ExerciseScenario, acts: readonly Act[], id: string): readonly Act[] {
	const builtOn = acts.flatMap((act) =>
		act.kind === 'decision' && decisionOf(scenario, act.decision)!.requires.includes(id) ? [act.decision] : []
	);
	const rest = acts.filter((act) => act.kind !== 'decision' || act.decision !== id);
	return builtOn.reduce<readonly Act[]>((left, one) => without(scenario, left, one), rest);
}

/** A decision as it stands among the acts of a world. */
export function actOf({ decision, atMin }: Taken): DecisionAct {
	return {
		kind: 'decision',
		seat: '',
		decision,
		atMin,
		rationale: null,
		confidencePct: null,
		part: 'incident'
	};
}
