import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stoppable, STOPPABLE_MS } from './stoppable.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is about to happen', () => {
	const lit = () => {
		const happened: string[] = [];
		const stoppable = new Stoppable<string>((what) => happened.push(what));
		stoppable.start('a message');
		return { stoppable, happened };
	};

	it('happens once, when its time is over', () => {
		const { stoppable, happened } = lit();
		vi.advanceTimersByTime(STOPPABLE_MS - 1);
		expect([happened, stoppable.what, stoppable.secondsLeft]).toEqual([[], 'a message', 1]);
		vi.advanceTimersByTime(STOPPABLE_MS);
		expect([happened, stoppable.what]).toEqual([['a message'], null]);
	});

	it('can be stopped until then', () => {
		const { stoppable, happened } = lit();
		stoppable.stop();
		vi.advanceTimersByTime(STOPPABLE_MS);
		expect([happened, stoppable.what]).toEqual([[], null]);
	});

	it('happens at once where somebody says so, and not again', () => {
		const { stoppable, happened } = lit();
		stoppable.now();
		stoppable.now();
		vi.advanceTimersByTime(STOPPABLE_MS);
		expect(happened).toEqual(['a message']);
	});

	it('is one thing at a time: the next takes its place', () => {
		const { stoppable, happened } = lit();
		stoppable.start('another');
		vi.advanceTimersByTime(STOPPABLE_MS);
		expect(happened).toEqual(['another']);
	});
});
