import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bot, Policy } from '../../lib/exercise/bots/policy.ts';
import { randomBot } from '../../lib/exercise/bots/random.ts';
import { BOTS, policiesOf, policiesOfSeats } from '../../lib/exercise/bots/roster.ts';
import type { BotProfile } from '../../lib/exercise/log/events.ts';
import type { RoomState } from '../../lib/exercise/state.ts';
import { simEngine } from '../../lib/exercise/world/engine.ts';
import { foldLog } from '../../lib/exercise/log/evolve.ts';
import type { StoredResult } from '../../lib/exercise/log/log-file.ts';
import type { LogFault } from '../../lib/exercise/log/log-faults.ts';
import { readLog } from '../../lib/exercise/log/read-log.ts';
import { departureOf, type Departure } from '../../lib/exercise/log/stored-result.ts';
import type { ExerciseScenario } from '../../lib/exercise/scenario/scenario.ts';
import { Timeline } from '../../lib/exercise/world/timeline.ts';
import { logFaultText, readOnlyText } from '../../lib/text/log-fault-text.ts';
import { refusalText } from '../../lib/text/refusal-text.ts';
import { botSeats, type SeatSetup } from '../../lib/room/opening.ts';
import { playBots, type Play } from '../../lib/room/play-through.ts';
import { nearest } from '../../lib/scenario/parse/nearest.ts';
import { parameterSpec } from '../../lib/sim/parameters.ts';
import type { Setting } from '../../lib/sim/model.ts';
import { readText, type Pack } from '../packs.ts';
import { ReadableError } from '../readable-error.ts';
import { DEFAULT_SEED, type SimOptions } from './options.ts';
import { logPolicy, settingsPolicy } from './policies.ts';

/** The one policy that needs a seed of its own. */
const RANDOM = 'random';

/** A way to play that has been looked up: who acts how, and what a log adds to it. */
interface Course {
	readonly seats: readonly SeatSetup[];
	/** Null: those that the seats name. */
	readonly policies: readonly Policy[] | null;
	readonly seed: string;
	readonly cut: string | null;
	readonly untilMin: number;
	/** Null: a bot's play. */
	readonly log: null | {
		readonly world: string;
		/** What the log says its worlds came to. */
		readonly results: readonly StoredResult[];
	};
}

/** A play of the whole course, and how its end differs from what a log says of it. */
export interface Played {
	readonly play: Play;
	/** Of the state that the play's world has come to; null: as stored, or nothing is stored to compare with. */
	readonly departure: (end: Omit<StoredResult, 'world'>) => Departure | null;
}

/**
 * Plays the room: the chosen policy with the levers set before it, up to the minute asked for.
 * @throws ReadableError when the policy or its log cannot be played with this scenario
 */
export function playCourse(
	{ exercise: scenario, model }: Pick<Pack, 'exercise' | 'model'>,
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
	const seed = options.seed ?? course.seed;
	const { seats, cut } = course;
	const bySeat = Object.fromEntries(seats.map((seat) => [seat.seat, seat]));
	const policies = [settingsPolicy(settings), ...(course.policies ?? policiesOfSeats(scenario, bySeat))];
	// A log says which injects were released; bots are told by the conditions of the scenario.
	const looks = course.log === null ? { timeline: new Timeline(simEngine(model, seed)) } : {};
	const played = playBots(scenario, { seed, cut, seats, policies, untilMin, ...looks });
	if (course.log === null) return { play: played, departure: () => null };
	refuseDeparture(played, options.policy);
	const { world, results } = course.log;
	const isSame = options.seed === null && settings.length === 0 && options.untilMin === null;
	return { play: played, departure: (end) => (isSame ? departureOf(results, { ...end, world }) : null) };
}

