import * as v from 'valibot';
import { closed, FactId, Id, Line, list, Localized, Moment } from './basic.ts';

/** Ways a message reaches players. */
export const CHANNELS = [
	'news',
	'vendorNotice',
	'statusPage',
	'ticket',
	'phoneCall',
	'email',
	'microblog',
	'regulatorLetter'
] as const;

/** HSEEP's kinds of inject. */
export const INJECT_KINDS = ['standard', 'contingency', 'adaptive'] as const;

export const InjectEntry = closed({
	id: Id,
	at: Moment,
	kind: v.optional(v.picklist(INJECT_KINDS), 'standard'),
	channel: v.picklist(CHANNELS),
	from: Line,
	/** Role that gets it; left out: everybody. */
	role: v.optional(Id),
	title: Localized,
	body: Localized,
	/** What the facilitator expects players to do with it. */
	expected: v.optional(Localized),
	facts: v.optional(list(FactId, 20))
});
