import type { BallotPart } from '../../room/live/parts.ts';
import { voteWords } from '../../text/vote-words.ts';

/** What won, as one sentence. */
export function resultText({ winners, options }: Pick<BallotPart, 'winners' | 'options'>): string {
	const { result, letters } = voteWords;
	const [first] = winners;
	if (first === undefined) return result.none;
	if (winners.length > 1) return result.tie(winners.map((place) => letters[place]!));
	return result.won1(letters[first]!, options[first]!);
}
