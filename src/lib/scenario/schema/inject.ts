import * as v from 'valibot';
import { closed, ExpressionText, FactId, Flag, Id, Line, list, Localized, PointInTime } from './basic.ts';

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
	/** When it is released; of a contingency or adaptive inject, the earliest time. */
	at: PointInTime,
	/** The last time for a contingency or adaptive inject. */
	until: v.optional(PointInTime),
	kind: v.optional(v.picklist(INJECT_KINDS), 'standard'),
	channel: v.picklist(CHANNELS),
	from: Line,
	/** What a contingency or adaptive inject waits for, as an expression. */
	when: v.optional(ExpressionText),
	/** The world halts when it is released, and a round of decisions opens. */
	stops: v.optional(Flag, false),
	/** Role that gets it; left out: everybody. */
	role: v.optional(Id),
	title: Localized,
	body: Localized,
	/** What the facilitator expects players to do with it. */
	expected: v.optional(Localized),
	/** What follows where nobody answers a message that can be answered. */
	unanswered: v.optional(Localized),
	/** Decisions of its readers that it calls for: it is about them, and makes no sense once they are taken. */
	callsFor: v.optional(list(Id, 10)),
	/** What its text says of the world, as conditions that hold whenever it is released. */
	claims: v.optional(list(ExpressionText, 10)),
	facts: v.optional(list(FactId, 20))
});
