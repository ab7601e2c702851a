import * as v from 'valibot';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { EVENT_TYPES, EVENTS, type EventType, type RoomEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { idField, minuteField } from './fields.ts';
import { JsonFault, lineAndColumn, pathText, scanJson, type JsonPath } from './json-scan.ts';
import { LIMITS } from './limits.ts';
import { eventFault } from './log-check.ts';
import { LOG_FORMAT, LOG_VERSION, type LogReading } from './log-file.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { EMPTY_ROOM } from '../state.ts';

/**
 * Reads a log that may be anything. Never throws.
 *
 * @param fileName how to call it in messages
 * @param scenarioOf the scenario of an id where it is at hand: then decisions, roles, levers and phases are checked
 */
export function readLog(
	text: string,
	fileName: string,
	scenarioOf: (id: string) => ExerciseScenario | undefined = () => undefined
): LogReading {
	const fault = (what: string, remedy: string, path: JsonPath = []): LogReading => {
		const place = lineAndColumn(text, placeOf(text, path));
		return { ok: false, faults: [{ file: fileName, path: pathText(path), ...place, what, remedy }] };
	};
	if (text.length > LIMITS.logCharacters) {
		return fault(`the file has ${text.length} characters`, `A log has at most ${LIMITS.logCharacters}.`);
	}
	try {
		scanJson(text, SCAN_LIMITS, () => {});
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		const { message: what, remedy } = error;
		return {
			ok: false,
			faults: [{ file: fileName, path: '', ...lineAndColumn(text, error.at), what, remedy }]
		};
	}
	const outer = readOuter(JSON.parse(text));
	if ('what' in outer) return fault(outer.what, outer.remedy, outer.path);
	const events: RoomEvent[] = [];
	let state = EMPTY_ROOM;
	let scenario: ExerciseScenario | undefined;
	for (const [index, raw] of outer.events.entries()) {
		const read = readEvent(raw);
		if ('what' in read) return fault(read.what, read.remedy, ['events', index, ...read.path]);
		const { event } = read;
		if (event.type === 'exerciseCreated' && index === 0)
			scenario = sameContent(scenarioOf(event.scenarioId), event);
		const wrong = eventFault(state, event, scenario);
		if (wrong !== null) return fault(wrong.what, wrong.remedy, ['events', index, ...wrong.path]);
		state = evolve(state, event);
		events.push(event);
	}
	const created = state.exercise!;
	return { ok: true, log: { events, results: outer.results }, readOnly: whyReadOnly(created, scenarioOf) };
}

const SCAN_LIMITS = { depth: LIMITS.logDepth, items: LIMITS.logEvents };

interface Wrong {
	readonly what: string;
	readonly remedy: string;
	readonly path: JsonPath;
}

const outerSchema = v.strictObject({
	format: v.literal(LOG_FORMAT),
	version: v.literal(LOG_VERSION),
	results: v.pipe(
		v.array(
			v.strictObject({
				world: idField,
				minute: minuteField,
				stateHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is no hash of 16 hexadecimal digits'))
			})
		),
		v.maxLength(LIMITS.worlds)
	),
	events: v.pipe(
		v.array(v.unknown()),
		v.minLength(1, 'is empty'),
		v.maxLength(LIMITS.logEvents, `has more than ${LIMITS.logEvents} events`)
	)
});

function readOuter(json: unknown): v.InferOutput<typeof outerSchema> | Wrong {
	const head = (typeof json === 'object' && json !== null ? json : {}) as {
		format?: unknown;
		version?: unknown;
	};
	if (head.format !== LOG_FORMAT) {
		const remedy = `A log says "format": "${LOG_FORMAT}". Choose the file that was saved as a log.`;
		return { what: 'this is not a log of an exercise', remedy, path: [] };
	}
	if (typeof head.version === 'number' && head.version > LOG_VERSION) {
		const what = `the log has format version ${head.version}; this program reads up to ${LOG_VERSION}`;
		return { what, remedy: 'Open it with the newer program that saved it.', path: ['version'] };
	}
	const read = v.safeParse(outerSchema, json);
	return read.success ? read.output : issue(read.issues[0]);
}

function readEvent(raw: unknown): { readonly event: RoomEvent } | Wrong {
	const type = typeof raw === 'object' && raw !== null ? (raw as { type?: unknown }).type : undefined;
	if (typeof type !== 'string') {
		return { what: 'this is no event', remedy: 'An event is an object with a "type".', path: [] };
	}
	if (!Object.hasOwn(EVENTS, type)) {
		const what = `there is no event '${type.slice(0, 60)}'`;
		return { what, remedy: `There are: ${EVENT_TYPES.join(', ')}.`, path: ['type'] };
	}
	const read = v.safeParse(EVENTS[type as EventType] as v.GenericSchema<unknown, RoomEvent>, raw);
	return read.success ? { event: read.output } : issue(read.issues[0]);
}

function issue(first: v.BaseIssue<unknown>): Wrong {
	const path = (first.path ?? []).map(({ key }) => key as string | number);
	return {
		what: `${path.length === 0 ? 'this' : `'${path.at(-1)}'`} is not as it should be: ${first.message.slice(0, 300)}`,
		remedy: 'Take the file as it was saved, or mend this value.',
		path
	};
}

/** Where the value at `path` starts; where there is none, the nearest that holds it. */
function placeOf(text: string, path: JsonPath): number {
	let place = 0;
	let deepest = -1;
	try {
		scanJson(text, SCAN_LIMITS, (here, at) => {
			if (here.length > deepest && here.length <= path.length && here.every((part, i) => part === path[i])) {
				deepest = here.length;
				place = at;
			}
		});
	} catch {
		return place;
	}
	return place;
}

type Created = { readonly scenarioId: string; readonly contentHash: string; readonly engineVersion: string };

/** The scenario only when it is the very one that the log was made with. */
function sameContent(
	scenario: ExerciseScenario | undefined,
	{ contentHash }: Created
): ExerciseScenario | undefined {
	return scenario?.contentHash === contentHash ? scenario : undefined;
}

function whyReadOnly(
	{ scenarioId, contentHash, engineVersion }: Created,
	scenarioOf: (id: string) => ExerciseScenario | undefined
): null | { readonly reason: string } {
	if (engineVersion !== ENGINE_VERSION) {
		const reason = `It was played with version ${engineVersion} of the physics; this is version ${ENGINE_VERSION}.`;
		return { reason: `${reason} Its results are as they were stored. A re-run is another play.` };
	}
	const scenario = scenarioOf(scenarioId);
	if (scenario !== undefined && scenario.contentHash !== contentHash) {
		return { reason: `The scenario '${scenarioId}' has changed since. A re-run with it is another play.` };
	}
	return null;
}
