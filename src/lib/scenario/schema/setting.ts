import * as v from 'valibot';
import { HOST_CLASSES } from '../../sim/model.ts';
import { byId, closed, FactId, Line, list, Minutes, notIn } from './basic.ts';

/** A number in the parameter's unit; true or false for a switch; the name of a choice. */
export const ScalarValue = v.union(
	[v.number(), v.boolean(), v.pipe(v.string(), v.minLength(1), v.maxLength(60))],
	notIn('value')
);
export type ScalarValue = v.InferOutput<typeof ScalarValue>;

/** Values by host class, for parameters that are set by class. */
export const ClassValues = closed({
	server: v.optional(v.number()),
	workstation: v.optional(v.number()),
	laptop: v.optional(v.number()),
	kiosk: v.optional(v.number()),
	cloud: v.optional(v.number())
});

export const ParameterValue = v.union([ScalarValue, ClassValues], notIn('valueOrByClass'));
export type ParameterValue = v.InferOutput<typeof ParameterValue>;

/** Whose value: `world` (the default), `vendor:ID`, `sector:ID`, `organisation:ID`, or `own` in a decision. */
export const ScopeText = v.pipe(
	v.string(),
	v.regex(/^(world|own|(vendor|sector|organisation):[a-z0-9-]{1,60})$/, notIn('scope'))
);

export const HostClassName = v.picklist(HOST_CLASSES);
const Bounds = v.tuple([v.number(), v.number()]);

/** What a parameter is, where that comes from, and how far it could be off. */
export const ParameterEntry = closed({
	set: Line,
	value: ParameterValue,
	scope: v.optional(ScopeText),
	class: v.optional(HostClassName),
	/** Sectors whose value differs from `value`. */
	sectors: v.optional(byId(ParameterValue)),
	/** Ids of the facts that the value rests on. */
	facts: v.optional(list(FactId, 20)),
	/** Why this value, where no fact gives it. */
	assumed: v.optional(Line),
	/** Plausible bounds of one number, in its unit. */
	range: v.optional(Bounds),
	/** Plausible bounds of all the entry's numbers, as a factor on each. */
	factor: v.optional(Bounds),
	/** Plausible choices of a parameter that is one of several names. */
	either: v.optional(list(Line, 20)),
	note: v.optional(v.pipe(v.string(), v.maxLength(600)))
});
export type ParameterEntry = v.InferOutput<typeof ParameterEntry>;

/** A factor on what is in force, or factors by host class. */
export const Factor = v.union([v.number(), ClassValues], notIn('valueOrByClass'));
export type Factor = v.InferOutput<typeof Factor>;

/** A lever that a decision or a record act sets or multiplies, `after` minutes later. */
export const EffectEntry = closed({
	set: Line,
	/** One of these two. */
	value: v.optional(ParameterValue),
	times: v.optional(Factor),
	scope: v.optional(ScopeText),
	class: v.optional(HostClassName),
	after: v.optional(Minutes)
});
export type EffectEntry = v.InferOutput<typeof EffectEntry>;
