import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import type { Summit } from '../../scenario/summit.ts';
import { ASKED, AUDIENCE, type SummitEvent } from '../log/events.ts';
import { AUDIENCE_WEIGHT } from '../state.ts';
import { editsFault } from './check-edits.ts';
import { textChange } from './overtaken.ts';
import { refuse } from './refusals.ts';
import { FACILITATORS, summitRule, type SummitRoom } from './rule.ts';

/** More votes than this and the parties would be an audience themselves. */
export const WEIGHT_MOST = 6;
export const weightField = v.pipe(
	v.number(),
	v.integer('notWhole'),
	v.minValue(0, 'tooSmall'),
	v.maxValue(WEIGHT_MOST, 'tooLarge')
);

/** Says how many votes what the audience says counts as; 0: it is heard, and nothing follows. */
export const weighAudience = summitRule({
	type: 'weighAudience',
	payload: v.strictObject({ weight: weightField }),
	senders: FACILITATORS,
	steps: ['opening', 'tabling', 'bargaining', 'caucus', 'poll', 'ballot'],
	decide: (_room, { weight }) => ({ events: [{ type: 'audienceWeighed', weight }] })
});

/**
 * Takes in what won in a vote of the audience. Asked whether to ratify, it is so many votes in the ballot over this very
 * text; a measure enters the text in its name; whom it believes the parties believe a little more.
 */
export const hearAudience = summitRule({
	type: 'hearAudience',
	payload: v.strictObject({ ballot: idField, asked: v.picklist(ASKED), choice: v.nullable(idField) }),
	senders: FACILITATORS,
	steps: ['tabling', 'bargaining', 'caucus', 'poll', 'ballot'],
	decide: (room, { ballot, asked, choice }) => {
		const { summit, state } = room;
		if (!isChoice(summit, asked, choice)) return refuse('unknownChoice', { choice: choice ?? '' });
		const weight = state.audienceWeight;
		const heard: SummitEvent = { type: 'audienceHeard', ballot, asked, choice, weight };
		return { events: [heard, ...(choice === null ? [] : follows(room, asked, choice, weight))] };
	}
});

/** Whether this can be the answer to what the audience was asked. */
export function isChoice(summit: Summit, asked: (typeof ASKED)[number], choice: string | null): boolean {
	if (choice === null) return true;
	if (asked === 'ratify') return choice === 'yes' || choice === 'no';
	const known = asked === 'measure' ? summit.measures : summit.parties;
	return known.some(({ id }) => id === choice);
}

/** What follows of it at once; of a vote over the whole text nothing does before the ballot is counted. */
function follows(
	room: SummitRoom,
	asked: (typeof ASKED)[number],
	choice: string,
	weight: number
): SummitEvent[] {
	const { summit, state } = room;
	if (weight === 0 || asked === 'ratify') return [];
	if (asked === 'measure') {
		const edits = [{ kind: 'add' as const, measure: choice }];
		// In the poll and the ballot the text stands; what cannot be in it is only heard.
		const mayChange = state.position.step !== 'poll' && state.position.step !== 'ballot';
		if (!mayChange || editsFault(summit, state.text, edits, AUDIENCE) !== null) return [];
		return textChange(room, { by: AUDIENCE, edits, through: null });
	}
	const step = (summit.rules.atTheTable.kept * weight) / AUDIENCE_WEIGHT;
	return summit.parties
		.filter(({ id }) => id !== choice)
		.map(({ id }) => ({ type: 'trustMoved', who: id, whom: choice, step, because: 'audience' }));
}
