import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../debrief/attribution/attribution.ts';
import { interactionText, luckText, movedMeasures, worthRows } from './attribution.ts';

const MEASURES = [
	{ id: 'harm', kind: 'harm', of: null },
	{ id: 'lossUsd', kind: 'lossUsd', of: null },
	{ id: 'hostsCrashed', kind: 'hostsCrashed', of: null }
] as const;
const decision = (id: string, otherwise: string | null = null) => ({
	...{ decision: id, title: { en: id }, role: 'vendor', atMin: 20 },
	otherwise: otherwise === null ? null : { en: otherwise }
});
const worth = (mean: number, halfWidth: number | null) => ({ mean, halfWidth });
const KNOWN: Attribution = {
	status: 'running',
	runs: 40,
	measures: MEASURES,
	decisions: [decision('Read telemetry', 'Nobody looks.'), decision('Canary')],
	total: [-0.3, -1_000_000, 0],
	worths: [
		[worth(-0.05, 0.01), worth(-200_000, 1000), worth(0, 0)],
		[worth(-0.25, 0.01), worth(-800_000, null), worth(0, 0)]
	],
	...{ worlds: 30, pairs: 6, isExact: false, isPrecise: false },
	ensemble: {
		members: 6,
		worths: [
			null,
			[
				{ low: -0.4, high: 0.1 },
				{ low: -900_000, high: 0 },
				{ low: 0, high: 0 }
			]
		],
		total: [
			{ low: -0.4, high: -0.3 },
			{ low: -1, high: 0 },
			{ low: 0, high: 0 }
		]
	},
	...{ luck: null, bots: null, interactions: null }
};
const facts = { startMinute: 249 };

describe('the worths as they are shown', () => {
	it('stand the largest first, and all of them together last', () => {
		const rows = worthRows(KNOWN, 0, facts);
		expect(rows.map(({ name, mean, error }) => [name, mean, error])).toEqual([
			['Canary', '−25', '± 1.0'],
			['Read telemetry', '−5.0', '± 1.0'],
			['All of them together', '−30', '']
		]);
		expect(rows.map(({ otherwise }) => otherwise)).toEqual(['nothing is done', 'Nobody looks.', '']);
	});

	it('share one scale that holds errors and ranges', () => {
		const [canary, telemetry, all] = worthRows(KNOWN, 0, facts);
		// From −40 to +10 points.
		expect(canary!.band).toEqual({ from: 0, length: 100 });
		expect(canary!.bar.from).toBeCloseTo(30, 9);
		expect(canary!.bar.length).toBeCloseTo(50, 9);
		expect(canary!.whisker!.from).toBeCloseTo(28, 9);
		expect(telemetry!.band).toBeNull();
		expect(all!.bar.length).toBeCloseTo(60, 9);
	});

	it('say when an error is not known yet, and name measures only that moved', () => {
		const [canary] = worthRows(KNOWN, 1, facts);
		expect(canary).toMatchObject({ mean: '−$800,000', error: 'not yet known', whisker: null });
		expect(movedMeasures(KNOWN)).toEqual([0, 1]);
		expect(worthRows({ ...KNOWN, worths: null }, 0, facts)).toEqual([]);
	});

	it('tell what decisions did to each other in a sentence', () => {
		const pair = { pair: [1, 0], joint: -0.2, halfWidth: 0.02, withOther: -0.2, withoutOther: 0 } as const;
		expect(interactionText(KNOWN, { ...pair, kind: 'onlyWith' })).toBe(
			'‘Canary’ helped only because of ‘Read telemetry’: together 20 ± 2.0 points less harm than both alone add up to.'
		);
		expect(interactionText(KNOWN, { ...pair, kind: 'eitherDoes', joint: 0.1 })).toContain('Either of');
	});

	it('tell luck apart: a range, or none that can be told', () => {
		expect(luckText(MEASURES[0], 8, { low: 0.05, high: 0.2 })).toContain('5.0 to 20');
		expect(luckText(MEASURES[0], 8, { low: 0.05, high: 0.0501 })).toContain('hardly counted');
	});
});
