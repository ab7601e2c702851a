import { expect, test } from 'vitest';
import { Heartbeat } from './heartbeat.ts';

/** Looks every so often. @param share of the time in which this process ran. @returns when it was found to hang; null: it was not */
function listen(
	heartbeat: Heartbeat,
	fromMs: number,
	toMs: number,
	everyMs: number,
	share = 1
): number | null {
	for (let ms = fromMs; ms <= toMs; ms += everyMs) if (heartbeat.hangs(ms, ms * share)) return ms;
	return null;
}

test('R98: a thread that does not answer for long hangs; one that answers now and then does not', () => {
	const heartbeat = new Heartbeat(1000);
	heartbeat.heard(0);
	expect(listen(heartbeat, 0, 900, 100)).toBeNull();
	heartbeat.heard(950);
	expect(listen(heartbeat, 1000, 1900, 100)).toBeNull();
	expect(listen(heartbeat, 2000, 4000, 100)).toBe(2000);
});

test('R98: a thread that is still starting does not hang', () => {
	expect(listen(new Heartbeat(1000), 0, 60_000, 100)).toBeNull();
});

test('R98: what was not listened to is no silence', () => {
	const heartbeat = new Heartbeat(1000);
	heartbeat.heard(0);
	heartbeat.hangs(100, 100);
	expect(heartbeat.hangs(60_000, 60_000)).toBe(false);
	heartbeat.heard(60_001);
	expect(listen(heartbeat, 60_100, 60_900, 100)).toBeNull();
});

test('R98: a thread to which the machine leaves no time is slow, and does not hang; one that is blocked is found out in the end', () => {
	const heartbeat = new Heartbeat(1000);
	heartbeat.heard(0);
	expect(listen(heartbeat, 0, 4000, 100, 0.05)).toBeNull();
	heartbeat.heard(4050);
	expect(listen(heartbeat, 4100, 20_000, 100, 0)).toBe(10_100);
});
