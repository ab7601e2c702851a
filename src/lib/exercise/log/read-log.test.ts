import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { recordBot } from '../bots/record.ts';
import { openRoom, play } from '../bots/play.ts';
import type { RoomEvent } from './events.ts';
import { foldLog } from './evolve.ts';
import { LIMITS } from './limits.ts';
import { saveLog, type LogReading } from './log-file.ts';
import { readLog } from './read-log.ts';
import { SCENARIO } from '../testing/scenario.ts';

const { events, state } = play(openRoom(SCENARIO, 'a seed'), [recordBot], 400);
const TEXT = saveLog({ events, results: [{ world: 'shared', minute: 400, stateHash: '0123456789abcdef' }] });
const read = (text: string) => readLog(text, 'room.json', () => SCENARIO);
const at = (type: RoomEvent['type']) => events.findIndex((event) => event.type === type);

/** The log with one event changed, as an editor would do it. */
function changed(type: RoomEvent['type'], fields: Record<string, unknown>): string {
	return withEvents(events.map((event, i) => (i === at(type) ? { ...event, ...fields } : event)));
}

function withEvents(events: readonly unknown[]): string {
	return saveLog({ events: events as RoomEvent[], results: [] });
}

function appended(...more: Record<string, unknown>[]): string {
	return withEvents([...events, ...more.map((event) => ({ command: 'x', ...event }))]);
}

const committed = {
	type: 'decisionCommitted',
	world: 'shared',
	seat: 'vendor',
	decision: 'halt',
	atMin: 400,
	rationale: null,
	confidencePct: null
};
const inject = {
	type: 'injectReleased',
	world: 'shared',
	inject: 'x',
	atMin: 400,
	channel: 'news',
	from: 'f',
	title: { en: 't' },
	body: { en: 'b' },
	to: null
};
const deep = '['.repeat(100_000);

