import type { FeedKey } from '../feed/audience-key.ts';
import { beatFacts, beatKey, nextBeat } from './beats.ts';
import type { Live } from './live.ts';
import type { BeatPart, PreparedQuestion } from './parts.ts';
import { isPresented } from './presented.ts';

/** Whether a clicker moves the exercise: as a desk has said, or else where a presenter tells the story. */
export function clickerMoves(live: Live): boolean {
	return live.stage.shown.clickerMoves ?? isPresented(live);
}

export function beatPart(live: Live, feed: FeedKey): BeatPart {
	const beat = nextBeat(beatFacts(live));
	const key = beatKey(live);
	return {
		key,
		// Which question comes is nobody's to know but the desk's.
		beat: beat?.kind === 'ask' && feed !== 'facilitator' ? { ...beat, question: '' } : beat,
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
