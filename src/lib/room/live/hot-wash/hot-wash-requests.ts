import { refused, accepted, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';
import { REFLECTIONS_A_SEAT } from './reflections.ts';

/** What is asked for when people look back: cards of what to keep and what to change, and which team talks. */
export const hotWashRequests: Handlers<'addReflection' | 'groupReflections' | 'nextTeam'> = {
	async addReflection(live, by, { kind, text }) {
		if (!isHotWash(live)) return refused('notNow', {});
		if (by.team === null) return refused('noTeam', {});
		if (!(await live.reflections.add(by.id, kind, text)))
			return refused('tooManyReflections', { most: REFLECTIONS_A_SEAT });
		return accepted(live);
	},

	async groupReflections(live, _by, { cards, group }) {
		await live.reflections.group(cards, group);
		return accepted(live);
	},

	async nextTeam(live, _by, { team }) {
		const { people } = live;
		if (team !== null && people.team(team) === undefined)
			return refused('unknownTeam', { team, known: people.teams.map(({ id }) => id) });
		if (!isHotWash(live)) return refused('notNow', {});
		await live.stage.talk(team);
		return accepted(live);
	}
};

/** Whether the exercise has been played and not been closed yet. */
function isHotWash({ exercise }: Live): boolean {
	const { phase } = exercise.room.state.position;
	return phase === 'hotWash' || phase === 'summit' || phase === 'nextOutages' || phase === 'debrief';
}
