import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { recordBot } from '../bots/record.ts';
import { openRoom, play } from '../testing/play.ts';
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
const opens = events.findIndex((event) => event.type === 'phaseEntered' && event.step === 'decide');
const deep = '['.repeat(100_000);

/** What is damaged, the text, where it is said to be, and the code of the fault, or of what is wrong with a value. */
// prettier-ignore
const DAMAGED: readonly [string, string, string, string][] = [
	['nothing', '', '', 'cutOff'],
	['a blank', '  \n ', '', 'cutOff'],
	['not JSON', 'hello', '', 'notALog'],
	['cut off in a text', TEXT.slice(0, TEXT.indexOf('a seed') + 3), '', 'cutOff'],
	['cut off between events', TEXT.slice(0, TEXT.lastIndexOf(',\n')), '', 'cutOff'],
	['cut off by a character', TEXT.trimEnd().slice(0, -1), '', 'cutOff'],
	['another log behind it', TEXT + TEXT, '', 'textAfterEnd'],
	['a comma too many', TEXT.replace('"version": 2,', '"version": 2,,'), '', 'keyMissing'],
	['a comma too few', TEXT.replace('"version": 2,', '"version": 2'), '', 'separatorMissing'],
	['a colon too few', TEXT.replace('"version":', '"version"'), '', 'colonMissing'],
	['single quotes', TEXT.replaceAll('"', "'"), '', 'keyMissing'],
	['a line break in a text', TEXT.replace('a seed', 'a\nseed'), '', 'lineBreakInText'],
	['an unknown escape', TEXT.replace('a seed', 'a\\qseed'), '', 'badEscape'],
	['a number with leading zeros', TEXT.replace('"version": 2', '"version": 01'), '', 'separatorMissing'],
	['NaN', TEXT.replace('"version": 2', '"version": NaN'), '', 'badStart'],
	['a prototype key', TEXT.replace('"version": 2,', '"version": 2,"__proto__": {"x": 1},'), '', 'forbiddenKey'],
	['an escaped prototype key', TEXT.replace('"seed":', '"\\u005f_proto__": 1, "seed":'), '', 'forbiddenKey'],
	['a constructor key', TEXT.replace('"seed":', '"constructor": {}, "seed":'), '', 'forbiddenKey'],
	['a key twice', TEXT.replace('"version": 2,', '"version": 2, "version": 2,'), '', 'keyTwice'],
	['nesting without end', deep, '', 'tooDeep'],
	['nesting inside an event', appended({ type: 'noted', author: nested(30), text: 'x' }), '', 'tooDeep'],
	['a list', '[]', '', 'notALog'],
	['a number', '12', '', 'notALog'],
	['a scenario', '{"format": 1, "id": "july-2024"}', '', 'notALog'],
	['a newer format', TEXT.replace('"version": 2', '"version": 3'), 'version', 'newerVersion'],
	['a format that never was', TEXT.replace('"version": 2', '"version": 0'), 'version', 'unknownVersion'],
	['no events', withEvents([]), 'events', 'empty'],
	['events of another type', TEXT.replace(/"events": \[[^]*\]/, '"events": {}'), 'events', 'unexpected'],
	['a key too many', TEXT.replace('"version": 2,', '"version": 2, "players": [],'), 'players', 'unexpected'],
	['a result that is no hash', TEXT.replace('0123456789abcdef"}', 'nothing"}'), 'results[0].stateHash', 'notAHash'],
	['an event that is a number', withEvents([...events, 7]), `events[${events.length}]`, 'notAnEvent'],
	['an event that is nothing', withEvents([...events, null]), `events[${events.length}]`, 'notAnEvent'],
	['an unknown event', appended({ type: 'worldEnded' }), `events[${events.length}].type`, 'unknownEvent'],
	['an event named like a prototype', appended({ type: 'toString' }), `events[${events.length}].type`, 'unknownEvent'],
	['a text for a number', changed('timeAdvanced', { toMin: '40' }), `events[${at('timeAdvanced')}].toMin`, 'unexpected'],
	['a fraction of a minute', changed('timeAdvanced', { toMin: 40.5 }), `events[${at('timeAdvanced')}].toMin`, 'notWhole'],
	['a minute before the start', changed('timeAdvanced', { toMin: -1 }), `events[${at('timeAdvanced')}].toMin`, 'tooSmall'],
	['a huge minute', changed('timeAdvanced', { toMin: 1e300 }), `events[${at('timeAdvanced')}].toMin`, 'tooLarge'],
	['an infinite number', TEXT.replace(/"toMin":\d+/, '"toMin":1e999'), `events[${at('timeAdvanced')}].toMin`, 'notWhole'],
	['a minute past the end', changed('timeAdvanced', { toMin: 601 }), `events[${at('timeAdvanced')}].toMin`, 'pastHorizon'],
	['time that goes back', appended({ type: 'timeAdvanced', world: 'shared', toMin: 399 }), `events[${events.length}].toMin`, 'timeBack'],
	['a missing field', changed('seatTaken', { role: undefined }), `events[${at('seatTaken')}].role`, 'unexpected'],
	['an id with blanks', changed('seatTaken', { seat: 'a seat' }), `events[${at('seatTaken')}].seat`, 'notAnId'],
	['an id without end', changed('seatTaken', { seat: 'x'.repeat(1e5) }), `events[${at('seatTaken')}].seat`, 'tooLong'],
	['a text without end', changed('exerciseCreated', { seed: 'x'.repeat(1e5) }), 'events[0].seed', 'tooLong'],
	['an unknown phase', changed('phaseEntered', { phase: 'war' }), `events[${at('phaseEntered')}].phase`, 'unexpected'],
	['a phase out of turn', changed('phaseEntered', { phase: 'summit' }), `events[${at('phaseEntered')}].phase`, 'doesNotFollow'],
	['no beginning', withEvents(events.slice(1)), 'events[0].type', 'badBeginning'],
	['two beginnings', withEvents([...events, events[0]]), `events[${events.length}].type`, 'createdTwice'],
	['a seat taken twice', appended({ type: 'seatTaken', seat: 'vendor', role: 'vendor', team: 'x', bot: null }), `events[${events.length}].seat`, 'seatTwice'],
	['an unknown role', changed('seatTaken', { role: 'pilot' }), `events[${at('seatTaken')}].role`, 'unknownRole'],
	['an unknown world', appended({ ...committed, world: 'mars' }), `events[${events.length}].world`, 'noWorld'],
	['a world named like a prototype', appended({ ...committed, world: 'valueOf' }), `events[${events.length}].world`, 'noWorld'],
	['a world opened twice', appended({ type: 'worldOpened', world: 'shared', team: null, fork: null }), `events[${events.length}].world`, 'worldTwice'],
	['a fork of nothing', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'mars', atMin: 0 } }), `events[${events.length}].fork`, 'noWorldToFork'],
	['a fork of the future', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'shared', atMin: 500 } }), `events[${events.length}].fork`, 'forkAhead'],
	['a world that forks itself', appended({ type: 'worldOpened', world: 'b', team: null, fork: { of: 'b', atMin: 0 } }), `events[${events.length}].fork`, 'noWorldToFork'],
	['an unknown seat', appended({ ...committed, seat: 'ghost', decision: 'stay-off' }), `events[${events.length}].seat`, 'noSeat'],
	['an unknown decision', appended({ ...committed, decision: 'pray' }), `events[${events.length}].decision`, 'unknownDecision'],
	['a decision taken twice', appended(committed), `events[${events.length}].decision`, 'decisionTwice'],
	['a decision of the past', appended({ ...committed, decision: 'stay-off', atMin: 100 }), `events[${events.length}].atMin`, 'wrongMinute'],
	['a decision before the start, after it', appended({ ...committed, decision: 'stay-off', atMin: -1 }), `events[${events.length}].atMin`, 'wrongMinute'],
	['withdrawing what was not taken', appended({ type: 'decisionWithdrawn', world: 'shared', seat: 'airline', decision: 'stay-off', atMin: 400 }), `events[${events.length}].decision`, 'notTaken'],
	['more than certainty', appended({ ...committed, decision: 'stay-off', confidencePct: 101 }), `events[${events.length}].confidencePct`, 'tooLarge'],
	['an unknown channel', appended({ ...inject, channel: 'pigeon' }), `events[${events.length}].channel`, 'unexpected'],
	['an inject twice', appended(inject, inject), `events[${events.length + 1}].inject`, 'injectTwice'],
	['a lever out of range', changed('settingMade', { setting: { parameter: 'x', scope: { kind: 'world' }, value: 7 } }), `events[${at('settingMade')}].setting`, 'unsoundSetting'],
	['a lever for nobody', changed('settingMade', { setting: { parameter: 'x', scope: { kind: 'moon' }, value: 1 } }), `events[${at('settingMade')}].setting.scope.kind`, 'unexpected'],
	['pausing twice', appended({ type: 'paused' }, { type: 'paused' }), `events[${events.length + 1}].type`, 'pausedTwice'],
	['resuming what runs', appended({ type: 'resumed' }), `events[${events.length}].type`, 'notPaused'],
	['a round out of turn', withEvents(events.map((event, i) => (i === opens ? { ...event, round: 7 } : event))), `events[${opens}].round`, 'wrongRound'],
	['a phase while paused', appended({ type: 'paused' }, { type: 'phaseEntered', phase: 'hotWash', step: null, round: null }), `events[${events.length + 1}].phase`, 'movesWhilePaused'],
	['a note by nobody', appended({ type: 'noted', author: { kind: 'seat', seat: 'ghost' }, text: 'x' }), `events[${events.length}].author`, 'noSeat'],
	['a note by a stranger', appended({ type: 'noted', author: { kind: 'press' }, text: 'x' }), `events[${events.length}].author.kind`, 'unexpected'],
	['a vote counted twice', appended(vote(), vote()), `events[${events.length + 1}].ballot`, 'ballotTwice'],
	['a vote revealed that nobody counted', appended({ type: 'ballotRevealed', ballot: 'b' }), `events[${events.length}].ballot`, 'ballotNotCounted'],
	['a vote revealed twice', appended(vote(), { type: 'ballotRevealed', ballot: 'b' }, { type: 'ballotRevealed', ballot: 'b' }), `events[${events.length + 2}].ballot`, 'ballotRevealedTwice'],
	['a part revealed twice', appended({ type: 'revealed', part: 'incident' }, { type: 'revealed', part: 'incident' }), `events[${events.length + 1}].part`, 'revealedTwice'],
	['more events than any exercise has', withEvents(Array.from({ length: LIMITS.logEvents + 1 }, () => 0)), '', 'tooManyItems']
];

