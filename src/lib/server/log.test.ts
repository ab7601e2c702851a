import { expect, test } from 'vitest';
import { errorFacts, logLine } from './log.ts';

test('a line is one JSON object with time, level and event first', () => {
	const line = logLine('2026-01-02T03:04:05.000Z', 'error', 'requestFailed', { path: '/a\nb' });
	expect(line).not.toContain('\n');
	expect(Object.entries(JSON.parse(line))).toEqual([
		['time', '2026-01-02T03:04:05.000Z'],
		['level', 'error'],
		['event', 'requestFailed'],
		['path', '/a\nb']
	]);
});

test('of an error stands where it came from, and never what it quotes', () => {
	let error: unknown;
	try {
		JSON.parse('{"token": alice}');
	} catch (caught) {
		error = caught;
	}
	expect(String(error)).toContain('alice');
	const facts = errorFacts(error);
	expect(facts).toMatchObject({
		error: 'SyntaxError',
		places: expect.arrayContaining([expect.stringMatching(/log\.test/)])
	});
	expect(JSON.stringify(facts)).not.toContain('alice');
});

test('a message of several lines is not taken for places', () => {
	const error = new Error('said:\n    alice\nat the table');
	expect(JSON.stringify(errorFacts(error))).not.toMatch(/alice|table/);
});

test('of a system error its code stands; of what is no error, what it is', () => {
	expect(errorFacts(Object.assign(new Error('x'), { code: 'ENOENT' }))).toMatchObject({ code: 'ENOENT' });
	expect(errorFacts('alice')).toEqual({ error: 'string' });
});
