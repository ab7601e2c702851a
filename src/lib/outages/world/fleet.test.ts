import { describe, expect, test } from 'vitest';
import { HOST_CLASSES, type Model } from '../../sim/model.ts';
import { reform } from '../reform/reform.ts';
import { agreed, before, scenario } from '../testing/world.ts';
import { fleetOf } from './fleet.ts';
import { userShares } from './components.ts';
import { moved } from './moved.ts';

const fleet = fleetOf(scenario, 'corvane');
const hostsOf = (model: Model, vendor: number) =>
	model.cells.hosts.reduce(
		(sum, hosts, cell) => (model.cells.vendor[cell] === vendor ? sum + hosts : sum),
		0
	);
const all = (model: Model) => model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0);
const after = (ids: readonly string[]) => reform(scenario, before, agreed(ids), 36).market;

describe('the hosts of a vendor that may fail', () => {
	test('are all with one vendor at first', () => {
		expect(hostsOf(fleet.model, fleet.second)).toBe(0);
		expect(hostsOf(fleet.model, fleet.vendor)).toBeGreaterThan(29e6);
	});

	test('stay where they are where nothing has changed', () => {
		const same = moved(fleet, 'corvane', before, before);
		expect(same.cells.hosts).toEqual(fleet.model.cells.hosts);
		expect(same.sites.unitsPerDay).toEqual(fleet.model.sites.unitsPerDay);
	});

	test('get a second vendor at the same site, and others get this one as theirs: it stays as large', () => {
		const { secondShare } = after(['ma-two-vendors']);
		const model = moved(fleet, 'corvane', before, { ...before, secondShare });
		expect(hostsOf(model, fleet.second)).toBeGreaterThan(1e6);
		expect(hostsOf(model, fleet.vendor) / hostsOf(fleet.model, fleet.vendor)).toBeGreaterThan(0.95);
		for (let site = 0; site < model.sites.count; site++) {
			const [from, to] = [model.sites.cellStart[site]!, model.sites.cellStart[site + 1]!];
			const at = (hosts: Int32Array) => hosts.subarray(from, to).reduce((sum, one) => sum + one, 0);
			expect(at(model.cells.hosts)).toBe(at(fleet.model.cells.hosts));
		}
	});

	test('grow and shrink with whole organisations, with what these serve; the world stays as large', () => {
		const owner = fleetOf(scenario, 'tessaly');
		const model = moved(owner, 'tessaly', before, after(['ma-switch']));
		expect(hostsOf(model, owner.vendor)).toBeGreaterThan(1.1 * hostsOf(owner.model, owner.vendor));
		expect(all(model) / all(owner.model)).toBeCloseTo(1, 3);
		const units = (one: Model) => one.sites.unitsPerDay.reduce((sum, units) => sum + units, 0);
		expect(units(model) / units(owner.model)).toBeCloseTo(1, 2);
	});

	test('have the same cells in every world, so that they draw the same chances', () => {
		const model = moved(fleet, 'corvane', before, after(['ma-switch', 'ma-two-vendors']));
		expect(model.cells.vendor).toEqual(fleet.model.cells.vendor);
		expect(model.cells.site).toEqual(fleet.model.cells.site);
	});

	test('of an entry that stands for many vendors are those of one of them', () => {
		const tail = fleetOf(scenario, 'other');
		const { standsFor } = scenario.vendors.find(({ id }) => id === 'other')!;
		const alone = hostsOf(tail.model, tail.vendor);
		const rest = hostsOf(
			tail.model,
			tail.model.vendors.findIndex(({ id }) => id === 'other.rest')
		);
		expect((alone + rest) / alone).toBeCloseTo(standsFor, 0);
	});
});

test('hosts leave the kernel by class, but for those that exceptions keep there', () => {
	const share = (hostClass: (typeof HOST_CLASSES)[number], kept = 0) =>
		userShares(0.6, 0.25, kept)(HOST_CLASSES.indexOf(hostClass));
	expect([share('server'), share('cloud'), share('laptop'), share('kiosk')]).toEqual([0.25, 0.25, 0.6, 0.6]);
	expect(share('laptop', 0.4)).toBeCloseTo(0.36, 12);
});
