import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASS_COUNT, HOST_CLASSES, type Model } from '../../sim/model.ts';
import { settingFault } from '../../sim/values.ts';
import { packOf, scenarioOf } from '../testing/pack.ts';
import { SMALL, smallWith } from '../testing/small.ts';
import { compileModel } from './model.ts';
import { Rounder, spread } from './spread.ts';
import { coverageScores, organisationSizes, staffingScores, strataOf } from './strata.ts';

const { scenario: july } = packOf('july-2024');
const model = compileModel(july);
const small = compileModel(scenarioOf(SMALL));

/** Hosts of the cells that a test picks. */
function hosts({ sites, cells }: Model, pick: (cell: number, site: number) => boolean = () => true): number {
	let total = 0;
	for (let cell = 0; cell < cells.count; cell++) if (pick(cell, cells.site[cell])) total += cells.hosts[cell];
	return sites.count === 0 ? 0 : total;
}
const vendorIndex = (id: string) => july.vendors.findIndex((vendor) => vendor.id === id);
const ofVendor = (id: string) => (cell: number) => model.cells.vendor[cell] === vendorIndex(id);

describe('whole numbers add up', () => {
	test('shares that are handed out never stray from their sum by more than a half', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 300 }), (amounts) => {
				const rounder = new Rounder();
				let sum = 0;
				let given = 0;
				for (const amount of amounts) {
					const whole = rounder.take(amount);
					expect(whole).toBeGreaterThanOrEqual(0);
					sum += amount;
					given += whole;
					expect(Math.abs(given - sum)).toBeLessThanOrEqual(0.5 + 1e-6);
				}
			})
		);
	});

	test('with a least number nothing smaller is handed out but the rest, and the total stays', () => {
		const amounts = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 200 });
		fc.assert(
			fc.property(amounts, fc.integer({ min: 2, max: 300 }), (parts, least) => {
				const total = parts.reduce((sum, part) => sum + part, 0);
				const rounder = new Rounder(least, total);
				const given = parts.map((part) => rounder.take(part)).filter((whole) => whole > 0);
				expect(given.reduce((sum, whole) => sum + whole, 0)).toBe(total);
				expect(given.slice(0, -1).every((whole) => whole >= least)).toBe(true);
			})
		);
	});

	test('a total is spread without loss', () => {
		fc.assert(
			fc.property(
				fc.nat(1e9),
				fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 50 }),
				(total, weights) => {
					expect(spread(total, weights).reduce((sum, part) => sum + part, 0)).toBe(total);
				}
			)
		);
	});

	test('each vendor has exactly the hosts that the scenario gives it, organisations included', () => {
		const given = july.vendors.find(({ id }) => id === 'corvane')!.hosts;
		expect(hosts(model, ofVendor('corvane'))).toBe(given);
		expect(hosts(model)).toBeCloseTo(july.managedHosts, -1);
	});

	test('each class has its share of a sector’s hosts', () => {
		const hospitals = july.sectors.findIndex(({ id }) => id === 'hospitals');
		const inSector = (_: number, site: number) => model.sites.sector[site] === hospitals;
		const all = hosts(model, inSector);
		for (const [c, hostClass] of HOST_CLASSES.entries()) {
			const ofClass = hosts(model, (cell, site) => inSector(cell, site) && model.cells.hostClass[cell] === c);
			expect(ofClass / all).toBeCloseTo(july.sectors[hospitals].classMix[hostClass], 4);
		}
	});

	test('a sector’s units of service are divided among its sites without loss', () => {
		for (const [s, sector] of july.sectors.entries()) {
			let units = 0;
			for (let site = 0; site < model.sites.count; site++)
				if (model.sites.sector[site] === s) units += model.sites.unitsPerDay[site];
			expect(units / sector.unitsPerDay).toBeCloseTo(1, 9);
		}
	});
});

