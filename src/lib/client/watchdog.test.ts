import { describe, expect, it } from 'vitest';
import { FakeClock } from '../room/testing/fake-clock.ts';
import { Watchdog } from './watchdog.ts';

const SECOND_MS = 1000;

/** A watchdog over a worker that answers from a moment on, and what was made of it. */
function watching(answersFromMs: number) {
	const clock = new FakeClock();
	const told: string[] = [];
	let untilMs = Infinity;
	const dog: Watchdog = new Watchdog(clock, {
		ask() {
			if (clock.nowMs() >= answersFromMs && clock.nowMs() < untilMs) dog.heard();
		},
		slow: (isSlow) => told.push(isSlow ? 'slow' : 'there'),
		dead: () => told.push('dead')
	});
	dog.started();
	return { clock, told, dog, silent: () => (untilMs = clock.nowMs()) };
}

describe('a worker that is watched', () => {
	it('is left alone while it answers', () => {
		const { clock, told } = watching(0);
		clock.passNow(600 * SECOND_MS);
		expect(told).toEqual([]);
	});

	it('is called slow, and not dead, when its first word takes 20 s', () => {
		const { clock, told } = watching(20 * SECOND_MS);
		clock.passNow(15 * SECOND_MS);
		expect(told).toEqual(['slow']);
		clock.passNow(60 * SECOND_MS);
		expect(told).toEqual(['slow', 'there']);
	});

	it('is never taken for dead before its first word', () => {
		const { clock, told } = watching(Infinity);
		clock.passNow(3600 * SECOND_MS);
		expect(told).toEqual(['slow']);
	});

	it('counts as dead when it falls silent', () => {
		const { clock, told, silent } = watching(0);
		clock.passNow(30 * SECOND_MS);
		silent();
		clock.passNow(60 * SECOND_MS);
		expect(told).toEqual(['slow', 'dead']);
	});

	it('is given more time on a machine that took long to start it', () => {
		const { clock, told, silent } = watching(20 * SECOND_MS);
		clock.passNow(30 * SECOND_MS);
		silent();
		clock.passNow(55 * SECOND_MS);
		expect(told).toEqual(['slow', 'there', 'slow']);
		clock.passNow(30 * SECOND_MS);
		expect(told).toEqual(['slow', 'there', 'slow', 'dead']);
	});

	it('is not asked any more once watching has stopped', () => {
		const { clock, told, dog } = watching(Infinity);
		clock.passNow(15 * SECOND_MS);
		dog.stop();
		clock.passNow(600 * SECOND_MS);
		expect(told).toEqual(['slow', 'there']);
	});

	it('is replaced three times in a row and not a fourth time', () => {
		const { dog } = watching(0);
		expect([dog.died(), dog.died(), dog.died(), dog.died()]).toEqual([true, true, true, false]);
	});

	it('is replaced again and again when it dies now and then', () => {
		const { clock, dog } = watching(0);
		for (let n = 0; n < 20; n++) {
			expect(dog.died()).toBe(true);
			clock.spend(120 * SECOND_MS);
		}
	});
});
