import type { ServiceValues } from './service-values.ts';
import { REFUSED } from '../table/compile.ts';
import { serviceTable } from '../table/tables.ts';
import { NEVER, type World } from '../world/world.ts';

const OWED = serviceTable('workOwed');
const CLEAR = serviceTable('nothingOwed');
/** Indices of the chart's events and states, looked up once: the loop steps millions of services. */
const EVENT = OWED.event;
const EVENTS = OWED.events.length;
const BACKLOG = OWED.state.backlog;
const DAY_MIN = 1440;
const DAY_HOURS = 24;

/** A level this close to whole, and a backlog below this part of a day's work, are over. */
export const WHOLE = 0.9995;
const LEFTOVER_DAYS = 0.0005;

/**
 * Share of a service that is lost when a (weighted) share `down` of its hosts is: 0 at 0, 1 at 1, steepest around
 * `halfDown`. A Hill curve with exponent 2, assumed; a service tolerates a few losses, then fails quickly.
 */
export function degradation(down: number, halfDown: number): number {
	const d2 = down * down;
	const c2 = halfDown * halfDown;
	return (d2 * (1 + c2)) / (d2 + c2);
}

/**
 * Advances the service of a site by `stepMin` up to `minute`, given the weighted share of its hosts that is down, the
 * cap that what it depends on leaves, and the units demanded in the step; work that waits, work lost and losses
 * follow. Returns whether the service is whole again: nothing is missing and nothing waits.
 */
export function stepService(
	world: World,
	values: ServiceValues,
	site: number,
	minute: number,
	stepMin: number,
	down: number,
	cap: number,
	demandUnits: number
): boolean {
	const group = world.model.sites.group[site]!;
	const target = Math.min(cap, 1 - degradation(down, values.halfDownShare[group]!));
	const before = world.level[site]!;
	const level = target <= before ? target : before + (target - before) * values.restart[group]!;
	world.level[site] = level;

	const whole = level >= WHOLE && cap >= WHOLE;
	const short = !whole && level < values.normalAbove;
	if (!short) world.shortSinceMin[site] = NEVER;
	else if (world.shortSinceMin[site] === NEVER) world.shortSinceMin[site] = minute - stepMin;
	const manual =
		short &&
		values.manualShare[group]! > level &&
		minute - world.shortSinceMin[site]! >= values.manualSetupMin[group]!;
	const working = manual ? values.manualShare[group]! : level;

	const unitsPerDay = world.model.sites.unitsPerDay[site]!;
	const backlog = world.backlogUnits[site]!;
	const half = (unitsPerDay / DAY_HOURS) * values.disruptionHours[group]!;
	const outOfPlace = backlog > 0 ? (values.disruption[group]! * backlog) / (backlog + half) : 0;
	const output = working * (1 - outOfPlace);

	// Demand that is turned away in good time does not wait and needs no work: the capacity left works off backlog.
	const shed = values.shedShare[group]!;
	const turnedAway = demandUnits * shed;
	const unmet = demandUnits * Math.max(0, 1 - output - shed);
	const freed = demandUnits * Math.max(0, output + shed - 1);
	const deferred = unmet * values.deferShare[group]!;
	const capacity = ((unitsPerDay * stepMin) / DAY_MIN) * values.slackShare[group]! * output + freed;
	const cleared = Math.min(backlog, capacity);
	const givenUp = (backlog - cleared) * values.givesUp[group]!;
	const lost = unmet - deferred + givenUp;
	const waiting = backlog + deferred - cleared - givenUp;
	world.lostUnits[site]! += lost + turnedAway;
	world.lossCents[site]! += cents(
		lost * values.lossPerUnitUsd[group]! +
			deferred * values.delayPerUnitUsd[group]! +
			turnedAway * values.shedPerUnitUsd[group]!
	);

	const owed = waiting > unitsPerDay * LEFTOVER_DAYS;
	world.backlogUnits[site] = owed ? waiting : 0;
	moveChart(world, site, serviceEvent(world.service[site]!, values, manual, output, short, owed), owed);
	const settled = whole && !owed;
	if (settled) world.level[site] = 1;
	world.output[site] = settled ? 1 : Math.min(output, 1 - shed);
	return settled;
}

function serviceEvent(
	state: number,
	values: ServiceValues,
	manual: boolean,
	output: number,
	short: boolean,
	owed: boolean
): number {
	if (manual) return EVENT.GO_MANUAL;
	if (output < values.downBelow) return EVENT.COLLAPSE;
	if (short) return EVENT.DEGRADE;
	return state === BACKLOG && !owed ? EVENT.BACKLOG_CLEARED : EVENT.RESTORE;
}

/** The chart refuses what is already so: a service that is down cannot collapse, a normal one needs no restoring. */
function moveChart(world: World, site: number, event: number, owed: boolean): void {
	const to = (owed ? OWED : CLEAR).next[world.service[site]! * EVENTS + event]!;
	if (to !== REFUSED) world.service[site] = to;
}

/** Whole cents of an amount in dollars. */
export function cents(usd: number): number {
	return Math.floor(usd * 100 + 0.5);
}
