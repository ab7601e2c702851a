import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../sim/model.ts';
import { lossOrders } from './ensemble.ts';
import { choiceNames, coordinate, drawn, drawOrders, priorsOf, sectorValue, type Prior } from './prior.ts';

const prior = (part: Partial<Prior>): Prior => ({
	parameter: 'update.pollMin',
	of: 'value',
	shape: 'logUniform',
	choices: [],
	low: 2,
	high: 50,
	central: 10,
	...part
});
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('priors', () => {
	it('are the entries of the model parameters that say how far they may be off', () => {
		const found = priorsOf([
			{ set: 'update.pollMin', value: 10, range: [2, 60] },
			{ set: 'repair.handsMin', value: { server: 20 }, factor: [0.4, 2] },
			{ set: 'rollout.haltReachMin', value: 2, range: [0, 10] },
			{ set: 'repair.script', value: false, assumed: 'no range, no prior' }
		]);
		expect(found.map(({ parameter, of, shape }) => [parameter, of, shape])).toEqual([
			['update.pollMin', 'value', 'logUniform'],
			['repair.handsMin', 'factor', 'logUniform'],
			['rollout.haltReachMin', 'value', 'uniform']
		]);
	});

	it('put half of the draws below the geometric middle, or below the middle where zero is possible', () => {
		expect(drawn(prior({}), 0.5)).toBe(10);
		expect(drawn(prior({ shape: 'uniform', low: 0, high: 10 }), 0.5)).toBe(5);
	});

	it('of a choice make each name as likely as any other, and a regression sees only which it was', () => {
		const [order] = priorsOf([
			{ set: 'repair.order', value: 'asTheyCome', either: ['laptopsFirst', 'asTheyCome', 'serversFirst'] }
		]);
		expect(choiceNames(order!)).toEqual(['laptopsFirst', 'asTheyCome', 'serversFirst']);
		const slices = Array.from({ length: 300 }, (_, slice) => (slice + 0.5) / 300);
		for (const choice of order!.choices)
			expect(slices.filter((u) => drawn(order!, u) === choice)).toHaveLength(100);
		expect(drawn(order!, 1)).toBe(order!.choices[2]);
		for (const u of slices)
			expect(order!.choices[Math.floor(3 * coordinate(order!, u))]).toBe(drawn(order!, u));
		expect(new Set(slices.map((u) => coordinate(order!, u))).size).toBe(3);
		expect(coordinate(prior({}), 0.3)).toBe(0.3);
	});

	it('of a choice take its place everywhere, whatever stood there', () => {
		const settings: Setting[] = [
			{ parameter: 'repair.order', scope: { kind: 'world' }, value: 0 },
			{ parameter: 'repair.order', scope: { kind: 'sector', id: 'banks' }, value: 2 }
		];
		const order = priorsOf([
			{ set: 'repair.order', value: 'asTheyCome', either: ['asTheyCome', 'serversFirst'] }
		]);
		expect(drawOrders(settings, order, [1]).map(({ value }) => value)).toEqual([1, 1]);
		expect(drawOrders(settings, order, [0]).map(({ value }) => value)).toEqual([0, 0]);
	});

	it('never leave their bounds and rise with the uniform', () => {
		fc.assert(
			fc.property(unit, unit, (a, b) => {
				const [low, high] = [drawn(prior({}), Math.min(a, b)), drawn(prior({}), Math.max(a, b))];
				expect(low).toBeGreaterThanOrEqual(2);
				expect(high).toBeLessThanOrEqual(50);
				expect(low).toBeLessThanOrEqual(high);
			})
		);
	});

	it('keep what sectors and organisations have of their own in proportion, within what the parameter allows', () => {
		const settings: Setting[] = [
			{ parameter: 'service.manualShare', scope: { kind: 'world' }, value: 0.25 },
			{ parameter: 'service.manualShare', scope: { kind: 'sector', id: 'energy' }, value: 0.75 },
			{ parameter: 'repair.keyMin', scope: { kind: 'world' }, value: 40 }
		];
		const factor = prior({ parameter: 'service.manualShare', of: 'factor', low: 0.6, high: 2, central: 1 });
		const orders = drawOrders(settings, [factor], [1.5]);
		expect(orders.map(({ atMin, scope, value }) => [atMin, scope.kind, value])).toEqual([
			[0, 'world', 0.375],
			[0, 'sector', 1]
		]);
	});
});

describe('factors on losses', () => {
	it('are set for whole sectors, from their own value or the world’s', () => {
		const settings: Setting[] = [
			'service.lossPerUnitUsd',
			'service.delayPerUnitUsd',
			'service.shedPerUnitUsd'
		].flatMap((parameter) => [
			{ parameter, scope: { kind: 'world' } as const, value: 20 },
			{ parameter, scope: { kind: 'sector', id: 'airlines' } as const, value: 70 }
		]);
		expect(sectorValue(settings, 'service.lossPerUnitUsd', 'airlines')).toBe(70);
		expect(sectorValue(settings, 'service.lossPerUnitUsd', 'banks')).toBe(20);
		const orders = lossOrders(settings, [], [], { airlines: 2, banks: 2 });
		const ofAirlines = orders.filter(({ scope }) => scope.kind === 'sector' && scope.id === 'airlines');
		expect(ofAirlines.map(({ value }) => value)).toEqual([140, 140, 140]);
	});
});
