import {
	verdictOn,
	type MeasureRow,
	type MeasureTable,
	type Verdict
} from '../../outages/figures/measure-table.ts';
import type { Summit } from '../../scenario/summit.ts';
import { inLocale } from '../../text/words.ts';

/** What a measure does to shocks, as the page tells it: kinds by what it does there, the most first. */
export interface MeasureView {
	readonly measure: string;
	readonly title: string;
	readonly kinds: Readonly<Record<Verdict, readonly { readonly kind: string; readonly change: number }[]>>;
}

/** Measures of a summit with their rows of the table; one that has none moves money only. */
export function measuresView({ measures }: Summit, { rows }: MeasureTable): MeasureView[] {
	return measures.map(({ id, title }) => {
		const effects = rows.find((row) => row.measure === id)?.effects ?? [];
		return {
			measure: id,
			title: inLocale(title),
			kinds: {
				helps: of(effects, 'helps'),
				hurts: of(effects, 'hurts'),
				eitherWay: of(effects, 'eitherWay'),
				nothing: of(effects, 'nothing')
			}
		};
	});
}

function of(effects: MeasureRow['effects'], verdict: Verdict) {
	return effects
		.filter((effect) => verdictOn(effect) === verdict)
		.map(({ kind, change }) => ({ kind, change }))
		.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