describe('tables are in the order that the physics expects', () => {
	test.each([
		['july-2024', model],
		['small', small]
	])('%s', (_name, { sites, cells }) => {
		expect(sites.cellStart[0]).toBe(0);
		expect(sites.cellStart[sites.count]).toBe(cells.count);
		for (let site = 0; site < sites.count; site++) {
			if (site > 0) expect(sites.metro[site]).toBeGreaterThanOrEqual(sites.metro[site - 1]);
			expect(sites.cellStart[site + 1]).toBeGreaterThan(sites.cellStart[site]);
			let before = -1;
			for (let cell = sites.cellStart[site]; cell < sites.cellStart[site + 1]; cell++) {
				expect(cells.site[cell]).toBe(site);
				const place = cells.vendor[cell] * CLASS_COUNT + cells.hostClass[cell];
				expect(place).toBeGreaterThan(before);
				before = place;
				if (sites.organisation[site] === -1) expect(cells.hosts[cell]).toBeGreaterThan(0);
			}
		}
	});

	test('a stratum has one vendor, a bystander site none with a release', () => {
		const corvane = vendorIndex('corvane');
		for (let site = 0; site < model.sites.count; site++) {
			if (model.sites.organisation[site] !== -1) continue;
			const vendors = model.cells.vendor.subarray(
				model.sites.cellStart[site],
				model.sites.cellStart[site + 1]
			);
			if (vendors.includes(corvane)) expect(new Set(vendors).size).toBe(1);
		}
	});

	test('named organisations stand in their metros with the hosts they were given and a cell for every vendor', () => {
		for (const [o, own] of july.organisations.entries()) {
			for (const { metro, hosts: given } of own.sites) {
				const place = model.metros.findIndex(({ id }) => id === metro);
				const at = (_: number, site: number) =>
					model.sites.organisation[site] === o && model.sites.metro[site] === place;
				expect(hosts(model, at)).toBe(given);
				const site = model.sites.organisation.findIndex((one, index) => at(0, index) && one === o);
				expect(model.sites.group[site]).toBe(july.sectors.length + o);
				expect(model.sites.cellStart[site + 1] - model.sites.cellStart[site]).toBe(
					july.vendors.length * CLASS_COUNT
				);
			}
		}
	});

	test('every setting of the model, of the decisions and of the record is sound', () => {
		const settings = [
			...model.settings,
			...july.decisions.flatMap(({ effects }) => effects),
			...july.record.acts.flatMap(({ orders }) => orders)
		];
		for (const setting of settings) expect(settingFault(model, setting), JSON.stringify(setting)).toBeNull();
	});
});

describe('the world is peopled by its rule', () => {
	const share = (pick: (site: number) => boolean) =>
		hosts(model, (cell, site) => ofVendor('corvane')(cell) && pick(site)) /
		hosts(model, (_, site) => pick(site));
	const inCountry = (iso2: string) => (site: number) =>
		model.metros[model.sites.metro[site]].country === iso2;
	const inSector = (id: string) => (site: number) => july.sectors[model.sites.sector[site]].id === id;

	test('the failing vendor is strong in the United States and nearly absent from China and Russia', () => {
		// Two thirds of its revenue, and a sixth of the world's protected hosts: that makes a quarter to a third here.
		expect(share(inCountry('US'))).toBeGreaterThan(0.24);
		expect(share(inCountry('US'))).toBeLessThan(0.3);
		expect(share(inCountry('CN'))).toBeLessThan(0.005);
		expect(share(inCountry('RU'))).toBeLessThan(0.005);
	});

	test('airlines lean on it most and manufacturers least', () => {
		const shares = july.sectors.map(({ id }) => ({ id, share: share(inSector(id)) }));
		shares.sort((a, b) => b.share - a.share);
		expect(shares[0].id).toBe('airlines');
		expect(shares.at(-1)!.id).toBe('manufacturing');
		expect(share(inSector('hospitals'))).toBeGreaterThan(share(inSector('technology')));
	});

	test('Atlanta has more of the airlines than of the hospitals', () => {
		const atlanta = model.metros.findIndex(({ id }) => id === 'atlanta-us');
		const part = (id: string) =>
			hosts(model, (_, site) => inSector(id)(site) && model.sites.metro[site] === atlanta) /
			hosts(model, (_, site) => inSector(id)(site));
		expect(part('airlines')).toBeGreaterThan(part('hospitals'));
	});

	test('clocks are local: Sydney is ten hours ahead of UTC in July, New York four behind', () => {
		const offset = (id: string) => model.metros.find((metro) => metro.id === id)!.utcOffsetMin;
		expect(offset('sydney-au')).toBe(600);
		expect(offset('new-york-us')).toBe(-240);
		// 19 July 2024 was a Friday.
		expect(model.clock.startWeekMinute).toBe(4 * 1440 + 240);
	});
});

describe('staffing is unequal by rule', () => {
	test('more hosts fall into more strata, from one to four', () => {
		const from = [800, 8_000, 80_000];
		expect([10, 1_000, 10_000, 1e6].map((hosts) => strataOf(hosts, from))).toEqual([1, 2, 3, 4]);
	});

	test('scores of many strata are standard normal, also among the largest', () => {
		const hosts = Array.from({ length: 500 }, (_, i) => 500 - i);
		const scores = staffingScores(
			hosts,
			hosts.map((_, i) => (i % 2 === 0 ? -1 : 1))
		);
		for (const some of [scores, scores.slice(0, 60)]) {
			const mean = some.reduce((sum, z) => sum + z, 0) / some.length;
			const variance = some.reduce((sum, z) => sum + (z - mean) * (z - mean), 0) / some.length;
			expect(Math.abs(mean)).toBeLessThan(0.05);
			expect(Math.abs(variance - 1)).toBeLessThan(0.1);
		}
	});
});

