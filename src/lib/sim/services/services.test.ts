import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observe } from '../observe/observe.ts';
import { cents, degradation } from './services.ts';
import { serviceTable } from '../table/tables.ts';
import { order, REVERTED, ROLLED_BACK, runPlay, watchPlay, type Play } from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';

const HOSTS = [200, 800, 600, 300, 100];
function july(set: SmallWorld['set'] = {}, more: SmallWorld = {}): Play {
	const model = smallModel({ sites: [{ metro: 0, hosts: HOSTS }], days: 4, stepMin: 5, set, ...more });
	return { model, orders: REVERTED };
}
const states = serviceTable('workOwed').states;
const lossCents = (play: Play) => observe(runPlay(play)).lossCents;

describe('a service loses with its hosts', () => {
	test('nothing when none is down, everything when all are, about half at the half-way share', () => {
		expect(degradation(0, 0.25)).toBe(0);
		expect(degradation(1, 0.25)).toBe(1);
		expect(degradation(0.25, 0.25)).toBeCloseTo(0.53, 2);
	});

	test('never less when more are down, and less where it stands more', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const half = fc.double({ min: 0.01, max: 1, noNaN: true });
		fc.assert(
			fc.property(share, share, half, half, (a, b, c, d) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)];
				expect(degradation(less, c)).toBeLessThanOrEqual(degradation(more, c) + 1e-12);
				expect(degradation(a, Math.max(c, d))).toBeLessThanOrEqual(degradation(a, Math.min(c, d)) + 1e-12);
			})
		);
	});
});

describe('the course of a service', () => {
	test('normal, short, and normal again when hosts and work are caught up', () => {
		const seen: string[] = [];
		const play = july({ 'repair.hostsPerTechnician': 20, 'service.slackShare': 0.15 });
		const world = watchPlay(play, 1, (now) => {
			const state = states[now.service[0]!]!;
			if (seen.at(-1) !== state) seen.push(state);
		});
		expect(seen[0]).toBe('normal');
		expect(seen).toContain('manual');
		expect(seen.at(-1)).toBe('normal');
		expect(seen.at(-2), 'work that waited is made good before all is normal').toBe('backlog');
		expect(world.output[0]).toBe(1);
		expect(world.level[0]).toBe(1);
		expect(world.backlogUnits[0]).toBe(0);
		expect(world.active[0], 'a service that is whole rests').toBe(0);
	});

	test('is normal again at the end, also where nothing but a whole service counts as normal', () => {
		const set = { 'repair.hostsPerTechnician': 20, 'service.slackShare': 1, 'service.restartMin': 500 };
		const play = july({ ...set, 'service.normalAbove': 1 }, { days: 6 });
		const world = runPlay(play);
		expect([states[world.service[0]!], world.active[0]]).toEqual(['normal', 0]);
	});

	test('manual procedures hold what they can sustain, once they are set up', () => {
		const outputs = (manualShare: number) => {
			const seen = new Map<number, number>();
			const set = {
				'service.manualShare': manualShare,
				'service.disruption': 0,
				'service.manualSetupMin': 45
			};
			watchPlay(july({ ...set, 'update.pollMin': 1 }), 1, (now, minute) => {
				seen.set(minute, now.output[0]!);
			});
			return seen;
		};
		const [without, withManual] = [outputs(0), outputs(0.6)];
		expect(without.get(200)).toBeLessThan(0.2);
		expect(withManual.get(200)).toBe(0.6);
		expect(withManual.get(45), 'before they are set up').toBe(without.get(45));
		expect(withManual.get(45)).toBeLessThan(0.5);
	});

	test('manual procedures save losses, the more the better they are', () => {
		const losses = [0, 0.3, 0.6, 0.9].map((share) => lossCents(july({ 'service.manualShare': share })));
		expect(losses).toEqual(losses.toSorted((a, b) => b - a));
		expect(losses[3]).toBeLessThan(0.6 * losses[0]!);
	});

	test('a backlog keeps people and equipment out of place and the service short after its hosts are back', () => {
		const shortFor = (disruption: number) => {
			let last = 0;
			const set = {
				'service.disruption': disruption,
				'service.slackShare': 0.1,
				'service.deferShare': 1,
				'repair.hostsPerTechnician': 20
			};
			watchPlay(july(set), 1, (now, minute) => {
				if (now.output[0]! < 0.97) last = minute;
			});
			return last;
		};
		expect(shortFor(0.6)).toBeGreaterThan(shortFor(0) + 300);
	});

	test('demand that is met loses nothing, and every unit is delivered late, lost or waiting', () => {
		const { model } = july({ 'service.patienceMin': 525_600, 'service.deferShare': 1 });
		const world = runPlay({ model, orders: [order(20, 'rollout.order', ROLLED_BACK)] });
		expect(world.lostUnits[0]).toBeLessThan(0.01 * model.sites.unitsPerDay[0]!);
		expect(world.lossCents[0]).toBeGreaterThan(0);
	});
});

