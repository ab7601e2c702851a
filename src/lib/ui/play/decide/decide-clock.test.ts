import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DecideClock } from './decide-clock.svelte.ts';
import { keepTimeLimit, timeLimitOf, type Kept } from './time-limit.ts';

function storage(): Kept {
	const items = new Map<string, string>();
	return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

describe('the clock for deciding', () => {
	let nowMs = 1_000_000;
	let kept = storage();
	const atEnd = vi.fn();
	const clockOf = () => new DecideClock(() => nowMs, kept);
	/** A page that is seen: its timers keep up with real time. */
	function pass(ms: number): void {
		nowMs += ms;
		vi.advanceTimersByTime(ms);
	}
	const chosen = (limitMin: number) => keepTimeLimit('run', { limitMin, round: null, endsAtMs: null }, kept);

	beforeEach(() => {
		vi.useFakeTimers();
		kept = storage();
		atEnd.mockClear();
	});
	afterEach(() => void vi.useRealTimers());

	it('does not run until somebody sets it', () => {
		const clock = clockOf();
		clock.start('run', 1, atEnd);
		pass(3_600_000);
		expect(clock.isRunning).toBe(false);
		expect(atEnd).not.toHaveBeenCalled();
	});

	it('ends once, when its minutes are over', () => {
		const clock = clockOf();
		chosen(2);
		clock.start('run', 1, atEnd);
		pass(115_000);
		expect(clock.text).toBe('0:05');
		pass(60_000);
		expect(atEnd).toHaveBeenCalledOnce();
		expect(clock.isRunning).toBe(false);
	});

	it('goes by real time where a hidden page is woken once in a minute', () => {
		const clock = clockOf();
		chosen(5);
		clock.start('run', 1, atEnd);
		nowMs += 125_000;
		vi.advanceTimersByTime(250);
		expect(clock.text).toBe('2:55');
		nowMs += 175_000;
		clock.look();
		expect(atEnd).toHaveBeenCalledOnce();
	});

	it('goes on where it was after a reload, with the limit that was chosen in play', () => {
		const before = clockOf();
		before.start('run', 3, atEnd);
		before.limit(5);
		pass(60_000);
		before.more();
		before.stop();
		nowMs += 10_000;
		const after = clockOf();
		after.start('run', 3, atEnd);
		expect(after.limitMin).toBe(5);
		expect(after.text).toBe('5:50');
		after.start('run', 4, atEnd);
		expect(after.text).toBe('5:00');
	});

	it('leaves time to look where it ran out while the page was closed', () => {
		const before = clockOf();
		before.start('run', 3, atEnd);
		before.limit(2);
		before.stop();
		nowMs += 86_400_000;
		const after = clockOf();
		after.start('run', 3, atEnd);
		expect(atEnd).not.toHaveBeenCalled();
		expect(after.text).toBe('0:20');
	});

	it('gives more time whenever it is asked for, and none of an old round to the next', () => {
		const clock = clockOf();
		chosen(2);
		clock.start('run', 1, atEnd);
		pass(110_000);
		clock.more();
		expect(clock.text).toBe('2:10');
		clock.start('run', 2, atEnd);
		expect(clock.text).toBe('2:00');
		clock.stop();
		pass(600_000);
		expect(atEnd).not.toHaveBeenCalled();
	});
});

describe('limits that are kept', () => {
	it('belong each to its run', () => {
		const kept = storage();
		keepTimeLimit('a', { limitMin: 3, round: null, endsAtMs: null }, kept);
		keepTimeLimit('b', { limitMin: 5, round: 2, endsAtMs: 9 }, kept);
		expect(timeLimitOf('a', kept).limitMin).toBe(3);
		expect(timeLimitOf('b', kept)).toEqual({ limitMin: 5, round: 2, endsAtMs: 9 });
		expect(timeLimitOf('c', kept).limitMin).toBeNull();
	});

	it('are none where something else stands in their place', () => {
		for (const text of ['{', '7', '[["a",{"limitMin":"2"}]]', '[["a"]]']) {
			const kept = { getItem: () => text, setItem: () => undefined };
			expect(timeLimitOf('a', kept).limitMin, text).toBeNull();
		}
	});
});
