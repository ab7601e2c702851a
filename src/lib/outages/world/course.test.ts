import { describe, expect, test } from 'vitest';
import { OutageRunner, type WatchJob } from '../evaluate/outage-runner.ts';
import { agreed, scenario } from '../testing/world.ts';
import { DIGITS, quietCourse, sharesOf } from './course.ts';

const runner = new OutageRunner(scenario);
const job = (kind: string, number: number, measures: readonly string[] = []): WatchJob => ({
	agreement: measures.length === 0 ? null : agreed(measures),
	...{ months: 36, shock: { kind, number }, set: 0, beforehand: [], reads: 'course' }
});
const course = runner.watch(job('one-region', 3));

describe('R296: the course of a shock', () => {
	test('is the same whoever runs it', () => {
		expect(new OutageRunner(scenario).watch(job('one-region', 3))).toEqual(course);
	}, 30_000);

	test('begins with nothing out of order, and losses never shrink', () => {
		expect(course.minutes[0]).toBe(0);
		expect(course.outOfOrder[0]).toBe(0);
		expect(Math.max(...course.outOfOrder)).toBeGreaterThan(1000);
		for (let at = 1; at < course.minutes.length; at++) {
			expect(course.minutes[at]!).toBeGreaterThan(course.minutes[at - 1]!);
			expect(course.lossUsd[at]!).toBeGreaterThanOrEqual(course.lossUsd[at - 1]!);
		}
	});

	test('tells of each of the largest cities how much of it is out of order', () => {
		const places = runner.places.all;
		for (const digits of course.byPlace) expect(digits).toHaveLength(places.length);
		const most = Math.max(...course.outOfOrder);
		const worst = sharesOf(course.byPlace[course.outOfOrder.indexOf(most)]!);
		const shown = worst.reduce((sum, share, place) => sum + share * places[place]!.hosts, 0);
		expect(shown).toBeGreaterThan(0);
		// By the root of a share: a few hosts of a city are shown as a few, not as a digit's step of all of them.
		const step = 1 / (DIGITS.length - 1);
		const coarse = worst.reduce(
			(sum, share, place) => sum + places[place]!.hosts * step * (Math.sqrt(share) + step / 4),
			0
		);
		expect(shown).toBeLessThan(most + coarse);
		expect(sharesOf(DIGITS[1]!)[0]).toBeLessThan(0.001);
	});

	test('of one that is found before it ships is quiet', () => {
		const quiet = quietCourse('corvane', runner.places);
		expect(quiet.isCaught).toBe(true);
		expect(sharesOf(quiet.byPlace[0]!).every((share) => share === 0)).toBe(true);
	});
});
