import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, exerciseOf, ROOM, STOPS, wash } from '../testing/town.ts';
import { questionsOf } from './make-hot-wash.ts';
import { shownParts, shownTotal } from './shown-parts.ts';
import { isDeep } from '../../sim/testing/deep.ts';

/** Everything that the two seats of the town can do, at any of its rounds. */
const plays = fc
	.tuple(
		fc.subarray(
			ROOM.decisions.map(({ id, phases }) => ({ id, inPreparation: phases.includes('preparation') }))
		),
		fc.array(fc.constantFrom(...STOPS), { minLength: 12, maxLength: 12 })
	)
	.map(([taken, minutes]) =>
		taken
			.map(({ id, inPreparation }, i) => act(id, inPreparation ? null : minutes[i]!))
			.sort((a, b) => a.atMin - b.atMin)
	);
const RUNS = isDeep ? 200 : 20;

describe('what the own decisions did together', () => {
	it('is the sum of the parts and what they share, in the figures and as shown', () => {
		fc.assert(
			fc.property(
				plays,
				fc.constantFrom('vendor', 'hospital'),
				fc.integer({ min: 1, max: 4 }),
				(acts, role, most) => {
					const effects = wash(role, acts).effects!;
					const { together } = effects;
					if (together === null) return;
					const parts = together.parts.reduce((sum, { harm }) => sum + harm, 0);
					expect(parts + together.shared).toBeCloseTo(together.harm, 12);
					const shown = shownParts(together, most);
					expect(shown.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(shownTotal(together));
					// What they share takes up whatever is missing: so no decision may be missing, in the figures or as shown.
					const taken = effects.all.filter(({ kind }) => kind === 'committed');
					const within = new Set(taken.flatMap((one) => one.together.map(({ decision }) => decision)));
					expect(together.parts.map(({ decision, harm }) => `${decision} ${harm}`).sort()).toEqual(
						taken
							.filter(({ decision }) => !within.has(decision))
							.map(({ decision, harm }) => `${decision} ${harm}`)
							.sort()
					);
					const singly = shown.filter(({ kind }) => kind !== 'shared');
					for (const { part, tenths } of singly)
						if (part !== null)
							expect(Math.abs(tenths - together.parts[part]!.harm * 1000)).toBeLessThanOrEqual(0.5);
					const shownSingly = singly.reduce((sum, { tenths }) => sum + tenths, 0);
					expect(Math.abs(shownSingly - parts * 1000)).toBeLessThanOrEqual((singly.length + 1) / 2);
					for (const [i, { fromTenths }] of shown.entries()) {
						const before = shown.slice(0, i).reduce((sum, { tenths }) => sum + tenths, 0);
						expect(fromTenths).toBe(before);
					}
				}
			),
			{ numRuns: RUNS }
		);
	});

	it('is the run as played against the one in which the others alone decide', () => {
		const { effects, outcome, finding } = wash('hospital', [act('roll-back', 20), act('paper', 20)]);
		expect(outcome.harm!.others).not.toBeNull();
		expect(effects!.together!.harm).toBeCloseTo(outcome.harm!.played - outcome.harm!.others!, 12);
		expect(finding.yours).toBeCloseTo(effects!.together!.harm, 12);
	});

	it('credits a person with nothing of what others did', () => {
		const { finding, outcome } = wash('hospital', [act('roll-back', 20)]);
		expect(finding.yours).toBeNull();
		expect(outcome.harm!.played).toBe(outcome.harm!.others);
		expect(outcome.harm!.played).toBeLessThan(outcome.harm!.none!);
	});

	it('of a single decision is its own effect: nothing is shared', () => {
		const { together } = wash('vendor', [act('roll-back', 20)]).effects!;
		expect(together!.parts.map(({ decision }) => decision)).toEqual(['roll-back']);
		expect(together!.shared).toBeCloseTo(0, 12);
		expect(shownParts(together!, 5).map(({ kind }) => kind)).toEqual(['decision']);
	});

	it('counts what builds on a decision within it, and once', () => {
		const exercise = exerciseOf('vendor', [act('roll-back', 20), act('paper', 20)]);
		const both = { ...exercise, role: 'table', mine: ['vendor', 'hospital'] };
		expect(questionsOf(both).runs.some(({ kind }) => kind === 'others')).toBe(false);
		const { together } = wash('vendor', [act('roll-back', 20), act('say-nothing', 60)]).effects!;
		expect(new Set(together!.parts.map(({ decision }) => decision)).size).toBe(together!.parts.length);
	});
});
