import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingFault } from '../../sim/values.ts';
import type { Item } from '../../summit/accord/accord.ts';
import { agreed, before, itemFor, scenario, summit, withNeeds } from '../testing/world.ts';
import { fleetOf } from '../world/fleet.ts';
import type { Agreement } from './agreement.ts';
import { vendorAt, vendorShares } from './market.ts';
import { isTested, MECHANISMS, THROUGH_COMPLIANCE } from './mechanisms/mechanisms.ts';
import { reform } from './reform.ts';

const after = (agreement: Agreement | null, months = 36) => reform(scenario, before, agreement, months);
const measures = summit.measures.map(({ id }) => id);
const bite = (agreement: Agreement, months?: number) => {
	const { settings, policies, caught, market } = after(agreement, months);
	return { settings, policies, caught, market };
};

describe('R267: the world some months after an accord', () => {
	test('does not depend on the order of its items', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(measures, { minLength: 2 }), (some) => {
				const inOrder = measures.filter((id) => some.includes(id));
				expect(bite(agreed(some))).toEqual(bite(agreed(inOrder)));
			}),
			{ numRuns: 30 }
		);
	});

	test('is the world without an accord where nothing was agreed, and on the day of the summit', () => {
		expect(bite(agreed([]))).toEqual({ ...after(null), adoption: undefined });
		const { settings, policies, caught, market } = after(agreed(measures), 0);
		expect({ settings, caught, market }).toEqual({ settings: [], caught: {}, market: before });
		expect(policies).toEqual({});
	});

	test('sets levers that the model has, within their ranges, and no losses', () => {
		const { model } = fleetOf(scenario, 'corvane');
		for (const measure of measures) {
			const { settings } = after(agreed(withNeeds(measure)));
			// A world has an optional lever where its model names it.
			const named = { ...model, settings: [...model.settings, ...settings] };
			for (const setting of settings) {
				expect(settingFault(named, setting)).toBeNull();
				expect(setting.parameter).not.toMatch(/Usd$/);
			}
		}
	});

	test('takes the stricter of what two items ask of one lever', () => {
		const community = (ids: readonly string[]) =>
			after(agreed(ids)).settings.find(
				({ parameter, scope }) =>
					parameter === 'repair.communityMin' && scope.kind === 'sector' && scope.id === 'banks'
			)!.value;
		const [one, other] = [community(['in-incidents']), community(['go-report'])];
		expect(one).toBeLessThan(other);
		expect(community(['in-incidents', 'go-report'])).toBe(one);
	});

	test('binds nobody who did not sign, unless the law puts it on them', () => {
		const signatories = ['government', 'regulator', 'airline', 'bank'];
		const items = ['sd-rings', 'co-manual'];
		const free = after(agreed(items, { signatories }));
		expect(free.policies).toEqual({});
		const of = (sector: string) =>
			free.settings.filter(({ scope }) => scope.kind === 'sector' && scope.id === sector);
		expect(of('airlines').length).toBeGreaterThan(0);
		expect(of('hospitals')).toEqual([]);
		const bound = after(agreed(items, { signatories, imposed: ['sd-rings'] }));
		expect(bound.policies.corvane!.ringDuty).toBeGreaterThan(0);
		const signed = after(agreed(items));
		expect(bound.policies.corvane!.ringDuty).toBeLessThan(signed.policies.corvane!.ringDuty);
	});

	test('spares whoever is exempt until their sunset', () => {
		const exempt = [{ party: 'security-vendor', untilMonth: 24 }];
		const accord = agreed([itemFor('sd-rings', { exempt })]);
		expect(after(accord, 23).policies.corvane).toBeUndefined();
		expect(after(accord, 25).policies.corvane!.ringDuty).toBeGreaterThan(0);
		expect(after(accord, 23).policies['wexcombe-guard']!.ringDuty).toBeGreaterThan(0);
	});

	test('comes by lead time: more of it with every year', () => {
		const duty = [3, 12, 36].map(
			(months) => after(agreed(['sd-rings', 'go-audit']), months).policies.corvane?.ringDuty ?? 0
		);
		expect(duty[0]).toBe(0);
		expect(duty[1]).toBeGreaterThan(0);
		expect(duty[2]).toBeGreaterThanOrEqual(duty[1]!);
	});

	test('of a paper accord, with late dates and no audit, is a quarter of a real one’s or less', () => {
		const real = after(agreed(['sd-rings', 'pr-user-mode', 'go-audit']));
		const later = (measure: string) => itemFor(measure, { laterMonths: 30 });
		const paper = after(agreed([later('sd-rings'), later('pr-user-mode')]));
		expect(paper.policies.corvane!.ringDuty).toBeLessThan(0.25 * real.policies.corvane!.ringDuty + 0.2);
		expect(paper.policies.corvane!.userDesks).toBeLessThan(0.25 * real.policies.corvane!.userDesks);
	});
});

