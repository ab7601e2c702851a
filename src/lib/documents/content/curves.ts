import type { SeriesPoint } from '../../debrief/hot-wash/hot-wash.ts';
import { documentWords } from '../../text/document-words.ts';
import { csvText } from '../office/csv.ts';
import { markingOf } from '../material/about.ts';
import type { Material, Party } from '../material/material.ts';
import { scenarioTime } from '../material/moments.ts';
import { teamText } from './team-names.ts';

const words = documentWords.curves;
const SERIES = ['played', 'record', 'none'] as const;
type Series = (typeof SERIES)[number];

/** Every curve of every team as one tidy table, units in the headings; null: no world could be computed. */
export function curvesCsv(material: Material): string | null {
	const { pack, say, parties } = material;
	const { sectors } = pack.scenario;
	const head = [
		...[words.minute, words.time, words.team, words.series],
		...[words.down, words.unprotected, words.compromised, words.losses, words.backlog],
		...[words.trust.customers, words.trust.government, words.trust.public],
		...sectors.map(({ name }) => words.output(say(name))),
		...[words.own.down, words.own.unprotected, words.own.losses, words.own.output, words.own.backlog],
		words.marking
	];
	const marking = markingOf(pack.scenario, say);
	const rows = parties.flatMap((party) => {
		if (party.wash === null) return [];
		const { timeSeries } = party.wash;
		return SERIES.flatMap((series) =>
			(timeSeries[series] ?? []).map((point) => [...rowOf(material, party, series, point), marking])
		);
	});
	return rows.length === 0 ? null : csvText([head, ...rows]);
}

function rowOf(
	material: Material,
	party: Party,
	series: Series,
	{ minute, down, unprotected, compromised, lossCents, backlogDays, trust, outputs, own }: SeriesPoint
): (string | number | null)[] {
	return [
		...[minute, scenarioTime(material, minute), teamText(material, party), words.seriesNames[series]],
		...[down, unprotected, compromised, lossCents / 100, short(backlogDays)],
		...[trust?.customers, trust?.government, trust?.public].map((one) => short(one ?? null)),
		...material.pack.scenario.sectors.map(({ id }) => short(outputs[id] ?? null)),
		...[own?.down ?? null, own?.unprotected ?? null, own === null ? null : own.lossCents / 100],
		...[short(own?.output ?? null), short(own?.backlogUnits ?? null)]
	];
}

/** Shares to six digits: more of them would claim what no model knows. */
function short(value: number | null): number | null {
	return value === null ? null : Math.round(value * 1_000_000) / 1_000_000;
}
