import { describe, expect, test } from 'vitest';
import { OutageRunner } from '../evaluate/outage-runner.ts';
import type { Item } from '../../summit/accord/accord.ts';
import { agreed, itemFor, scenario } from '../testing/world.ts';
import type { Outcome } from './outcome.ts';

const runner = new OutageRunner(scenario);
const SHOCKS = 4;

function outcomes(kind: string, items: readonly (string | Item)[] = [], shocks = SHOCKS): Outcome[] {
	const agreement = items.length === 0 ? null : agreed([...items, 'go-audit']);
	return Array.from({ length: shocks }, (_, number) =>
		runner.run({ agreement, months: 36, shock: { kind, number }, set: 0, beforehand: [] })
	);
}

const sum = (all: readonly Outcome[], of: 'lossUsd' | 'hostsCrashed' | 'compromised') =>
	all.reduce((total, one) => total + one[of], 0);

/** What a kind comes to with measures, as a multiple of what it comes to without any. */
const lossWith = (kind: string, items: readonly (string | Item)[], shocks = SHOCKS) =>
	sum(outcomes(kind, items, shocks), 'lossUsd') / sum(outcomes(kind, [], shocks), 'lossUsd');

const RINGS = ['sd-rings', 'sd-gates'];

describe('a shock that does not fail as July did', () => {
	test.each(['management-lockout', 'late-defect', 'certificate-expiry', 'control-plane'])(
		'%s costs something, and neither rings nor gates see it',
		(kind) => {
			expect(sum(outcomes(kind), 'lossUsd')).toBeGreaterThan(1e8);
			expect(lossWith(kind, RINGS)).toBe(1);
		}
	);

	test('hosts that are cut off have not crashed, so nothing that mends a start helps', () => {
		expect(sum(outcomes('management-lockout'), 'hostsCrashed')).toBe(0);
		expect(lossWith('management-lockout', ['re-selfheal'])).toBe(1);
		expect(lossWith('management-lockout', ['co-manual'])).toBeLessThan(1);
	});

	// A vendor is seldom slower than a halt from outside.
	const MANY = 16;
	test('a halt from outside ends an order and nothing that expires', () => {
		expect(lossWith('management-lockout', ['sd-kill-switch'], MANY)).toBeLessThan(1);
		expect(lossWith('certificate-expiry', ['sd-kill-switch'])).toBe(1);
	});

	test('the content from before helps where a defect shows late', () => {
		expect(lossWith('late-defect', ['re-last-good'])).toBeLessThan(0.9);
	});

	test('two vendors help where one fails all at once, and not where the platform does', () => {
		expect(lossWith('certificate-expiry', ['ma-two-vendors'])).toBeLessThan(0.95);
		expect(lossWith('recovery-keys', ['ma-two-vendors'])).toBeGreaterThan(0.99);
	});

	test('a platform that asks for keys asks in every mode; keys that are at hand help', () => {
		const moved = itemFor('pr-user-mode', { parameters: { desks: 90, servers: 60, months: 12 } });
		expect(lossWith('recovery-keys', [moved])).toBeCloseTo(1, 2);
		expect(lossWith('recovery-keys', ['re-keys'])).toBeLessThan(0.99);
	});

	test('while a control plane does not answer, a spare site is worth more than any repair', () => {
		const spare = lossWith('control-plane', ['co-standby']);
		expect(spare).toBeLessThan(0.95);
		expect(lossWith('control-plane', ['re-oob', 're-selfheal'])).toBe(1);
	});

	test('a payload is used on hosts and destroys others; who shares incidents finds it sooner', () => {
		const all = outcomes('malicious-update');
		expect(sum(all, 'compromised')).toBeGreaterThan(sum(all, 'hostsCrashed'));
		expect(sum(all, 'hostsCrashed')).toBeGreaterThan(0);
		expect(lossWith('malicious-update', ['in-incidents'])).toBeLessThan(0.97);
		expect(lossWith('malicious-update', ['re-selfheal'])).toBeCloseTo(1, 3);
	});
});
