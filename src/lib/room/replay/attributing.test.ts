import { describe, expect, it } from 'vitest';
import { TOWN } from '../../debrief/testing/town.ts';
import type { Attribution } from '../../debrief/attribution/attribution.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { packOf } from '../scenario-library.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Attributing } from './attributing.ts';
import type { KeptWorlds, RunWorlds } from './play-runs.ts';
import { scriptOf, type PlayScript } from './script.ts';
import { keptInMemory } from './testing/kept-in-memory.ts';
import { personsPlay } from './testing/played.ts';
import { WorldRunner } from './world-runner.ts';

const pack = packOf(TOWN);
const { exercise } = pack;
const small = compileModel(TOWN, 'debrief');
const MINE = ['vendor', 'hospital'];

/** Two people in the town: the vendor's and the hospital's decisions, at its rounds. */
const at = (decision: string, atMin: number) => {
	const { role } = exercise.decisions.find(({ id }) => id === decision)!;
	return { seat: role, decision, atMin };
};
const SCRIPT: PlayScript = {
	cut: 'short',
	seats: exercise.roles.map(({ id }) => ({ seat: id, role: id, team: id, bot: null })),
	rounds: [20, 60, 180],
	decisions: [
		at('rings', -1),
		at('say-nothing', 20),
		at('roll-back', 60),
		at('pay-a-consultant', 60),
		at('paper', 180)
	],
	...{ settings: [], plan: {}, byHand: [] }
};

/** Runs worlds where it is called, and hands them over in the opposite order. */
function here(): { runWorlds: RunWorlds; jobs: () => number } {
	const runner = new WorldRunner(exercise, small, TOWN.sectors, { script: SCRIPT, mine: MINE });
	let count = 0;
	return {
		jobs: () => count,
		runWorlds: async ({ jobs, onResult, signal }) => {
			for (const index of jobs.map((_, i) => jobs.length - 1 - i)) {
				await Promise.resolve();
				if (signal?.aborted === true) throw new Error('called off');
				count += 1;
				onResult?.(index, runner.run(jobs[index]!));
			}
		}
	};
}

async function worked(script = SCRIPT, around: Partial<{ stopAfter: number; kept: KeptWorlds }> = {}) {
	const told: Attribution[] = [];
	const { runWorlds, jobs } = here();
	const attributing = new Attributing(
		{ pack, script, mine: MINE, seed: 'a seed' },
		{
			runWorlds: (batch) =>
				runWorlds({
					...batch,
					onResult: (index, values) => {
						batch.onResult?.(index, values);
						if (jobs() === around.stopAfter) attributing.stop();
					}
				}),
			ensembleOf: () => Promise.resolve([[]]),
			effort: { luckSeeds: 2, firstBotPlays: 7, botPlays: 9 },
			kept: around.kept ?? null,
			clock: new FakeClock(),
			tell: (one) => told.push(one)
		}
	);
	await attributing.run();
	return { told, attributing, last: () => told.at(-1)!, jobs };
}
const measureOf = ({ measures }: Attribution, id: string) => measures.findIndex((one) => one.id === id);
const worthOf = (one: Attribution, decision: string, measure: string) =>
	one.worths![one.decisions.findIndex((other) => other.decision === decision)]![measureOf(one, measure)]!
		.mean;

async function recalled(kept: KeptWorlds): Promise<{ ran: number; last: Attribution | undefined }> {
	const told: Attribution[] = [];
	let ran = 0;
	const attributing = new Attributing(
		{ pack, script: SCRIPT, mine: MINE, seed: 'a seed' },
		{
			runWorlds: () => Promise.reject(new Error(`a world was run: ${++ran}`)),
			ensembleOf: () => Promise.resolve([[]]),
			effort: { luckSeeds: 2, firstBotPlays: 7, botPlays: 9 },
			kept,
			clock: new FakeClock(),
			tell: (one) => told.push(one)
		}
	);
	await attributing.recall();
	return { ran, last: told.at(-1) };
}

/** The whole of it, worked out once. */
const whole = worked();

