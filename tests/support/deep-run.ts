import { test } from '@playwright/test';
import { isDeep } from '../../src/lib/sim/testing/deep.ts';

/** As tests of units ask. */
export const isDeepRun = isDeep;

/** Leaves a test to the deep run, where what it holds is held by a cheaper one in `npm test`. */
export function onlyInDeepRun(because: string): void {
	test.skip(!isDeepRun, `${because}: npm run test:deep`);
}
