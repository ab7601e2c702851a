import { expect, test } from 'vitest';
import { stopReason } from './stops.ts';

const FACTS = { cut: { stops: [24, 60] }, spans: [{ untilMin: 600, stepMin: 5 }] } as unknown as Parameters<
	typeof stopReason
>[0];
const injects = [
	{ atMin: 40, title: { en: 'Rain' } },
	{ atMin: 45, title: { en: 'Break-ins have been found' } }
];

test('a stop of the cut is planned, also where the grid moves it', () => {
	expect(stopReason(FACTS, 60, injects)).toEqual({ kind: 'planned' });
	expect(stopReason(FACTS, 25, injects)).toEqual({ kind: 'planned' });
});

test('a stop that nobody planned says which message halted the world', () => {
	expect(stopReason(FACTS, 45, injects)).toEqual({
		kind: 'inject',
		title: { en: 'Break-ins have been found' }
	});
});

test('without a message of that minute it was the person', () => {
	expect(stopReason(FACTS, 50, injects)).toEqual({ kind: 'person' });
});
