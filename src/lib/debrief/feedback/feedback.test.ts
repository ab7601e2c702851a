import { describe, expect, it } from 'vitest';
import type { Act } from '../../exercise/state.ts';
import { act, ROOM, run } from '../testing/town.ts';
import { feedbackOf, type AtTwoStops } from './feedback.ts';

const frameAt = (acts: readonly Act[], minute: number) =>
	run(acts, 'a seed').find((one) => one.minute >= minute)!;
const between = (acts: readonly Act[], since: number, now: number): AtTwoStops => ({
	since: frameAt(acts, since),
	now: frameAt(acts, now),
	acts: acts.filter(({ atMin }) => atMin < now)
});
const told = (acts: readonly Act[], others: readonly Act[], since: number, now: number, role = 'vendor') => {
	const played = between(acts, since, now);
	return feedbackOf(ROOM, [role], played, { played, withoutMine: between(others, since, now) });
};

describe('what is told after each advance', () => {
	it('is one entry for each figure that the seat is judged by, the weightiest first', () => {
		const { terms, sinceMin, minute } = told([], [], 20, 60);
		expect(terms.map(({ id }) => id)).toEqual(['crashed', 'bill']);
		expect([sinceMin, minute]).toEqual([20, 60]);
	});

	it('counts as one’s own what would be otherwise without one’s decisions: here hosts that did not crash', () => {
		const [crashed] = told([act('roll-back', 20)], [], 20, 60).terms;
		const [idle] = told([], [], 20, 60).terms;
		expect(crashed!.yours).toBeLessThan(0);
		expect(crashed!.yours).toBe(crashed!.change - idle!.change);
	});

	it('counts as one’s own nothing of what others did, and nothing where one decided nothing', () => {
		const acts = [act('roll-back', 20)];
		for (const { yours } of told(acts, acts, 20, 60, 'hospital').terms) expect(yours).toBe(0);
	});

	it('counts what was paid since the last stop once', () => {
		const paid = [act('pay-a-consultant', 20)];
		const bill = (since: number, now: number) =>
			told(paid, [], since, now).terms.find(({ id }) => id === 'bill')!;
		expect(bill(20, 60).yours).toBeCloseTo(900, 6);
		expect(bill(60, 180).yours).toBeCloseTo(0, 6);
	});

	it('says that it does not know where nothing was computed beside the play', () => {
		const { terms } = feedbackOf(ROOM, ['vendor'], between([], 20, 60), null);
		expect(terms.every(({ yours }) => yours === null)).toBe(true);
	});
});
