import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type GridFault,
	gridFault,
	gridMinuteFrom,
	gridMinuteUpTo,
	nextGridMinute,
	stepLengthMin
} from './grid.ts';
import type { GridSpan } from '../model.ts';

const JULY: GridSpan[] = [
	{ untilMin: 450, stepMin: 1 },
	{ untilMin: 2880, stepMin: 5 },
	{ untilMin: 14_400, stepMin: 15 }
];

const grids = fc
	.array(fc.record({ stepMin: fc.integer({ min: 1, max: 60 }), steps: fc.integer({ min: 1, max: 50 }) }), {
		minLength: 1,
		maxLength: 5
	})
	.map((spans) => {
		let untilMin = 0;
		return spans.map(({ stepMin, steps }): GridSpan => ({
			untilMin: (untilMin += stepMin * steps),
			stepMin
		}));
	});

describe('a grid', () => {
	test('has the step of the span that a minute lies in', () => {
		expect([0, 449, 450, 2879, 2880, 14_399].map((minute) => stepLengthMin(JULY, minute))).toEqual([
			1, 1, 5, 5, 15, 15
		]);
	});

	test('has a first minute at or after any other', () => {
		expect([0, 7, 450, 451, 456, 2881].map((minute) => gridMinuteFrom(JULY, minute))).toEqual([
			0, 7, 450, 455, 460, 2895
		]);
	});

	test('has a last minute at or before any other', () => {
		expect([0, 7, 450, 451, 456, 2881, 20_000].map((minute) => gridMinuteUpTo(JULY, minute))).toEqual([
			0, 7, 450, 450, 455, 2880, 14_400
		]);
	});

	test('is left by no step beyond the horizon', () => {
		expect([0, 450, 14_385].map((minute) => nextGridMinute(JULY, 14_400, minute))).toEqual([1, 455, 14_400]);
		expect(nextGridMinute(JULY, 452, 450)).toBe(452);
	});

	test('that is sound leads step by step to the horizon exactly', () => {
		fc.assert(
			fc.property(grids, (spans) => {
				const horizonMin = spans.at(-1)!.untilMin;
				expect(gridFault(spans, horizonMin)).toBeNull();
				let minute = 0;
				while (minute < horizonMin) minute += stepLengthMin(spans, minute);
				expect(minute).toBe(horizonMin);
			})
		);
	});
});

describe('a fault of a grid is named', () => {
	test.each<[string, GridSpan[], number, GridFault]>([
		[
			'a step of nothing',
			[{ untilMin: 10, stepMin: 0 }],
			10,
			{ code: 'stepNotWhole', params: { stepMin: 0 } }
		],
		[
			'half a minute',
			[{ untilMin: 10, stepMin: 0.5 }],
			10,
			{ code: 'stepNotWhole', params: { stepMin: 0.5 } }
		],
		['no number', [{ untilMin: 10, stepMin: NaN }], 10, { code: 'stepNotWhole', params: { stepMin: NaN } }],
		[
			'spans out of order',
			[
				{ untilMin: 20, stepMin: 1 },
				{ untilMin: 10, stepMin: 1 }
			],
			10,
			{ code: 'spanBackwards', params: { untilMin: 10, fromMin: 20 } }
		],
		[
			'a step that does not fill its span',
			[{ untilMin: 10, stepMin: 3 }],
			10,
			{ code: 'stepDoesNotFill', params: { stepMin: 3, fromMin: 0, untilMin: 10 } }
		],
		[
			'an end before the horizon',
			[{ untilMin: 10, stepMin: 1 }],
			20,
			{ code: 'gridEndsElsewhere', params: { endMin: 10, horizonMin: 20 } }
		],
		['no spans', [], 20, { code: 'gridEndsElsewhere', params: { endMin: 0, horizonMin: 20 } }]
	])('%s', (_, spans, horizonMin, fault) => {
		expect(gridFault(spans, horizonMin)).toEqual(fault);
	});
});
