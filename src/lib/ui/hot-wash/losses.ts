import { eachRun } from '../../debrief/hot-wash/each-run.ts';
import type { Compared, Losses } from '../../debrief/hot-wash/hot-wash.ts';

/** One line of a table of losses. */
export interface LossRow {
	/** Id of the sector or ISO code of the country; null: all countries that are not named. */
	readonly id: string | null;
	readonly lossCents: Compared<number>;
	/** Units left undone in the run played; null for countries. */
	readonly lostUnits: number | null;
}

/** Sectors, those that lost most in the run played first. */
export function sectorRows(losses: Compared<Losses>): LossRow[] {
	return Object.entries(losses.played.bySector)
		.map(([id, { lostUnits }]) => ({
			id,
			lostUnits,
			lossCents: eachRun(losses, ({ bySector }) => bySector[id]!.lossCents)
		}))
		.sort((a, b) => b.lossCents.played - a.lossCents.played);
}

/** The countries that lost most in the run played, and the others as one. */
export function countryRows(losses: Compared<Losses>, most: number): LossRow[] {
	const { byCountry: played } = losses.played;
	const ids = Object.keys(played).sort((a, b) => played[b]! - played[a]!);
	const row = (id: string | null, of: readonly string[]): LossRow => ({
		id,
		lostUnits: null,
		lossCents: eachRun(losses, ({ byCountry }) => of.reduce((all, country) => all + byCountry[country]!, 0))
	});
	const named = ids.slice(0, most).map((id) => row(id, [id]));
	const others = ids.slice(most);
	return others.length === 0 ? named : [...named, row(null, others)];
}
