import { expect, test } from 'vitest';
import { timeAxis } from './time-axis.ts';

const START = (Date.UTC(2024, 6, 19, 4) - Date.UTC(2000, 0, 1)) / 60_000;
const facts = { startMinute: START, horizonMin: 14_400 };

test.each([1400, 800, 300, 120])('on %i px no two ticks stand closer together than asked', (width) => {
	const { ticks } = timeAxis(facts, 0, width, 52);
	expect(ticks[0].label).toBe('04:00');
	for (let i = 1; i < ticks.length; i++) expect(ticks[i].x - ticks[i - 1].x).toBeGreaterThanOrEqual(52);
	expect(ticks.length).toBeGreaterThan(1);
});

test('days begin at midnight UTC, and the first hours have room', () => {
	const { ticks, x } = timeAxis(facts, 0, 1400, 52);
	expect(ticks.find(({ isDay }) => isDay)).toMatchObject({ label: 'Sat 20', minute: 1200 });
	expect(ticks.map(({ label }) => label)).toContain('05:00');
	// The 78 minutes of the rollout are a sixth of the picture, though they are half a per cent of the time.
	expect(x(78) / x(14_400)).toBeGreaterThan(0.16);
});
