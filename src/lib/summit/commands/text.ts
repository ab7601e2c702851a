import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import type { Summit } from '../../scenario/summit.ts';
import { PLEDGES } from '../accord/accord.ts';
import type { Edit } from '../accord/edits.ts';
import { itemOf } from '../accord/accord.ts';
import { mayAlone } from './adoption.ts';
import { editsFault } from './check-edits.ts';
import { editsField, partiesField } from './fields.ts';
import { textChange } from './overtaken.ts';
import { refuse, type SummitRefusal } from './refusals.ts';
import type { Change, SummitState } from '../state.ts';
import { CHAIRS, speaker, summitRule } from './rule.ts';

/** How many measures a party tables before bargaining begins, and in each round after. */
export const TABLED_AT_MOST = 5;
/** How many amendments of one party are open at once. */
export const OPEN_AT_MOST = 4;

/**
 * Changes the text where a party may by itself (it adds a measure, or changes what it tabled), and else puts the change
 * to the others: in public, or in confidence to some.
 */
export const amend = summitRule({
	type: 'amend',
	payload: v.strictObject({ edits: editsField, to: v.nullable(partiesField) }),
	senders: CHAIRS,
	steps: ['tabling', 'bargaining', 'caucus'],
	decide: (room, { edits, to }, sender, command) => {
		const by = speaker(sender);
		const { summit, state } = room;
		const fault = amendFault(summit, state, edits, by, to);
		if (fault !== null) return fault;
		if (to === null && mayAlone(state.text, edits, by)) {
			return { events: textChange(room, { by, edits, through: null }) };
		}
		const stranger = to?.find((id) => !summit.parties.some((party) => party.id === id));
		if (stranger !== undefined) return refuse('unknownParty', { id: stranger });
		const others = to?.filter((id) => id !== by) ?? null;
		if (others?.length === 0) return refuse('unknownParty', { id: by });
		return { events: [{ type: 'amendmentMoved', amendment: command, by, edits, to: others }] };
	}
});

/** What decides whether a party may put changes forward. */
export interface Amendable extends Pick<SummitState, 'text' | 'round' | 'amendments'> {
	readonly changes: readonly Omit<Change, 'text'>[];
}

/** Why a party cannot put these changes forward; null: it can. */
export function amendFault(
	summit: Summit,
	table: Amendable,
	edits: readonly Edit[],
	by: string,
	to: readonly string[] | null = null
): { readonly refusal: SummitRefusal } | null {
	const fault = editsFault(summit, table.text, edits, by);
	if (fault !== null) return fault;
	if (tabledBy(table, by) + edits.filter(({ kind }) => kind === 'add').length > TABLED_AT_MOST) {
		return refuse('tabledEnough', { most: TABLED_AT_MOST });
	}
	if (to === null && mayAlone(table.text, edits, by)) return null;
	const open = table.amendments.filter((one) => one.by === by && one.state === 'open');
	return open.length < OPEN_AT_MOST ? null : refuse('movedEnough', { most: OPEN_AT_MOST });
}

/** Measures that a party has tabled in this round. */
function tabledBy({ changes, round }: Amendable, by: string): number {
	return changes
		.filter((change) => change.by === by && change.round === round && change.through === null)
		.flatMap(({ edits }): readonly Edit[] => edits)
		.filter(({ kind }) => kind === 'add').length;
}

/** Gives a word to another party. */
export const pledge = summitRule({
	type: 'pledge',
	payload: v.strictObject({ to: idField, promises: v.picklist(PLEDGES), measure: v.nullable(idField) }),
	senders: CHAIRS,
	steps: ['tabling', 'bargaining', 'caucus'],
	decide: ({ summit, state }, { to, promises, measure }, sender) => {
		const by = speaker(sender);
		if (to === by) return refuse('pledgedToOneself', {});
		if (!summit.parties.some(({ id }) => id === to)) return refuse('unknownParty', { id: to });
		if (promises === 'keepMeasure' && (measure === null || itemOf(state.text, measure) === undefined)) {
			return refuse('notInText', { measure: measure ?? '' });
		}
		const own = state.text.pledges.filter((one) => one.by === by && one.to === to);
		if (own.some((one) => one.promises === promises && one.measure === measure)) {
			return refuse('alreadyPledged', {});
		}
		if (own.length >= summit.rules.pledge.most) {
			return refuse('pledgedEnough', { most: summit.rules.pledge.most });
		}
		return {
			events: [{ type: 'pledged', by, to, promises, measure: promises === 'sayYes' ? null : measure }]
		};
	}
});
