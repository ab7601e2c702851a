import { describe, expect, it } from 'vitest';
import type { DecisionView } from '../../../exercise/project/project.ts';
import { lastStopMin, roundsSoFar } from './rounds.ts';

const CUT = { stops: [24, 60, 150], recoveryFromMin: 150 };
const act = (decision: string, atMin: number): DecisionView => ({
	...{ seat: 'bank', decision, atMin, rationale: null, confidencePct: null }
});

describe('the rounds so far', () => {
	it('are the halts of the cut and the stops of the person, counted from 1 in their order', () => {
		const rounds = roundsSoFar(CUT, [act('early', -1), act('halt', 40)], [70], 150);
		expect(rounds.map(({ number, minute }) => [number, minute])).toEqual([
			[1, 24],
			[2, 40],
			[3, 60],
			[4, 70],
			[5, 150]
		]);
		expect(rounds[1]).toMatchObject({ decisions: ['halt'], part: 'incident' });
		expect(rounds[4]).toMatchObject({ decisions: [], part: 'recovery' });
	});

	it('end with the present minute', () => {
		expect(roundsSoFar(CUT, [], [], 59).map(({ minute }) => minute)).toEqual([24]);
		expect(roundsSoFar(CUT, [], [], 10)).toEqual([]);
	});
});

describe('changes are counted', () => {
	const rounds = roundsSoFar(CUT, [], [], 60);

	it('from the last stop: while deciding from the one before the present one', () => {
		expect(lastStopMin(rounds, 60, true)).toBe(24);
		expect(lastStopMin(rounds, 60, false)).toBe(60);
		expect(lastStopMin(rounds, 75, false)).toBe(60);
	});

	it('from the start before there was any', () => {
		expect(lastStopMin([], 10, false)).toBe(0);
		expect(lastStopMin(roundsSoFar(CUT, [], [], 24), 24, true)).toBe(0);
	});
});
