import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import { isOpened } from '../state.ts';
import { CHAIRS_AT_MOST, crowdedTeam } from './chairs.ts';
import { shownBy, trustAfter, trustAtFirst } from '../value/trust.ts';
import { refuse } from './refusals.ts';
import { FACILITATORS, summitRule } from './rule.ts';

const wholeField = v.pipe(
	v.number(),
	v.integer('notWhole'),
	v.minValue(-1_000_000, 'tooSmall'),
	v.maxValue(1_000_000, 'tooLarge')
);

/** Opens the summit after an incident: what was done in it decides who believes whom. */
export const openSummit = summitRule({
	type: 'openSummit',
	payload: v.strictObject({
		/** Who holds each party's chair; bots hold those that are left out. */
		chairs: v.record(idField, v.picklist(['person', 'bot'])),
		/** The team of each chair that people of a room hold. */
		teams: v.exactOptional(v.record(idField, idField)),
		rounds: v.nullable(
			v.pipe(v.number(), v.integer('notWhole'), v.minValue(1, 'tooSmall'), v.maxValue(100, 'tooLarge'))
		),
		acts: v.pipe(
			v.array(v.strictObject({ decision: idField, atMin: wholeField })),
			v.maxLength(10_000, 'tooMany')
		),
		/** When the release went out that the incident is about. */
		releaseMin: wholeField
	}),
	senders: FACILITATORS,
	steps: ['opening'],
	decide: ({ summit, state }, { chairs, teams, rounds, acts, releaseMin }) => {
		if (isOpened(state)) return refuse('alreadyOpened', {});
		const unknown = [...Object.keys(chairs), ...Object.keys(teams ?? {})].find(
			(id) => !summit.parties.some((party) => party.id === id)
		);
		if (unknown !== undefined) return refuse('unknownParty', { id: unknown });
		const full = crowdedTeam(Object.values(teams ?? {}));
		if (full !== undefined) return refuse('chairsEnough', { team: full, most: CHAIRS_AT_MOST });
		const first = trustAtFirst(summit);
		const shown = shownBy(summit, acts, releaseMin);
		const holderOf = (id: string) => chairs[id] ?? (teams?.[id] === undefined ? 'bot' : 'person');
		const all = Object.fromEntries(summit.parties.map(({ id }) => [id, holderOf(id)]));
		const trust = trustAfter(first, shown);
		const opened = { chairs: all, ...(teams !== undefined && { teams }), rounds, shown };
		return { events: [{ type: 'summitOpened', ...opened, trustAtFirst: first, trust }] };
	}
});
