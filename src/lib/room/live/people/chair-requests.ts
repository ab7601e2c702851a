import { accepted, answerOf, refused, type Handlers } from '../handlers.ts';

/** The host's chair, and what only a host may do once the exercise is over. */
export const chairRequests: Handlers<'takeChair' | 'giveChair' | 'eraseNames'> = {
	async takeChair(live, by) {
		return answerOf(live, await live.chair.take(by.id));
	},

	async giveChair(live, _by, { person }) {
		if (live.people.find(person)?.kind !== 'facilitator') return refused('unknownPerson', { person });
		await live.chair.give(person);
		return accepted(live);
	},

	async eraseNames(live) {
		if (live.exercise.room.state.position.phase !== 'closed') return refused('notEnded', {});
		await live.eraseTexts();
		await live.people.eraseNames();
		live.lastStepBy = null;
		return accepted(live);
	}
};
