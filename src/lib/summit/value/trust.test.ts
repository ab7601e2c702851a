import { describe, expect, test } from 'vitest';
import { ON_RECORD } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { movedTrust, shownBy, trustAfter, trustAtFirst } from './trust.ts';
import { walkAwayOf } from './walk-away.ts';

const summit = summitOf('july-2024');
const first = trustAtFirst(summit);
const after = (...acts: [string, number][]) =>
	trustAfter(
		first,
		shownBy(
			summit,
			acts.map(([decision, atMin]) => ({ decision, atMin })),
			0
		)
	);
/** Taken back neither early nor late. */
const IN_TIME: [string, number] = ['roll-back', 78];
const customers = ['airline', 'hospital-network', 'bank'];

describe('conduct in the incident', () => {
	test('moves trust a share of the way that is left, so that it stays between 0 and 1', () => {
		expect(movedTrust(0.5, 0.2)).toBe(0.6);
		expect(movedTrust(0.5, -0.2)).toBe(0.4);
		expect(movedTrust(1, 1)).toBe(1);
		expect(movedTrust(0, -1)).toBe(0);
	});

	test('as on record moves nothing by itself: 78 minutes are neither early nor late', () => {
		expect(shownBy(summit, ON_RECORD.acts, ON_RECORD.releaseMin)).toEqual([]);
		expect(after(IN_TIME)).toEqual(first);
	});

	test('taking content back early is believed, late or never is not', () => {
		for (const party of customers) {
			const trust = (matrix: typeof first) => matrix[party]['security-vendor'];
			expect(trust(after(['roll-back', 40]))).toBeGreaterThan(trust(first));
			expect(trust(after(['roll-back', 91]))).toBeLessThan(trust(first));
			expect(trust(after())).toBe(trust(after(['roll-back', 91])));
		}
	});

	test('selling one’s own product to those who are down is remembered by vendors most', () => {
		const trust = after(IN_TIME, ['offer-own-product', 100]);
		for (const party of ['security-vendor', 'rival-vendor', 'small-vendor']) {
			expect(trust[party]['platform-owner']).toBeCloseTo(first[party]['platform-owner'] * 0.4, 10);
		}
		expect(trust.airline['platform-owner']).toBeCloseTo(0.45, 10);
		expect(trust.airline.government).toBe(first.airline.government);
	});

	test('every line of the scenario moves somebody, and nobody’s trust in themselves', () => {
		for (const { id, decision, within, later } of summit.conduct) {
			const acts = later === undefined ? [{ decision, atMin: within ?? 0 }] : [];
			const [shown] = shownBy(summit, acts, 0).filter((one) => one.conduct === id);
			expect(shown.with.length, id).toBeGreaterThan(0);
			expect(shown.with, id).not.toContain(shown.of);
		}
	});
});

describe('what a party walks away from', () => {
	const platform = summit.parties.find(({ id }) => id === 'platform-owner')!;
	const airline = summit.parties.find(({ id }) => id === 'airline')!;

	test('is less for whoever lost the trust of those who buy and rule, a little more for whoever won it', () => {
		const lost = after(IN_TIME, ['offer-own-product', 100], ['brief-against-vendor', 100]);
		const won = after(
			IN_TIME,
			['build-recovery-tool', 60],
			['open-key-portal', 100],
			['script-for-cloud-disks', 80]
		);
		expect(walkAwayOf(summit, platform, first, first)).toBe(-6);
		expect(walkAwayOf(summit, platform, first, lost)).toBeLessThan(-7);
		expect(walkAwayOf(summit, platform, first, won)).toBeGreaterThan(-6);
	});

	test('is what its brief says for everybody else', () => {
		const lost = after(['treat-as-attack', 10], ['hire-hands', 50]);
		expect(walkAwayOf(summit, airline, first, lost)).toBe(10);
	});
});
