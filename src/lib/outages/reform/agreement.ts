import type { Summit } from '../../scenario/summit.ts';
import type { Item } from '../../summit/accord/accord.ts';
import type { SummitState } from '../../summit/state.ts';
import { trustAtFirst, type Trust } from '../../summit/value/trust.ts';

/** What a summit left behind: plain data, all that the years after it depend on. */
export interface Agreement {
	readonly items: readonly Item[];
	/** Whoever is bound because they signed. */
	readonly signatories: readonly string[];
	/** Measures that the law puts on those who did not sign. */
	readonly imposed: readonly string[];
	/** As the ballot found it. */
	readonly trust: Trust;
}

/** What a ballot left behind; of a summit that failed nothing. */
export function agreementOf({
	text,
	trust,
	result
}: Pick<SummitState, 'text' | 'trust' | 'result'>): Agreement {
	const kept = result?.measures ?? [];
	return {
		items: text.items.filter(({ measure }) => kept.includes(measure)),
		signatories: result?.signatories ?? [],
		imposed: result?.imposed ?? [],
		trust
	};
}

/** What was in fact done, as the scenario reads its sources; all parties keep it. Null: the scenario does not say. */
export function agreementInFact(summit: Summit): Agreement | null {
	if (summit.inFact.length === 0) return null;
	const signatories = summit.parties.map(({ id }) => id);
	return {
		items: summit.inFact.map(({ measure, parameters, laterMonths }) => ({
			...{ measure, parameters, laterMonths },
			covers: [],
			exempt: [],
			proposedBy: summit.measures.find(({ id }) => id === measure)!.owners[0]!,
			amendedBy: []
		})),
		signatories,
		imposed: [],
		trust: trustAtFirst(summit)
	};
}

/** The same with some of its measures only. */
export function withMeasures(agreement: Agreement, measures: readonly string[]): Agreement {
	return { ...agreement, items: agreement.items.filter(({ measure }) => measures.includes(measure)) };
}
