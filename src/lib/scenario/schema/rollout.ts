import * as v from 'valibot';
import { DEFECTS } from '../../sim/model.ts';
import { closed, FactId, Id, Line, list, Localized, Minutes, PointInTime, PositiveShare } from './basic.ts';

export const ReleaseEntry = closed({
	vendor: Id,
	at: PointInTime,
	defect: v.picklist(DEFECTS),
	facts: v.optional(list(FactId, 20))
});

const RingEntry = closed({
	share: PositiveShare,
	bakeMin: Minutes,
	/** Crashes per thousand installs at which the rollout pauses itself; left out: no gate. */
	gatePerMille: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1000)))
});

export const RingPlanEntry = closed({
	id: Id,
	name: v.optional(Localized),
	rings: v.pipe(list(RingEntry, 20), v.minLength(1)),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});