describe('what a service depends on', () => {
	// The shop's own hosts run another vendor's agent; only what it depends on can hurt it.
	const sites = [
		{ metro: 0, hosts: HOSTS, sector: 1 },
		{ metro: 0, hosts: [0, 0, 0, 0, 0], others: HOSTS, sector: 0 },
		{ metro: 1, hosts: [0, 0, 0, 0, 0], others: HOSTS, sector: 0 }
	];
	const town = (weight: number): Play => {
		const dependencies = weight > 0 ? [{ sector: 0, on: 1, weight }] : [];
		const model = smallModel({ sectors: ['retail', 'banks'], dependencies, sites, stepMin: 5, days: 4 });
		return { model, orders: REVERTED };
	};
	const worst = (weight: number) => {
		const least = [1, 1, 1];
		watchPlay(town(weight), 1, (world) => {
			world.output.forEach((output, site) => (least[site] = Math.min(least[site]!, output)));
		});
		return least;
	};

	test('holds it back as far as it weighs, in its own metro', () => {
		const [none, some, much] = [worst(0), worst(0.3), worst(0.9)];
		expect(none[1]).toBe(1);
		expect(some[1]).toBeLessThan(0.85);
		expect(some[1]).toBeGreaterThan(0.6);
		expect(much[1]).toBeLessThan(some[1]!);
		expect([none[2], some[2], much[2]]).toEqual([1, 1, 1]);
	});

	test('and lets it go when it is back', () => {
		const world = runPlay(town(0.9));
		expect(world.output[0]).toBe(1);
		expect(world.output[1]).toBe(1);
		expect(world.lossCents[1]).toBeGreaterThan(0);
	});
});

describe('losses', () => {
	test('are whole cents, to the nearest', () => {
		expect([0, 0.004, 0.005, 1.239, 1e9].map(cents)).toEqual([0, 0, 1, 124, 1e11]);
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (usd) => {
				expect(Number.isInteger(cents(usd))).toBe(true);
				expect(Math.abs(cents(usd) - usd * 100)).toBeLessThanOrEqual(0.5 + usd * 1e-13);
			})
		);
	});

	test('rise in proportion to what a unit is worth', () => {
		const set = { 'service.hostCostUsd': 0, 'service.delayPerUnitUsd': 0 };
		const one = lossCents(july({ ...set, 'service.lossPerUnitUsd': 100 }));
		const three = lossCents(july({ ...set, 'service.lossPerUnitUsd': 300 }));
		expect(one).toBeGreaterThan(0);
		expect(Math.abs(three / one - 3)).toBeLessThan(1e-3);
	});

	test('count every hands-on repair', () => {
		const free = { 'service.lossPerUnitUsd': 0, 'service.delayPerUnitUsd': 0, 'repair.failShare': 0 };
		const race = { 'repair.rebootRaceMin': 525_600, 'repair.hostsPerTechnician': 5 };
		const play = july({ ...free, ...race, 'service.hostCostUsd': 40 });
		const frame = observe(runPlay(play));
		const repaired = frame.world.counts.recovered;
		expect(repaired).toBeGreaterThan(1000);
		expect(frame.lossCents).toBeLessThanOrEqual(repaired * 4000);
		expect(frame.lossCents).toBeGreaterThan(0.95 * repaired * 4000);
	});
});
