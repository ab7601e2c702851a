import { describe, expect, test } from 'vitest';
import table from '../../lib/outages/figures/measures.generated.json' with { type: 'json' };
import { verdictOn } from '../../lib/outages/figures/measure-table.ts';
import { isTested } from '../../lib/outages/reform/mechanisms/mechanisms.ts';
import { SHOCK_KINDS } from '../../lib/outages/shocks/kinds.ts';
import { acceptedSets, scenario } from '../../lib/outages/testing/world.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';
import { MeasureStudy, MONTHS, SHOCKS } from './study.ts';

const { measures } = scenario.summit;
const rows = table.rows.map((row) => [row.measure, row] as const);

describe('R307: the table of what each measure does to each kind of shock', () => {
	test('has every measure that is tested, and every kind', () => {
		expect(rows.map(([measure]) => measure)).toEqual(measures.map(({ id }) => id).filter(isTested));
		const kinds = SHOCK_KINDS.map(({ id }) => id);
		for (const [measure, { effects }] of rows)
			expect(
				effects.map(({ kind }) => kind),
				measure
			).toEqual(kinds);
		expect([table.months, table.shocks]).toEqual([MONTHS, SHOCKS]);
	});

	test.each(rows)('%s helps in one kind at least, and in one does nothing or hurts', (_measure, row) => {
		const verdicts = row.effects.map(verdictOn);
		// Either way: in some shocks of the kind it helps, in others it hurts.
		expect(verdicts.some((verdict) => verdict === 'helps' || verdict === 'eitherWay')).toBe(true);
		expect(verdicts.some((verdict) => verdict !== 'helps')).toBe(true);
	});

	test('nothing helps everywhere', () => {
		const all = rows.filter(([, { effects }]) => effects.every((effect) => verdictOn(effect) === 'helps'));
		expect(all.map(([measure]) => measure)).toEqual([]);
	});

	test.each([
		['re-last-good', ['quarantined-file', 'recovery-keys', 'certificate-expiry', 'control-plane']],
		['sd-gates', ['management-lockout', 'late-defect', 'certificate-expiry', 'control-plane']],
		['pr-user-mode', ['quarantined-file', 'recovery-keys', 'control-plane', 'malicious-update']]
	])('%s is no cure for what it does not reach', (measure, kinds) => {
		const { effects } = table.rows.find((row) => row.measure === measure)!;
		for (const { kind, change } of effects)
			if (kinds.includes(kind)) expect(Math.abs(change), kind).toBeLessThan(0.05);
	});

	test.each([
		['sd-bake', 'attack'],
		['sd-customer-control', 'attack'],
		['re-last-good', 'attack'],
		['ma-switch', 'platform-agent'],
		['pr-exceptions', 'kernel-crash']
	])('%s hurts where %s', (measure, kind) => {
		const { effects } = table.rows.find((row) => row.measure === measure)!;
		expect(verdictOn(effects.find((effect) => effect.kind === kind)!)).toBe('hurts');
	});

	test('is as the model has it', () => {
		const study = new MeasureStudy(scenario, acceptedSets());
		const cells = table.rows.flatMap(({ measure, effects }) =>
			effects.map((effect) => ({ measure, effect }))
		);
		// One in nineteen, spread over measures and kinds: the step has no divisor in common with the kinds.
		const tried = cells.filter((_, index) => isDeep || index % 19 === 3);
		for (const { measure, effect } of tried)
			expect(study.effect(measure, effect.kind), measure).toEqual(effect);
	});
});
