import type { Attribution, Range } from '../../debrief/attribution/attribution.ts';
import type { Interaction } from '../../debrief/attribution/interactions.ts';
import type { Measure } from '../../debrief/attribution/measures.ts';
import type { RoomFacts } from '../../room/facts/room-facts.ts';
import { decimals, dollarsCompact, rounded } from '../../text/figures.ts';
import { wordsFor } from '../../text/words.ts';
import { said, whenDone } from './words.ts';

export const words = wordsFor().attribution;

/** A worth as it is shown: figures in words, and where its marks stand on the scale of all of them, 0 to 100. */
export interface WorthRow {
	readonly key: string;
	readonly name: string;
	readonly when: string;
	/** What happens without it, in the scenario's words. */
	readonly otherwise: string;
	readonly mean: string;
	readonly error: string;
	readonly ensemble: string | null;
	/** Below 0 on the measure. */
	readonly isLess: boolean;
	readonly bar: Mark;
	readonly whisker: Mark | null;
	readonly band: Mark | null;
	readonly isTotal: boolean;
}

export interface Mark {
	readonly from: number;
	readonly length: number;
}

/** The name of a measure. */
export function measureName({ kind, of }: Measure, { sectors }: Pick<RoomFacts, 'sectors'>): string {
	const { measures } = words;
	if (kind === 'trust') return measures.trust[of!]!;
	if (kind !== 'sectorLossUsd' && kind !== 'sectorLostUnits') return measures[kind];
	const sector = sectors.find(({ id }) => id === of);
	const name = sector === undefined ? of! : said(sector.name);
	if (kind === 'sectorLossUsd' || sector === undefined) return measures.sectorLossUsd(name);
	const { undone, unit } = sector;
	return measures.sectorLostUnits(name, undone === null ? measures.notDone(said(unit)) : said(undone));
}

/** A quantity of a measure, without its sign. */
export function amountOf({ kind }: Measure, value: number): string {
	const size = Math.abs(value);
	if (kind === 'harm' || kind === 'trust') return words.points(size);
	if (kind === 'lossUsd' || kind === 'sectorLossUsd') return dollarsCompact(size * 100);
	return size > 0 && size < 10 ? decimals(size, 1) : rounded(size);
}

/** The same with its sign; what rounds to nothing has none. */
export function changeOf(measure: Measure, value: number): string {
	const amount = amountOf(measure, value);
	if (amount === amountOf(measure, 0)) return amount;
	return `${value < 0 ? '−' : '+'}${amount}`;
}

/** Measures that the decisions moved at all, in their order. */
export function movedMeasures({ measures, worths }: Attribution): number[] {
	return measures.flatMap((_, index) =>
		worths === null || worths.some((one) => one[index]!.mean !== 0) ? [index] : []
	);
}

/** A row for each decision, the largest first, and one for all of them together. */
export function worthRows(
	attribution: Attribution,
	measure: number,
	{ startMinute }: Pick<RoomFacts, 'startMinute'>
): WorthRow[] {
	const { decisions, worths, measures, ensemble, total } = attribution;
	if (worths === null || total.length === 0) return [];
	const of = measures[measure]!;
	const whole: Figures = { mean: total[measure]!, halfWidth: 0, range: ensemble?.total[measure] ?? null };
	const figures = worths.map((one, item): Figures => {
		return { ...one[measure]!, range: ensemble?.worths[item]?.[measure] ?? null };
	});
	const mark = marksOn([whole, ...figures]);
	const row = (key: string, name: string, one: Figures) => ({
		...{ key, name },
		mean: changeOf(of, one.mean),
		error: errorText(of, one.halfWidth),
		ensemble: one.range === null ? null : rangeText(of, one.range),
		isLess: one.mean < 0,
		bar: mark(0, one.mean),
		whisker:
			one.halfWidth === null || one.halfWidth === 0
				? null
				: mark(one.mean - one.halfWidth, one.mean + one.halfWidth),
		band: one.range === null ? null : mark(one.range.low, one.range.high)
	});
	const rows = figures.map((one, item): WorthRow & { size: number } => {
		const { decision, title, atMin, otherwise } = decisions[item]!;
		return {
			...row(decision, said(title), one),
			when: whenDone(startMinute, atMin),
			otherwise: otherwise === null ? words.noDefault : said(otherwise),
			isTotal: false,
			size: Math.abs(one.mean)
		};
	});
	rows.sort((a, b) => b.size - a.size);
	const all = { ...row('total', words.total, whole), when: '', otherwise: '', error: '', isTotal: true };
	return [...rows, all];
}

/** What two decisions did to each other, as a sentence. */
export function interactionText({ decisions }: Attribution, one: Interaction): string {
	const [first, second] = one.pair.map((item) => said(decisions[item]!.title)) as [string, string];
	const say = words.interactions;
	const size = say.size(one.joint, one.halfWidth);
	switch (one.kind) {
		case 'onlyWith':
			return say.onlyWith(first, second, one.withOther < 0) + size;
		case 'onlyTogether':
			return say.onlyTogether(first, second, one.withOther < 0) + size;
		case 'eitherDoes':
			return say.eitherDoes(first, second) + size;
		default:
			return say.joint(first, second, one.joint < 0) + size;
	}
}

/** How far apart the same decisions lie on other seeds. */
export function luckText(measure: Measure, seeds: number, { low, high }: Range): string {
	const [least, most] = [amountOf(measure, low), amountOf(measure, high)];
	return least === most ? words.luck.same(seeds, least) : words.luck.text(seeds, least, most);
}

interface Figures {
	readonly mean: number;
	readonly halfWidth: number | null;
	readonly range: Range | null;
}

function errorText(measure: Measure, halfWidth: number | null): string {
	if (halfWidth === null) return words.notYet;
	return halfWidth === 0 ? words.noError : words.error(amountOf(measure, halfWidth));
}

function rangeText(measure: Measure, { low, high }: Range): string {
	return words.range(changeOf(measure, low), changeOf(measure, high));
}

/** Places on one scale that holds 0 and everything that is marked. */
function marksOn(all: readonly Figures[]): (from: number, to: number) => Mark {
	const edges = all.flatMap(({ mean, halfWidth, range }) => [
		mean - (halfWidth ?? 0),
		mean + (halfWidth ?? 0),
		...(range === null ? [] : [range.low, range.high])
	]);
	const [least, most] = [Math.min(0, ...edges), Math.max(0, ...edges)];
	const scale = most === least ? 0 : 100 / (most - least);
	return (from, to) => {
		const [low, high] = [Math.min(from, to), Math.max(from, to)];
		return { from: (low - least) * scale, length: (high - low) * scale };
	};
}
