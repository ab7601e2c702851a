import * as v from 'valibot';
import { closed, FactId, Id, Line, list, Localized, PointInTime } from './basic.ts';
import { EffectEntry } from './setting.ts';

const Quantity = v.union([v.number(), v.pipe(v.string(), v.minLength(1), v.maxLength(400))]);

/** Something known from a source. `verified` is false where it stands in secondary sources only. */
export const FactEntry = closed({
	id: FactId,
	quantity: v.pipe(v.string(), v.maxLength(400)),
	value: Quantity,
	unit: v.optional(v.string()),
	low: v.optional(Quantity),
	high: v.optional(Quantity),
	source: v.pipe(v.string(), v.minLength(1), v.maxLength(600)),
	/** The copy that was read where the source itself was not; it is not shown. */
	readAt: v.optional(v.pipe(v.string(), v.maxLength(600))),
	verified: v.optional(v.boolean(), true),
	note: v.optional(v.pipe(v.string(), v.maxLength(600)))
});

/** What a role did, when: as one of its decisions, or as levers set, or (in words alone) without effect on the model. */
const ActEntry = closed({
	id: v.optional(Id),
	at: PointInTime,
	/** Left out: somebody outside the exercise. */
	role: v.optional(Id),
	does: Localized,
	decision: v.optional(Id),
	set: v.optional(list(EffectEntry, 20)),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});

/** A figure of the record to hold the model against. */
const MeasuredEntry = closed({
	id: Id,
	quantity: Localized,
	value: v.number(),
	unit: Line,
	low: v.optional(v.number()),
	high: v.optional(v.number()),
	at: v.optional(PointInTime),
	/** Whether the model was fitted to it; otherwise it was left out to test the model. */
	fitted: v.optional(v.boolean(), false),
	/**
	 * Whether it was known how the model does on it when assumptions that move it were added to what a fit draws: it is
	 * no longer a blind prediction.
	 */
	seen: v.optional(v.boolean(), false),
	/** How the figure is read off a run. */
	reading: v.optional(Localized),
	facts: v.pipe(list(FactId, 20), v.minLength(1))
});

export const RecordEntry = closed({
	acts: v.optional(list(ActEntry, 200), []),
	measured: v.optional(list(MeasuredEntry, 200), [])
});
