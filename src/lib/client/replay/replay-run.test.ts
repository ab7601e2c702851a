import { describe, expect, it } from 'vitest';
import type { ReplayedLog, ReplayFacts, ReplayMessage, ReplayRequest } from './messages.ts';
import { ReplayRun } from './replay-run.svelte.ts';

/** A replay whose worker answers when it is told to. */
function replay() {
	const asked: ReplayRequest[] = [];
	let hear: (message: ReplayMessage) => void = () => {};
	const run = new ReplayRun((listener) => {
		hear = listener;
		return { ask: (request) => asked.push(request), close: () => {} };
	});
	const minutes = () => asked.flatMap((one) => (one.type === 'at' ? [one.minute] : []));
	const series = [{ id: '0.shared', endMin: 600 }] as unknown as ReplayedLog['series'];
	hear({ type: 'opened', facts: {} as ReplayFacts, log: { series, fork: null } as unknown as ReplayedLog });
	return {
		run,
		minutes,
		answers: (minute: number) => hear({ type: 'moment', minute, worlds: [] })
	};
}

describe('a replay', () => {
	it('stands at the minute that was asked for, also before its worlds have come there', () => {
		const { run, answers, minutes } = replay();
		answers(0);
		run.seek(600);
		expect(run.minute).toBe(600);
		run.seek(20);
		expect(run.minute).toBe(20);
		answers(600);
		expect(run.minute).toBe(20);
		answers(20);
		expect(run.minute).toBe(20);
		expect(minutes()).toEqual([0, 600, 20]);
	});

	it('asks for no minute outside of its worlds', () => {
		const { run, answers } = replay();
		answers(0);
		run.seek(10_000);
		expect(run.minute).toBe(600);
		run.seek(-5);
		expect(run.minute).toBe(0);
	});
});
