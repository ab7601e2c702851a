import { beforeAll, describe, expect, test } from 'vitest';
import { isDeep } from '../../../lib/sim/testing/deep.ts';
import { BUGS, type Bug } from './bugs.ts';
import { describeFailure, firstFailure, onAllCores, Runner } from './seeds.ts';
import { withoutNeedless } from './shrink.ts';
import type { Failure } from './outcome.ts';

const STEPS = 2000;
const SEEDS = isDeep ? 500 : 50;
/** New ones in the long run, the same ones in each of `npm test`: there a change is judged by what it changed. */
const FIRST = isDeep ? Date.now() % 1_000_000_000 : 1;

test(`R275: over ${SEEDS} seeds of ${STEPS} steps nothing is lost, doubled, seen by others or left behind`, async () => {
	const counts: Record<string, number> = {};
	const seeds = Array.from({ length: SEEDS }, (_, n) => FIRST + n);
	const failed = await firstFailure(seeds, STEPS, (outcome) => {
		for (const [what, n] of Object.entries(outcome.counts)) counts[what] = (counts[what] ?? 0) + n;
	});
	expect(failed === null ? '' : describeFailure(failed)).toBe('');
	console.log(`from seed ${FIRST}: ${JSON.stringify(counts)}`);
	// Everything has happened that can.
	const MANY = SEEDS * 10;
	for (const what of ['accepted', 'asks', 'weather', 'silent', 'disk', 'dies', 'device'])
		expect(counts[what], what).toBeGreaterThan(MANY);
	for (const what of ['thread', 'comes', 'notSent', 'refused:notKept', 'refused:alreadyMovedBy'])
		expect(counts[what], what).toBeGreaterThan(SEEDS / 5);
});

/** One that shows in an eighth of all seeds is found in 99 of 100 sets of so many. */
const SEEDS_MOST = 40;

/** How a bug is found: by the first seed that fails with it. */
async function found(bug: Bug): Promise<{ readonly seed: number; readonly failure: Failure } | null> {
	const runner = new Runner(bug);
	try {
		for (let seed = 1; seed <= SEEDS_MOST; seed++) {
			const { failure } = await runner.run({ seed, steps: STEPS });
			if (failure !== null) return { seed, failure };
		}
		return null;
	} finally {
		await runner.close();
	}
}

describe('R276: it finds a server that', () => {
	const foundIn = new Map<Bug, Awaited<ReturnType<typeof found>>>();
	beforeAll(() => onAllCores(BUGS, async (bug) => void foundIn.set(bug, await found(bug))));

	test.each(BUGS)('$name', (bug) => expect(foundIn.get(bug)).not.toBeNull());
});

test('a failure is made short: what is left fails in the same way, and is a small part', async () => {
	const bug = BUGS.find(({ name }) => name === 'accepts a stale step')!;
	const { seed, failure } = (await found(bug))!;
	const runner = new Runner(bug);
	try {
		const short = await withoutNeedless(seed, failure, (parts) => runner.run(parts));
		expect(short.failure.what).toContain('two steps were taken from one place');
		expect(short.steps.length).toBeLessThan(failure.step / 3);
	} finally {
		await runner.close();
	}
});

test('a seed does the same each time', async () => {
	const runs = await Promise.all(
		[1, 2].map(async () => {
			const runner = new Runner();
			const outcome = await runner.run({ seed: 7, steps: 600 });
			await runner.close();
			return outcome;
		})
	);
	expect(runs[0]).toEqual(runs[1]);
});
