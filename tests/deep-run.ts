import { test } from '@playwright/test';
import { isDeep } from '../src/lib/sim/testing/deep.ts';

export { isDeep as isDeepRun };

/** Leaves a test to the deep run, where what it holds is held by a cheaper one in `npm test`. */
export function onlyInDeepRun(because: string): void {
	test.skip(!isDeepRun, `${because}: npm run test:deep`);
}
