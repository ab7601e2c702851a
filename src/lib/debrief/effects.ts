import type { Localized } from '../scenario/scenario.ts';
import type { DecisionEffect, Effects } from './hot-wash.ts';
import { differenceOf, type ReadRun } from './runs.ts';

/** Two runs whose harm indices are closer than this have come out alike: a thousandth of nobody acting's harm. */
export const ALIKE = 0.001;
const SHOWN = 3;

interface Titled {
	readonly id: string;
	readonly role: string;
	readonly title: Localized;
}

/**
 * What each decision did in this run: the played run against the single run in which it is left out, or against the one
 * in which it is added. It holds for this seed and for what everybody else did here, and for nothing more.
 *
 * @param played the run as played, of the same world and seed as the others
 * @param others single counterfactual runs of it
 */
export function effectsOf(
	played: ReadRun,
	others: readonly ReadRun[],
	decisions: readonly Titled[],
	outOfReach: readonly string[]
): Effects {
	const all = others
		.flatMap((other) => effectOf(played, other, decisions) ?? [])
		.sort((a, b) => Math.abs(b.harm) - Math.abs(a.harm));
	const of = (verdict: DecisionEffect['verdict']) => all.filter((one) => one.verdict === verdict);
	// What was done comes before what was rightly left alone, which nobody remembers as a choice.
	const helped = of('helped');
	const done = helped.filter(({ kind }) => kind === 'taken');
	return {
		helped: [...done, ...helped.filter(({ kind }) => kind === 'notTaken')].slice(0, SHOWN),
		hurt: of('hurt').slice(0, SHOWN),
		all,
		outOfReach
	};
}

function effectOf(played: ReadRun, other: ReadRun, decisions: readonly Titled[]): DecisionEffect | null {
	const { kind, decision, atMin, together } = other.run;
	const known = decisions.find(({ id }) => id === decision);
	if (known === undefined || (kind !== 'without' && kind !== 'with')) return null;
	const harm = played.harm.index - other.harm.index;
	return {
		decision: known.id,
		title: known.title,
		role: known.role,
		kind: kind === 'without' ? 'taken' : 'notTaken',
		atMin,
		together: together.flatMap((id) => {
			const one = decisions.find((decision) => decision.id === id);
			return one === undefined ? [] : [{ decision: id, title: one.title }];
		}),
		harm,
		verdict: Math.abs(harm) < ALIKE ? 'neither' : harm < 0 ? 'helped' : 'hurt',
		...differenceOf(played, other),
		terms: played.harm.terms.map((term, i) => ({
			role: term.role,
			id: term.id,
			name: term.name,
			unit: term.unit,
			change: term.value - other.harm.terms[i].value,
			harm: term.harm - other.harm.terms[i].harm
		}))
	};
}
