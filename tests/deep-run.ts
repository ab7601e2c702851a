import { test } from '@playwright/test';

/** True in `npm run test:deep`, which has hours; `npm test` has minutes. */
export const isDeepRun = process.env.PATCHFALL_DEEP === '1';

/** Leaves a test to the deep run, where what it holds is held by a cheaper one in `npm test`. */
export function onlyInDeepRun(because: string): void {
	test.skip(!isDeepRun, `${because}: npm run test:deep`);
}
