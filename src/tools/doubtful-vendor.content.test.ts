import { describe, expect, test, vi } from 'vitest';
import { harmOf } from '../lib/exercise/assessment/harm.ts';
import { simEngine } from '../lib/exercise/world/engine.ts';
import { byMinute, decisionOrders } from '../lib/exercise/world/orders.ts';
import { roundsOf } from '../lib/exercise/phases/rounds.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { isDeep } from '../lib/sim/testing/deep.ts';
import { expertActs } from './decisions/experts.ts';
import { Study, type Taken } from './decisions/study.ts';
import { loadPack } from './packs.ts';

vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 240_000 });

/**
 * A vendor who plays well and sees as it was does not win alone: whoever the others are, they have an outage to mend, and
 * its first stop can be the wrong one. The others do what the record says.
 */
const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'debrief');
const study = new Study(exercise, model);
const VENDOR = 'security-vendor';
const SEEDS = Array.from({ length: 50 }, (_, n) => `vendor ${n + 1}`);
const SOME = isDeep ? SEEDS : SEEDS.slice(0, SEEDS.length / 10);
const CUSTOMERS = scenario.roles.filter(({ kind }) => kind === 'customer');
const WELL_PLAYED = expertActs(study, VENDOR);
/** The same vendor, once a laboratory has made a host crash. */
const WAITED: readonly Taken[] = WELL_PLAYED.map((act) =>
	act.decision === 'roll-back' ? { ...act, atMin: 60 } : act
);

function harm(role: string, taken: readonly Taken[], seed: string): number {
	const end = study.run(VENDOR, taken, 'others', seed).at(-1)!;
	const acts = role === VENDOR ? taken : study.record(role);
	return harmOf(exercise, role, end, study.nobody(seed), acts)!.index;
}

/** Rounds of the longest cut in which hosts of a role are down. */
function roundsWithOwnDown(organisations: readonly string[], seed: string): number {
	const frames = study.run(VENDOR, WELL_PLAYED, 'others', seed);
	return roundsOf(exercise, 'full').filter(({ atMin }) => {
		const frame = frames.find(({ minute }) => minute >= atMin)!;
		return organisations.some((id) => frame.byOrganisation[id]!.down > 0);
	}).length;
}

/** Whether a roll-back at 04:24 meets the wrong content on a seed. */
function isMisled(seed: string): boolean {
	const orders = byMinute(
		WELL_PLAYED.flatMap(({ decision, atMin }) => decisionOrders(study.decision(decision), Math.max(0, atMin)))
	);
	const run = simEngine(model, seed).start();
	run.advance(orders, 30);
	return run.frame().releases[0]!.rollout !== 'rolledBack';
}

describe('a vendor who cannot win alone', () => {
	test.each(CUSTOMERS)(
		'leaves $id an outage of its own, in two rounds or more, on four seeds of five',
		(role) => {
			const busy = SOME.filter(
				(seed) => harm(role.id, WELL_PLAYED, seed) >= 0.1 && roundsWithOwnDown(role.organisations, seed) >= 2
			);
			expect(busy.length / SOME.length).toBeGreaterThanOrEqual(0.8);
		}
	);

	test('may take back the wrong content at 04:24: on one seed in ten or more, and on fewer than half', () => {
		const misled = SEEDS.filter(isMisled);
		expect(misled.length).toBeGreaterThanOrEqual(SEEDS.length / 10);
		expect(misled.length).toBeLessThan(SEEDS.length / 2);
	});

	test('does worse by an early roll-back exactly where it is misled', () => {
		const asked = isDeep ? SEEDS : [SEEDS.find(isMisled)!, SEEDS.find((seed) => !isMisled(seed))!];
		for (const seed of asked)
			expect([seed, harm(VENDOR, WELL_PLAYED, seed) > harm(VENDOR, WAITED, seed)]).toEqual([
				seed,
				isMisled(seed)
			]);
	});
});
