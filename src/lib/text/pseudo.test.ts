import { describe, expect, test } from 'vitest';
import { pseudo } from './pseudo.ts';

const PLAIN_WORD = /[A-Za-z]{2,}/;

describe('English made strange', () => {
	const strange = pseudo({
		name: 'Hosts down',
		count: (n: number) => `${n} hosts`,
		places: [{ name: 'Sydney', zone: 'Australia/Sydney' }],
		limit: 5
	});

	test('holds no plain word, in texts and in what functions say', () => {
		expect(strange.name).not.toMatch(PLAIN_WORD);
		expect(strange.count(12)).not.toMatch(PLAIN_WORD);
		expect(strange.count(12)).toContain('12');
		expect(strange.places[0]!.name).not.toMatch(PLAIN_WORD);
	});

	test('is a third longer and in brackets, so that what is cut off or put together shows', () => {
		expect(strange.name).toMatch(/^⟦.*⟧$/);
		expect(strange.name.length).toBeGreaterThan('Hosts down'.length * 1.3);
	});

	test('leaves alone what programs read', () => {
		expect(strange.places[0]!.zone).toBe('Australia/Sydney');
		expect(strange.limit).toBe(5);
	});
});
