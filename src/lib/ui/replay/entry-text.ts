import type { ReplayFact } from '../../room/replay/timeline/entry.ts';
import { said, words } from './words.ts';
import { wordsFor } from '../../text/words.ts';

const channels = wordsFor().play.feed.channels;

/** What happened, in a sentence. @param teamName what a team is called */
export function entryText(what: ReplayFact, teamName: (team: string) => string): string {
	const named = (team: string | null) => (team === null ? null : teamName(team));
	switch (what.kind) {
		case 'phase':
			return words.phases[what.phase];
		case 'round':
			return words.round(what.round);
		case 'paused':
		case 'resumed':
			return words[what.kind];
		case 'inject':
			return words.inject(what.from, channels[what.channel], said(what.title), what.to?.map(said) ?? null);
		case 'decision':
			return words.decided(said(what.role), said(what.title));
		case 'amended':
			return words.amended(said(what.role), said(what.title));
		case 'withdrawn':
			return words.withdrawn(said(what.title));
		case 'setting':
			return words.setting(what.parameter, what.value);
		case 'standIn':
			return what.bot === null
				? words.standInEnds(said(what.role))
				: words.standIn(said(what.role), words.bots[what.bot]);
		case 'ballot':
			return words.ballot(
				what.question,
				named(what.team),
				what.tally.map(({ option, votes }) => words.option(option, votes))
			);
		case 'rating':
			return words.rating(words.marks[what.mark], said(what.subject), named(what.team));
		case 'note':
			return words.note[what.by](what.text);
		case 'record':
			return words.onTheDay(what.role === null ? null : said(what.role), said(what.does));
	}
}

/** What was said of it besides: the reason of a decision, the text of a message, what was observed. */
export function entryDetails(what: ReplayFact): readonly string[] {
	switch (what.kind) {
		case 'inject':
			return [said(what.body)];
		case 'decision':
		case 'amended':
			return [
				...(what.rationale === null ? [] : [words.rationale(what.rationale)]),
				...(what.confidencePct === null ? [] : [words.confidence(what.confidencePct)])
			];
		case 'rating':
			return what.observation === null ? [] : [what.observation];
		default:
			return [];
	}
}
