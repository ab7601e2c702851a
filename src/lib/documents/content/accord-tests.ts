import type { Evaluation, SliceFigures, WorldName } from '../../outages/evaluate/evaluation.ts';
import { documentWords } from '../../text/document-words.ts';
import { dollarsCompact, percent, rounded } from '../../text/figures.ts';
import { outageWords } from '../../text/outage-words.ts';
import { paragraph, type Block } from '../office/blocks.ts';

const words = documentWords.accord;
const usd = (amount: number) => dollarsCompact(Math.round(amount * 100));

/**
 * What shocks come to with the accord and without it, as a document says it: medians, shock by shock.
 *
 * @param notBegun names of measures of the accord that are not done by then
 */
export function testBlocks(
	outages: Evaluation | null,
	notBegun: (evaluation: Evaluation) => readonly string[]
): Block[] {
	const all = outages?.slices.find(({ slice }) => slice.of === 'all');
	if (outages === null || all === undefined || all.curves.none === null) return [paragraph(words.noTests)];
	const worlds: readonly WorldName[] =
		all.curves.accord === null ? ['none', 'record'] : ['none', 'record', 'accord'];
	const kinds = outages.slices.filter(({ slice }) => slice.of === 'kind');
	const waits = notBegun(outages);
	return [
		paragraph(words.tested(outages.months, rounded(outages.runs))),
		...(waits.length === 0 ? [] : [paragraph(outageWords.notBegun(waits, outages.months))]),
		paragraph(outageWords.given, 'note'),
		{
			kind: 'table',
			caption: words.testsCaption,
			head: [
				words.testColumns.shock,
				...worlds.map((world) => outageWords.worlds[world]),
				words.testColumns.worse
			],
			rows: [all, ...kinds].map((one) => [
				nameOf(one),
				...worlds.map((world) => medianOf(one, world)),
				differenceOf(one)
			]),
			widths: [3, ...worlds.map(() => 1.6), 2]
		}
	];
}

function nameOf({ slice }: SliceFigures): string {
	return slice.of === 'kind' ? (outageWords.names[slice.id] ?? slice.id) : outageWords.curves.all;
}

function medianOf({ curves }: SliceFigures, world: WorldName): string {
	const curve = curves[world];
	if (curve === null) return '–';
	const { value, low, high } = curve.median;
	return words.median(usd(value), usd(low), usd(high));
}

function differenceOf({ change }: SliceFigures): string {
	if (change.none === null) return outageWords.kinds.notYet;
	if (change.none.isUnclear) return outageWords.kinds.noDifference;
	const { mean, worse } = change.none;
	return words.difference(mean.value < 0, usd(Math.abs(mean.value)), percent(worse));
}
