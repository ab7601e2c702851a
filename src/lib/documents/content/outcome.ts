import type { Compared, Figures } from '../../debrief/hot-wash/hot-wash.ts';
import { documentWords } from '../../text/document-words.ts';
import type { TableBlock } from '../office/blocks.ts';
import type { Material, Party } from '../material/material.ts';
import { teamText } from './team-names.ts';

const words = documentWords.aar.whatHappened;
const { notKnown } = documentWords.common;

/** What the three runs of a team came to, side by side; null: nothing was computed. */
export function outcomeTable(material: Material, party: Party): TableBlock | null {
	if (party.wash === null) return null;
	return {
		kind: 'table',
		caption: words.caption(teamText(material, party)),
		head: words.columns,
		rows: outcomeRows(party),
		widths: [2, 1, 1, 1]
	};
}

export function outcomeRows({ wash }: Party): string[][] {
	const { harm, world, own } = wash!.outcome;
	const { rows } = words;
	const line = (name: string, of: Compared<number> | null, text: (value: number) => string) =>
		of === null
			? []
			: [[name, ...[of.played, of.record, of.none].map((one) => (one === null ? notKnown : text(one)))]];
	const figures = (of: Compared<Figures>, name: (what: string) => string) => [
		...line(
			name(rows.crashed),
			each(of, ({ hostsCrashed }) => hostsCrashed),
			words.count
		),
		...line(
			name(rows.peak),
			each(of, ({ peakDown }) => peakDown),
			words.count
		),
		...line(
			name(rows.hostHours),
			each(of, ({ hostHoursDown }) => hostHoursDown),
			words.count
		),
		...line(
			name(rows.losses),
			each(of, ({ lossCents }) => lossCents),
			words.dollars
		)
	];
	return [
		...line(rows.harm, harm, words.harm),
		...(own === null ? [] : figures(own, words.own)),
		...figures(world, (what) => what),
		...line(
			rows.spent,
			each(world, ({ spentUsd }) => spentUsd * 100),
			words.dollars
		)
	];
}

function each<Value, Read>(
	{ played, record, none }: Compared<Value>,
	read: (value: Value) => Read
): Compared<Read> {
	return {
		played: read(played),
		record: record === null ? null : read(record),
		none: none === null ? null : read(none),
		others: null
	};
}