function courseOf(scenario: ExerciseScenario, options: SimOptions): Course {
	const { policy, role, cut } = options;
	const names = [...Object.keys(BOTS), RANDOM];
	if (!names.includes(policy)) {
		if (existsSync(policy)) return logCourse(scenario, options);
		const close = nearest(policy, names);
		const hint = close === null ? '' : ` Did you mean ${close}?`;
		const choices = `Use ${names.join(', ')}, or the path of a saved log.`;
		throw new ReadableError(`There is no policy '${policy}' and no file of that name.${hint} ${choices}`);
	}
	if (options.world !== null)
		throw new ReadableError('--world is for a log: name one with --policy FILE.log.json.');
	known('--role', 'role', role, scenario.roles, scenario.id);
	known('--cut', 'cut', cut, scenario.cuts, scenario.id);
	const seed = options.seed ?? DEFAULT_SEED;
	const isRandom = policy === RANDOM;
	// Chance is no profile of a bot: its seats are those of people.
	const seats = botSeats(scenario, isRandom ? null : (policy as BotProfile)).map((seat) =>
		role === null || seat.role === role ? seat : { ...seat, bot: 'record' as const }
	);
	const policies = isRandom ? randomPolicies(scenario, role, randomBot(seed)) : null;
	return { seats, policies, seed, cut, untilMin: scenario.horizonMin, log: null };
}

/** One role by chance and all others as on the record, or all by chance. */
function randomPolicies(scenario: ExerciseScenario, role: string | null, bot: Bot): readonly Policy[] {
	if (role === null) return [bot];
	const bots = scenario.roles.map(({ id }) => [id, id === role ? bot : BOTS.record] as const);
	return policiesOf(scenario, Object.fromEntries(bots));
}

function known(
	option: string,
	what: string,
	id: string | null,
	all: readonly { readonly id: string }[],
	scenarioId: string
): void {
	if (id === null || all.some((one) => one.id === id)) return;
	const remedy =
		all.length === 0
			? `It has none: leave ${option} out.`
			: `It has: ${all.map((one) => one.id).join(', ')}.`;
	throw new ReadableError(`'${scenarioId}' has no ${what} '${id}'. ${remedy}`);
}

function logCourse(scenario: ExerciseScenario, options: SimOptions): Course {
	const { policy: file, world: wanted } = options;
	for (const option of ['role', 'cut'] as const) {
		if (options[option] === null) continue;
		throw new ReadableError(`--${option} is for a bot: a log says itself who did what, and in which cut.`);
	}
	const reading = readLog(readText(file), basename(file), (id) =>
		id === scenario.id ? scenario : undefined
	);
	if (!reading.ok)
		throw new ReadableError(`${file} cannot be played:\n${reading.faults.map(faultLine).join('\n')}`);
	const { log, readOnly } = reading;
	const state = foldLog(log.events);
	const { scenarioId, seed, cut } = state.exercise!;
	if (scenarioId !== scenario.id)
		throw new ReadableError(
			`${file} is a log of the scenario '${scenarioId}', not of '${scenario.id}'. Name that one with --scenario.`
		);
	if (readOnly !== null)
		throw new ReadableError(`${file} cannot be played again as it was. ${readOnlyText(readOnly)}`);
	const world = worldOf(state, file, wanted);
	const { minute } = state.worlds[world];
	const { results } = log;
	const seats = Object.entries(state.seats).map(([id, seat]) => ({ seat: id, ...seat }));
	const policies = [logPolicy(state, world)];
	return { seats, policies, seed, cut, untilMin: minute, log: { world, results } };
}

function worldOf(state: RoomState, file: string, wanted: string | null): string {
	const worlds = Object.keys(state.worlds);
	const choices = `Its worlds: ${worlds.join(', ')}.`;
	if (worlds.length === 0) throw new ReadableError(`${file} has no world yet: nothing was played.`);
	if (wanted !== null) {
		if (worlds.includes(wanted)) return wanted;
		throw new ReadableError(`${file} has no world '${wanted}'. ${choices}`);
	}
	if (worlds.length === 1) return worlds[0];
	const shared = worlds.find((id) => state.worlds[id]!.team === null && state.worlds[id]!.fork === null);
	if (shared !== undefined) return shared;
	throw new ReadableError(`${file} holds several worlds. Choose one with --world. ${choices}`);
}

function faultLine(fault: LogFault): string {
	const { file, line, column, path, what, remedy } = logFaultText(fault);
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
	throw new ReadableError(
		`${file} cannot be followed: its '${body.type}' is refused. ${refusalText(refusal)}`
	);
}
