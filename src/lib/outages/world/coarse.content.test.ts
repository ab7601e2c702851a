import { expect, test } from 'vitest';
import { isDeep } from '../../sim/testing/deep.ts';
import { OutageRunner } from '../evaluate/outage-runner.ts';
import { SHOCK_KINDS } from '../shocks/kinds.ts';
import { acceptedSets, scenario } from '../testing/world.ts';
import { COARSE, FINE_STEPS } from './fleet.ts';

const SHOCKS = isDeep ? 12 : 2;
/** What coarse steps may change of a loss, the same in all worlds that are compared; accepted sets differ by far more. */
const NEAR = 0.12;
const SETS = acceptedSets();

// In CI one kind in three.
const kinds = SHOCK_KINDS.map(({ id }) => id).filter((_, index) => isDeep || index % 3 === 0);
const [coarse, fine] = [COARSE, FINE_STEPS].map((grain) => new OutageRunner(scenario, grain)) as [
	OutageRunner,
	OutageRunner
];

test.each(kinds)('%s comes to about the same in coarse steps as in fine ones', (kind) => {
	const loss = (runner: OutageRunner) => {
		let sum = 0;
		for (let number = 0; number < SHOCKS; number++) {
			const beforehand = SETS[number % SETS.length]!;
			const shock = { kind, number };
			sum += runner.run({ agreement: null, months: 36, shock, set: number, beforehand }).lossUsd;
		}
		return sum;
	};
	const ratio = loss(coarse) / loss(fine);
	if (isDeep) console.log(`${kind}: coarse ${((ratio - 1) * 100).toFixed(1)} % off fine`);
	expect(Math.abs(ratio - 1)).toBeLessThan(NEAR);
});
