import * as v from 'valibot';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { EVENT_TYPES, EVENTS, type EventType, type RoomEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { fieldFault } from './field-fault.ts';
import { idField, minuteField } from './fields.ts';
import { JsonFault, lineAndColumn, pathText, scanJson, type JsonPath } from './json-scan.ts';
import { LIMITS } from './limits.ts';
import { eventFault, type EventFault } from './log-check.ts';
import type { LogFault, LogFaultCause, LogFaultCode, LogFaults, ReadOnlyReason } from './log-faults.ts';
import { LOG_FORMAT, LOG_VERSION, type LogReading } from './log-file.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { EMPTY_ROOM } from '../state.ts';
import { EVENTS_1, upcastEvents, type RoomEvent1, type Upcast } from './upcast.ts';

/** The scenario of an id where it is at hand; of several versions the one with this content. */
export type ScenarioOf = (id: string, contentHash: string) => ExerciseScenario | undefined;

/**
 * Reads a log that may be anything. Never throws.
 *
 * @param fileName how to call it in messages
 * @param scenarioOf where it finds a scenario, decisions, roles, levers and phases are checked
 */
export function readLog(
	text: string,
	fileName: string,
	scenarioOf: ScenarioOf = () => undefined
): LogReading {
	const refused = ({ path, code, params }: EventFault): LogReading => {
		const place = { file: fileName, path: pathText(path), ...lineAndColumn(text, placeOf(text, path)) };
		return { ok: false, faults: [{ ...place, code, params } as LogFault] };
	};
	if (text.length > LIMITS.logCharacters) {
		return refused(wrong([], 'tooLarge', { characters: text.length, most: LIMITS.logCharacters }));
	}
	try {
		scanJson(text, SCAN_LIMITS, () => {});
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		const { code, params, at } = error;
		// What does not even begin like one is another kind of file, not a damaged log.
		if (code === 'badStart' && text.slice(0, at).trim() === '') return refused(wrong([], 'notALog', {}));
		const place = { file: fileName, path: '', ...lineAndColumn(text, at) };
		return { ok: false, faults: [{ ...place, code, params } as LogFault] };
	}
	const outer = readOuter(JSON.parse(text));
	if ('code' in outer) return refused(outer);
	const read = outer.version === 1 ? readEvents1(outer.events) : readEvents(outer.events);
	if ('code' in read) return refused(read);
	const events: RoomEvent[] = [];
	let state = EMPTY_ROOM;
	let scenario: ExerciseScenario | undefined;
	for (const { event: raw, from } of read.events) {
		const event = from === 0 ? ofToday(raw, scenarioOf) : raw;
		if (event.type === 'exerciseCreated' && from === 0)
			scenario = sameContent(scenarioOf(event.scenarioId, event.contentHash), event);
		const fault = eventFault(state, event, scenario);
		if (fault !== null) return refused({ ...fault, path: ['events', from, ...fault.path] });
		state = evolve(state, event);
		events.push(event);
	}
	const created = state.exercise!;
	return { ok: true, log: { events, results: outer.results }, readOnly: whyReadOnly(created, scenarioOf) };
}

type EventsRead = { readonly events: readonly Upcast[] } | EventFault;

function readEvents(raw: readonly unknown[]): EventsRead {
	const events: Upcast[] = [];
	for (const [from, one] of raw.entries()) {
		const read = readEvent<RoomEvent>(EVENTS, one);
		if ('code' in read) return { ...read, path: ['events', from, ...read.path] };
		events.push({ event: read.event, from });
	}
	return { events };
}

function readEvents1(raw: readonly unknown[]): EventsRead {
	const events: RoomEvent1[] = [];
	for (const [from, one] of raw.entries()) {
		const read = readEvent<RoomEvent1>(EVENTS_1, one);
		if ('code' in read) return { ...read, path: ['events', from, ...read.path] };
		events.push(read.event);
	}
	return { events: upcastEvents(events) };
}

/** The beginning of a log whose scenario is still the same, under the hash that it has today. */
function ofToday(event: RoomEvent, scenarioOf: ScenarioOf): RoomEvent {
	if (event.type !== 'exerciseCreated') return event;
	const scenario = scenarioOf(event.scenarioId, event.contentHash);
	if (scenario === undefined || !scenario.isFormerHash(event.contentHash)) return event;
	return { ...event, contentHash: scenario.contentHash };
}

const SCAN_LIMITS = { depth: LIMITS.logDepth, items: LIMITS.logEvents };

function wrong<Code extends LogFaultCode>(path: JsonPath, code: Code, params: LogFaults[Code]): EventFault {
	return { path, ...({ code, params } as LogFaultCause) };
}

const outerSchema = v.strictObject({
	format: v.literal(LOG_FORMAT),
	version: v.picklist([1, LOG_VERSION]),
	results: v.pipe(
		v.array(
			v.strictObject({
				world: idField,
				minute: minuteField,
				stateHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'notAHash'))
			})
		),
		v.maxLength(LIMITS.worlds, 'tooMany')
	),
	events: v.pipe(v.array(v.unknown()), v.minLength(1, 'empty'), v.maxLength(LIMITS.logEvents, 'tooMany'))
});

function readOuter(json: unknown): v.InferOutput<typeof outerSchema> | EventFault {
	const head = (typeof json === 'object' && json !== null ? json : {}) as {
		format?: unknown;
		version?: unknown;
	};
	if (head.format !== LOG_FORMAT) return wrong([], 'notALog', {});
	if (typeof head.version === 'number' && head.version > LOG_VERSION) {
		return wrong(['version'], 'newerVersion', { version: head.version, upTo: LOG_VERSION });
	}
	if (head.version !== 1 && head.version !== LOG_VERSION) {
		const version = JSON.stringify(head.version)?.slice(0, 20) ?? 'none';
		return wrong(['version'], 'unknownVersion', { version, upTo: LOG_VERSION });
	}
	const read = v.safeParse(outerSchema, json);
	return read.success ? read.output : badValue(read.issues[0]);
}

function readEvent<Event>(
	schemas: Readonly<Record<EventType, unknown>>,
	raw: unknown
): { readonly event: Event } | EventFault {
	const type = typeof raw === 'object' && raw !== null ? (raw as { type?: unknown }).type : undefined;
	if (typeof type !== 'string') return wrong([], 'notAnEvent', {});
	if (!Object.hasOwn(schemas, type)) {
		return wrong(['type'], 'unknownEvent', { id: type.slice(0, 60), known: EVENT_TYPES });
	}
	const read = v.safeParse(schemas[type as EventType] as v.GenericSchema<unknown, Event>, raw);
	return read.success ? { event: read.output } : badValue(read.issues[0]);
}

function badValue(first: v.BaseIssue<unknown>): EventFault {
	const path = (first.path ?? []).map(({ key }) => key as string | number);
	const field = path.at(-1);
	return wrong(path, 'badValue', {
		field: field === undefined ? null : String(field),
		fault: fieldFault(first)
	});
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
	scenarioOf: ScenarioOf
): ReadOnlyReason | null {
	if (engineVersion !== ENGINE_VERSION) {
		return { code: 'otherPhysics', playedWith: engineVersion, now: ENGINE_VERSION };
	}
	const scenario = scenarioOf(scenarioId, contentHash);
	const isChanged = scenario !== undefined && scenario.contentHash !== contentHash;
	return isChanged ? { code: 'scenarioChanged', scenarioId } : null;
}
