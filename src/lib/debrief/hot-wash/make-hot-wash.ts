import { injectsSeen } from '../../exercise/injects/injects.ts';
import { ratingsOf } from '../../exercise/assessment/ratings.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { entry, type Act, type RoomState } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { confidenceCalibrationOf } from './confidence-calibration.ts';
import { counterfactuals, type Questions } from '../counterfactuals/counterfactuals.ts';
import { timeSeriesOf } from '../figures/time-series.ts';
import { eachRun } from './each-run.ts';
import { effectsOf } from './effects.ts';
import { figuresOf } from '../figures/figures.ts';
import { findingOf } from './finding.ts';
import { meterOf, type HarmMeter } from '../figures/harm.ts';
import type { Compared, HotWash, Outcome, TermOutcome } from './hot-wash.ts';
import { lossesOf } from '../figures/losses.ts';
import { movesHostsAfterMin } from './moves-hosts.ts';
import { openingsAt } from '../counterfactuals/openings.ts';
import { ownOf, type Own } from '../figures/own.ts';
import { recordActs, spentUsd } from '../counterfactuals/record-acts.ts';
import { readRun, type ReadRun } from '../counterfactuals/finished-run.ts';
import { timeLineOf } from './time-line.ts';
import { turnOf } from './turn.ts';

/** The exercise that a hot wash is about. */
export interface Exercise {
	readonly scenario: Scenario;
	readonly room: ExerciseScenario;
	readonly state: RoomState;
	/** Id of the world that those who are looked at acted in. */
	readonly world: string;
	/** Id of the role played, or `table`. */
	readonly role: string;
	readonly mine: readonly string[];
	readonly cut: string | null;
	/** Minutes at which this run opened its rounds, ascending: the first one is round 1. */
	readonly stops: readonly number[];
}

/** What has been run by now. */
export interface Material {
	/** On the world as it was played, from minute 0 to the end; null: not run yet. */
	readonly frames: Compared<readonly Frame[]>;
	/** By id of the counterfactual: all of one world (a smaller one will do), at the same minutes. */
	readonly singles: Readonly<Record<string, readonly Frame[]>>;
}

/** The further runs that a hot wash of this exercise takes. */
export function questionsOf(exercise: Exercise): Questions {
	const { room, mine, cut, stops } = exercise;
	return counterfactuals(room, actsOf(exercise), mine, openingsAt(room, cut, stops));
}

/** The hot wash, as far as the material goes. Cheap enough to be made again whenever there is more. */
export function hotWashOf(exercise: Exercise, material: Material): HotWash {
	const { scenario, room, state, role, mine, stops } = exercise;
	const { frames, singles } = material;
	const acts = actsOf(exercise);
	const own = ownOf(scenario, mine);
	const questions = questionsOf(exercise);
	const none = frames.none?.at(-1);
	const harmOf = none === undefined ? null : meterOf(room, mine, none);
	const injects = injectsSeen(room, state, entry(state.worlds, exercise.world)!);
	const timeLine = timeLineOf(scenario, room, acts, injects, mine, stops);
	const read = readSingles(exercise, questions, singles, own);
	const played = read?.find(({ run }) => run.kind === 'played');
	const effects =
		read === null || played === undefined
			? null
			: effectsOf(played, read, scenario.decisions, questions.outOfReach);
	const outcome = outcomeOf(exercise, frames, own, harmOf);
	const decisions = timeLine.roles.flatMap(({ decisions }) => decisions);
	const movesAfterMin = (id: string, of: Own | null) => {
		const decision = decisionOf(room, id);
		return decision === undefined ? null : movesHostsAfterMin(decision, of, scenario.organisations);
	};
	return {
		role,
		mine,
		endMin: frames.played.at(-1)!.minute,
		finding: findingOf(outcome.harm, outcome.world, effects, timeLine),
		outcome,
		losses: eachRun(frames, lossesOf),
		timeSeries: eachRun(frames, (run) => timeSeriesOf(run, own, room.trustIn)),
		timeLine,
		effects,
		turn: turnOf({ frames: frames.played, acts, own, harmOf, movesAfterMin }, timeLine, read ?? []),
		calibration: effects === null ? null : confidenceCalibrationOf(decisions, effects.all),
		reviews: ratingsOf(room, mine, frames.played.at(-1)!, acts).map(({ objective, task, mark }) => ({
			objective,
			task,
			model: mark
		})),
		progress: {
			done: questions.runs.filter(({ id }) => singles[id] !== undefined).length,
			of: questions.runs.length
		}
	};
}

function actsOf({ state, world }: Exercise): readonly Act[] {
	return entry(state.worlds, world)?.acts ?? [];
}

/** Every single run, read; null until all of them are there. */
function readSingles(
	{ room, mine }: Exercise,
	{ runs }: Questions,
	singles: Material['singles'],
	own: Own | null
): ReadRun[] | null {
	const none = singles['none']?.at(-1);
	if (none === undefined || runs.some(({ id }) => singles[id] === undefined)) return null;
	const reading = {
		own,
		harmOf: meterOf(room, mine, none),
		spentUsd: (acts: readonly Act[]) => spentUsd(room, acts, mine)
	};
	return runs.map((run) => readRun({ ...run, frames: singles[run.id]! }, reading));
}

/** A run and what was done in it. */
interface Done {
	readonly frames: readonly Frame[];
	readonly acts: readonly Act[];
}

function outcomeOf(
	exercise: Exercise,
	{ played, record, none }: Material['frames'],
	own: Own | null,
	harmOf: HarmMeter | null
): Outcome {
	const { scenario, room, mine } = exercise;
	const runs: Compared<Done> = {
		played: { frames: played, acts: actsOf(exercise) },
		record: record === null ? null : { frames: record, acts: recordActs(scenario) },
		none: none === null ? null : { frames: none, acts: [] }
	};
	const figures = (of: Own | null) =>
		eachRun(runs, ({ frames, acts }) => figuresOf(frames, of, spentUsd(room, acts, mine)));
	const harm = harmOf === null ? null : eachRun(runs, ({ frames, acts }) => harmOf(frames.at(-1)!, acts));
	const terms =
		harm === null
			? []
			: harm.played.terms.map(({ role, id, name, unit, weight }, i): TermOutcome => {
					return { role, id, name, unit, weight, value: eachRun(harm, (run) => run.terms[i].value) };
				});
	return {
		harm: harm === null ? null : eachRun(harm, ({ index }) => index),
		terms,
		world: figures(null),
		own: own === null ? null : figures(own)
	};
}
