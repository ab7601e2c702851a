import { expect, test } from 'vitest';
import { readLog } from '../exercise/log/read-log.ts';
import { departureText, logFaultText, readOnlyText } from './log-fault-text.ts';

const said = (text: string) => {
	const reading = readLog(text, 'room.json');
	if (reading.ok) throw new Error('it was read');
	return logFaultText(reading.faults[0]);
};

test('a fault of a log says where it is, what it is and what to do', () => {
	expect(said('[hello]')).toEqual({
		...{ file: 'room.json', path: '', line: 1, column: 2 },
		what: 'a value cannot start with "h"',
		remedy: 'Take the file as it was saved.'
	});
	expect(said('{"format": "patchfall-log", "version": 99}')).toMatchObject({
		path: 'version',
		what: expect.stringContaining('format version 99; this program reads up to'),
		remedy: 'Open it with the newer program that saved it.'
	});
});

test('a value that is not as it should be is named with its field', () => {
	const log = '{"format": "patchfall-log", "version": 2, "results": 7, "events": []}';
	expect(said(log.replace('2', '1')).what).toBe(
		"'results' is not as it should be: Expected Array but received 7"
	);
});

test('a log that opens only to be read says why', () => {
	expect(readOnlyText({ code: 'scenarioChanged', scenarioId: 'small' })).toBe(
		"The scenario 'small' has changed since. A re-run with it is another play."
	);
});

test('a log that does not come to its stored state says what it stored and what comes out', () => {
	expect(departureText({ code: 'otherState', minute: 20, stored: 'aa', reached: 'bb' })).toMatch(
		/came to state aa at minute 20; played again it comes to bb\./
	);
	expect(departureText({ code: 'otherMinute', minute: 400, endMin: 20 })).toMatch(
		/the state of minute 400, but its events end at minute 20\./
	);
});
