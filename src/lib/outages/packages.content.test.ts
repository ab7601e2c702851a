import { expect, test } from 'vitest';
import { isDeep } from '../sim/testing/deep.ts';
import { FOR_EVERYONE, FOR_EVERYONE_FIRST, TRAP } from '../summit/testing/texts.ts';
import { OutageRunner } from './evaluate/outage-runner.ts';
import { quantiles } from './figures/strata.ts';
import { agreementInFact, type Agreement } from './reform/agreement.ts';
import { SHOCK_KINDS } from './shocks/kinds.ts';
import { acceptedSets, agreed, itemFor, scenario, summit } from './testing/world.ts';

const SETS = acceptedSets();
/** Shocks of each kind, each in another accepted set. */
const SHOCKS = isDeep ? SETS.length : 3;

const PACKAGES: Readonly<Record<string, Agreement | null>> = {
	'nothing agreed': null,
	'what was in fact done': agreementInFact(summit),
	'for everyone, as first put': agreed(FOR_EVERYONE_FIRST),
	'for everyone, after the trades': agreed(FOR_EVERYONE),
	'the trap': agreed(TRAP),
	'slow and safe': agreed([
		...['sd-rings', 'sd-gates', 'te-lab', 'te-validator', 'go-audit'],
		itemFor('sd-bake', { parameters: { hours: 48 } }),
		itemFor('sd-customer-control', { parameters: { share: 30, hours: 48 } })
	]),
	'back soon': agreed(
		're-selfheal re-oob re-keys re-media re-last-good co-manual co-standby co-mutual-aid go-audit'.split(' ')
	),
	'several vendors': agreed('ma-two-vendors ma-cap ma-no-preference in-incidents go-audit'.split(' '))
};

test('R308: no package is the best one for every kind of shock', () => {
	const runner = new OutageRunner(scenario);
	const names = Object.keys(PACKAGES);
	const medians = SHOCK_KINDS.map(({ id: kind }) =>
		names.map((name) => {
			const losses = Array.from({ length: SHOCKS }, (_, number) => {
				const set = number % SETS.length;
				const shock = { kind, number };
				const agreement = PACKAGES[name]!;
				return runner.run({ agreement, months: 36, shock, set, beforehand: SETS[set]! }).lossUsd;
			});
			return quantiles([losses], [0.5])[0]!;
		})
	);
	if (isDeep) {
		console.log(['', ...names].join('\t'));
		SHOCK_KINDS.forEach(({ id }, k) =>
			console.log([id, ...medians[k]!.map((usd) => Math.round(usd / 1e6))].join('\t'))
		);
	}
	const isBest = (name: number, kind: number) => medians[kind]![name]! <= Math.min(...medians[kind]!);
	const best = names.filter((_, name) => SHOCK_KINDS.some((_, kind) => isBest(name, kind)));
	expect(best.length).toBeGreaterThanOrEqual(3);
	const everywhere = names.filter((_, name) => SHOCK_KINDS.every((_, kind) => isBest(name, kind)));
	expect(everywhere).toEqual([]);
});
