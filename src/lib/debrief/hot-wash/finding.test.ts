import { expect, test } from 'vitest';
import { findingOf } from './finding.ts';
import type { Compared, Effects, Figures } from './hot-wash.ts';

const WORLD = {
	played: { hostsCrashed: 10 },
	record: null,
	none: null,
	others: null
} as unknown as Compared<Figures>;
const effectsOf = (harm: number | null) =>
	({
		helped: [],
		all: [],
		together: harm === null ? null : { harm, parts: [], shared: 0 }
	}) as unknown as Effects;
const yours = (harm: Compared<number> | null, together: number | null) =>
	findingOf(harm, WORLD, effectsOf(together), { roles: [], injects: [] } as never).yours;

test('what was one’s own is the difference between the runs that are shown, whatever a smaller world says', () => {
	const harm = { played: 0.34, record: 0.41, none: 1, others: 0.47 };
	expect(yours(harm, -0.089)).toBeCloseTo(-0.13, 12);
	// Where nobody else decides anything, the run without one's own is that of nobody deciding.
	expect(yours({ ...harm, others: null }, -0.6)).toBeCloseTo(-0.66, 12);
	expect(yours(null, -0.089)).toBe(-0.089);
	expect(yours(harm, null)).toBeNull();
});
