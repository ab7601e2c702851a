import { describe, expect, test } from 'vitest';
import { HOST_CLASSES, type Model } from '../../sim/model.ts';
import { reform } from '../reform/reform.ts';
import { agreed, before, scenario } from '../testing/world.ts';
import { fleetOf } from './fleet.ts';
import { moved, userShares } from './moved.ts';

const fleet = fleetOf(scenario, 'corvane');
const NOBODY = () => 0;
const hostsOf = (model: Model, vendor: number, hostClass?: number) =>
	model.cells.hosts.reduce(
		(sum, hosts, cell) =>
			model.cells.vendor[cell] === vendor &&
			(hostClass === undefined || model.cells.hostClass[cell] === hostClass)
				? sum + hosts
				: sum,
		0
	);
const all = (model: Model) => model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0);
const after = (ids: readonly string[]) => reform(scenario, before, agreed(ids), 36).market;

describe('the hosts of a vendor that may fail', () => {
	test('are all in the kernel and with one vendor at first', () => {
		expect(hostsOf(fleet.model, fleet.userMode)).toBe(0);
		expect(hostsOf(fleet.model, fleet.second)).toBe(0);
		expect(hostsOf(fleet.model, fleet.vendor)).toBeGreaterThan(29e6);
	});

	test('stay where they are where nothing has changed', () => {
		const same = moved(fleet, 'corvane', before, before, NOBODY);
		expect(same.cells.hosts).toEqual(fleet.model.cells.hosts);
		expect(same.sites.unitsPerDay).toEqual(fleet.model.sites.unitsPerDay);
	});

	test('leave the kernel by class, and none is lost', () => {
		const model = moved(fleet, 'corvane', before, before, userShares(0.6, 0.25, 0));
		for (const [c, name] of HOST_CLASSES.entries()) {
			const share = name === 'server' || name === 'cloud' ? 0.25 : 0.6;
			const was = hostsOf(fleet.model, fleet.vendor, c);
			expect(hostsOf(model, fleet.userMode, c) / was).toBeCloseTo(share, 2);
		}
		expect(all(model)).toBe(all(fleet.model));
	});

	test('stay in the kernel as far as exceptions go, whatever else is agreed', () => {
		const model = moved(fleet, 'corvane', before, before, userShares(1, 1, 0.4));
		expect(hostsOf(model, fleet.vendor) / hostsOf(fleet.model, fleet.vendor)).toBeCloseTo(0.4, 2);
	});

	test('get a second vendor at the same site, and others get this one as theirs: it stays as large', () => {
		const { secondShare } = after(['ma-two-vendors']);
		const model = moved(fleet, 'corvane', before, { ...before, secondShare }, NOBODY);
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
		const model = moved(owner, 'tessaly', before, after(['ma-switch']), NOBODY);
		expect(hostsOf(model, owner.vendor)).toBeGreaterThan(1.1 * hostsOf(owner.model, owner.vendor));
		expect(all(model) / all(owner.model)).toBeCloseTo(1, 3);
		const units = (one: Model) => one.sites.unitsPerDay.reduce((sum, units) => sum + units, 0);
		expect(units(model) / units(owner.model)).toBeCloseTo(1, 2);
	});

	test('have the same cells in every world, so that they draw the same chances', () => {
		const model = moved(
			fleet,
			'corvane',
			before,
			after(['ma-switch', 'ma-two-vendors']),
			userShares(0.5, 0.5, 0)
		);
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
