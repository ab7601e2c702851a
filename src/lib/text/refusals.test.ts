import { expect, test } from 'vitest';
import { refusalText } from './refusal-text.ts';

test('a refusal says what is wrong, with its figures, and what to do', () => {
	expect(refusalText({ code: 'timeStands', params: { step: 'decide' } })).toBe(
		"Time stands still in the step 'decide'. Close decisions, then advance."
	);
	const money = { decision: 'pay-crews', role: 'vendor', costUsd: 4000000, leftUsd: 600 };
	expect(refusalText({ code: 'overBudget', params: money })).toBe(
		"'pay-crews' costs 4,000,000 US$ and vendor has 600 left. Take something else back, or do without it."
	);
});

test.each([
	[false, 'wait for the next round'],
	[true, 'do without it']
])('attention comes back in the next round, in preparation (%s) never', (isPreparation, remedy) => {
	const params = { decision: 'd', role: 'vendor', attention: 3, attentionLeft: 2, isPreparation };
	expect(refusalText({ code: 'noAttention', params })).toBe(
		`'d' takes 3 points of attention and vendor has 2 left. Take something else back, or ${remedy}.`
	);
});

test('what there is instead is named, of many the first twelve', () => {
	const known = Array.from({ length: 13 }, (_, i) => `w${i + 1}`);
	expect(refusalText({ code: 'unknownWorld', params: { id: 'mars', known: [] } })).toBe(
		"There is no world 'mars'. There is none yet."
	);
	expect(refusalText({ code: 'unknownWorld', params: { id: 'mars', known } })).toContain('w11, w12 ….');
});

test('a value that is not as it should be is named with its bound', () => {
	const fault = { code: 'tooLong', limit: 64, expected: null, received: '"x"' } as const;
	expect(refusalText({ code: 'malformed', params: { place: 'world', fault } })).toBe(
		"'world' in the command is not as it should be: is longer than 64 characters."
	);
});

test('a full room says what is full and what to do instead', () => {
	expect(refusalText({ code: 'roomFull', params: { of: 'seats', most: 500 } })).toBe(
		'There is room for 500 seats and they are all there. Join as an observer.'
	);
});
