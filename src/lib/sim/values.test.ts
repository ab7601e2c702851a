import { describe, expect, test } from 'vitest';
import { HOST_CLASSES, type HostClass, type Scope, type Setting } from './model.ts';
import { PARAMETER_IDS, parameterSpec, type ParameterId } from './parameters.ts';
import { smallModel } from './testing/small-model.ts';
import { applySetting, settingFault, valueAt, valueLayout } from './values.ts';

const model = smallModel({
	sectors: ['retail', 'banks'],
	organisations: [
		{ id: 'corner-shop', sector: 0 },
		{ id: 'harbour-bank', sector: 1 }
	],
	sites: [{ metro: 0, hosts: [1, 1, 1, 1, 1] }]
});
const world: Scope = { kind: 'world' };
const setting = (parameter: string, value: number, scope: Scope = world, hostClass?: HostClass): Setting => ({
	parameter,
	value,
	scope,
	hostClass
});

/** Values as they stand after some settings. */
function after(...settings: Setting[]) {
	const layout = valueLayout(model);
	const values = new Float64Array(layout.size).fill(-1);
	for (const one of settings) applySetting(model, layout, values, one);
	return (id: ParameterId, owner = 0, hostClass = 0) => valueAt({ layout, values }, id, owner, hostClass);
}

describe('a setting', () => {
	// Groups are numbered sectors first: retail, banks, corner-shop, harbour-bank.
	test('of the world holds for every group and class', () => {
		const value = after(setting('repair.handsMin', 12));
		for (let group = 0; group < 4; group++)
			HOST_CLASSES.forEach((_, c) => expect(value('repair.handsMin', group, c)).toBe(12));
	});

	test('of a sector holds for its organisations, too', () => {
		const value = after(
			setting('repair.keyMin', 40),
			setting('repair.keyMin', 9, { kind: 'sector', id: 'banks' })
		);
		expect([0, 1, 2, 3].map((group) => value('repair.keyMin', group))).toEqual([40, 9, 40, 9]);
	});

	test('of an organisation holds for it alone', () => {
		const value = after(
			setting('repair.keyMin', 40),
			setting('repair.keyMin', 9, { kind: 'organisation', id: 'harbour-bank' })
		);
		expect([0, 1, 2, 3].map((group) => value('repair.keyMin', group))).toEqual([40, 40, 40, 9]);
	});

	test('of a vendor holds for its hosts', () => {
		const value = after(
			setting('update.pollMin', 10),
			setting('update.pollMin', 3, { kind: 'vendor', id: 'other' })
		);
		expect([0, 1].map((vendor) => value('update.pollMin', vendor))).toEqual([10, 3]);
	});

	test('of a class leaves the other classes', () => {
		const value = after(
			setting('repair.handsMin', 12),
			setting('repair.handsMin', 30, { kind: 'sector', id: 'banks' }, 'kiosk')
		);
		expect(HOST_CLASSES.map((_, c) => value('repair.handsMin', 1, c))).toEqual([12, 12, 12, 30, 12]);
		expect(value('repair.handsMin', 0, HOST_CLASSES.indexOf('kiosk'))).toBe(12);
	});

	test('changes no other parameter', () => {
		for (const id of PARAMETER_IDS) {
			const layout = valueLayout(model);
			const values = new Float64Array(layout.size);
			applySetting(model, layout, values, setting(id, 1));
			const next = PARAMETER_IDS[PARAMETER_IDS.indexOf(id) + 1];
			const end = next === undefined ? layout.size : layout.offset[next];
			values.forEach((value, at) => expect(value).toBe(+(at >= layout.offset[id] && at < end)));
		}
	});
});

describe('a fault of a setting is named', () => {
	test.each<[Setting, RegExp | null]>([
		[setting('repair.keyMin', 40), null],
		[setting('repair.keyMin', 40, { kind: 'organisation', id: 'harbour-bank' }), null],
		[setting('repair.handsMin', 40, world, 'cloud'), null],
		[setting('rollout.plan', 0), null],
		[setting('repair.keysMin', 40), /no parameter 'repair\.keysMin'/],
		[setting('__proto__', 1), /no parameter '__proto__'/],
		[setting('constructor', 1), /no parameter 'constructor'/],
		[setting('repair.keyMin', NaN), /not NaN/],
		[setting('repair.keyMin', Infinity), /not Infinity/],
		[setting('repair.keyMin', 0), /takes 0\.1 to 525600 \(min\), not 0/],
		[setting('repair.failShare', 1.01), /takes 0 to 1 \(share\), not 1\.01/],
		[setting('rollout.order', 1.5), /whole number/],
		[setting('rollout.order', 4), /takes 0 to 3/],
		[setting('rollout.plan', 1), /takes 0 to 0/],
		[setting('vendor.workaround', 0.5), /whole number/],
		[setting('repair.keyMin', 40, world, 'kiosk'), /not set by host class/],
		[setting('repair.handsMin', 40, world, 'mainframe' as HostClass), /no host class 'mainframe'/],
		[setting('repair.keyMin', 40, { kind: 'vendor', id: 'acme' }), /belongs to a sector or an organisation/],
		[setting('update.pollMin', 40, { kind: 'sector', id: 'banks' }), /belongs to a vendor/],
		[setting('trust.mendMin', 40, { kind: 'vendor', id: 'acme' }), /belongs to the world/],
		[setting('repair.keyMin', 40, { kind: 'sector', id: 'mines' }), /no sector 'mines'/],
		[setting('repair.keyMin', 40, { kind: 'organisation', id: 'banks' }), /no organisation 'banks'/],
		[setting('update.pollMin', 40, { kind: 'vendor', id: 'nobody' }), /no vendor 'nobody'/]
	])('%o', (one, words) => {
		if (words === null) expect(settingFault(model, one)).toBeNull();
		else expect(settingFault(model, one)).toMatch(words);
	});

	test('every parameter takes both ends of its range and nothing beyond', () => {
		for (const id of PARAMETER_IDS) {
			const { min, max } = parameterSpec(id)!;
			if (id === 'rollout.plan') continue;
			for (const value of [min, max]) expect(settingFault(model, setting(id, value))).toBeNull();
			for (const value of [min - 1, max + 1]) expect(settingFault(model, setting(id, value))).not.toBeNull();
		}
	});
});
