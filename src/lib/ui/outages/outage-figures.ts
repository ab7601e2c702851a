import type { Evaluation, Slice, SliceFigures, WorldName } from '../../outages/evaluate/evaluation.ts';
import { WORLDS } from '../../outages/evaluate/evaluation.ts';
import type { Interval } from '../../outages/figures/strata.ts';
import type { Localized } from '../../scenario/scenario.ts';
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

/** Worlds of which something is known, in their order. */
export function worldsIn({ curves }: Pick<SliceFigures, 'curves'>): WorldName[] {
	return WORLDS.filter((world) => curves[world] !== null);
}

export function sliceOf({ slices }: Pick<Evaluation, 'slices'>, key: string): SliceFigures {
	return slices.find(({ slice }) => sliceKey(slice) === key) ?? slices[0]!;
}

/** Kinds by what the accord does to them. */
export function verdicts({
	slices
}: Pick<Evaluation, 'slices'>): Record<'helps' | 'hurts' | 'unclear', string[]> {
	const found = { helps: [] as string[], hurts: [] as string[], unclear: [] as string[] };
	for (const { slice, change } of slices) {
		if (slice.of !== 'kind' || change.none === null) continue;
		const { mean } = change.none;
		found[mean.high < 0 ? 'helps' : mean.low > 0 ? 'hurts' : 'unclear'].push(kindName(slice.id));
	}
	return found;
}
