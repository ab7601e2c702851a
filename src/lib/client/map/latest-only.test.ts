import { beforeEach, expect, test } from 'vitest';
import { LatestOnly } from './latest-only.ts';

let put: number[];
let questions: LatestOnly<number>;
beforeEach(() => {
	put = [];
	questions = new LatestOnly((minute) => put.push(minute));
});

test('a question is put at once while none waits for its answer', () => {
	questions.ask(1);
	expect(questions.answered()).toBe(false);
	questions.ask(2);
	expect(put).toEqual([1, 2]);
});

test('of the questions that come before the answer only the last is put, once', () => {
	for (const minute of [1, 2, 3]) questions.ask(minute);
	expect(put).toEqual([1]);
	expect(questions.answered()).toBe(true);
	expect(put).toEqual([1, 3]);
	expect(questions.answered()).toBe(false);
	expect(put).toEqual([1, 3]);
});
