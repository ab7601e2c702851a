import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { noneBot } from '../../lib/exercise/bots/none.ts';
import { openRoom, play, type Play } from '../../lib/exercise/bots/play.ts';
import type { Policy } from '../../lib/exercise/bots/policy.ts';
import { recordBot } from '../../lib/exercise/bots/record.ts';
import { SHARED_WORLD } from '../../lib/exercise/commands/create-exercise.ts';
import { foldLog } from '../../lib/exercise/evolve.ts';
import type { LogFault, StoredResult } from '../../lib/exercise/log-file.ts';
import { readLog } from '../../lib/exercise/read-log.ts';
import type { ExerciseScenario } from '../../lib/exercise/scenario.ts';
import { nearest } from '../../lib/scenario/parse/nearest.ts';
import { parameterSpec } from '../../lib/sim/parameters.ts';
import type { Setting } from '../../lib/sim/model.ts';
import { readText } from '../packs.ts';
import { ReadableError } from '../readable-error.ts';
import { DEFAULT_SEED, type SimOptions } from './options.ts';
import { logPolicy, settingsPolicy } from './policies.ts';

/** A way to play that has been looked up: who acts how, and what a log adds to it. */
interface Course {
	readonly policy: Policy;
	readonly seed: string;
	readonly untilMin: number;
	/** What the log says its world came to, where it was saved at the minute it had reached. */
	readonly expected: StoredResult | null;
}

/** A play of the whole course, and the hash that it must come to (null: not known). */
export interface Played {
	readonly play: Play;
	readonly expectedHash: string | null;
}

/**
 * Plays the room: the chosen policy with the levers set before it, up to the minute asked for.
 * @throws ReadableError when the policy or its log cannot be played with this scenario
 */
export function playCourse(
	scenario: ExerciseScenario,
	options: SimOptions,
	settings: readonly Setting[]
): Played {
	const { horizonMin, id } = scenario;
	const course = courseOf(scenario, options);
	const untilMin = options.untilMin ?? course.untilMin;
	if (untilMin > horizonMin)
		throw new ReadableError(
			`--until is ${untilMin}, and '${id}' ends at minute ${horizonMin}. Give that or less.`
		);
	refuseLate(scenario, settings);
	const room = openRoom(scenario, options.seed ?? course.seed);
	const played = play(room, [settingsPolicy(settings), course.policy], untilMin);
	if (course.policy.name === 'log') refuseDeparture(played, options.policy);
	const same = options.seed === null && settings.length === 0 && untilMin === course.expected?.minute;
	return { play: played, expectedHash: same ? course.expected!.stateHash : null };
}

function courseOf(scenario: ExerciseScenario, options: SimOptions): Course {
	const builtIn = { record: recordBot, none: noneBot } as const;
	const { policy } = options;
	if (Object.hasOwn(builtIn, policy)) {
		if (options.world !== null)
			throw new ReadableError('--world is for a log: name one with --policy FILE.log.json.');
		const bot = builtIn[policy as keyof typeof builtIn];
		return { policy: bot, seed: DEFAULT_SEED, untilMin: scenario.horizonMin, expected: null };
	}
	if (!existsSync(policy)) {
		const close = nearest(policy, Object.keys(builtIn));
		const hint = close === null ? '' : ` Did you mean ${close}?`;
		throw new ReadableError(
			`There is no policy '${policy}' and no file of that name.${hint} Use record, none, or the path of a saved log.`
		);
	}
	return logCourse(scenario, policy, options.world);
}

function logCourse(scenario: ExerciseScenario, file: string, wanted: string | null): Course {
	const reading = readLog(readText(file), basename(file), (id) =>
		id === scenario.id ? scenario : undefined
	);
	if (!reading.ok)
		throw new ReadableError(`${file} cannot be played:\n${reading.faults.map(faultLine).join('\n')}`);
	const { log, readOnly } = reading;
	const state = foldLog(log.events);
	const { scenarioId, seed } = state.exercise!;
	if (scenarioId !== scenario.id)
		throw new ReadableError(
			`${file} is a log of the scenario '${scenarioId}', not of '${scenario.id}'. Name that one with --scenario.`
		);
	if (readOnly !== null)
		throw new ReadableError(`${file} cannot be played again as it was. ${readOnly.reason}`);
	const world = worldOf(Object.keys(state.worlds), file, wanted);
	const { minute } = state.worlds[world];
	const expected = log.results.find((result) => result.world === world && result.minute === minute) ?? null;
	return { policy: logPolicy(state, world), seed, untilMin: minute, expected };
}

function worldOf(worlds: readonly string[], file: string, wanted: string | null): string {
	const choices = `Its worlds: ${worlds.join(', ')}.`;
	if (worlds.length === 0) throw new ReadableError(`${file} has no world yet: nothing was played.`);
	if (wanted !== null) {
		if (worlds.includes(wanted)) return wanted;
		throw new ReadableError(`${file} has no world '${wanted}'. ${choices}`);
	}
	if (worlds.length === 1) return worlds[0];
	if (worlds.includes(SHARED_WORLD)) return SHARED_WORLD;
	throw new ReadableError(`${file} holds several worlds. Choose one with --world. ${choices}`);
}

function faultLine({ file, line, column, path, what, remedy }: LogFault): string {
	return `  ${file}:${line}:${column} ${path === '' ? '(root)' : path}: ${what}; ${remedy}`;
}

/** A lever of the world's making cannot be set where nobody can do anything before the incident. */
function refuseLate({ phases, id }: ExerciseScenario, settings: readonly Setting[]): void {
	const late = settings.find(({ parameter }) => parameterSpec(parameter)?.before === true);
	if (late === undefined || phases.includes('preparation')) return;
	throw new ReadableError(
		`'${late.parameter}' can only be set in preparation, which '${id}' does not have. Leave it out, or add the phase.`
	);
}

/** A log that cannot be followed to the letter is not replayed by halves. */
function refuseDeparture({ refusals }: Play, file: string): void {
	const departure = refusals.find(({ refusal }) => refusal.code !== 'alreadyReleased');
	if (departure === undefined) return;
	const { body, refusal } = departure;
	throw new ReadableError(`${file} cannot be followed: its '${body.type}' is refused. ${refusal.message}`);
}
