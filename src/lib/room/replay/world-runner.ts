import { randomBot } from '../../exercise/bots/random.ts';
import { BOTS } from '../../exercise/bots/roster.ts';
import type { Policy } from '../../exercise/bots/policy.ts';
import type { BotProfile } from '../../exercise/log/events.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Act } from '../../exercise/state.ts';
import { engineBeside, simEngine, type Engine } from '../../exercise/world/engine.ts';
import { byMinute, worldOrders } from '../../exercise/world/orders.ts';
import { readingMinutes } from '../../debrief/counterfactuals/reading-minutes.ts';
import { measuresOf, readMeasures, type Measure } from '../../debrief/attribution/measures.ts';
import { meterOf } from '../../debrief/figures/harm.ts';
import type { Model, Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { seedFromText } from '../../sim/run.ts';
import { Recording } from '../../sim/what-if/recording.ts';
import { Checkpoints } from './checkpoints.ts';
import { playAgain, type PlayedAgain, type ReplaySetting } from './play-again.ts';
import { scenarioOfScript, type PlayScript } from './script.ts';

/** A play of some roles, to be taken apart. Plain data. */
export interface AttributedPlay {
	readonly script: PlayScript;
	/** The roles whose decisions are judged. */
	readonly mine: readonly string[];
}

/** One world of an attribution. Plain data: it travels between threads as it is. */
export interface WorldJob {
	readonly play: AttributedPlay;
	readonly seed: string;
	/** What holds from the start on, whoever decides what. */
	readonly beforehand: readonly Order[];
	/** The decisions of the script that are taken, by index; or a bot that decides in the place of the roles judged. */
	readonly decide:
		| { readonly kind: 'kept'; readonly decisions: readonly number[] }
		| { readonly kind: 'bot'; readonly bot: BotProfile }
		| { readonly kind: 'random'; readonly seed: string };
}

/** Each holds a copy of the world, a third of a megabyte in the smaller size. */
const CHECKPOINTS = 80;

/** The measures that the worlds of a play are read by. */
export function measuresOfPlay(
	scenario: ExerciseScenario,
	sectors: readonly { readonly id: string }[],
	mine: readonly string[]
): Measure[] {
	const hasGoal = scenario.roles.some(({ id, goal }) => mine.includes(id) && goal !== null);
	return measuresOf(sectors, hasGoal, scenario.trustIn !== null);
}

/** Runs the worlds of one play and reads them by its measures; keeps what they share. */
export class WorldRunner {
	readonly #scenario: ExerciseScenario;
	readonly #model: Model;
	readonly #measures: readonly Measure[];
	readonly #play: AttributedPlay;
	readonly #sharesPast: boolean;
	readonly #minutes: readonly number[];
	/** By what holds in them beside decisions: seed and parameters. */
	readonly #conditions = new Map<string, Conditions>();

	/** @param sharesPast whether worlds share what they have in common with others; false: each is run whole, from its start */
	constructor(
		scenario: ExerciseScenario,
		model: Model,
		sectors: readonly { readonly id: string }[],
		play: AttributedPlay,
		sharesPast = true
	) {
		this.#scenario = scenarioOfScript(scenario, play.script);
		this.#model = model;
		this.#measures = measuresOfPlay(scenario, sectors, play.mine);
		this.#play = play;
		this.#sharesPast = sharesPast;
		this.#minutes = readingMinutes(scenario.spans, scenario.horizonMin);
	}

	/** What a world comes to, in the order of the measures. */
	run(job: WorldJob): number[] {
		const { mine } = this.#play;
		const conditions = this.#conditionsOf(job);
		const { frames, acts } = this.#played(job, conditions);
		const none = (conditions.none ??= this.#withoutActs(conditions.setting));
		const harm =
			this.#measures[0]?.kind === 'harm'
				? meterOf(this.#scenario, mine, none)(frames.at(-1)!, acts).index
				: null;
		return readMeasures(this.#measures, frames, harm, this.#scenario.trustIn);
	}

	#played({ decide }: WorldJob, conditions: Conditions): PlayedAgain {
		const { script, mine } = this.#play;
		const { setting, checkpoints } = conditions;
		if (decide.kind === 'kept') {
			const kept = script.decisions.map((_, index) => decide.decisions.includes(index));
			const beside = this.#besideOf(conditions, kept);
			return beside === null
				? playAgain(setting, script, kept, checkpoints)
				: playAgain({ ...setting, engine: beside }, script, kept);
		}
		const bot = decide.kind === 'bot' ? BOTS[decide.bot] : randomBot(decide.seed);
		const isOthers = script.decisions.map(({ seat }) => !mine.includes(roleIn(script, seat)));
		const policies: Policy[] = mine.map((role) => bot.policyFor(role));
		return playAgain(setting, script, isOthers, null, policies);
	}

	/** Where what is left out concerns few sites, a recording of the play with everything kept; null: it had better run all. */
	#besideOf(conditions: Conditions, kept: readonly boolean[]): Engine | null {
		if (!this.#sharesPast || ++conditions.worlds < WORTH_RECORDING) return null;
		const { recording, acts } = (conditions.played ??= this.#record(conditions));
		const { decisions } = this.#play.script;
		const isLeftOut = (act: Act) =>
			act.kind === 'decision' && decisions.some((one, at) => one.decision === act.decision && !kept[at]);
		const left = acts.filter((act) => !isLeftOut(act));
		return recording.isNear(ordersOf(conditions.setting, left)) ? engineBeside(recording) : null;
	}

	#record({ setting, checkpoints }: Conditions): Played {
		const { script } = this.#play;
		const all = script.decisions.map(() => true);
		const { acts } = playAgain(setting, script, all, checkpoints);
		const seed = seedFromText(setting.seed);
		return { acts, recording: new Recording(this.#model, seed, ordersOf(setting, acts), setting.minutes) };
	}

	/** The run by which harm is measured: nobody acts. */
	#withoutActs({ engine, beforehand }: ReplaySetting): Frame {
		const run = engine.start();
		run.advance(beforehand, this.#minutes.at(-1)!);
		return run.frame();
	}

	#conditionsOf({ seed, beforehand }: WorldJob): Conditions {
		const key = JSON.stringify([seed, beforehand]);
		let found = this.#conditions.get(key);
		if (found === undefined) {
			const engine = simEngine(this.#model, seed);
			const setting = { scenario: this.#scenario, engine, seed, beforehand, minutes: this.#minutes };
			const checkpoints = this.#sharesPast ? new Checkpoints(CHECKPOINTS) : null;
			found = { setting, checkpoints, none: null, worlds: 0, played: null };
			// Conditions come one after the other: what those before have kept is not asked for again.
			if (this.#conditions.size >= CONDITIONS_MOST) this.#conditions.clear();
			this.#conditions.set(key, found);
		}
		return found;
	}
}

const CONDITIONS_MOST = 2;
/** A recording takes as long as two worlds: for fewer than these under the same conditions none is made. */
const WORTH_RECORDING = 6;

/** The play with everything kept. */
interface Played {
	readonly acts: readonly Act[];
	readonly recording: Recording;
}

interface Conditions {
	readonly setting: ReplaySetting;
	readonly checkpoints: Checkpoints | null;
	none: Frame | null;
	/** So many have been run under them. */
	worlds: number;
	played: Played | null;
}

function ordersOf({ scenario, beforehand }: ReplaySetting, acts: readonly Act[]): Order[] {
	return byMinute([...beforehand, ...worldOrders(scenario, { acts })]);
}

function roleIn({ seats }: PlayScript, seat: string): string {
	return seats.find((one) => one.seat === seat)?.role ?? '';
}
