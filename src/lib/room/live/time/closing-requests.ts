import { accepted, refused, type Handlers } from '../handlers.ts';
import { isDeciding } from '../rounds/player-requests.ts';

/** What facilitators tell teams before they close decisions. */
export const closingRequests: Handlers<'announceClosing'> = {
	async announceClosing(live, _by, { seconds }) {
		if (!isDeciding(live)) return refused('notNow', {});
		live.closing.announce(seconds);
		return accepted(live);
	}
};
