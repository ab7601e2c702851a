import type { RequestType } from '../../protocol/requests.ts';
import { accepted, answerOfStep, following, refused, type Handlers } from '../handlers.ts';
import { isSamePlace, moveFrom } from '../../../exercise/state.ts';

/** What facilitators ask for of the agenda. None of it moves the exercise but the passing over of a round. */
export const agendaRequests: Handlers<Extract<RequestType, 'setAgenda' | 'startSection' | 'skipRound'>> = {
	async setAgenda(live, _by, { minutes, acceptedMin }) {
		const unknown = await live.agenda.plan(minutes, acceptedMin);
		return unknown === null ? accepted(live) : refused('unknownSection', { section: unknown });
	},

	async startSection(live, _by, { section }) {
		return (await live.agenda.start(section)) ? accepted(live) : refused('unknownSection', { section });
	},

	/** Opens a round and closes it at once: bots act in it all the same. */
	async skipRound(live, by, { from }) {
		const { state } = live.exercise.room;
		if (!isSamePlace(from, moveFrom(state))) return refused('alreadyMovedBy', { by: live.lastStepBy });
		if (state.position.step !== 'situation') return refused('notNow', {});
		const opened = answerOfStep(await live.exercise.goOn());
		if (opened.kind !== 'accepted') return opened;
		live.lastStepBy = by.name;
		await following(live, () => live.timer.set(null, false));
		return answerOfStep(await live.exercise.goOn());
	}
};
