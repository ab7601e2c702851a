import { describe, expect, test } from 'vitest';
import type { Step } from './chart.ts';
import { minutesInAll, nextSteps } from './next-steps.ts';

const at = (step: Step, round = 1, polls = 0) =>
	nextSteps(
		{
			position: { step, clock: 'running' },
			round,
			rounds: 3,
			polls: Array.from({ length: polls }, () => ({}))
		},
		2
	);

describe('what a facilitator can do next', () => {
	test('the usual thing stands first', () => {
		expect(at('opening')).toEqual(['endOpening']);
		expect(at('tabling')).toEqual(['openBargaining']);
		expect(at('bargaining')).toEqual(['endRound', 'askPoll', 'callBallot']);
		expect(at('caucus')).toEqual(['closeCaucus']);
		expect(at('poll')).toEqual(['reopen', 'callBallot']);
		expect(at('ballot')).toEqual(['closeBallot']);
	});

	test('after the last round and the last poll there is only the ballot', () => {
		expect(at('bargaining', 3)).toEqual(['callBallot', 'askPoll']);
		expect(at('bargaining', 3, 2)).toEqual(['callBallot']);
		expect(at('poll', 3, 2)).toEqual(['callBallot']);
	});

	test.each(['ratified', 'partial', 'failed'] as const)('nothing comes after %s', (end) =>
		expect(at(end)).toEqual([])
	);
});

test('a summit of four rounds takes 35 minutes, and each round more takes five', () => {
	expect(minutesInAll(4)).toBe(35);
	expect(minutesInAll(5)).toBe(40);
	expect(minutesInAll(null)).toBe(40);
});
