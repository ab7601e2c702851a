import { describe, expect, test, vi } from 'vitest';
import { BOTS } from '../lib/exercise/bots/roster.ts';
import type { Act } from '../lib/exercise/state.ts';
import { isPreparatory, type ExerciseDecision } from '../lib/exercise/scenario/scenario.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { isDeep } from '../lib/sim/testing/deep.ts';
import { actOf, ExpertVendor, without } from './decisions/expert-vendor.ts';
import { Study } from './decisions/study.ts';
import { loadPack } from './packs.ts';

vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 240_000 });

/**
 * What decisions are worth beside a vendor who plays well and sees as it was, the others on the record: the outage is a
 * small part of what it was, and what is sound has to pay all the same.
 */
const VENDOR = 'security-vendor';
const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'debrief');
const study = new Study(exercise, model);
const worlds = new ExpertVendor(exercise, model, VENDOR);
const ROLES = exercise.roles.map(({ id }) => id);
const SEEDS = Array.from({ length: 25 }, (_, n) => `${n + 1}`);
const SOME = isDeep ? SEEDS : SEEDS.slice(0, 3);
const FEW = isDeep ? SEEDS.slice(0, 5) : SEEDS.slice(0, 1);
/** Harm that nobody feels: a thousandth of what it is when nobody acts, about what the price of an answer comes to. */
const FELT_HARM = 0.001;
/** Of a smaller gain no shares are taken. */
const LEAST_GAIN = 0.01;
/** Who counts hosts that are down everywhere has little to mend where few go down, and its measures cost what they cost. */
const LITTLE_TO_GAIN = 'platform-owner';
const CHARACTERS = ['record', 'cautious', 'fast', 'thrifty', 'none'] as const;

describe.each(ROLES)('%s beside a vendor who plays well', (role) => {
	const expert = worlds.acts(role, BOTS.expert);

	test('does no worse by its expert than by any other character, in the median', () => {
		const plays = CHARACTERS.map((name) => ({
			name,
			acts: worlds.acts(role, BOTS[name]),
			harms: [] as number[]
		}));
		const byExpert: number[] = [];
		for (const seed of SOME) {
			byExpert.push(worlds.harm(role, expert, seed));
			for (const { acts, harms } of plays) harms.push(worlds.harm(role, acts, seed));
		}
		const least = median(byExpert) - FELT_HARM;
		const medians = plays.map(({ name, harms }) => ({ name, harm: median(harms) }));
		if (isDeep) console.log(role, median(byExpert), JSON.stringify(medians));
		expect(medians.filter(({ harm }) => harm < least)).toEqual([]);
	});

	test('owes no more than half of what its expert gains to a single decision, in the median', () => {
		const none = worlds.acts(role, BOTS.none);
		const decided = worlds.decisionsOf(role, expert);
		const runs = FEW.map((seed) => {
			const harm = worlds.harm(role, expert, seed);
			const gain = worlds.harm(role, none, seed) - harm;
			const owed = decided.map(({ decision }) => {
				return (worlds.harm(role, without(exercise, expert, decision), seed) - harm) / gain;
			});
			return { gain, owed };
		});
		const gain = median(runs.map((run) => run.gain));
		const owed = decided
			.map(({ decision }, n) => ({ decision, share: median(runs.map((run) => run.owed[n]!)) }))
			.toSorted((a, b) => b.share - a.share);
		if (isDeep) console.log(role, gain, JSON.stringify(owed));
		expect(gain < LEAST_GAIN).toBe(role === LITTLE_TO_GAIN);
		if (role !== LITTLE_TO_GAIN) expect(owed.filter(({ share }) => share > 0.5)).toEqual([]);
	});
});

test.each(ROLES.filter((role) => role !== VENDOR))(
	'no decision of %s saves the world more than a third of what it loses beside a vendor who plays well',
	(role) => {
		const acts = worlds.acts(role, BOTS.record);
		const mine = scenario.decisions.filter((one) => one.role === role && one.answers === undefined);
		for (const seed of FEW) {
			const saved = mine.flatMap(({ id }) =>
				having(acts, study.decision(id)).map(({ before, after }) => {
					const lossUsd = worlds.lossUsd(before, seed);
					return { id, share: (lossUsd - worlds.lossUsd(after, seed)) / lossUsd };
				})
			);
			if (isDeep) console.log(role, seed, JSON.stringify(saved.toSorted((a, b) => b.share - a.share)[0]));
			expect(saved.filter(({ share }) => share > 1 / 3)).toEqual([]);
		}
	}
);

/**
 * A play without a decision and with it, as soon as it is open; what it requires is done in both. What is prepared may be
 * decided before everybody else's preparation, or after it unless that leaves nothing to do.
 */
function having(
	acts: readonly Act[],
	decision: ExerciseDecision
): { before: readonly Act[]; after: readonly Act[] }[] {
	const rest = without(exercise, acts, decision.id);
	const needed = study.requirements(decision).filter((one) => !isIn(rest, one.decision));
	const before = [...needed.map(actOf), ...rest];
	const act = actOf({ decision: decision.id, atMin: study.firstMinute(decision) });
	const first = isPreparatory(decision) ? [[...needed.map(actOf), act, ...rest]] : [];
	const last = (decision.unless ?? []).some((id) => isIn(before, id)) ? [] : [[...before, act]];
	return [...first, ...last].map((after) => ({ before, after }));
}

function isIn(acts: readonly Act[], id: string): boolean {
	return acts.some((act) => act.kind === 'decision' && act.decision === id);
}

/** The middle one of an odd number of values. */
function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
