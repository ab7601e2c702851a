import { describe, expect, test } from 'vitest';
import { agreed, scenario } from '../testing/world.ts';
import { SHOCK_KINDS } from '../shocks/kinds.ts';
import { nothingHappened, type Outcome } from '../world/outcome.ts';
import { Evaluating, type Effort, type RunShocks } from './evaluating.ts';
import type { Evaluation } from './evaluation.ts';
import type { OutageJob } from './outage-runner.ts';

const EFFORT = { most: 6, least: 4, enough: 6, walks: 3 };

/** What a shock comes to in a world made for tests: each measure takes off a share, but bake time costs in attacks. */
function lossOf({ agreement, shock }: OutageJob): number {
	const has = (id: string) => agreement?.items.some(({ measure }) => measure === id) === true;
	const base = 1e9 * (1 + (shock.number % 5));
	const rings = has('sd-rings') && shock.kind !== 'attack' ? 0.5 : 0;
	const keys = has('re-keys') && shock.kind === 'recovery-keys' ? 0.2 : 0;
	const baked = has('sd-bake') && shock.kind === 'attack' ? 0.3 : 0;
	return base * (1 - rings - keys + baked);
}

function evaluating(changes: { runShocks?: RunShocks; effort?: Effort } = {}) {
	const told: Evaluation[] = [];
	const jobs: OutageJob[] = [];
	const runShocks: RunShocks = async ({ jobs: asked, onResult, signal }) => {
		for (const [index, job] of asked.entries()) {
			await Promise.resolve();
			if (signal?.aborted === true) throw new Error('called off');
			jobs.push(job);
			const outcome: Outcome = { ...nothingHappened('corvane', 13), isCaught: false, lossUsd: lossOf(job) };
			onResult?.(index, outcome);
		}
	};
	let nowMs = 0;
	const work = new Evaluating({
		scenario,
		source: { kind: 'builtIn', id: scenario.id },
		runShocks,
		watchShocks: () => Promise.reject(new Error('no course here')),
		members: [],
		nowMs: () => (nowMs += 1000),
		tell: (evaluation) => told.push(evaluation),
		effort: EFFORT,
		...changes
	});
	return { work, told, jobs };
}
const slice = ({ slices }: Evaluation, of: string, id?: string) =>
	slices.find((one) => one.slice.of === of && ('id' in one.slice ? one.slice.id : undefined) === id)!;

