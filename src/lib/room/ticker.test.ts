import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from './testing/fake-clock.ts';
import { Ticker, type Mover } from './ticker.ts';

/** Goes in steps of one size, each of which costs real time. */
class Walker implements Mover {
	at = 0;
	rests = 0;
	readonly stepLength: number;
	readonly costMs: number;
	readonly #clock: FakeClock;

	constructor(clock: FakeClock, stepLength = 1, costMs = 0) {
		this.#clock = clock;
		this.stepLength = stepLength;
		this.costMs = costMs;
	}

	nextMove(): number {
		return this.stepLength;
	}

	move(owed: number): number {
		if (owed < this.stepLength) return 0;
		this.#clock.spend(this.costMs);
		this.at += this.stepLength;
		return this.stepLength;
	}

	rest(): void {
		this.rests++;
	}
}

let clock: FakeClock;
beforeEach(() => (clock = new FakeClock()));

function started(pace: number | null, stepLength?: number, costMs?: number) {
	const walker = new Walker(clock, stepLength, costMs);
	const ticker = new Ticker(clock, walker, pace);
	ticker.start();
	return { walker, ticker };
}

describe('a ticker', () => {
	test('moves as far as its pace says, whatever the pace and the length of a step', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (pace, stepLength) => {
				clock = new FakeClock();
				const { walker } = started(pace, stepLength);
				clock.passNow(10_000);
				expect(walker.at).toBeLessThanOrEqual(10 * pace);
				// A step may wait for the tick after it is due, and the last one is in the making.
				const stepS = stepLength / pace + 0.033;
				expect(walker.at / stepLength).toBeGreaterThan(10 / stepS - 2);
			})
		);
	});

	test('stops at once, and what was on its way moves nothing', () => {
		const { walker, ticker } = started(10);
		clock.passNow(1050);
		ticker.stop();
		expect(ticker.isOn).toBe(false);
		clock.passNow(5000);
		expect(walker.at).toBe(10);
	});

	test('started again it owes nothing for the time it stood still', () => {
		const { walker, ticker } = started(10);
		clock.passNow(1050);
		ticker.stop();
		clock.passNow(60_000);
		ticker.start();
		clock.passNow(1050);
		expect(walker.at).toBe(20);
	});

	test('what cannot keep up rests after every slice and goes on more slowly, without a heap of debts', () => {
		const { walker, ticker } = started(1000, 1, 5);
		clock.passNow(1000);
		expect(walker.at).toBeLessThanOrEqual(200);
		expect(walker.rests).toBeGreaterThan(50);
		ticker.setPace(1);
		const { at } = walker;
		clock.passNow(3000);
		expect(walker.at - at).toBeLessThanOrEqual(4);
	});

	test('without a pace it goes as fast as it can, slice by slice', () => {
		const { walker } = started(null, 1, 5);
		clock.passNow(1000);
		expect(walker.at).toBeGreaterThanOrEqual(190);
		expect(walker.rests).toBeGreaterThan(50);
	});

	test('time before a change of pace counts at the old one', () => {
		const { walker, ticker } = started(1);
		clock.passNow(30);
		ticker.setPace(1000);
		clock.passNow(10);
		expect(walker.at).toBeLessThanOrEqual(10);
	});
});
