import { injectsSeen } from '../../exercise/injects/injects.ts';
import { ratingsOf } from '../../exercise/assessment/ratings.ts';
import { scopeOf } from '../../exercise/scenario/scope.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { entry, type Act, type RoomState } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { confidenceCalibrationOf } from './confidence-calibration.ts';
import { actsOfOthers, counterfactuals, type Questions } from '../counterfactuals/counterfactuals.ts';
import { timeSeriesOf } from '../figures/time-series.ts';
import { eachRun } from './each-run.ts';
import { effectsOf } from './effects.ts';
import { figuresOf } from '../figures/figures.ts';
import { findingOf } from './finding.ts';
import { meterOf, type HarmMeter } from '../figures/harm.ts';
import { criteriaOf } from './criteria.ts';
import type { Compared, HotWash, Outcome, TaskReview, TermOutcome } from './hot-wash.ts';
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
	const { scenario, room, mine, cut, stops } = exercise;
	const own = ownOf(scenario, mine);
	const movesHosts = (id: string) => {
		const decision = decisionOf(room, id);
		return decision !== undefined && movesHostsAfterMin(decision, own, scenario.organisations) !== null;
	};
	return counterfactuals(room, actsOf(exercise), mine, openingsAt(room, cut, stops), movesHosts);
}

/** What is left where the person decides nothing; null where that is nothing at all. */
export function actsOfOthersIn(exercise: Exercise): readonly Act[] | null {
	const acts = actsWithoutMine(exercise);
	return acts.length === 0 ? null : acts;
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
	// Where nobody else decided anything, all without the person's decisions is all without any.
	const without = (kind: string) => read?.find(({ run }) => run.kind === kind);
	const withoutMine = without('others') ?? without('none');
	const effects =
		read === null || played === undefined || withoutMine === undefined
			? null
			: effectsOf(played, withoutMine, read, scenario.decisions, questions.outOfReach);
	const outcome = outcomeOf(exercise, frames, own, harmOf);
	const decisions = timeLine.roles.flatMap(({ decisions }) => decisions);
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
		turn: turnOf(frames.played, own, timeLine, read ?? []),
		calibration: effects === null ? null : confidenceCalibrationOf(decisions, effects.all),
		reviews: reviewsOf(exercise, frames.played.at(-1)!),
		progress: {
			done: questions.runs.filter(({ id }) => singles[id] !== undefined).length,
			of: questions.runs.length
		}
	};
}

function actsWithoutMine(exercise: Exercise): readonly Act[] {
	return actsOfOthers(exercise.room, actsOf(exercise), exercise.mine);
}

/** The model's marks, each with what was asked for it. */
function reviewsOf(exercise: Exercise, end: Frame): TaskReview[] {
	const { scenario, room, mine } = exercise;
	const acts = actsOf(exercise);
	const scope = scopeOf(end, acts, room);
	const tasks = room.objectives.flatMap((one) => one.tasks);
	return ratingsOf(room, mine, end, acts).map(({ objective, task, mark }) => {
		const { met } = tasks.find(({ id }) => id === task)!;
		return { objective, task, model: mark, criteria: criteriaOf(met, scope, scenario) };
	});
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
	{ played, record, none, others }: Material['frames'],
	own: Own | null,
	harmOf: HarmMeter | null
): Outcome {
	const { scenario, room, mine } = exercise;
	const runs: Compared<Done> = {
		played: { frames: played, acts: actsOf(exercise) },
		record: record === null ? null : { frames: record, acts: recordActs(scenario) },
		none: none === null ? null : { frames: none, acts: [] },
		others: others === null ? null : { frames: others, acts: actsWithoutMine(exercise) }
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