describe('R264: what the next outages come to', () => {
	test('is run for the worlds that are there while people negotiate', async () => {
		const { work, told } = evaluating();
		await work.prepare(36);
		const last = told.at(-1)!;
		expect(last.status).toBe('before');
		expect(slice(last, 'all').curves.none!.runs).toBe(EFFORT.most * SHOCK_KINDS.length);
		expect(slice(last, 'all').curves.record!.runs).toBe(EFFORT.most * SHOCK_KINDS.length);
		expect(slice(last, 'all').curves.accord).toBeNull();
	});

	test('is told of the accord with its first runs, and sharper with each', async () => {
		const { work, told } = evaluating();
		await work.prepare(36);
		await work.settle(agreed(['sd-rings']), 36);
		const first = told.find((one) => slice(one, 'all').curves.accord !== null)!;
		expect(slice(first, 'all').curves.accord!.runs).toBeLessThan(SHOCK_KINDS.length * EFFORT.most);
		const last = told.at(-1)!;
		expect(last.status).toBe('done');
		const { curves, change } = slice(last, 'kind', 'kernel-crash');
		expect(curves.accord!.median.value).toBe(curves.none!.median.value / 2);
		expect(change.none!.mean.high).toBeLessThan(0);
	});

	test('is of all kinds only once every kind has been run in both worlds that are compared', async () => {
		const { work, told } = evaluating();
		await work.prepare(36);
		await work.settle(agreed(['sd-rings']), 36);
		const runs = ({ curves }: Evaluation['slices'][number]) => curves.accord?.runs ?? 0;
		const kindsOf = (one: Evaluation) =>
			one.slices.filter((each) => each.slice.of === 'kind' && runs(each) > 0).length;
		const some = told.filter((one) => kindsOf(one) > 0 && kindsOf(one) < SHOCK_KINDS.length);
		expect(some.length).toBeGreaterThan(0);
		expect(some.some(({ isOfAllKinds }) => isOfAllKinds)).toBe(false);
		// It has one of every kind before it has two of any.
		const first = told.find(({ isOfAllKinds, status }) => isOfAllKinds && status === 'running')!;
		expect(runs(slice(first, 'all'))).toBe(SHOCK_KINDS.length);
	});

	test('runs no shock of a world twice', async () => {
		const { work, jobs } = evaluating();
		await work.prepare(36);
		await work.settle(agreed(['sd-rings', 're-keys']), 36);
		// An accord that is taken apart meets its parts in more than one order.
		const whole = jobs.filter(({ agreement }) => agreement?.items.length !== 1);
		const keys = whole.map(({ agreement, shock }) => JSON.stringify([agreement, shock]));
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.length).toBe(3 * EFFORT.most * SHOCK_KINDS.length);
	});

	test('may be stopped and goes on, to the same figures', async () => {
		const whole = evaluating();
		await whole.work.settle(agreed(['sd-rings', 're-keys']), 36);
		const parted = evaluating();
		const settled = parted.work.settle(agreed(['sd-rings', 're-keys']), 36);
		await Promise.resolve();
		parted.work.stop();
		await settled;
		expect(parted.told.at(-1)!.status).toBe('stopped');
		await parted.work.goOn();
		expect(parted.told.at(-1)!.slices).toEqual(whole.told.at(-1)!.slices);
		expect(parted.told.at(-1)!.contributions).toEqual(whole.told.at(-1)!.contributions);
	});

	test('tells what each theme does after so many shocks, however far off the median still is, and sharpens it then', async () => {
		const effort = { most: 20, least: 2, enough: 6, walks: 1 };
		const { work, told } = evaluating({ effort });
		await work.settle(agreed(['sd-rings', 're-keys']), 36);
		const first = told.find(({ contributions }) => contributions.length > 0)!;
		expect(first.medianError).toBeGreaterThan(0.05);
		const kinds = SHOCK_KINDS.length;
		expect(slice(first, 'all').curves.accord!.runs).toBe(effort.enough * kinds);
		expect(slice(told.at(-1)!, 'all').curves.accord!.runs).toBe(effort.most * kinds);
		expect(told.at(-1)!.status).toBe('done');
	});

	test('says so where no thread answers', async () => {
		const { work, told } = evaluating({ runShocks: () => Promise.reject(new Error('no thread')) });
		await work.prepare(36);
		expect(told.at(-1)!.status).toBe('failed');
	});
});

describe('R265: what each part of an accord does', () => {
	test('adds up to what the whole does, theme by theme and measure by measure', async () => {
		const { work, told } = evaluating();
		await work.settle(agreed(['sd-rings', 'sd-bake', 're-keys', 'co-manual']), 36);
		const { contributions } = told.at(-1)!;
		expect(contributions.map(({ of }) => of)).toEqual(['themes', 'measures']);
		for (const { items } of contributions) {
			const sum = items.reduce((total, { mean }) => total + mean!.value, 0);
			const shocks = SHOCK_KINDS.flatMap(({ id }) => [0, 1, 2].map((number) => ({ kind: id, number })));
			const done = shocks.map((shock) => {
				const job = { months: 36, set: 0, beforehand: [], shock };
				const accord = agreed(['sd-rings', 'sd-bake', 're-keys', 'co-manual']);
				return lossOf({ ...job, agreement: accord }) - lossOf({ ...job, agreement: null });
			});
			expect(sum).toBeCloseTo(done.reduce((total, one) => total + one, 0) / shocks.length, -2);
		}
	});

	test('is nothing for a measure without a mechanism, and more than nothing where it hurts', async () => {
		const { work, told } = evaluating();
		await work.settle(agreed(['sd-rings', 'sd-bake', 'ma-waiver']), 36);
		const { items } = told.at(-1)!.contributions.find(({ of }) => of === 'measures')!;
		const of = (id: string) => items.find((one) => one.id === id)!;
		expect(of('ma-waiver').mean).toEqual({ value: 0, low: 0, high: 0 });
		expect(of('sd-bake').byKind.attack!.low).toBeGreaterThan(0);
		expect(of('sd-rings').byKind.attack!.value).toBe(0);
	});
});
