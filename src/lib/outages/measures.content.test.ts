import { describe, expect, test } from 'vitest';
import { OutageRunner, type OutageJob } from './evaluate/outage-runner.ts';
import { MECHANISMS } from './reform/mechanisms/mechanisms.ts';
import type { Agreement } from './reform/agreement.ts';
import { SHOCK_KINDS } from './shocks/kinds.ts';
import { agreed, itemFor, scenario, summit, withNeeds } from './testing/world.ts';

/** Shocks of each kind; the whole family of a deep run tells small effects. */
const SHOCKS = process.env.PATCHFALL_DEEP === undefined ? 4 : 40;
/** Of measures that find one defect in twenty. */
const MANY: Readonly<Record<string, number>> = { 'go-board': 40 };
/** Where many are needed, not of every kind. */
const KINDS: Readonly<Record<string, readonly string[]>> = { 'go-board': ['kernel-crash', 'attack'] };
/** A change of less than this share of the loss is none. */
const NONE = 0.002;
/**
 * A vendor that is somebody's second one is as large as before, so what grows with hosts alone stays, but for roundings.
 * That each organisation meets such shocks more often no figure that is given a shock can show.
 */
const NEARLY_NONE: Readonly<Record<string, number>> = { 'ma-two-vendors': 0.03 };

const runner = new OutageRunner(scenario);
const known = new Map<string, number>();

function lossOf(agreement: Agreement, kind: string, shocks: number): number {
	const key = JSON.stringify([agreement, kind, shocks]);
	const before = known.get(key);
	if (before !== undefined) return before;
	let loss = 0;
	for (let number = 0; number < shocks; number++) {
		const job: OutageJob = { agreement, months: 36, shock: { kind, number }, set: 0, beforehand: [] };
		loss += runner.run(job).lossUsd;
	}
	known.set(key, loss);
	return loss;
}

/** Beside what a measure is looked at, where it does nothing by itself: audits, so that it is kept, and what it is about. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
	'ma-cap': ['ma-switch'],
	'pr-exceptions': ['pr-user-mode', 'pr-kernel-end'],
	'pr-kernel-end': ['pr-user-mode'],
	'sd-gates': ['sd-rings', 'sd-bake']
};
/** Where its strictest form is needed to tell it from nothing with so few shocks. */
const STRICT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	'ma-cap': { share: 30 },
	'ma-switch': { share: 60 },
	// Projects slip: from month 24 on it is there at month 36 in every set.
	'pr-kernel-end': { month: 24 },
	'pr-exceptions': { share: 40 },
	'sd-emergency-lane': { share: 10 },
	'co-mutual-aid': { hours: 4, hands: 10 },
	'co-reserve': { people: 5000 },
	'in-register': { covers: 100 },
	'go-board': { months: 3 },
	'sd-customer-control': { share: 30, hours: 48 }
};

describe('R267: every measure that is tested', () => {
	test.each(Object.keys(MECHANISMS))(
		'%s helps in one shock at least, and in one does nothing or hurts',
		(measure) => {
			const beside = [...new Set([...(BESIDE[measure] ?? []), ...withNeeds(measure), 'go-audit'])]
				.filter((id) => id !== measure)
				.map((id) => itemFor(id, { parameters: STRICT[id] ?? {} }));
			const own = itemFor(measure, { parameters: STRICT[measure] ?? {} });
			const kinds = KINDS[measure] ?? SHOCK_KINDS.map(({ id }) => id);
			const change = kinds.map((id) => {
				const shocks = Math.max(SHOCKS, MANY[measure] ?? 0);
				const [without, withIt] = [beside, [...beside, own]].map((items) =>
					lossOf(agreed(items), id, shocks)
				) as [number, number];
				return { id, change: without > 0 ? (withIt - without) / without : 0 };
			});
			expect(summit.measures.some(({ id }) => id === measure)).toBe(true);
			const helps = change.filter(({ change }) => change < -NONE / 4);
			const hurts = change.filter(({ change }) => change >= -(NEARLY_NONE[measure] ?? NONE));
			expect({ measure, helps: helps.length > 0, not: hurts.length > 0 }, JSON.stringify(change)).toEqual({
				measure,
				helps: true,
				not: true
			});
		}
	);
});
