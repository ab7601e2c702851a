import * as v from 'valibot';
import { reasonFault } from './check-reason.ts';
import { COMMON_OUTCOMES, PRIVATE_OUTCOMES } from '../../scenario/schema/summit.ts';
import type { SummitEvent } from '../log/events.ts';
import { placeField, reasonField } from './fields.ts';
import { refuse } from './refusals.ts';
import { CHAIRS, FACILITATORS, moved, speaker, summitRule } from './rule.ts';

/** Says what a party cares about, and what it chooses to tell of its brief. With the last one, tabling begins. */
export const makeStatement = summitRule({
	type: 'makeStatement',
	payload: v.strictObject({
		interests: v.pipe(
			v.array(v.picklist([...COMMON_OUTCOMES, ...PRIVATE_OUTCOMES, 'money'])),
			v.maxLength(3, 'tooMany')
		),
		redLine: placeField,
		offer: placeField
	}),
	senders: CHAIRS,
	steps: ['opening'],
	decide: (room, { interests, redLine, offer }, by) => {
		const party = speaker(by);
		const { summit, state } = room;
		if (state.statements[party] !== undefined) return refuse('alreadyStated', { party });
		const brief = summit.parties.find(({ id }) => id === party)!;
		const isThere = (at: number | null, list: readonly unknown[]) => at === null || at < list.length;
		if (!isThere(redLine, brief.redLines) || !isThere(offer, brief.offers)) return refuse('notInBrief', {});
		const said: SummitEvent = { type: 'statementMade', party, interests, redLine, offer };
		const all = Object.keys(state.statements).length + 1 === summit.parties.length;
		if (!all) return { events: [said] };
		const next = moved(room, 'ALL_STATED');
		return 'refusal' in next ? next : { events: [said, ...next.events] };
	}
});

/** Goes on to what is tabled; whoever has said nothing by then says nothing. */
export const endOpening = summitRule({
	type: 'endOpening',
	payload: v.strictObject({}),
	senders: FACILITATORS,
	steps: ['opening'],
	decide: (room) => {
		const silent = room.summit.parties.filter(({ id }) => room.state.statements[id] === undefined);
		const said = silent.map(({ id }): SummitEvent => ({
			type: 'statementMade',
			party: id,
			interests: [],
			redLine: null,
			offer: null
		}));
		const next = moved(room, 'ALL_STATED');
		return 'refusal' in next ? next : { events: [...said, ...next.events] };
	}
});

/** Says in public whether a party could live with the text as it stands, and what is worst in it. */
export const takeStance = summitRule({
	type: 'takeStance',
	payload: v.strictObject({ isContent: v.boolean(), because: reasonField }),
	senders: CHAIRS,
	steps: ['bargaining', 'caucus'],
	decide: ({ summit }, { isContent, because }, by) => {
		const party = speaker(by);
		const fault = reasonFault(summit, party, because);
		return fault ?? { events: [{ type: 'stanceTaken', party, isContent, because }] };
	}
});
