import type { Localized } from '../../scenario/scenario.ts';
import type { DecisionEffect, Effects } from './hot-wash.ts';
import { differenceOf, type ReadRun } from '../counterfactuals/finished-run.ts';
import { togetherOf } from './together.ts';

/** Two runs whose harm indices are closer than this have come out alike: a thousandth of the harm without any act. */
export const ALIKE = 0.001;
/** So many of each kind are shown: what was done is told before what was not. */
const SHOWN = { committed: 3, notCommitted: 2 } as const;

interface Titled {
	readonly id: string;
	readonly role: string;
	readonly title: Localized;
}

/**
 * What each decision did in this run, or would have done: the run with it against the run without it, one of which is
 * the played one. It holds for this seed and for the other acts of this run, and for nothing more.
 *
 * @param played the run as played, of the same world and seed as the others
 * @param withoutMine the run in which the person takes none of theirs
 * @param others single counterfactual runs of it
 */
export function effectsOf(
	played: ReadRun,
	withoutMine: ReadRun,
	others: readonly ReadRun[],
	decisions: readonly Titled[],
	outOfReach: readonly string[]
): Effects {
	const all = others
		.flatMap((other) => effectOf(played, other, decisions) ?? [])
		.sort((a, b) => Math.abs(b.harm) - Math.abs(a.harm));
	const most = (kind: DecisionEffect['kind'], verdict: DecisionEffect['verdict']) =>
		all.filter((one) => one.kind === kind && one.verdict === verdict).slice(0, SHOWN[kind]);
	return {
		helped: most('committed', 'helped'),
		hurt: most('committed', 'hurt'),
		wouldHelp: most('notCommitted', 'helped'),
		wouldHurt: most('notCommitted', 'hurt'),
		all,
		together: togetherOf(played, withoutMine, all),
		outOfReach
	};
}

function effectOf(played: ReadRun, other: ReadRun, decisions: readonly Titled[]): DecisionEffect | null {
	const { kind, decision, atMin, together, instead } = other.run;
	const known = decisions.find(({ id }) => id === decision);
	if (known === undefined || (kind !== 'without' && kind !== 'with')) return null;
	const [withIt, without] = kind === 'without' ? [played, other] : [other, played];
	const harm = withIt.harm.index - without.harm.index;
	const titled = (ids: readonly string[]) =>
		ids.flatMap((id) => {
			const one = decisions.find((decision) => decision.id === id);
			return one === undefined ? [] : [{ decision: id, title: one.title }];
		});
	return {
		decision: known.id,
		title: known.title,
		role: known.role,
		kind: kind === 'without' ? 'committed' : 'notCommitted',
		atMin,
		together: titled(together),
		instead: titled(instead),
		harm,
		verdict: Math.abs(harm) < ALIKE ? 'neither' : harm < 0 ? 'helped' : 'hurt',
		...differenceOf(withIt, without),
		terms: withIt.harm.terms.map((term, i) => ({
			role: term.role,
			id: term.id,
			name: term.name,
			unit: term.unit,
			change: term.value - without.harm.terms[i].value,
			harm: term.harm - without.harm.terms[i].harm
		}))
	};
}