/** What is damaged, the text, where it is said to be, and what is said. */
// prettier-ignore
const DAMAGED: readonly [string, string, string, string][] = [
	['nothing', '', '', 'the file ends here'],
	['a blank', '  \n ', '', 'the file ends here'],
	['not JSON', 'hello', '', 'a value cannot start with "h"'],
	['cut off in a text', TEXT.slice(0, TEXT.indexOf('a seed') + 3), '', 'in the middle of a text'],
	['cut off between events', TEXT.slice(0, TEXT.lastIndexOf(',\n')), '', 'in the middle of the log'],
	['cut off by a character', TEXT.trimEnd().slice(0, -1), '', 'in the middle of the log'],
	['another log behind it', TEXT + TEXT, '', 'text after the end'],
	['a comma too many', TEXT.replace('"version": 1,', '"version": 1,,'), '', 'a key in double quotes is missing'],
	['a comma too few', TEXT.replace('"version": 1,', '"version": 1'), '', 'a comma or } is missing'],
	['a colon too few', TEXT.replace('"version":', '"version"'), '', 'a colon is missing'],
	['single quotes', TEXT.replaceAll('"', "'"), '', 'a key in double quotes is missing'],
	['a line break in a text', TEXT.replace('a seed', 'a\nseed'), '', 'a text is not ended on its line'],
	['an unknown escape', TEXT.replace('a seed', 'a\\qseed'), '', 'a backslash has no meaning'],
	['a number with leading zeros', TEXT.replace('"version": 1', '"version": 01'), '', 'a comma or } is missing'],
	['NaN', TEXT.replace('"version": 1', '"version": NaN'), '', 'a value cannot start with "N"'],
	['a prototype key', TEXT.replace('"version": 1,', '"version": 1,"__proto__": {"x": 1},'), '', "'__proto__' is not allowed"],
	['an escaped prototype key', TEXT.replace('"seed":', '"\\u005f_proto__": 1, "seed":'), '', "'__proto__' is not allowed"],
	['a constructor key', TEXT.replace('"seed":', '"constructor": {}, "seed":'), '', "'constructor' is not allowed"],
	['a key twice', TEXT.replace('"version": 1,', '"version": 1, "version": 1,'), '', 'there twice'],
	['nesting without end', deep, '', 'nested deeper'],
	['nesting inside an event', appended({ type: 'noted', author: nested(30), text: 'x' }), '', 'nested deeper'],
	['a list', '[]', '', 'not a log'],
	['a number', '12', '', 'not a log'],
	['a scenario', '{"format": 1, "id": "july-2024"}', '', 'not a log'],
	['a newer format', TEXT.replace('"version": 1', '"version": 2'), 'version', 'format version 2; this program reads up to 1'],
	['an older format', TEXT.replace('"version": 1', '"version": 0'), 'version', 'Expected 1 but received 0'],
	['no events', withEvents([]), 'events', 'is empty'],
	['events of another type', TEXT.replace(/"events": \[[^]*\]/, '"events": {}'), 'events', 'Expected Array'],
	['a key too many', TEXT.replace('"version": 1,', '"version": 1, "players": [],'), 'players', 'Expected never'],
	['a result that is no hash', TEXT.replace('0123456789abcdef"}', 'nothing"}'), 'results[0].stateHash', 'no hash'],
	['an event that is a number', withEvents([...events, 7]), `events[${events.length}]`, 'this is no event'],
	['an event that is nothing', withEvents([...events, null]), `events[${events.length}]`, 'this is no event'],
	['an unknown event', appended({ type: 'worldEnded' }), `events[${events.length}].type`, "no event 'worldEnded'"],
	['an event named like a prototype', appended({ type: 'toString' }), `events[${events.length}].type`, "no event 'toString'"],
	['a text for a number', changed('timeAdvanced', { toMin: '40' }), `events[${at('timeAdvanced')}].toMin`, 'Expected number'],
	['a fraction of a minute', changed('timeAdvanced', { toMin: 40.5 }), `events[${at('timeAdvanced')}].toMin`, 'not a whole number'],
	['a minute before the start', changed('timeAdvanced', { toMin: -1 }), `events[${at('timeAdvanced')}].toMin`, 'below 0'],
	['a huge minute', changed('timeAdvanced', { toMin: 1e300 }), `events[${at('timeAdvanced')}].toMin`, 'above'],
	['an infinite number', TEXT.replace(/"toMin":\d+/, '"toMin":1e999'), `events[${at('timeAdvanced')}].toMin`, 'not a whole number'],
	['a minute past the end', changed('timeAdvanced', { toMin: 601 }), `events[${at('timeAdvanced')}].toMin`, "past the scenario's end at 600"],
	['time that goes back', appended({ type: 'timeAdvanced', world: 'shared', toMin: 399 }), `events[${events.length}].toMin`, 'from minute 400 to 399'],
	['a missing field', changed('seatTaken', { role: undefined }), `events[${at('seatTaken')}].role`, 'Expected "role"'],
	['an id with blanks', changed('seatTaken', { seat: 'a seat' }), `events[${at('seatTaken')}].seat`, 'is no id'],
	['an id without end', changed('seatTaken', { seat: 'x'.repeat(1e5) }), `events[${at('seatTaken')}].seat`, 'longer than 64'],
	['a text without end', changed('exerciseCreated', { seed: 'x'.repeat(1e5) }), 'events[0].seed', 'longer than 200'],
	['an unknown phase', changed('phaseEntered', { play: 'war' }), `events[${at('phaseEntered')}].play`, 'no phase'],
	['a phase out of turn', changed('phaseEntered', { play: 'summit' }), `events[${at('phaseEntered')}].play`, '"summit" does not follow "lobby"'],
	['no beginning', withEvents(events.slice(1)), 'events[0].type', "starts with 'worldOpened'"],
	['two beginnings', withEvents([...events, events[0]]), `events[${events.length}].type`, 'a second time'],
	['a seat taken twice', appended({ type: 'seatTaken', seat: 'vendor', role: 'vendor', team: 'x' }), `events[${events.length}].seat`, 'a second time'],
	['an unknown role', changed('seatTaken', { role: 'pilot' }), `events[${at('seatTaken')}].role`, "no role 'pilot'"],
	['an unknown world', appended({ ...committed, world: 'mars' }), `events[${events.length}].world`, "no world 'mars'"],
	['a world named like a prototype', appended({ ...committed, world: 'valueOf' }), `events[${events.length}].world`, 'no world'],
	['a world opened twice', appended({ type: 'worldOpened', world: 'shared', team: null, fork: null }), `events[${events.length}].world`, 'a second time'],
	['a fork of nothing', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'mars', atMin: 0 } }), `events[${events.length}].fork`, "no world 'mars'"],
	['a fork of the future', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'shared', atMin: 500 } }), `events[${events.length}].fork`, 'is forked at 500'],
	['a world that forks itself', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'b', atMin: 0 } }), `events[${events.length}].fork`, "no world 'b'"],
	['an unknown seat', appended({ ...committed, seat: 'ghost', decision: 'stay-off' }), `events[${events.length}].seat`, "nobody has the seat 'ghost'"],
	['an unknown decision', appended({ ...committed, decision: 'pray' }), `events[${events.length}].decision`, "no decision 'pray'"],
	['a decision taken twice', appended(committed), `events[${events.length}].decision`, 'a second time'],
	['a decision of the past', appended({ ...committed, decision: 'stay-off', atMin: 100 }), `events[${events.length}].atMin`, 'dated minute 100'],
	['a decision before the start, after it', appended({ ...committed, decision: 'stay-off', atMin: -1 }), `events[${events.length}].atMin`, 'dated minute -1'],
	['withdrawing what was not taken', appended({ type: 'decisionWithdrawn', world: 'shared', seat: 'airline', decision: 'stay-off', atMin: 400 }), `events[${events.length}].decision`, 'was not taken'],
	['more than certainty', appended({ ...committed, decision: 'stay-off', confidencePct: 101 }), `events[${events.length}].confidencePct`, 'above 100'],
	['an unknown channel', appended({ ...inject, channel: 'pigeon' }), `events[${events.length}].channel`, 'pigeon'],
	['an inject twice', appended(inject, inject), `events[${events.length + 1}].inject`, 'a second time'],
	['a lever out of range', changed('settingMade', { setting: { parameter: 'x', scope: { kind: 'world' }, value: 7 } }), `events[${at('settingMade')}].setting`, 'not within 0 and 1'],
	['a lever for nobody', changed('settingMade', { setting: { parameter: 'x', scope: { kind: 'moon' }, value: 1 } }), `events[${at('settingMade')}].setting.scope.kind`, 'moon'],
	['pausing twice', appended({ type: 'paused' }, { type: 'paused' }), `events[${events.length + 1}].type`, 'paused already'],
	['resuming what runs', appended({ type: 'resumed' }), `events[${events.length}].type`, 'not paused'],
	['a phase while paused', appended({ type: 'paused' }, { type: 'phaseEntered', play: 'hotWash' }), `events[${events.length + 1}].play`, 'while it is paused'],
	['a note by nobody', appended({ type: 'noted', author: { kind: 'seat', seat: 'ghost' }, text: 'x' }), `events[${events.length}].author`, 'nobody has the seat'],
	['a note by a stranger', appended({ type: 'noted', author: { kind: 'press' }, text: 'x' }), `events[${events.length}].author.kind`, 'press'],
	['a vote counted twice', appended(vote(), vote()), `events[${events.length + 1}].ballot`, 'a second time'],
	['a part revealed twice', appended({ type: 'revealed', part: 'incident' }, { type: 'revealed', part: 'incident' }), `events[${events.length + 1}].part`, 'a second time'],
	['more events than any exercise has', withEvents(Array.from({ length: LIMITS.logEvents + 1 }, () => 0)), '', 'more than']
];

