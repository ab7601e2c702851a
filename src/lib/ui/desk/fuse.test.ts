import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fuse, FUSE_MS } from './fuse.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is about to happen', () => {
	const lit = () => {
		const happened: string[] = [];
		const fuse = new Fuse<string>((what) => happened.push(what));
		fuse.light('a message');
		return { fuse, happened };
	};

	it('happens once, when its time is over', () => {
		const { fuse, happened } = lit();
		vi.advanceTimersByTime(FUSE_MS - 1);
		expect([happened, fuse.what, fuse.secondsLeft]).toEqual([[], 'a message', 1]);
		vi.advanceTimersByTime(FUSE_MS);
		expect([happened, fuse.what]).toEqual([['a message'], null]);
	});

	it('can be stopped until then', () => {
		const { fuse, happened } = lit();
		fuse.stop();
		vi.advanceTimersByTime(FUSE_MS);
		expect([happened, fuse.what]).toEqual([[], null]);
	});

	it('happens at once where somebody says so, and not again', () => {
		const { fuse, happened } = lit();
		fuse.now();
		fuse.now();
		vi.advanceTimersByTime(FUSE_MS);
		expect(happened).toEqual(['a message']);
	});

	it('is one thing at a time: the next takes its place', () => {
		const { fuse, happened } = lit();
		fuse.light('another');
		vi.advanceTimersByTime(FUSE_MS);
		expect(happened).toEqual(['another']);
	});
});
