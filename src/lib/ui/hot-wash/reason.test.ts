import { expect, test } from 'vitest';
import type { Criterion, TaskReview } from '../../debrief/hot-wash/hot-wash.ts';
import { reasonOf } from './reason.ts';

const taken = (title: string, byMin: number | null, takenMin: number | null): Criterion => ({
	kind: 'taken',
	isMet: takenMin !== null && (byMin === null || takenMin <= byMin),
	title: { en: title },
	byMin,
	takenMin
});
const crashed: Criterion = {
	...{ kind: 'figure', isMet: false, figures: ['crashed'], whose: 'Corvane' },
	...{ comparison: '<', limit: 170_000, value: 4_200_000 }
};
/** Midnight: minute 329 is 05:29. */
const reasons = (review: Partial<TaskReview>) =>
	reasonOf({ objective: 'o', task: 't', model: 'S', criteria: null, ...review }, 0);
const any = (...of: Criterion[]): Criterion => ({ kind: 'any', isMet: of.some(({ isMet }) => isMet), of });

test('a mark comes with what earned it, and what the next better one asks for', () => {
	const criteria = {
		P: any(taken('Roll back', 289, 329), crashed),
		S: taken('Roll back', 336, 329),
		M: taken('Roll back', 480, 329)
	};
	expect(reasons({ criteria })).toEqual([
		'Because ‘Roll back’ was taken at 05:29.',
		'P asks for: ‘Roll back’ by 04:49, or hosts that crashed (Corvane) below 170,000, here 4.20\u00a0million.'
	]);
});

test('what could not be performed says what was missing', () => {
	const criteria = {
		P: crashed,
		S: crashed,
		M: any(taken('Roll back', 480, null), taken('Pause', null, null))
	};
	expect(reasons({ model: 'U', criteria })).toEqual([
		'Because ‘Roll back’ was not taken and ‘Pause’ was not taken.',
		'M asks for: ‘Roll back’ by 08:00, or ‘Pause’.'
	]);
});

test('the best mark asks for nothing more, and what an earlier version kept gives no reason', () => {
	const P = taken('Roll back', 400, 329);
	expect(reasons({ model: 'P', criteria: { P, S: P, M: P } })).toHaveLength(1);
	expect(reasons({ criteria: null })).toEqual([]);
});
