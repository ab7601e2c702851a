import { describe, expect, it } from 'vitest';
import { RECOVERED } from '../world/columns.ts';
import { hostsIn, order, ROLLED_BACK, runPlay } from '../testing/play.ts';
import { plainPlay } from '../testing/worlds.ts';
import { raceRate } from './reboot-race.ts';

/** Share of hosts that win within ten days when steps are `stepMin` long. */
function winners(stepMin: number, raceMin: number, rebootsForMin: number): number {
	let down = 1;
	for (let minute = 0; minute < 14_400; minute += stepMin)
		down *= 1 - stepMin * raceRate(minute, stepMin, raceMin, rebootsForMin);
	return 1 - down;
}

describe('the race of a rebooting host against the faulty file', () => {
	it.each([1, 15, 60, 240])(
		'is won by the share that wins before it gives up, in steps of %i minutes',
		(stepMin) => {
			expect(winners(stepMin, 1080, 120)).toBeCloseTo(120 / 1200, 2);
			expect(winners(stepMin, 4000, 60)).toBeCloseTo(60 / 4060, 3);
		}
	);

	it('is won by nearly every host that goes on for ever', () => {
		expect(winners(5, 600, 525_600)).toBeGreaterThan(0.99);
	});

	it('gets harder with every hour and is over one day', () => {
		const rates = Array.from({ length: 24 }, (_, hour) => raceRate(hour * 60, 15, 1080, 120));
		for (let hour = 1; hour < rates.length; hour++) expect(rates[hour]).toBeLessThanOrEqual(rates[hour - 1]!);
		expect(rates[0]).toBeGreaterThan(0);
		expect(rates[23]).toBe(0);
	});

	it('is won by nobody while the faulty file is still what hosts fetch', () => {
		const { model } = plainPlay({ 'rollout.haltReachMin': 600, 'repair.communityMin': 525_600 });
		const orders = [order(87, 'rollout.order', ROLLED_BACK)];
		const back = (minute: number) => hostsIn(runPlay({ model, orders }, 1, minute), RECOVERED);
		expect(back(687)).toBe(0);
		expect(back(900)).toBeGreaterThan(0);
	});
});
