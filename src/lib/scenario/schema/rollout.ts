import * as v from 'valibot';
import { DEFECTS, OTHER_DEFECTS } from '../../sim/model.ts';
import { HostClassName } from './setting.ts';
import { CountryCode } from './world.ts';
import {
	closed,
	FactId,
	Flag,
	Id,
	Line,
	list,
	Localized,
	Minutes,
	PointInTime,
	PositiveShare
} from './basic.ts';

export const ReleaseEntry = closed({
	vendor: Id,
	at: PointInTime,
	defect: v.picklist([...DEFECTS, ...OTHER_DEFECTS]),
	toEveryHost: v.optional(Flag),
	expires: v.optional(Flag),
	dormantUntil: v.optional(PointInTime),
	classes: v.optional(v.pipe(list(HostClassName, 5), v.minLength(1))),
	countries: v.optional(v.pipe(list(CountryCode, 250), v.minLength(1))),
	ringPlan: v.optional(Id),
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
