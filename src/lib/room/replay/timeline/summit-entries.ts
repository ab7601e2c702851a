import type { Audience } from '../../../exercise/project/audience.ts';
import type { EventOf } from '../../../exercise/log/events.ts';
import type { RoomState } from '../../../exercise/state.ts';
import type { LoggedEvent, SummitEventType } from '../../../summit/log/events.ts';
import { isEnd } from '../../../summit/negotiation/chart.ts';
import { summitStateOf } from '../../../summit/log/negotiated.ts';
import type { SummitAudience } from '../../../summit/project/audience.ts';
import { redactSummitEvent } from '../../../summit/project/redact.ts';
import type { SummitState } from '../../../summit/state.ts';
import type { ReplayFact } from './entry.ts';

/** What is said aloud at a summit. Leans and votes are counted, and whom somebody believes is nobody's to be told. */
const SAID_ALOUD: readonly SummitEventType[] = [
	...(['chairGiven', 'audienceHeard', 'monthsChosen', 'stepUndone', 'statementMade'] as const),
	...(['stepEntered', 'textChanged', 'amendmentMoved', 'amendmentOvertaken', 'answered'] as const),
	...(['disclosed', 'pledged', 'stanceTaken'] as const)
];

/**
 * What an event of the summit is to a reader, once all is over: what was offered in confidence stays with those to whom it
 * was; a poll is told as its counts when it closes, and votes with the result.
 */
export function summitFactsOf(
	event: EventOf<'negotiated'>,
	{ before, end }: { readonly before: RoomState; readonly end: RoomState },
	audience: Audience
): ReplayFact[] {
	const atEnd = summitStateOf(end.negotiated);
	const logged: LoggedEvent = { command: event.command, event: event.entry as LoggedEvent['event'] };
	const { event: seen } = redactSummitEvent(atEnd, logged, summitAudienceOf(atEnd, audience));
	if (seen === null) return [];
	if (seen.type === 'ballotClosed')
		return [{ kind: 'ratification', result: seen.result, votes: atEnd.votes }];
	const isSilent = 'answer' in seen && seen.answer === 'indifferent';
	// What it came to is told with the votes.
	const isOver = seen.type === 'stepEntered' && isEnd(seen.step);
	const isSaid = SAID_ALOUD.includes(seen.type) && !isSilent && !isOver;
	const said: ReplayFact[] = isSaid ? [{ kind: 'summit', event: seen }] : [];
	return seen.type === 'stepEntered' ? [...pollClosed(summitStateOf(before.negotiated)), ...said] : said;
}

/** The counts of the poll that is under way; none: there is none. */
function pollClosed({ position, polls }: SummitState): ReplayFact[] {
	const poll = polls.at(-1);
	if (position.step !== 'poll' || poll === undefined) return [];
	const given = Object.values(poll.leans);
	const yes = given.filter(({ lean }) => lean === 'yes').length;
	return [{ kind: 'poll', round: poll.round, yes, no: given.length - yes }];
}

/** Those who spoke for parties at the table see what was said to them. */
function summitAudienceOf({ teams }: SummitState, audience: Audience): SummitAudience {
	if (audience.kind !== 'team') return audience;
	const parties = Object.keys(teams).filter((party) => teams[party] === audience.team);
	return { kind: 'chairs', parties };
}
