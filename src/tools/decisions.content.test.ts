import { describe, expect, test } from 'vitest';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { DOMINATED } from './decisions/dominated.ts';
import { expertShortfalls, expertRow, gainOf } from './decisions/experts.ts';
import { twins } from './decisions/levers.ts';
import { FELT_SHARE } from './decisions/quantities.ts';
import { rowOf, tableText } from './decisions/rows.ts';
import { Study, type Others } from './decisions/study.ts';
import { argued, weightOf } from './decisions/weights.ts';
import { loadPack } from './packs.ts';
import { isDeep } from '../lib/sim/testing/deep.ts';
import weights from '../lib/scenario/calibration/weights.generated.json' with { type: 'json' };

const { scenario: pack, exercise } = loadPack('july-2024');
/** What stands on a card of its own; answers to messages are small, and many. */
const scenario = { ...pack, decisions: pack.decisions.filter(({ answers }) => answers === undefined) };
const model = compileModel(pack, 'debrief');
const study = new Study(exercise, model);
const ROLES = exercise.roles.map(({ id }) => id);
const WORLDS: readonly Others[] = ['record', 'others', 'nothing'];
/** Half of what the expert gains, and as much as chance moves that. */
const ALONE_AT_MOST = 0.51;
const SEEDS = isDeep ? ['a', 'b', 'c'] : ['a'];

const rowsOf = (id: string, worlds: readonly Others[]) =>
	worlds.map((others) => rowOf(study, scenario, id, { others, seed: 'a' }));

describe('the decisions', () => {
	test.each(ROLES)('%s has at least eight: two to prepare, three in the incident, one to recover', (role) => {
		const mine = scenario.decisions.filter((decision) => decision.role === role);
		const inPhase = (phase: string) => mine.filter((decision) => decision.phase === phase).length;
		expect(mine.length).toBeGreaterThanOrEqual(8);
		expect(inPhase('preparation')).toBeGreaterThanOrEqual(2);
		expect(inPhase('incident')).toBeGreaterThanOrEqual(3);
		expect(inPhase('recovery')).toBeGreaterThanOrEqual(1);
	});

	test('no two move the same levers the same way', () => {
		expect(twins(model, scenario)).toEqual([]);
	});

	test('each can be paid by its role, in money and attention', () => {
		for (const { id, role, phase, costUsd, attention } of scenario.decisions) {
			const { budget } = exercise.roles.find((one) => one.id === role)!;
			const isPrepared = phase === 'preparation';
			expect(costUsd, id).toBeLessThanOrEqual(isPrepared ? budget!.preparationUsd : budget!.responseUsd);
			expect(attention, id).toBeLessThanOrEqual(
				isPrepared ? budget!.preparationAttention : budget!.attentionPerRound
			);
		}
	});

	test.each(ROLES)('each of %s moves something', (role) => {
		const mine = scenario.decisions.filter((decision) => decision.role === role);
		const rows = mine.map(({ id }) => rowsOf(id, ['record']).concat(isDeep ? rowsOf(id, ['nothing']) : []));
		if (isDeep) console.log(tableText(rows.flat()));
		const idle = rows.filter((worlds) => worlds.every(({ moved }) => Object.keys(moved).length === 0));
		const still = idle.flatMap(([row]) => {
			const { moved } = rowOf(study, scenario, row!.decision, { others: 'others', seed: 'a' });
			return Object.keys(moved).length === 0 ? [row!.decision] : [];
		});
		expect(still).toEqual([]);
	});

	test.runIf(isDeep)('those that help their role in no world are known, each with its reason', () => {
		const dominated = scenario.decisions
			.filter(({ id }) => rowsOf(id, WORLDS).every(({ moved }) => (moved.harm ?? 0) > -FELT_SHARE))
			.map(({ id }) => id);
		expect(dominated.toSorted()).toEqual(Object.keys(DOMINATED).toSorted());
	});
});

test('those that save the world a hundred times what they cost are written down as the model has them', () => {
	const tried = exercise.decisions.filter((_, index) => isDeep || index % 10 === 0).map(({ id }) => id);
	expect(argued(tried.flatMap((id) => weightOf(study, id) ?? []))).toEqual(
		weights.filter(({ decision }) => tried.includes(decision))
	);
});

describe.each(ROLES)('the expert as %s', (role) => {
	test('stays within the budget', () => {
		expect(expertShortfalls(study, role)).toEqual([]);
	});

	test('beats the record, which is no worse than doing nothing; and no single decision does it', () => {
		for (const seed of SEEDS) {
			const row = expertRow(study, role, seed);
			expect(row.expert).toBeLessThan(row.record);
			expect(row.record).toBeLessThanOrEqual(row.nothing * 1.001);
			expect(gainOf(row).bestShare, JSON.stringify(row)).toBeLessThan(ALONE_AT_MOST);
		}
	});
});
