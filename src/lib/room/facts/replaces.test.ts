import { expect, test } from 'vitest';
import { packOf } from '../../scenario/testing/pack.ts';
import { replacing } from './replaces.ts';

const { decisions } = packOf('july-2024').scenario;
const replacedBy = (id: string) =>
	replacing(
		decisions.find((one) => one.id === id)!,
		decisions
	).replaces ?? [];

test('a choice takes the place of another choice of its role, whichever came first', () => {
	expect(replacedBy('crew-servers-first')).toEqual(['gates-first']);
	expect(replacedBy('gates-first')).toEqual(['crew-servers-first']);
});

test('what adds up takes nobody’s place', () => {
	expect(replacedBy('hire-hands')).toEqual([]);
	expect(replacedBy('paper-check-in')).toEqual([]);
});
