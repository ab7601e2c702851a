/**
 * For each file of unit tests: property tests draw the same cases in every run of `npm test`, so that a change is
 * judged by what it changed. `npm run test:deep` draws new ones each time; a failure prints the seed that repeats it.
 */
import { configureGlobal } from 'fast-check';
import { isDeep } from '../../lib/sim/testing/deep.ts';

if (!isDeep) configureGlobal({ seed: 20_240_719 });
