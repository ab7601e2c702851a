import type {
	Change,
	Evaluation,
	Slice,
	SliceFigures,
	WorldName
} from '../../outages/evaluate/evaluation.ts';
import { WORLDS } from '../../outages/evaluate/evaluation.ts';
import type { Interval } from '../../outages/figures/strata.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Summit } from '../../scenario/summit.ts';
import type { Item } from '../../summit/accord/accord.ts';
import type { SummitView } from '../../summit/project/project.ts';
import { paidFor } from '../../summit/value/money.ts';
import { dollarsCompact } from '../../text/figures.ts';
import { inLocale } from '../../text/localised.ts';
import { outageWords as words } from '../../text/outage-words.ts';

export type Sectors = readonly { readonly id: string; readonly name: Localized }[];

export function usd(amount: number): string {
	return dollarsCompact(Math.round(amount * 100));
}

/** A sum that may be less than nothing: then it is paid out. */
export function usdSum(amount: number): string {
	return amount < 0 ? `−${usd(-amount)}` : usd(amount);
}

/** With its sign; what is nothing has none. */
export function usdChange(amount: number): string {
	if (Math.abs(amount) < 0.5) return usd(0);
	return `${amount < 0 ? '−' : '+'}${usd(Math.abs(amount))}`;
}

export function intervalText({ low, high }: Pick<Interval, 'low' | 'high'>, say = usd): string {
	return `${say(low)} to ${say(high)}`;
}

/** Whether an interval leaves out nothing at all. */
export function isTold(interval: Interval | null): interval is Interval {
	return interval !== null && (interval.high < 0 || interval.low > 0);
}

/** Style of a world's line in a chart. */
export const CURVE_OF = { none: 'none', record: 'record', accord: 'log' } as const satisfies Record<
	WorldName,
	string
>;

export function sliceKey(slice: Slice): string {
	return slice.of === 'all' ? 'all' : `${slice.of}:${slice.id}`;
}

export function sliceName(slice: Slice, sectors: Sectors): string {
	if (slice.of === 'all') return words.curves.all;
	if (slice.of === 'kind') return kindName(slice.id);
	const sector = sectors.find(({ id }) => id === slice.id);
	return sector === undefined ? slice.id : inLocale(sector.name);
}

export function kindName(id: string): string {
	return words.names[id] ?? id;
}

/** The same for a hall. */
export function shortKindName(id: string): string {
	return words.shortNames[id] ?? kindName(id);
}

/** What binds somebody of a text, once a ballot has been counted. */
export function boundItems({ text, result }: Pick<SummitView, 'text' | 'result'>): readonly Item[] {
	return text.items.filter(({ measure }) => result?.measures.includes(measure) === true);
}

/** Who pays what over the summit's horizon, the most first; who is paid has less than nothing. */
export function paidByParties(
	{ parties, measures, rules }: Summit,
	items: readonly Item[]
): { readonly id: string; readonly name: string; readonly amount: string }[] {
	const paidBy = (party: string) =>
		items.reduce((sum, item) => {
			const measure = measures.find(({ id }) => id === item.measure);
			return measure === undefined ? sum : sum + paidFor(measure, item, party, rules.horizonMonths);
		}, 0);
	return parties
		.map(({ id, name }) => ({ id, name: inLocale(name), usdMillion: paidBy(id) }))
		.filter((one) => Math.abs(one.usdMillion) >= 0.5)
		.sort((a, b) => b.usdMillion - a.usdMillion)
		.map(({ usdMillion, ...one }) => ({ ...one, amount: usdSum(usdMillion * 1e6) }));
}

/** Sectors by what the accord does to their losses in a shock, the most spared first. */
export function gainedBySectors(
	{ slices }: Pick<Evaluation, 'slices'>,
	sectors: Sectors
): (Change & { readonly id: string; readonly name: string })[] {
	return slices
		.flatMap(({ slice, change }) =>
			slice.of === 'sector' && change.none !== null
				? [{ id: slice.id, name: sliceName(slice, sectors), ...change.none }]
				: []
		)
		.sort((a, b) => a.mean.value - b.mean.value);
}

/** Worlds of which something is known, in their order. */
export function worldsIn({ curves }: Pick<SliceFigures, 'curves'>): WorldName[] {
	return WORLDS.filter((world) => curves[world] !== null);
}

export function sliceOf({ slices }: Pick<Evaluation, 'slices'>, key: string): SliceFigures {
	return slices.find(({ slice }) => sliceKey(slice) === key) ?? slices[0]!;
}

/** Ids of kinds by what the accord does to them. */
export function verdicts({
	slices
}: Pick<Evaluation, 'slices'>): Record<'helps' | 'hurts' | 'unclear', string[]> {
	const found = { helps: [] as string[], hurts: [] as string[], unclear: [] as string[] };
	for (const { slice, change } of slices) {
		if (slice.of !== 'kind' || change.none === null) continue;
		const { mean } = change.none;
		found[mean.high < 0 ? 'helps' : mean.low > 0 ? 'hurts' : 'unclear'].push(slice.id);
	}
	return found;
}
