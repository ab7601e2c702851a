import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DecideClock } from './decide-clock.svelte.ts';

describe('the clock for deciding', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('does not run until somebody sets it', () => {
		const clock = new DecideClock();
		const atEnd = vi.fn();
		clock.start(atEnd);
		vi.advanceTimersByTime(3_600_000);
		expect(clock.isRunning).toBe(false);
		expect(atEnd).not.toHaveBeenCalled();
	});

	it('ends once, when its minutes are over', () => {
		const clock = new DecideClock();
		const atEnd = vi.fn();
		clock.limitMin = 2;
		clock.start(atEnd);
		vi.advanceTimersByTime(115_000);
		expect(clock.text).toBe('0:05');
		vi.advanceTimersByTime(60_000);
		expect(atEnd).toHaveBeenCalledOnce();
		expect(clock.isRunning).toBe(false);
	});

	it('gives more time whenever it is asked for, and none of an old round to the next', () => {
		const clock = new DecideClock();
		const atEnd = vi.fn();
		clock.limitMin = 2;
		clock.start(atEnd);
		vi.advanceTimersByTime(110_000);
		clock.more();
		expect(clock.text).toBe('2:10');
		clock.start(atEnd);
		expect(clock.text).toBe('2:00');
		clock.stop();
		vi.advanceTimersByTime(600_000);
		expect(atEnd).not.toHaveBeenCalled();
	});
});
