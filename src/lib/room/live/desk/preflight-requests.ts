import type { RequestType } from '../../protocol/requests.ts';
import { accepted, refused, type Handlers } from '../handlers.ts';

/** What is asked for to find out, before people come, whether it will work. */
export const preflightRequests: Handlers<Extract<RequestType, 'reportScreen' | 'tryWorld'>> = {
	reportScreen(live, by, { screen }) {
		live.preflight.screens.report(by.id, screen);
		return Promise.resolve(accepted(live));
	},

	/** Not once anything goes on: it would have to share the thread. */
	async tryWorld(live) {
		if (live.exercise.room.state.position.phase !== 'lobby') return refused('notNow', {});
		await live.preflight.tryWorld();
		return accepted(live);
	}
};