describe('how well an accord is kept', () => {
	const duty = (agreement: Agreement) => after(agreement).policies.corvane!.ringDuty;

	test('rises with audits, certificates, liability and trust, and falls with what it costs', () => {
		const alone = duty(agreed(['sd-rings']));
		for (const more of ['go-audit', 'te-cert', 'ma-liability', 'ma-insurance'])
			expect(duty(agreed(['sd-rings', more])), more).toBeGreaterThan(alone);
		const by = (party: string, trust: number) =>
			duty(
				agreed([itemFor('sd-rings', { proposedBy: party })], {
					trust: { 'security-vendor': { [party]: trust } }
				})
			);
		expect(by('government', 0.9)).toBeGreaterThan(by('government', 0.2));
		const covers = [{ of: 'security-vendor', by: 'security-vendor', share: 1 }];
		expect(
			duty(agreed([itemFor('sd-rings', { covers, parameters: { 'first-ring': 0.1, rings: 5 } })]))
		).toBeLessThan(alone);
	});
});

describe('every measure of the summit', () => {
	test('has a mechanism, or acts through compliance, or is said not to be tested', () => {
		expect(measures.filter((id) => !isTested(id))).toEqual(['ma-waiver']);
		expect(
			[...Object.keys(MECHANISMS), ...THROUGH_COMPLIANCE].filter((id) => !measures.includes(id))
		).toEqual([]);
	});

	/** No vendor is above a cap unless hosts go over to one. */
	const beside: Readonly<Record<string, readonly Item[]>> = {
		'ma-cap': [itemFor('ma-switch', { parameters: { share: 60 } })]
	};
	const nothing = JSON.stringify(bite(agreed([])));
	test.each(measures)('%s moves the world where it has a mechanism, and only there', (measure) => {
		const needed = [...withNeeds(measure).filter((id) => id !== measure), ...(beside[measure] ?? [])];
		const world = JSON.stringify(bite(agreed([...needed, measure])));
		const without = needed.length === 0 ? nothing : JSON.stringify(bite(agreed(needed)));
		if (Object.hasOwn(MECHANISMS, measure)) expect(world).not.toBe(without);
		else if (measure === 'ma-waiver') expect(world).toBe(without);
		else
			expect(JSON.stringify(bite(agreed(['sd-rings', measure])))).not.toBe(
				JSON.stringify(bite(agreed(['sd-rings'])))
			);
	});

	test('that is a dummy changes nothing', () => {
		expect(JSON.stringify(bite(agreed(['ma-waiver'])))).toBe(nothing);
	});
});

describe('who runs whose agent', () => {
	const shareOf = (vendor: string, agreement: Agreement | null) => {
		const { market } = after(agreement);
		return vendorShares(market)[market.vendors.indexOf(vendor)]!;
	};

	test('drifts to the platform owner’s agent by itself, slower with a pledge, faster at an end of kernel access', () => {
		const drift = (ids: readonly string[] | null) =>
			shareOf('tessaly', ids === null ? null : agreed(ids)) -
			vendorShares(before)[before.vendors.indexOf('tessaly')]!;
		expect(drift(null)).toBeGreaterThan(0.03);
		expect(drift(['ma-no-preference'])).toBeLessThan(0.7 * drift(null));
		expect(drift(['pr-user-mode', 'pr-kernel-end'])).toBeGreaterThan(drift(null));
	});

	test('is what sends organisations over where an agent is given away', () => {
		expect(shareOf('tessaly', agreed(['ma-switch']))).toBeGreaterThan(shareOf('tessaly', null) + 0.02);
		expect(shareOf('corvane', agreed(['ma-switch']))).toBeLessThan(shareOf('corvane', null));
	});

	test('always adds up to every host', () => {
		for (const agreement of [null, agreed(measures), agreed(['ma-cap']), agreed(['ma-switch'])]) {
			const { market } = after(agreement);
			for (const s of market.sectors.keys())
				expect(market.shares.reduce((sum, one) => sum + one[s]!, 0)).toBeCloseTo(1, 9);
		}
	});

	test('decides on whom a shock falls', () => {
		const drawn = Array.from({ length: 1000 }, (_, i) => vendorAt(before, 'tessaly', (i + 0.5) / 1000));
		const shares = vendorShares(before);
		for (const [v, id] of before.vendors.entries())
			expect(drawn.filter((one) => one === id).length / 1000).toBeCloseTo(shares[v]!, 2);
		expect(drawn.at(-1)).toBe('tessaly');
	});
});
