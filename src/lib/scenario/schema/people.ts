import * as v from 'valibot';
import { byId, closed, Hosts, Id, Line, list, Localized, Share } from './basic.ts';
import { ClassMix } from './fleet.ts';

export const ROLE_KINDS = ['vendor', 'platform', 'customer', 'government', 'table'] as const;

export const RoleEntry = closed({
	id: Id,
	kind: v.picklist(ROLE_KINDS),
	name: Localized,
	text: Localized,
	/** What this role alone is told before the incident. */
	brief: v.optional(Localized),
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
