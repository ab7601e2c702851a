import type { Summit } from '../../scenario/summit.ts';
import { isAdopted, mayAlone } from '../commands/adoption.ts';
import { isChoice } from '../commands/audience.ts';
import { editsFault } from '../commands/check-edits.ts';
import { reasonFault } from '../commands/check-reason.ts';
import { overtakenBy } from '../commands/overtaken.ts';
import { nextPosition, isEnd, SUMMIT_EVENTS } from '../negotiation/chart.ts';
import { audienceVote, resultOf, type Result } from '../outcome.ts';
import { amendmentOf, isOpened, type SummitState } from '../state.ts';
import { AUDIENCE, type SummitEvent, type SummitEventOf, type SummitEventType } from './events.ts';
import { readSummitEvent } from './schema.ts';

/** Why an event cannot be the next one of a summit; what is wrong, as one of these. */
export const SUMMIT_FAULTS = [
	'badValue',
	'notOpened',
	'openedTwice',
	'afterItsEnd',
	'unknownParty',
	'unknownMeasure',
	'notInBrief',
	'saidTwice',
	'wrongStep',
	'doesNotFollow',
	'notUndoable',
	'unknownAmendment',
	'textCannotBe',
	'reasonCannotBe',
	'unknownChoice',
	'otherResult'
] as const;
export type SummitFault = (typeof SUMMIT_FAULTS)[number];

type Check<Type extends SummitEventType> = (
	summit: Summit,
	state: SummitState,
	event: SummitEventOf<Type>
) => SummitFault | null;

const CHECKS: { [Type in SummitEventType]: Check<Type> } = {
	summitOpened: ({ parties }, state, { chairs, trust, trustAtFirst }) => {
		if (isOpened(state)) return 'openedTwice';
		const isWhole = (by: object) => parties.every(({ id }) => Object.hasOwn(by, id));
		return [chairs, trust, trustAtFirst].every(isWhole) ? null : 'unknownParty';
	},
	chairGiven: () => null,
	audienceWeighed: () => null,
	monthsChosen: () => null,
	audienceHeard: (summit, _state, { asked, choice }) =>
		isChoice(summit, asked, choice) ? null : 'unknownChoice',
	stepUndone: (_summit, { taken }, { of }) => (taken?.command === of ? null : 'notUndoable'),
	statementMade: ({ parties }, { position, statements }, { party, redLine, offer }) => {
		if (position.step !== 'opening') return 'wrongStep';
		if (statements[party] !== undefined) return 'saidTwice';
		const brief = parties.find(({ id }) => id === party)!;
		const isThere = (at: number | null, list: readonly unknown[]) => at === null || at < list.length;
		return isThere(redLine, brief.redLines) && isThere(offer, brief.offers) ? null : 'notInBrief';
	},
	stepEntered: (_summit, state, { step }) => (stepsAfter(state).includes(step) ? null : 'doesNotFollow'),
	paused: () => null,
	resumed: () => null,
	caucusOpened: (_summit, { position }) => (position.step === 'caucus' ? null : 'wrongStep'),
	textChanged: (summit, state, { by, edits, through }) => {
		if (editsFault(summit, state.text, edits, by) !== null) return 'textCannotBe';
		if (through === null) return by === AUDIENCE || mayAlone(state.text, edits, by) ? null : 'textCannotBe';
		const amendment = amendmentOf(state, through);
		if (amendment?.state !== 'open') return 'unknownAmendment';
		return isAdopted(state.text, amendment, summit.parties.length) ? null : 'textCannotBe';
	},
	amendmentMoved: (summit, state, { amendment, by, edits }) => {
		if (amendmentOf(state, amendment) !== undefined) return 'saidTwice';
		return editsFault(summit, state.text, edits, by) === null ? null : 'textCannotBe';
	},
	amendmentOvertaken: (summit, state, { amendment, by, because, measure }) => {
		const found = amendmentOf(state, amendment);
		if (found?.state !== 'open' || found.by !== by) return 'unknownAmendment';
		const why = overtakenBy(summit, state.text, found);
		return why?.because === because && why.measure === measure ? null : 'reasonCannotBe';
	},
	answered: (summit, state, { amendment, party, because }) => {
		const found = amendmentOf(state, amendment);
		if (found?.state !== 'open' || found.by === party) return 'unknownAmendment';
		return reasonFault(summit, party, because) === null ? null : 'reasonCannotBe';
	},
	disclosed: (_summit, state, { amendment }) => {
		const found = amendmentOf(state, amendment);
		return found !== undefined && found.to !== null ? null : 'unknownAmendment';
	},
	pledged: ({ measures }, _state, { measure }) =>
		measure === null || measures.some(({ id }) => id === measure) ? null : 'unknownMeasure',
	stanceTaken: (summit, _state, { party, because }) =>
		reasonFault(summit, party, because) === null ? null : 'reasonCannotBe',
	leant: (summit, { position, text }, { party, unless }) => {
		if (position.step !== 'poll') return 'wrongStep';
		return unless === null || editsFault(summit, text, unless, party) === null ? null : 'textCannotBe';
	},
	voted: (_summit, { position, votes }, { party }) => {
		if (position.step !== 'ballot') return 'wrongStep';
		return votes[party] === undefined ? null : 'saidTwice';
	},
	trustMoved: () => null,
	ballotClosed: (summit, state, { result }) => {
		if (state.position.step !== 'ballot' || state.result !== null) return 'wrongStep';
		const counted = resultOf(summit, state.text, state.votes, audienceVote(state));
		return isSameResult(counted, result) ? null : 'otherResult';
	}
};

