import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import type { DeviceNews } from './device-watch.ts';
import { Retries } from './retries.ts';

let clock: FakeClock;
let tell: (what: DeviceNews) => void;
let retries: Retries;
let triesMs: number[];

beforeEach(() => {
	clock = new FakeClock();
	tell = () => {};
	triesMs = [];
	retries = new Retries({
		clock,
		draw: () => 0,
		watchDevice: (told) => {
			tell = told;
			return () => (tell = () => {});
		}
	});
});

/** Tries, and gets no answer however often. */
function tryInVain(): void {
	retries.after({ kind: 'notReady' }, () => {
		triesMs.push(clock.nowMs());
		tryInVain();
	});
}

describe('R180: what got no answer', () => {
	it('is tried again soon, then less often, every 5 s at most', () => {
		tryInVain();
		clock.passNow(20_000);
		expect(triesMs).toEqual([250, 750, 1750, 3750, 7750, 12_750, 17_750]);
	});

	it.each(['woke', 'online'] as const)('is tried at once when the device %s, and once only', (what) => {
		tryInVain();
		clock.passNow(9000);
		triesMs = [];
		tell(what);
		expect(triesMs).toEqual([9000]);
		clock.passNow(4999);
		expect(triesMs).toEqual([9000]);
	});

	it('is not tried sooner than a server wants that is asked too often', () => {
		retries.after({ kind: 'tooMany', waitMs: 10_000 }, () => triesMs.push(clock.nowMs()));
		clock.passNow(60_000);
		expect(triesMs).toEqual([10_000]);
	});

	it('is not tried any more once there is an answer, and later begins anew', () => {
		tryInVain();
		clock.passNow(8000);
		retries.settle();
		tell('online');
		clock.passNow(60_000);
		expect(triesMs).toEqual([250, 750, 1750, 3750, 7750]);
		tryInVain();
		clock.passNow(250);
		expect(triesMs).toHaveLength(6);
	});

	it('is forgotten with its page', () => {
		tryInVain();
		retries.close();
		tell('woke');
		clock.passNow(60_000);
		expect(triesMs).toEqual([]);
	});
});
