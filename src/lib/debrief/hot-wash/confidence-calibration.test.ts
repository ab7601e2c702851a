import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceCalibrationOf, LEAST_FOR_BRIER } from './confidence-calibration.ts';
import type { DecisionEffect, DecisionEntry } from './hot-wash.ts';
import { act, wash } from '../testing/town.ts';

const title = { en: 'A decision' };
const entry = (decision: string, confidencePct: number | null): DecisionEntry => ({
	decision,
	title,
	atMin: 20,
	holdsFromMin: 20,
	rationale: null,
	confidencePct,
	recordMin: null
});
const effect = (decision: string, verdict: DecisionEffect['verdict']) =>
	({ decision, title, kind: 'committed', verdict, harm: 0 }) as unknown as DecisionEffect;
const judged = fc.array(fc.record({ pct: fc.integer({ min: 0, max: 100 }), helped: fc.boolean() }), {
	maxLength: 12
});
const scoreOf = (all: readonly { pct: number; helped: boolean }[]) =>
	confidenceCalibrationOf(
		all.map(({ pct }, i) => entry(`d${i}`, pct)),
		all.map(({ helped }, i) => effect(`d${i}`, helped ? 'helped' : 'hurt'))
	);

describe('confidence against outcome', () => {
	it('has a Brier score only with enough decisions, and then between 0 and 1', () => {
		fc.assert(
			fc.property(judged, (all) => {
				const { brier } = scoreOf(all);
				expect(brier === null).toBe(all.length < LEAST_FOR_BRIER);
				if (brier !== null) expect(brier >= 0 && brier <= 1).toBe(true);
			})
		);
	});

	it('scores 0 for who was always sure and right, 1 for always sure and wrong, 0.25 for always 50 %', () => {
		const all = (pct: number, helped: boolean) => Array.from({ length: 6 }, () => ({ pct, helped }));
		expect(scoreOf(all(100, true)).brier).toBe(0);
		expect(scoreOf(all(100, false)).brier).toBe(1);
		expect(scoreOf(all(50, true)).brier).toBe(0.25);
	});

	it('judges only decisions of which a confidence was stated, by what they did in this run', () => {
		const acts = [act('rings', null, 80), act('say-nothing', 20, 90), act('roll-back', 60)];
		const { judged, brier } = wash('vendor', acts).calibration!;
		expect(judged.map(({ decision, helped }) => [decision, helped])).toEqual([
			['rings', true],
			['say-nothing', false]
		]);
		expect(brier).toBeNull();
	});
});
