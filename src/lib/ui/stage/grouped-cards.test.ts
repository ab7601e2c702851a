import { expect, test } from 'vitest';
import { grouped } from './grouped-cards.ts';

const card = (id: string, text: string, group: string | null) => ({ id, kind: 'keep' as const, text, group });

test('cards under one heading are one row, the most first; single ones keep their order', () => {
	const cards = [
		card('1', 'a', null),
		card('2', 'b', 'Calls'),
		card('3', 'c', null),
		card('4', 'd', 'Calls')
	];
	expect(grouped(cards, 'keep')).toEqual([
		{ text: 'Calls', count: 2 },
		{ text: 'a', count: 1 },
		{ text: 'c', count: 1 }
	]);
	expect(grouped(cards, 'change')).toEqual([]);
});
