import { describe, expect, test } from 'vitest';
import { concentration } from '../sim/hosts/concentration.ts';
import { isDeep } from '../sim/testing/deep.ts';
import type { Item } from '../summit/accord/accord.ts';
import { OutageRunner } from './evaluate/outage-runner.ts';
import { acceptedSets, agreed, itemFor, scenario } from './testing/world.ts';
import { vendorShares } from './reform/market.ts';

/** What a summit can lose by, over accepted sets of the model's parameters. */

const ALL_SETS = acceptedSets();
const SETS = isDeep ? ALL_SETS.length : 8;
const SHOCKS = isDeep ? 8 : 2;
/** Of all sets, at least so many show what is said; chance moves the others. */
const MOST_SETS = 0.75;

const runner = new OutageRunner(scenario);

type Items = readonly (string | Item)[];

/** What shocks of a kind come to, by set. */
function losses(kind: string, items: Items): number[] {
	const agreement = agreed([...items, 'go-audit']);
	return ALL_SETS.slice(0, SETS).map((beforehand, set) => {
		let loss = 0;
		for (let number = 0; number < SHOCKS; number++)
			loss += runner.run({ agreement, months: 36, shock: { kind, number }, set, beforehand }).lossUsd;
		return loss;
	});
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
/** What they come to with measures, as a multiple of what they come to without. */
const times = (kind: string, items: Items, without: Items) =>
	sum(losses(kind, items)) / sum(losses(kind, without));

/** Share of the sets in which every next text costs more than the one before. */
function rising(kind: string, texts: readonly Items[]): number {
	const by = texts.map((items) => losses(kind, items));
	const rise = by[0]!.filter((_, set) => by.every((one, at) => at === 0 || one[set]! > by[at - 1]![set]!));
	return rise.length / SETS;
}

describe('R304: everybody on the platform owner’s agent is a new monoculture', () => {
	const given = [itemFor('ma-switch', { parameters: { share: 60 } })];

	test('hosts hang on fewer vendors than before', () => {
		const hhi = (items: Items) => {
			const { market } = runner.reformOf(agreed([...items, 'go-audit']), 36);
			const vendors = market.vendors.map((id, v) => ({ id, standsFor: market.standsFor[v]! }));
			return concentration(vendorShares(market), vendors).hhi;
		};
		expect(hhi(given)).toBeGreaterThan(1.2 * hhi([]));
	});

	test('its own faulty agent and its control plane cost more, in nearly every set', () => {
		for (const kind of ['platform-agent', 'control-plane']) {
			expect(rising(kind, [[], given]), kind).toBeGreaterThanOrEqual(MOST_SETS);
			expect(times(kind, given, []), kind).toBeGreaterThan(1.2);
		}
	});
});

describe('R305: an end of kernel access leaves the failures of user mode', () => {
	// Nothing drifts, so that the same vendors are struck.
	const before = ['ma-no-preference', 'pr-parity'];
	const modes = [
		itemFor('pr-user-mode', { parameters: { desks: 90, servers: 60, months: 12 } }),
		itemFor('pr-kernel-end', { parameters: { month: 24 } })
	];

	test('what crashes in the kernel costs less', () => {
		// Vendors that did not meet at the summit stay in the kernel.
		expect(rising('kernel-crash', [[...before, ...modes], before])).toBeGreaterThanOrEqual(MOST_SETS);
	});

	test.each(['quarantined-file', 'malicious-update', 'management-lockout'])(
		'%s costs as much as before',
		(kind) => {
			expect(times(kind, [...before, ...modes], before)).toBeGreaterThan(0.97);
		}
	);

	test('an attack costs more, unless the system guards what has moved out', () => {
		expect(rising('attack', [before, [...before, ...modes]])).toBeGreaterThanOrEqual(MOST_SETS);
		const guarded = [...modes, itemFor('pr-tamper', { parameters: { strength: 0.8 } })];
		expect(
			rising('attack', [
				[...before, ...guarded],
				[...before, ...modes]
			])
		).toBeGreaterThanOrEqual(MOST_SETS);
	});
});

describe('R306: bake time delays protection and lets an attack through', () => {
	const baked = (hours: number) => ['sd-rings', itemFor('sd-bake', { parameters: { hours } })];

	test('an attack costs more with every hour that its answer bakes', () => {
		expect(rising('attack', [1, 8, 24, 48].map(baked))).toBeGreaterThanOrEqual(MOST_SETS);
		expect(times('attack', baked(48), baked(1))).toBeGreaterThan(1.5);
	});

	test('while the same bake time keeps a crash small', () => {
		expect(times('slow-response', baked(48), baked(1))).toBeLessThan(0.9);
	});

	test('an answer that takes the lane does not wait', () => {
		const lane = itemFor('sd-emergency-lane', { parameters: { share: 10 } });
		expect(rising('attack', [[...baked(48), lane], baked(48)])).toBeGreaterThanOrEqual(MOST_SETS);
	});
});
