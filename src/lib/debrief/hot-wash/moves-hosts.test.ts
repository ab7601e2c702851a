import { describe, expect, it } from 'vitest';
import type { Scope } from '../../sim/model.ts';
import { PARAMETER_IDS } from '../../sim/parameters.ts';
import { movesHostsAfterMin } from './moves-hosts.ts';

const AIRLINE = { id: 'altamark', sector: 'airlines', vendors: { corvane: 0.9 } };
const HOSPITAL = { id: 'lakeside', sector: 'hospitals', vendors: { other: 1 } };
const OWN = { ids: ['altamark'], isOneService: true };

const effect = (parameter: string, scope: Scope = { kind: 'world' }, afterMin = 0) => ({
	parameter,
	scope,
	value: 1,
	afterMin
});
const after = (effects: ReturnType<typeof effect>[], own: typeof OWN | null = OWN) =>
	movesHostsAfterMin({ effects }, own, [AIRLINE, HOSPITAL]);

describe('a decision can move the curve of hosts down', () => {
	it('by halting the rollout or bringing hosts back, from when that effect holds', () => {
		expect(after([effect('rollout.order', { kind: 'vendor', id: 'corvane' }, 7)])).toBe(7);
		expect(after([effect('repair.script', { kind: 'world' }, 90)])).toBe(90);
		expect(after([effect('vendor.statement'), effect('vendor.workaround', { kind: 'world' }, 5)])).toBe(5);
	});

	it('not by cancelling work, working by hand or making a statement', () => {
		const still = PARAMETER_IDS.filter((id) => after([effect(id)]) === null);
		expect(still).toContain('service.shedShare');
		expect(still).toContain('service.manualShare');
		expect(still).toContain('vendor.statement');
		for (const id of still) expect(id).toMatch(/^(service|exposure|trust|vendor)\./);
	});

	it('not at another organisation, in another sector, or with a vendor that is not there', () => {
		expect(after([effect('repair.handsMin', { kind: 'organisation', id: 'altamark' })])).toBe(0);
		expect(after([effect('repair.handsMin', { kind: 'organisation', id: 'lakeside' })])).toBeNull();
		expect(after([effect('repair.handsMin', { kind: 'sector', id: 'hospitals' })])).toBeNull();
		expect(after([effect('rollout.order', { kind: 'vendor', id: 'other' })])).toBeNull();
	});

	it('of the whole world by what is done at one organisation alone: no', () => {
		expect(after([effect('repair.handsMin', { kind: 'organisation', id: 'altamark' })], null)).toBeNull();
		expect(after([effect('rollout.order', { kind: 'vendor', id: 'corvane' })], null)).toBe(0);
	});
});
