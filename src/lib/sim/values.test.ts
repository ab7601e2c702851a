import { describe, expect, test } from 'vitest';
import { HOST_CLASSES, type HostClass, type Scope, type Setting } from './model.ts';
import { PARAMETER_IDS, PARAMETERS, parameterSpec, type ParameterId } from './parameters.ts';
import type { SettingFault, SettingFaults } from './setting-fault.ts';
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

	const times = (factor: number, scope?: Scope): Setting => ({
		...setting('repair.keyMin', factor, scope),
		multiplies: true
	});

	test('that multiplies changes what each group has, and two do so in whatever order', () => {
		const own = [setting('repair.keyMin', 40), setting('repair.keyMin', 8, { kind: 'sector', id: 'banks' })];
		const banks: Scope = { kind: 'sector', id: 'banks' };
		for (const two of [
			[times(0.5), times(3, banks)],
			[times(3, banks), times(0.5)]
		]) {
			const value = after(...own, ...two);
			expect([0, 1, 2, 3].map((group) => value('repair.keyMin', group))).toEqual([20, 12, 20, 12]);
		}
	});

	test('that multiplies leaves no range, and is no setting of a name or a switch', () => {
		expect(after(setting('repair.keyMin', 400_000), times(1000))('repair.keyMin')).toBe(525_600);
		expect(settingFault(model, times(0.25))).toBeNull();
		expect(settingFault(model, times(0))?.code).toBe('outOfRange');
		for (const parameter of ['repair.keyStore', 'repair.script'])
			expect(settingFault(model, { ...setting(parameter, 1), multiplies: true })?.code).toBe('notMultiplied');
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
	const out = (
		parameter: ParameterId,
		value: number,
		max: number = PARAMETERS[parameter].max
	): SettingFault => ({
		code: 'outOfRange',
		params: { parameter, value, min: PARAMETERS[parameter].min, max, unit: PARAMETERS[parameter].unit }
	});
	const owner = (
		parameter: string,
		owner: SettingFaults['otherOwner']['owner'],
		scope: SettingFaults['otherOwner']['scope']
	): SettingFault => ({ code: 'otherOwner', params: { parameter, owner, scope } });

	test.each<[Setting, SettingFault | null]>([
		[setting('repair.keyMin', 40), null],
		[setting('repair.keyMin', 40, { kind: 'organisation', id: 'harbour-bank' }), null],
		[setting('repair.handsMin', 40, world, 'cloud'), null],
		[setting('rollout.plan', 0), null],
		[
			setting('repair.keysMin', 40),
			{ code: 'noSuchName', params: { kind: 'parameter', id: 'repair.keysMin' } }
		],
		[setting('__proto__', 1), { code: 'noSuchName', params: { kind: 'parameter', id: '__proto__' } }],
		[setting('constructor', 1), { code: 'noSuchName', params: { kind: 'parameter', id: 'constructor' } }],
		[setting('repair.keyMin', NaN), out('repair.keyMin', NaN)],
		[setting('repair.keyMin', Infinity), out('repair.keyMin', Infinity)],
		[setting('repair.keyMin', 0), out('repair.keyMin', 0)],
		[setting('repair.failShare', 1.01), out('repair.failShare', 1.01)],
		[setting('rollout.order', 1.5), { code: 'fraction', params: { parameter: 'rollout.order', value: 1.5 } }],
		[setting('rollout.order', 4), out('rollout.order', 4)],
		[setting('rollout.plan', 1), out('rollout.plan', 1, 0)],
		[
			setting('vendor.workaround', 0.5),
			{ code: 'fraction', params: { parameter: 'vendor.workaround', value: 0.5 } }
		],
		[
			setting('repair.keyMin', 40, world, 'kiosk'),
			{ code: 'notByClass', params: { parameter: 'repair.keyMin' } }
		],
		[
			setting('repair.handsMin', 40, world, 'mainframe' as HostClass),
			{ code: 'noSuchName', params: { kind: 'hostClass', id: 'mainframe' } }
		],
		[setting('repair.keyMin', 40, { kind: 'vendor', id: 'acme' }), owner('repair.keyMin', 'group', 'vendor')],
		[
			setting('update.pollMin', 40, { kind: 'sector', id: 'banks' }),
			owner('update.pollMin', 'vendor', 'sector')
		],
		[setting('trust.mendMin', 40, { kind: 'vendor', id: 'acme' }), owner('trust.mendMin', 'world', 'vendor')],
		[
			setting('repair.keyMin', 40, { kind: 'sector', id: 'mines' }),
			{ code: 'noSuchName', params: { kind: 'sector', id: 'mines' } }
		],
		[
			setting('repair.keyMin', 40, { kind: 'organisation', id: 'banks' }),
			{ code: 'noSuchName', params: { kind: 'organisation', id: 'banks' } }
		],
		[
			setting('update.pollMin', 40, { kind: 'vendor', id: 'nobody' }),
			{ code: 'noSuchName', params: { kind: 'vendor', id: 'nobody' } }
		]
	])('%o', (one, fault) => {
		expect(settingFault(model, one)).toEqual(fault);
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
