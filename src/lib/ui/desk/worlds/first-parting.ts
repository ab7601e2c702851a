import type { ComparedTeam } from '../../../room/live/worlds/comparison.ts';
import type { Localized } from '../../../scenario/scenario.ts';

/** Where teams in worlds of their own did different things for the first time: the best place to begin the talk at. */
export interface FirstParting {
	readonly atMin: number;
	/** Numbers of the teams by what they did then, in their order; none: they did nothing. */
	readonly groups: readonly { readonly titles: readonly Localized[]; readonly teams: readonly number[] }[];
}

/** Null: all have done the same, or it is not known. Teams that bots play tell nothing of people. */
export function firstParting(compared: readonly ComparedTeam[]): FirstParting | null {
	const teams = compared.flatMap(({ number, figures, isPlayedByBots }) =>
		figures === null || isPlayedByBots ? [] : [{ number, decisions: figures.decisions }]
	);
	const minutes = new Set(teams.flatMap(({ decisions }) => decisions.map(({ atMin }) => atMin)));
	for (const atMin of [...minutes].sort((a, b) => a - b)) {
		const groups = new Map<string, { titles: Localized[]; teams: number[] }>();
		for (const { number, decisions } of teams) {
			const titles = decisions.filter((one) => one.atMin === atMin).map(({ title }) => title);
			const key = JSON.stringify(titles.map(({ en }) => en).sort());
			const group = groups.get(key) ?? { titles, teams: [] };
			group.teams.push(number);
			groups.set(key, group);
		}
		if (groups.size > 1) return { atMin, groups: [...groups.values()] };
	}
	return null;
}
