import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Beat, type Mover } from './beat.ts';
import { HandWall } from './testing/hand-wall.ts';

/** Goes in steps of one size, each of which costs real time. */
class Walker implements Mover {
	at = 0;
	rests = 0;
	readonly stepLength: number;
	readonly costMs: number;
	readonly #wall: HandWall;

	constructor(wall: HandWall, stepLength = 1, costMs = 0) {
		this.#wall = wall;
		this.stepLength = stepLength;
		this.costMs = costMs;
	}

	nextMove(): number {
		return this.stepLength;
	}

	move(owed: number): number {
		if (owed < this.stepLength) return 0;
		this.#wall.spend(this.costMs);
		this.at += this.stepLength;
		return this.stepLength;
	}

	rest(): void {
		this.rests++;
	}
}

let wall: HandWall;
beforeEach(() => (wall = new HandWall()));

function started(pace: number | null, stepLength?: number, costMs?: number) {
	const walker = new Walker(wall, stepLength, costMs);
	const beat = new Beat(wall, walker, pace);
	beat.start();
	return { walker, beat };
}

describe('a beat', () => {
	test('moves as far as its pace says, whatever the pace and the length of a step', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (pace, stepLength) => {
				wall = new HandWall();
				const { walker } = started(pace, stepLength);
				wall.pass(10_000);
				expect(walker.at).toBeLessThanOrEqual(10 * pace);
				// A step may wait for the beat after it is due, and the last one is in the making.
				const stepS = stepLength / pace + 0.033;
				expect(walker.at / stepLength).toBeGreaterThan(10 / stepS - 2);
			})
		);
	});

	test('stops at once, and what was on its way moves nothing', () => {
		const { walker, beat } = started(10);
		wall.pass(1050);
		beat.stop();
		expect(beat.isOn).toBe(false);
		wall.pass(5000);
		expect(walker.at).toBe(10);
	});

	test('started again it owes nothing for the time it stood still', () => {
		const { walker, beat } = started(10);
		wall.pass(1050);
		beat.stop();
		wall.pass(60_000);
		beat.start();
		wall.pass(1050);
		expect(walker.at).toBe(20);
	});

	test('what cannot keep up rests after every slice and goes on more slowly, without a heap of debts', () => {
		const { walker, beat } = started(1000, 1, 5);
		wall.pass(1000);
		expect(walker.at).toBeLessThanOrEqual(200);
		expect(walker.rests).toBeGreaterThan(50);
		beat.setPace(1);
		const { at } = walker;
		wall.pass(3000);
		expect(walker.at - at).toBeLessThanOrEqual(4);
	});

	test('without a pace it goes as fast as it can, slice by slice', () => {
		const { walker } = started(null, 1, 5);
		wall.pass(1000);
		expect(walker.at).toBeGreaterThanOrEqual(190);
		expect(walker.rests).toBeGreaterThan(50);
	});

	test('time before a change of pace counts at the old one', () => {
		const { walker, beat } = started(1);
		wall.pass(30);
		beat.setPace(1000);
		wall.pass(10);
		expect(walker.at).toBeLessThanOrEqual(10);
	});
});
