import * as v from 'valibot';
import type { Summit } from '../../scenario/summit.ts';
import { itemOf } from '../accord/accord.ts';
import type { SummitEvent } from '../log/events.ts';
import type { SummitEventName } from '../negotiation/chart.ts';
import { audienceVote, resultOf, type Result } from '../outcome.ts';
import type { SummitState } from '../state.ts';
import { editsFault } from './check-edits.ts';
import { editsField } from './fields.ts';
import { refuse } from './refusals.ts';
import { CHAIRS, FACILITATORS, moved, speaker, summitRule } from './rule.ts';

const vote = v.picklist(['yes', 'no']);

/** How a party leans, between it and whoever leads; everybody hears how many. */
export const lean = summitRule({
	type: 'lean',
	/** `unless`: the one change that would turn it. */
	payload: v.strictObject({ lean: vote, unless: v.nullable(editsField) }),
	senders: CHAIRS,
	steps: ['poll'],
	decide: ({ summit, state }, { lean, unless }, by) => {
		const party = speaker(by);
		const fault = unless === null ? null : editsFault(summit, state.text, unless, party);
		return fault ?? { events: [{ type: 'leant', party, lean, unless }] };
	}
});

/** Says yes or no to the text, in secret until the ballot closes. It cannot be taken back. */
export const castVote = summitRule({
	type: 'castVote',
	payload: v.strictObject({ vote }),
	senders: CHAIRS,
	steps: ['ballot'],
	decide: ({ state }, { vote }, by) => {
		const party = speaker(by);
		if (state.votes[party] !== undefined) return refuse('alreadyVoted', { party });
		return { events: [{ type: 'voted', party, vote }] };
	}
});

const ENDINGS: Readonly<Record<Result['end'], SummitEventName>> = {
	ratified: 'RATIFY',
	partial: 'AGREE_IN_PART',
	failed: 'FAIL'
};

/** Counts the votes. Whoever has not voted by then has not said yes; the clock waits for nobody. */
export const closeBallot = summitRule({
	type: 'closeBallot',
	payload: v.strictObject({ withoutMissing: v.exactOptional(v.boolean()) }),
	senders: FACILITATORS,
	steps: ['ballot'],
	decide: (room, { withoutMissing }, by) => {
		const { summit, state } = room;
		const waiting = summit.parties.length - Object.keys(state.votes).length;
		if (waiting > 0 && withoutMissing !== true && by.kind !== 'clock') {
			return refuse('notAllVoted', { waiting });
		}
		const result = resultOf(summit, state.text, state.votes, audienceVote(state));
		const next = moved(room, ENDINGS[result.end]);
		if ('refusal' in next) return next;
		const words = [...pledgesKept(summit, state), ...turnedAround(summit, state)];
		return { events: [...words, { type: 'ballotClosed', result }, ...next.events] };
	}
});

/** Whoever kept a pledge is believed more by the one it was given to, and whoever broke it less. */
function pledgesKept({ rules }: Summit, { text, votes }: SummitState): SummitEvent[] {
	const { kept, reversed } = rules.atTheTable;
	return text.pledges.map(({ by, to, promises, measure }) => {
		const isKept =
			promises === 'sayYes' ? votes[by] === 'yes' : measure !== null && itemOf(text, measure) !== undefined;
		return isKept
			? { type: 'trustMoved', who: to, whom: by, step: kept, because: 'kept' }
			: { type: 'trustMoved', who: to, whom: by, step: reversed, because: 'reversed' };
	});
}

/** Whoever called itself content with this very text and then said no is believed less by everybody. */
function turnedAround({ parties, rules }: Summit, { stances, votes, changes }: SummitState): SummitEvent[] {
	return parties.flatMap(({ id }) => {
		const stance = stances[id];
		if (stance?.isContent !== true || stance.atChange !== changes.length || votes[id] !== 'no') return [];
		return parties
			.filter((other) => other.id !== id)
			.map((other): SummitEvent => {
				const step = rules.atTheTable.reversed;
				return { type: 'trustMoved', who: other.id, whom: id, step, because: 'reversed' };
			});
	});
}
