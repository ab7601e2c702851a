import { expect, test } from 'vitest';
import { runJob, type RunJob } from '../debrief/pool/run-job.ts';
import { compileModel } from '../scenario/compile/model.ts';
import { Debriefing, type RunMany } from './debriefing.ts';
import { FakeClock } from './testing/fake-clock.ts';
import { playedPack } from './testing/played-pack.ts';

const PACK = playedPack();
const ROLES = ['hospital'];

/** Computes jobs where it is; `as` may change one before. */
const here =
	(as: (job: RunJob) => RunJob = (job) => job): RunMany =>
	({ jobs }) =>
		Promise.resolve(jobs.map((job) => runJob(compileModel(PACK.scenario, 'debrief'), as(job))));

const chanceBy = (runMany: RunMany, seed = 'a seed') =>
	new Debriefing(PACK, seed, [0, PACK.exercise.horizonMin], runMany, new FakeClock()).chance(ROLES);

test('R88: chance is how far equal decisions lie apart in worlds of other seeds', async () => {
	const chance = await chanceBy(here());
	expect(chance).toBeGreaterThan(0);
	expect(chance).toBeLessThan(1);
	expect(await chanceBy(here())).toBe(chance);
	expect(await chanceBy(here(), 'another seed')).not.toBe(chance);
});

test('R88: where worlds do not differ by chance, no difference is called chance', async () => {
	expect(await chanceBy(here((job) => ({ ...job, seed: 'the same' })))).toBe(0);
});

test('R88: what cannot be computed is not guessed', async () => {
	expect(await chanceBy(() => Promise.reject(new Error('no threads')))).toBeNull();
});
