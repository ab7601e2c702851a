import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer } from './announcer.svelte.ts';
import { atMostWords } from './brief.ts';

describe('what is said to a screen reader', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('comes at most once a second', async () => {
		const announcer = new Announcer();
		announcer.say('Round 1.', 'stop');
		announcer.say('Twenty seconds are left.', 'time');
		expect(announcer.text).toBe('Round 1.');
		await vi.advanceTimersByTimeAsync(999);
		expect(announcer.text).toBe('Round 1.');
		await vi.advanceTimersByTimeAsync(1);
		expect(announcer.text).toBe('Twenty seconds are left.');
	});

	it('is the newest of a subject, once', async () => {
		const announcer = new Announcer();
		announcer.say('Opening.', 'opening');
		for (const share of [10, 20, 90]) announcer.say(`Computed: ${share} %.`, 'progress');
		await vi.advanceTimersByTimeAsync(1000);
		expect(announcer.text).toBe('Computed: 90 %.');
		await vi.advanceTimersByTimeAsync(10_000);
		announcer.say('Paused.', 'pause');
		expect(announcer.text).toBe('Paused.');
	});

	it('is heard again where it is said again', async () => {
		const announcer = new Announcer();
		announcer.say('Paused.', 'pause');
		await vi.advanceTimersByTimeAsync(2000);
		announcer.say('Paused.', 'pause');
		expect(announcer.text).not.toBe('Paused.');
		expect(announcer.text.trim()).toBe('Paused.');
	});

	it('waits a second when a page that was opened is being told by its name', async () => {
		const announcer = new Announcer();
		announcer.giveWay();
		announcer.say('Its world is being put together.', 'opening');
		await vi.advanceTimersByTimeAsync(600);
		announcer.giveWay();
		await vi.advanceTimersByTimeAsync(999);
		expect(announcer.text).toBe('');
		await vi.advanceTimersByTimeAsync(1);
		expect(announcer.text).toBe('Its world is being put together.');
		announcer.say('Round 1.', 'stop');
		await vi.advanceTimersByTimeAsync(1000);
		expect(announcer.text).toBe('Round 1.');
	});

	it('has 25 words at most, in whole sentences where it can', () => {
		const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
		expect(atMostWords(words(25), 25)).toBe(words(25));
		expect(atMostWords(words(26), 25)).toBe(`${words(25)} …`);
		expect(atMostWords(`One is down. ${words(30)}.`, 25)).toBe('One is down.');
	});
});
