import { foldLog } from '../../exercise/log/evolve.ts';
import type { Log } from '../../exercise/log/log-file.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Localized } from '../../scenario/scenario.ts';
import { ownsSomething, type Material, type Party } from './material.ts';
import { teamsOf } from './teams.ts';

/** What the run of each team came to; null: worlds cannot be run, because the log is of another physics or scenario. */
export type Washes = Readonly<Record<string, HotWash>> | null;

/**
 * Reads an exercise for its documents.
 *
 * @param language of what the author wrote, where it is there
 */
export function readExercise(
	pack: Material['pack'],
	{ events }: Pick<Log, 'events'>,
	washes: Washes,
	language = 'en'
): Material {
	const state = foldLog(events);
	const cutId = state.exercise!.cut;
	const cut = pack.scenario.cuts.find(({ id }) => id === cutId) ?? null;
	const say = (text: Localized) => text[language] ?? text.en;
	const parties = teamsOf(pack, state).map((one): Party => {
		const ids = one.roles.map(({ id }) => id);
		return { ...one, wash: washes?.[one.team] ?? null, hasOwn: ownsSomething(pack, ids) };
	});
	return { pack, events, state, cut, parties, say };
}
