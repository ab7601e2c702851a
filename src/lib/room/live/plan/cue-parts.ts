import type { FeedKey } from '../../feed/audience-key.ts';
import { cueFacts, cueKey, nextCue } from './cues.ts';
import type { Live } from '../live.ts';
import type { CuePart, PreparedQuestion } from '../parts.ts';
import { isPresented } from '../stage/presented.ts';

/** Whether a clicker moves the exercise: as a desk has said, or else where a presenter tells the story. */
export function clickerMoves(live: Live): boolean {
	return live.stage.shown.clickerMoves ?? isPresented(live);
}

export function cuePart(live: Live, feed: FeedKey): CuePart {
	const cue = nextCue(cueFacts(live));
	const key = cueKey(live);
	return {
		key,
		// Which question comes is nobody's to know but the desk's.
		cue: cue?.kind === 'ask' && feed !== 'facilitator' ? { ...cue, question: '' } : cue,
		clickerMoves: clickerMoves(live),
		clickerWaits: feed === 'facilitator' && live.clickerWaitsAt === key
	};
}

/** Undefined: the scenario has none. */
export function questionsPart({ pack, ballots }: Live): readonly PreparedQuestion[] | undefined {
	return pack.scenario.questions?.map(({ at: _, ...question }) => {
		return { ...question, isAsked: ballots.asked.includes(question.id) };
	});
}