describe('a damaged log', () => {
	it('is tried in more than forty ways', () => expect(DAMAGED.length).toBeGreaterThan(40));

	it.each(DAMAGED)('with %s is refused, and the message names the place', (_what, text, path, said) => {
		const reading = read(text);
		if (reading.ok) throw new Error('it was read');
		const [fault] = reading.faults;
		expect(fault).toMatchObject({ file: 'room.json', path });
		expect(fault.what).toContain(said);
		expect(fault.remedy).not.toBe('');
		const line = text.split('\n')[fault.line - 1];
		expect(line.length + 1).toBeGreaterThanOrEqual(fault.column);
		expect(JSON.stringify(fault)).not.toMatch(/\.ts|node_modules|\bat \w+ \(/);
	});

	it('is refused at the line and column where the damage is', () => {
		const reading = read(changed('timeAdvanced', { toMin: 'soon' }));
		if (reading.ok) throw new Error('it was read');
		const lines = changed('timeAdvanced', { toMin: 'soon' }).split('\n');
		const line = lines.findIndex((text) => text.includes('soon'));
		expect(reading.faults[0]).toMatchObject({ line: line + 1, column: lines[line].indexOf('"soon"') + 1 });
	});

	it('never throws and never takes long, whatever is changed in it', () => {
		const edit = fc.record({
			from: fc.nat(TEXT.length),
			length: fc.nat(40),
			put: fc.string({ maxLength: 6, unit: 'binary' })
		});
		const json = fc.json({ maxDepth: 6 });
		const text = fc.oneof(
			edit.map(({ from, length, put }) => TEXT.slice(0, from) + put + TEXT.slice(from + length)),
			json,
			json.map((inner) => `{"format":"patchfall-log","version":1,"results":[],"events":[${inner}]}`)
		);
		fc.assert(
			fc.property(text, (text) => {
				const reading = read(text);
				if (reading.ok) foldLog(reading.log.events);
				else expect(reading.faults[0].what).not.toBe('');
			}),
			{ numRuns: 400 }
		);
	});
});

describe('a sound log', () => {
	it('is read back as it was saved, and replays to an equal room', () => {
		const reading = sound(read(TEXT));
		expect(reading.log.events).toEqual(events);
		expect(reading.readOnly).toBeNull();
		expect(foldLog(reading.log.events)).toEqual(state);
		expect(saveLog(reading.log)).toBe(TEXT);
	});

	it('is read without its scenario at hand too, as far as it goes', () => {
		expect(sound(readLog(changed('seatTaken', { role: 'pilot' }), 'room.json')).readOnly).toBeNull();
	});

	it('of another version of the physics opens read-only, with the results stored in it', () => {
		const other = TEXT.replace(`"engineVersion":"${ENGINE_VERSION}"`, '"engineVersion":"0.9"');
		const { log, readOnly } = sound(read(other));
		expect(readOnly?.reason).toContain('version 0.9 of the physics');
		expect(log.results).toEqual([{ world: 'shared', minute: 400, stateHash: '0123456789abcdef' }]);
	});

	it('of a scenario that has changed since opens read-only', () => {
		const other = { ...SCENARIO, contentHash: 'ffffffffffffffff', roles: [] };
		const { readOnly } = sound(readLog(TEXT, 'room.json', () => other));
		expect(readOnly?.reason).toContain("'small' has changed since");
	});
});

function sound(reading: LogReading): LogReading & { ok: true } {
	if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
	return reading;
}

function nested(depth: number): unknown {
	return depth === 0 ? 1 : { inner: nested(depth - 1) };
}

function vote(): Record<string, unknown> {
	return { type: 'ballotClosed', ballot: 'b', team: null, question: 'q', tally: [] };
}