/** Whatever the order of their keys. */
function isSameResult(a: Result, b: Result): boolean {
	const text = (result: Result) =>
		JSON.stringify(readSummitEvent({ type: 'ballotClosed', result } as SummitEvent));
	return text(a) === text(b);
}

/** Why `event` cannot follow what led to `state`; null: it can. */
export function summitEventFault(summit: Summit, state: SummitState, event: SummitEvent): SummitFault | null {
	if (event.type !== 'summitOpened' && !isOpened(state)) return 'notOpened';
	// What was agreed can be looked at after other months than was thought.
	if (event.type !== 'monthsChosen') {
		if (isEnd(state.position.step)) return 'afterItsEnd';
		if (state.result !== null && event.type !== 'stepEntered') return 'afterItsEnd';
	}
	if (!partiesIn(event).every((id) => summit.parties.some((party) => party.id === id))) return 'unknownParty';
	const check = CHECKS[event.type] as Check<SummitEventType>;
	return check(summit, state, event as never);
}

/** Every party that an event names as one of those who meet. */
function partiesIn(event: SummitEvent): readonly string[] {
	switch (event.type) {
		case 'summitOpened':
			return [...Object.keys(event.chairs), ...Object.keys(event.teams ?? {})];
		case 'textChanged':
			return event.by === AUDIENCE ? [] : [event.by];
		case 'amendmentMoved':
			return [event.by, ...(event.to ?? [])];
		case 'caucusOpened':
			return event.members;
		case 'trustMoved':
			return [event.who, event.whom];
		case 'pledged':
			return [event.by, event.to];
		default:
			if ('party' in event) return [event.party];
			return 'by' in event ? [event.by] : [];
	}
}

/** Where the chart can go from here; how many polls and rounds are left the commands have counted. */
function stepsAfter({ position, result }: SummitState): string[] {
	const facts = { pollsLeft: 1, roundsLeft: 1 };
	if (position.step === 'ballot') return result === null ? [] : [result.end];
	return SUMMIT_EVENTS.flatMap((type) => {
		const next = nextPosition(position, { type }, facts);
		return next === undefined ? [] : [next.step];
	});
}