describe('coverage is unequal by rule', () => {
	const scores = coverageScores(Array.from({ length: 500 }, (_, i) => 500 - i));
	const mean = (values: readonly number[]) => values.reduce((sum, z) => sum + z, 0) / values.length;

	test('scores of every class are standard normal, also among the largest', () => {
		for (const some of [scores, scores.slice(0, 60)]) {
			for (let c = 0; c < 5; c++) {
				const ofClass = some.map((byClass) => byClass[c]!);
				expect(Math.abs(mean(ofClass))).toBeLessThan(0.1);
				expect(Math.abs(mean(ofClass.map((z) => z * z)) - 1)).toBeLessThan(0.2);
			}
		}
	});

	test('classes of one organisation are alike, and not the same', () => {
		const together = mean(scores.map((byClass) => byClass[0]! * byClass[1]!));
		expect(together).toBeGreaterThan(0.5);
		expect(together).toBeLessThan(0.8);
	});

	test('named organisations have none: they say their own coverage', () => {
		const { cells, sites } = model;
		for (let cell = 0; cell < cells.count; cell++)
			if (sites.organisation[cells.site[cell]!]! >= 0) expect(cells.coverageScore[cell]).toBe(0);
	});
});

describe('the vendors beside the one that fails', () => {
	test('hold the shares of protected hosts that sources name', () => {
		const of = (id: string) => hosts(model, ofVendor(id));
		const isProtected = hosts(model) - of('none');
		const share = (id: string) => of(id) / isProtected;
		expect(share('corvane')).toBeGreaterThan(0.16);
		expect(share('corvane')).toBeLessThan(0.18);
		expect(share('tessaly')).toBeCloseTo(0.22, 2);
		expect(share('wexcombe-guard')).toBeCloseTo(0.07, 2);
		expect(share('orrin-deep')).toBeCloseTo(0.005, 3);
	});
});

describe('small organisations', () => {
	test('stand before large ones in a place, and a lone stratum stands for all', () => {
		expect([1, 2, 3].map(organisationSizes)).toEqual([[0], [-1, 1], [-1, 0, 1]]);
	});

	test('have more technicians for each host than large ones', () => {
		const hosts = Array.from({ length: 400 }, () => 100);
		const sizes = hosts.map((_, i) => (i % 2 === 0 ? -1 : 1));
		const scores = staffingScores(hosts, sizes);
		const mean = (size: number) =>
			scores.filter((_, i) => sizes[i] === size).reduce((sum, score) => sum + score, 0) / 200;
		expect(mean(-1) - mean(1)).toBeGreaterThan(0.4);
		expect(mean(-1) - mean(1)).toBeLessThan(0.6);
	});
});

describe('the debrief-size world is the full one, coarser', () => {
	const coarse = compileModel(july, 'debrief');

	test('it has fewer than a fifth of the cells and the same hosts by vendor, class and sector', () => {
		expect(coarse.cells.count).toBeLessThan(model.cells.count / 5);
		const tally = (m: Model) => {
			const by = new Map<string, number>();
			for (let cell = 0; cell < m.cells.count; cell++) {
				const site = m.cells.site[cell];
				const key = `${m.cells.vendor[cell]} ${m.cells.hostClass[cell]} ${m.sites.sector[site]}`;
				by.set(key, (by.get(key) ?? 0) + m.cells.hosts[cell]);
			}
			return Object.fromEntries(by);
		};
		expect(tally(coarse)).toEqual(tally(model));
	});

	test('it keeps the time zones of the failing vendor’s hosts', () => {
		const byOffset = (m: Model) => {
			const by: Record<number, number> = {};
			for (let cell = 0; cell < m.cells.count; cell++) {
				if (m.cells.vendor[cell] !== vendorIndex('corvane')) continue;
				const { utcOffsetMin } = m.metros[m.sites.metro[m.cells.site[cell]]];
				by[utcOffsetMin] = (by[utcOffsetMin] ?? 0) + m.cells.hosts[cell];
			}
			return by;
		};
		const [fine, merged] = [byOffset(model), byOffset(coarse)];
		for (const offset of Object.keys(fine)) {
			expect(Math.abs((merged[+offset] ?? 0) - fine[+offset])).toBeLessThan(0.005 * 30_000_000);
		}
	});

	test('the organisations of players have every host they have', () => {
		for (const [o, own] of july.organisations.entries()) {
			const given = own.sites.reduce((sum, site) => sum + site.hosts, 0);
			expect(hosts(coarse, (_, site) => coarse.sites.organisation[site] === o)).toBe(given);
		}
	});
});

describe('compiling is a function of what goes in', () => {
	test('twice the same tables', () => {
		const again = compileModel(july);
		expect(again.cells.hosts).toEqual(model.cells.hosts);
		expect(again.sites.staffingScore).toEqual(model.sites.staffingScore);
	});

	test('more hosts of a vendor in the fleet are more hosts in its cells and none more in the world', () => {
		const more = compileModel(scenarioOf(smallWith('hosts: 4000', 'hosts: 5000')));
		expect(hosts(more, (cell) => more.cells.vendor[cell] === 0)).toBe(5000);
		expect(hosts(more)).toBe(hosts(small));
	});

	test('sector indices move hosts between sectors and leave the vendor its number', () => {
		const even = compileModel(scenarioOf(smallWith('airlines: 1.5', 'airlines: 1')));
		const flying = (m: Model) =>
			hosts(m, (cell, site) => m.cells.vendor[cell] === 0 && m.sites.sector[site] === 1);
		expect(flying(small)).toBeGreaterThan(flying(even));
		expect(hosts(even, (cell) => even.cells.vendor[cell] === 0)).toBe(4000);
	});
});
