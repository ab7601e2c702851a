import * as v from 'valibot';
import {
	Amount,
	byId,
	closed,
	ExpressionText,
	Hosts,
	Id,
	Line,
	list,
	Localized,
	PositiveShare,
	Share
} from './basic.ts';
import { ClassMix } from './fleet.ts';

export const ROLE_KINDS = ['vendor', 'platform', 'customer', 'government', 'table'] as const;

const Points = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1000));

/** Money and points of attention that a role has: before the incident, and from then on. */
const BudgetEntry = closed({
	preparationUsd: Amount,
	/** For the whole of the preparation. */
	preparationAttention: Points,
	/** For the incident and the recovery together. */
	responseUsd: Amount,
	attentionPerRound: Points
});

/** A harm that a role is judged by: less is better. */
const TermEntry = closed({
	id: Id,
	name: Localized,
	unit: Localized,
	/** A number, as an expression: never negative. */
	measure: ExpressionText,
	weight: PositiveShare
});

export const RoleEntry = closed({
	id: Id,
	kind: v.picklist(ROLE_KINDS),
	name: Localized,
	text: Localized,
	/** What this role alone is told before the incident. */
	brief: v.optional(Localized),
	/** What it owns, in words. */
	owns: v.optional(list(Localized, 20), []),
	/** Left out: it may spend what it likes. */
	budget: v.optional(BudgetEntry),
	/** What it is judged by: the terms' weights sum to 1. */
	goal: v.optional(closed({ name: Localized, terms: v.pipe(list(TermEntry, 10), v.minLength(1)) })),
	/** The vendor that a role of kind `vendor` speaks for. */
	vendor: v.optional(Id)
});

export const OrganisationEntry = closed({
	id: Id,
	name: Line,
	text: v.optional(Localized),
	sector: Id,
	/** The role that owns it; without one it is part of the scene. */
	role: v.optional(Id),
	/** Share of its hosts by vendor; sums to 1. */
	vendors: byId(Share),
	sites: v.pipe(list(closed({ metro: Id, hosts: Hosts }), 200), v.minLength(1)),
	/** Left out: as its sector. */
	classMix: v.optional(ClassMix),
	/** Standard normal score of its staffing among its peers: 0 is the median, 1 better staffed than 84 %. */
	staffing: v.optional(v.pipe(v.number(), v.minValue(-4), v.maxValue(4)))
});
