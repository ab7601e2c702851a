import { describe, expect, it } from 'vitest';
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

	it('begins at once where the release was taken back before it was no longer on offer', () => {
		expect(raceRate(-10, 1, 1080, 120)).toBe(raceRate(0, 1, 1080, 120));
	});
});
