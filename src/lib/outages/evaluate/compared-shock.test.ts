import { describe, expect, test } from 'vitest';
import type { ShockCourse } from '../world/course.ts';
import { onOneAxis } from './compared-shock.ts';

const course = (minutes: readonly number[]): ShockCourse => ({
	...{ vendor: 'corvane', isCaught: false, places: [], minutes },
	outOfOrder: minutes.map((minute) => 10 * minute),
	lossUsd: minutes.map((minute) => 100 * minute),
	byPlace: minutes.map((minute) => String(minute % 10))
});

describe('R296: one shock in two worlds', () => {
	test('is on the axis of the world that takes longer; one that is quiet stays as it is', () => {
		const { minutes, worlds } = onOneAxis([
			{ world: 'none', course: course([0, 5, 10, 15]) },
			{ world: 'accord', course: course([0, 5]) }
		]);
		expect(minutes).toEqual([0, 5, 10, 15]);
		expect(worlds.map(({ world }) => world)).toEqual(['none', 'accord']);
		expect(worlds[0]!.outOfOrder).toEqual([0, 50, 100, 150]);
		expect(worlds[1]!.outOfOrder).toEqual([0, 50, 50, 50]);
		expect(worlds[1]!.byPlace).toEqual(['0', '5', '5', '5']);
	});
});
