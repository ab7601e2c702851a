import type { ReplayFact } from '../../room/replay/timeline/entry.ts';
import { said, words } from './words.ts';
import { summitWords } from '../../text/summit-words.ts';
import { wordsFor } from '../../text/words.ts';
import type { SummitText } from '../summit/summit-text.ts';
import type { TeamName } from './replay-names.ts';

const channels = wordsFor().play.feed.channels;

/** What the names in sentences are: of teams, and of who and what there is at the summit; null: it has none. */
export interface EntryNames {
	readonly teamName: TeamName;
	readonly summit: SummitText | null;
}

/** What happened, in a sentence. */
export function entryText(what: ReplayFact, { teamName, summit }: EntryNames): string {
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
		case 'summit':
			return summit?.event(what.event) ?? '';
		case 'poll':
			return words.poll(what.round, what.yes, what.no);
		case 'ratification':
			return ratified(what);
		case 'record':
			return words.onTheDay(what.role === null ? null : said(what.role), said(what.does));
	}
}

function ratified({ result, votes }: Extract<ReplayFact, { kind: 'ratification' }>): string {
	const { end } = summitWords;
	const all = Object.keys(votes).length;
	const yes = Object.values(votes).filter((vote) => vote === 'yes').length;
	return result.end === 'failed' ? end.failed : end[result.end](yes, all);
}

/** What was said of it besides: the reason of a decision, the text of a message, what was observed, who voted what. */
export function entryDetails(what: ReplayFact, { summit }: EntryNames): readonly string[] {
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
		case 'ratification':
			return Object.entries(what.votes).map(([party, vote]) =>
				words.voted(summit?.party(party) ?? party, summitWords.end[vote])
			);
		default:
			return [];
	}
}