describe('what each decision of a finished play was worth', () => {
	it('adds up to the run as played against the run without any of them, in every measure', async () => {
		const one = (await whole).last();
		expect(one.status).toBe('done');
		expect(one.isExact).toBe(true);
		for (const [measure, total] of one.total.entries()) {
			const sum = one.worths!.reduce((all, worths) => all + worths[measure]!.mean, 0);
			expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total)));
		}
		expect(one.total[measureOf(one, 'hostsCrashed')]).toBeLessThan(0);
	});

	it('is nothing for decisions without effect, and the same for two that do the same', async () => {
		const one = (await whole).last();
		// Both keep the vendor as silent as it was; one of them costs money.
		for (const measure of ['hostsCrashed', 'hostHoursDown', 'lossUsd', 'trust:public']) {
			expect(worthOf(one, 'say-nothing', measure)).toBeCloseTo(0, 9);
			expect(worthOf(one, 'say-nothing', measure)).toBeCloseTo(worthOf(one, 'pay-a-consultant', measure), 9);
		}
		expect(worthOf(one, 'pay-a-consultant', 'harm')).toBeGreaterThan(0);
	});

	it('knows no loss of one’s own where a decision builds on one that is left out', async () => {
		const one = (await whole).last();
		const index = (id: string) => one.decisions.findIndex(({ decision }) => decision === id);
		expect(one.decisions).toHaveLength(SCRIPT.decisions.length);
		expect(index('paper')).toBeGreaterThanOrEqual(0);
		// `paper` builds on `roll-back`: 24 of the 32 worlds of five decisions are allowed.
		expect(one.worlds).toBe(24);
	});

	it('tells of luck, of bots and of other parameters apart from the error', async () => {
		const one = (await whole).last();
		const crashed = measureOf(one, 'hostsCrashed');
		expect(one.luck!.asPlayed[crashed]!.low).toBeLessThanOrEqual(one.luck!.asPlayed[crashed]!.high);
		expect(one.bots!.higher + one.bots!.lower).toBeLessThanOrEqual(one.bots!.random + one.bots!.planned);
		expect(one.ensemble!.members).toBe(1);
		// The same parameters again: they move nothing.
		const own = one.worths![0]![crashed]!.mean;
		expect(one.ensemble!.worths[0]![crashed]!.low).toBeCloseTo(own, 9);
		expect(one.ensemble!.worths[0]![crashed]!.high).toBeCloseTo(own, 9);
	});

	it('R220: stops when it is told to, and comes to the same figures when it goes on', async () => {
		const straight = (await whole).last();
		const { attributing, last } = await worked(SCRIPT, { stopAfter: 9 });
		expect(last().status).toBe('stopped');
		expect(last().worths).toBeNull();
		await attributing.run();
		expect(last()).toEqual({ ...straight, runs: last().runs });
	});

	it('R271: goes on from worlds that were kept, comes to the same figures and runs no world twice', async () => {
		const straight = await whole;
		const kept = keptInMemory();
		const first = await worked(SCRIPT, { stopAfter: 12, kept });
		expect(first.last().status).toBe('stopped');
		const before = kept.count;
		const { attributing, last, jobs } = await worked(SCRIPT, { kept });
		expect(attributing.attribution).toEqual(straight.last());
		expect(jobs()).toBe(kept.count - before);
		expect(last().status).toBe('done');
	});

	it('R271: tells what is kept without running anything', async () => {
		const kept = keptInMemory();
		await worked(SCRIPT, { kept });
		const all = await recalled(kept);
		expect(all).toMatchObject({ ran: 0, last: { status: 'done' } });
		const some = keptInMemory();
		const { last } = await worked(SCRIPT, { stopAfter: 30, kept: some });
		const part = await recalled(some);
		expect(part).toMatchObject({ ran: 0, last: { status: 'stopped', runs: last().runs } });
		// Nothing was asked for before: nothing is told.
		expect((await recalled(keptInMemory())).last).toBeUndefined();
	});

	it('R272: its place among plays of bots is told soon, and again with more of them', async () => {
		const { told } = await whole;
		const counts = told.flatMap(({ bots }) => (bots === null ? [] : [bots.random + bots.planned]));
		expect([...new Set(counts)].at(-1)).toBe(9);
		for (const { bots } of told) if (bots) expect(bots.planned).toBe(5);
	});

	it('says so where no world can be run', async () => {
		const told: Attribution[] = [];
		const parts = {
			ensembleOf: () => Promise.resolve([]),
			kept: null,
			clock: new FakeClock(),
			tell: (one: Attribution) => told.push(one)
		};
		const runWorlds = () => Promise.reject(new Error('a worker did not start'));
		await new Attributing({ pack, script: SCRIPT, mine: MINE, seed: '1' }, { ...parts, runWorlds }).run();
		expect(told.at(-1)!.status).toBe('failed');
	});
});

it('a script holds what people did in a world, and nothing of bots', () => {
	const play = personsPlay(exercise, simEngine(small, 'a seed'), 'a seed', {
		...{ role: 'vendor', cut: 'short', others: 'expert', like: 'expert' }
	});
	const [world] = Object.keys(play.state.worlds);
	const script = scriptOf(exercise, play.state, world!);
	expect(script.decisions.length).toBeGreaterThan(0);
	expect(new Set(script.decisions.map(({ seat }) => seat))).toEqual(new Set(['vendor']));
	expect(() => scriptOf(exercise, play.state, 'nowhere')).toThrow("there is no world 'nowhere'");
});
