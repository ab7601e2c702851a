import { describe, expect, test } from 'vitest';
import type { OutageJob } from '../evaluate/outage-runner.ts';
import { OutageRunner } from '../evaluate/outage-runner.ts';
import type { Item } from '../../summit/accord/accord.ts';
import type { Agreement } from '../reform/agreement.ts';
import { agreed, itemFor, scenario } from '../testing/world.ts';
import type { Outcome } from './outcome.ts';

const runner = new OutageRunner(scenario);
const SHOCKS = 4;

function outcomes(kind: string, agreement: Agreement | null, changes: Partial<OutageJob> = {}): Outcome[] {
	return Array.from({ length: SHOCKS }, (_, number) =>
		runner.run({ agreement, months: 36, shock: { kind, number }, set: 0, beforehand: [], ...changes })
	);
}
const sum = (
	all: readonly Outcome[],
	of: 'lossUsd' | 'hostsCrashed' | 'compromised' | 'hostHoursDown' = 'lossUsd'
) => all.reduce((total, one) => total + one[of], 0);
const items = (...ids: readonly (string | Item)[]) => agreed(ids);

describe('a shock in a world', () => {
	test('comes to the same figures whenever it is run', () => {
		expect(outcomes('one-region', null)).toEqual(outcomes('one-region', null));
	});

	test('is the same in a world in which an empty accord was signed', () => {
		expect(outcomes('one-region', items())).toEqual(outcomes('one-region', null));
	});

	test('takes hosts down where a vendor crashes them, and none where only agents fail', () => {
		expect(sum(outcomes('kernel-crash', null), 'hostsCrashed')).toBeGreaterThan(1e6);
		const agents = outcomes('agent-failure', null);
		expect(sum(agents, 'hostsCrashed')).toBe(0);
		expect(sum(agents, 'compromised')).toBeGreaterThan(0);
	});

	test('adds up: what sectors lose is what the world loses, but for hosts that intruders hold', () => {
		for (const { lossUsd, sectorLossUsd } of outcomes('quarantined-file', null)) {
			const sectors = sectorLossUsd.reduce((total, one) => total + one, 0);
			expect(sectors / lossUsd).toBeCloseTo(1, 6);
		}
	});

	test('of one region is that much smaller than one everywhere', () => {
		expect(sum(outcomes('one-region', null), 'hostsCrashed')).toBeLessThan(
			0.5 * sum(outcomes('kernel-crash', null), 'hostsCrashed')
		);
	});
});

describe('what an accord does to a shock', () => {
	test('rings with gates stop most of a crash, and nothing of an attack', () => {
		const rings = items('sd-rings', 'sd-gates', 'go-audit');
		expect(sum(outcomes('kernel-crash', rings))).toBeLessThan(0.6 * sum(outcomes('kernel-crash', null)));
		expect(sum(outcomes('attack', rings))).toBeGreaterThanOrEqual(sum(outcomes('attack', null)));
	});

	test('the longer content bakes in each ring, the more an attack gets', () => {
		const baked = [1, 8, 48].map((hours) =>
			sum(outcomes('attack', items('sd-rings', itemFor('sd-bake', { parameters: { hours } }))), 'compromised')
		);
		expect(baked[1]).toBeGreaterThan(baked[0]!);
		expect(baked[2]).toBeGreaterThan(baked[1]!);
	});

	test('content that customers hold back is an answer that comes late', () => {
		const held = items(itemFor('sd-customer-control', { parameters: { share: 30, hours: 48 } }));
		expect(sum(outcomes('attack', held), 'compromised')).toBeGreaterThan(
			sum(outcomes('attack', null), 'compromised')
		);
	});

	test('hosts outside the kernel do not crash; a false alarm on a system file takes them down all the same', () => {
		const moved = items(
			itemFor('pr-user-mode', { parameters: { desks: 90, servers: 60, months: 12 } }),
			'go-audit'
		);
		// The platform owner's own agent moves only where that is agreed as well.
		const crashed = (kind: string, agreement: Agreement | null) =>
			sum(
				outcomes(kind, agreement).filter(({ vendor }) => vendor !== 'tessaly'),
				'hostsCrashed'
			);
		const change = (kind: string) => crashed(kind, moved) / crashed(kind, null);
		expect(change('kernel-crash')).toBeLessThan(0.8);
		expect(change('quarantined-file')).toBeGreaterThan(0.98);
	});

	test('everybody on the platform owner’s agent is a new monoculture', () => {
		const given = items(itemFor('ma-switch', { parameters: { share: 60 } }));
		expect(sum(outcomes('platform-agent', given))).toBeGreaterThan(
			1.05 * sum(outcomes('platform-agent', null))
		);
	});

	test('a halt from outside helps where a vendor is slow', () => {
		const halt = items('sd-kill-switch', 'go-audit');
		expect(sum(outcomes('slow-response', halt))).toBeLessThan(sum(outcomes('slow-response', null)));
	});

	test('what a test finds before it ships never happens', () => {
		const tests = items(
			itemFor('te-validator', { parameters: { coverage: 90 } }),
			'te-lab',
			'te-cert',
			'go-audit'
		);
		const found = Array.from({ length: 24 }, (_, number) =>
			runner.run({
				agreement: tests,
				months: 36,
				shock: { kind: 'one-class', number },
				set: 0,
				beforehand: []
			})
		).filter(({ isCaught }) => isCaught);
		expect(found.length).toBeGreaterThan(4);
		expect(found.length).toBeLessThan(20);
		expect(sum(found)).toBe(0);
	});
});