describe('a damaged log', () => {
	it('is tried in more than forty ways', () => expect(DAMAGED.length).toBeGreaterThan(40));

	it.each(DAMAGED)('with %s is refused by code and place', (_what, text, path, code) => {
		const reading = read(text);
		if (reading.ok) throw new Error('it was read');
		const [fault] = reading.faults;
		expect(fault).toMatchObject({ file: 'room.json', path });
		expect(fault.code === 'badValue' ? fault.params.fault.code : fault.code).toBe(code);
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
			json.map((inner) => `{"format":"patchfall-log","version":2,"results":[],"events":[${inner}]}`)
		);
		fc.assert(
			fc.property(text, (text) => {
				const reading = read(text);
				if (reading.ok) foldLog(reading.log.events);
				else expect(reading.faults[0]).toMatchObject({ code: expect.any(String), line: expect.any(Number) });
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
		expect(readOnly).toEqual({ code: 'otherPhysics', playedWith: '0.9', now: ENGINE_VERSION });
		expect(log.results).toEqual([{ world: 'shared', minute: 400, stateHash: '0123456789abcdef' }]);
	});

	it('of a scenario that has changed since opens read-only', () => {
		const other = { ...SCENARIO, contentHash: 'ffffffffffffffff', roles: [] };
		const { readOnly } = sound(readLog(TEXT, 'room.json', () => other));
		expect(readOnly).toEqual({ code: 'scenarioChanged', scenarioId: 'small' });
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
