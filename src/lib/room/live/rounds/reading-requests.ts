import { entry } from '../../../exercise/state.ts';
import { accepted, refused, type Handlers } from '../handlers.ts';
import { readSinceMin } from './reading.ts';

/** What teams say of their reading. */
export const readingRequests: Handlers<'openInjects' | 'shareReading'> = {
	async openInjects(live, by, { injects }) {
		if (by.team === null) return refused('noTeam', {});
		const { scenario, state } = live.exercise.room.view;
		const isKnown = (id: string) =>
			scenario.injects.some((one) => one.id === id) || entry(state.plan, id) !== undefined;
		await live.reading.open(by.team, injects.filter(isKnown));
		return accepted(live);
	},

	async shareReading(live, by, { shared }) {
		const { team } = by;
		if (team === null) return refused('noTeam', {});
		const here = live.people.members(team).filter(({ id }) => live.people.isHere(id));
		const readers = shared ? here.map(({ id }) => id) : null;
		await live.reading.share(team, readSinceMin(live.exercise.room.state), readers);
		return accepted(live);
	}
};
