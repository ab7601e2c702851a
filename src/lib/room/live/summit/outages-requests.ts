import { SHOCK_KINDS } from '../../../outages/shocks/kinds.ts';
import { accepted, refused, type Handlers } from '../handlers.ts';

/** Which of the next outages a room looks at, and how far its maps are played. */
export const outagesRequests: Handlers<'watchShock' | 'playShock'> = {
	async watchShock(live, _by, { kind, number }) {
		if (live.outages.part === undefined) return refused('notNow', {});
		if (!SHOCK_KINDS.some(({ id }) => id === kind)) return refused('unknownOption', {});
		await live.outages.watch({ kind, number });
		return accepted(live);
	},

	playShock(live, _by, { at, plays }) {
		if (live.outages.part === undefined) return Promise.resolve(refused('notNow', {}));
		live.outages.watched.play(at, plays);
		return Promise.resolve(accepted(live));
	}
};
