import { answersByInject, closesAt } from '../../lib/exercise/availability/answers.ts';
import {
	standingAt,
	type ActMoment,
	type DecisionStanding
} from '../../lib/exercise/availability/standing.ts';
import { policiesOf } from '../../lib/exercise/bots/roster.ts';
import { randomBot } from '../../lib/exercise/bots/random.ts';
import { BOTS } from '../../lib/exercise/bots/bots.ts';
import type { Bot } from '../../lib/exercise/bots/policy.ts';
import type { Offered, Told } from '../../lib/exercise/contradictions/contradiction.ts';
import type { TellingScenario } from '../../lib/exercise/contradictions/of-messages.ts';
import { injectsSeen } from '../../lib/exercise/injects/injects.ts';
import type { BotProfile } from '../../lib/exercise/log/events.ts';
import { isRecoveryAt, roundsOf } from '../../lib/exercise/phases/rounds.ts';
import { injectOf, type ExerciseScenario } from '../../lib/exercise/scenario/scenario.ts';
import { isPreparation, PREPARATION_MIN, type DecisionAct } from '../../lib/exercise/state.ts';
import { openRoom, play } from '../../lib/exercise/testing/play.ts';
import { simEngine } from '../../lib/exercise/world/engine.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { Timeline } from '../../lib/exercise/world/timeline.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Order } from '../../lib/sim/model.ts';
import type { Model } from '../../lib/sim/model.ts';
import type { Frame } from '../../lib/sim/observe/frame.ts';

/** How the role that is looked at is played: like a bot, or by chance. */
export type Player = BotProfile | 'random';

/** Who plays what in a play that is looked at. */
export interface Casting {
	readonly cut: string;
	readonly role: string;
	readonly player: Player;
	/** How all other roles are played. */
	readonly others: Player;
	readonly seed: string;
}

/** What a role was told and offered in a play, and what came of it. */
export interface Course {
	readonly casting: Casting;
	readonly events: readonly (Told | Offered)[];
	readonly acts: readonly DecisionAct[];
}

/** Plays a scenario once and tells what one role was told and offered. */
export function courseOf(scenario: ExerciseScenario, model: Model, casting: Casting): Course {
	const { cut, role, player, others, seed } = casting;
	const timeline = new KeptTimeline(model, seed);
	const botOf = (who: Player): Bot => (who === 'random' ? randomBot(seed) : BOTS[who]);
	const bots = Object.fromEntries(scenario.roles.map(({ id }) => [id, botOf(id === role ? player : others)]));
	const { state } = play(openRoom(scenario, seed, cut), policiesOf(scenario, bots), scenario.horizonMin, {
		timeline
	});
	const world = state.worlds.shared!;
	const acts = world.acts.filter((act) => act.kind === 'decision');
	const orders = worldOrders(scenario, world);
	const released = injectsSeen(scenario, state, world);
	const rounds = roundsOf(scenario, cut);
	const until = (atMin: number) => (inject: string) => {
		const came = released.find((one) => one.inject === inject && one.atMin <= atMin);
		return came === undefined ? null : closesAt(scenario, cut, came.atMin);
	};
	const momentAt = (atMin: number): ActMoment => ({
		phase: isRecoveryAt(scenario, cut, atMin) ? 'recovery' : 'incident',
		atMin,
		isOpen: true,
		answerableUntil: until(atMin)
	});
	/** What can be answered to a message in the first round after it; null: it asks nothing, or no round follows. */
	const answersIn = (inject: string, toldMin: number): string[] | null => {
		const all =
			answersByInject(scenario)
				.get(inject)
				?.filter((one) => one.role === role) ?? [];
		const round = rounds.find(({ atMin }) => atMin >= toldMin);
		if (all.length === 0 || round === undefined) return null;
		const before = acts.filter((act) => act.atMin < toldMin);
		return all
			.filter((one) => standingAt(scenario, one, momentAt(round.atMin), before).kind === 'open')
			.map(({ id }) => id);
	};
	/** People decide in rounds: what a bot decides on the way to one still lies before whoever decides in it. */
	const decidedBefore = (index: number) => {
		const lastMin = rounds[index - 1]?.atMin ?? PREPARATION_MIN;
		return acts.filter(({ atMin }) => atMin <= lastMin);
	};
	const told = released
		.filter(({ to }) => to === null || to.includes(role))
		.map(({ inject: id, atMin }, index, all): Told => ({
			kind: 'told',
			inject: injectOf(scenario, id)!,
			atMin,
			frame: timeline.keptAt(orders, atMin),
			acts: acts.filter((act) => act.atMin < atMin || isPreparation(act.atMin)),
			before: all.slice(0, index).map((one) => injectOf(scenario, one.inject)!),
			answers: answersIn(id, atMin)
		}));
	return {
		casting,
		acts,
		events: [
			...told,
			...rounds.flatMap(({ atMin }, index) => offersAt(scenario, role, momentAt(atMin), decidedBefore(index)))
		]
	};
}

function offersAt(
	scenario: ExerciseScenario,
	role: string,
	moment: ActMoment,
	before: readonly DecisionAct[]
): Offered[] {
	const { atMin } = moment;
	const orders = worldOrders(scenario, { acts: before });
	return scenario.decisions
		.filter((one) => one.role === role)
		.filter((one) => OFFERED.has(standingAt(scenario, one, moment, before).kind))
		.map((decision): Offered => ({ kind: 'offered', decision, atMin, orders }));
}

/** What is put before people with its price: they may have spent what it costs. */
const OFFERED: ReadonlySet<DecisionStanding['kind']> = new Set(['open', 'overBudget', 'noAttention']);

/** What the rules need of a scenario beside the room's view of it. */
export function tellingScenario(scenario: Scenario, exercise: ExerciseScenario): TellingScenario {
	return {
		decisions: exercise.decisions,
		trustIn: exercise.trustIn,
		organisationsOf: Object.fromEntries(scenario.roles.map(({ id, organisations }) => [id, organisations])),
		startMinuteOfDay: scenario.clock.startMinute % 1440
	};
}

/** Keeps the frames that a play looks at anyway: nobody computes them twice. */
class KeptTimeline extends Timeline {
	readonly #frames = new Map<number, Frame>();
	readonly #model: Model;
	readonly #seed: string;

	constructor(model: Model, seed: string) {
		super(simEngine(model, seed), { snapshots: 0 });
		this.#model = model;
		this.#seed = seed;
	}

	override frameAt(orders: readonly Order[], minute: number): Frame {
		const frame = super.frameAt(orders, minute);
		this.#frames.set(minute, frame);
		return frame;
	}

	/** The frame of a minute of the play, which is over. */
	keptAt(orders: readonly Order[], minute: number): Frame {
		const kept = this.#frames.get(minute);
		if (kept !== undefined) return kept;
		const frame = new Timeline(simEngine(this.#model, this.#seed), { snapshots: 0 }).frameAt(orders, minute);
		this.#frames.set(minute, frame);
		return frame;
	}
}
