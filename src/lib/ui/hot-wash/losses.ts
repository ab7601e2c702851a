import type { Compared, Losses } from '../../debrief/hot-wash.ts';

/** One line of a table of losses. */
export interface LossRow {
	/** Id of the sector or ISO code of the country; null: all countries that are not named. */
	readonly id: string | null;
	readonly lossCents: Compared<number>;
	/** Units never delivered in the run played; null for countries. */
	readonly lostUnits: number | null;
}

/** Sectors, those that lost most in the run played first. */
export function sectorRows({ played, record, none }: Compared<Losses>): LossRow[] {
	return Object.entries(played.bySector)
		.map(([id, { lossCents, lostUnits }]) => ({
			id,
			lostUnits,
			lossCents: {
				played: lossCents,
				record: record?.bySector[id]?.lossCents ?? null,
				none: none?.bySector[id]?.lossCents ?? null
			}
		}))
		.sort((a, b) => b.lossCents.played - a.lossCents.played);
}

/** The countries that lost most in the run played, and the others as one. */
export function countryRows({ played, record, none }: Compared<Losses>, most: number): LossRow[] {
	const ids = Object.keys(played.byCountry).sort((a, b) => played.byCountry[b]! - played.byCountry[a]!);
	const sum = (losses: Losses | null, of: readonly string[]) =>
		losses === null ? null : of.reduce((all, id) => all + (losses.byCountry[id] ?? 0), 0);
	const row = (id: string | null, of: readonly string[]): LossRow => ({
		id,
		lostUnits: null,
		lossCents: { played: sum(played, of)!, record: sum(record, of), none: sum(none, of) }
	});
	const named = ids.slice(0, most).map((id) => row(id, [id]));
	const others = ids.slice(most);
	return others.length === 0 ? named : [...named, row(null, others)];
}
