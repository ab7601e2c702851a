import { hourOfDay, localWeekMinute } from './activity.ts';
import {
	CELL_STRIDE,
	COMPROMISED,
	CRASHED,
	UNDER_REPAIR,
	WAITING_FOR_HANDS,
	WAITING_FOR_KEY
} from './columns.ts';
import { chanceWithin } from './exact/exp.ts';
import { CLASS_COUNT } from './model.ts';
import { nextState, REFUSED } from './table/compile.ts';
import { serviceTable } from './table/tables.ts';
import { valueAt } from './values.ts';
import { NEVER, type World } from './world.ts';

const OWED = serviceTable('workOwed');
const CLEAR = serviceTable('nothingOwed');
const HOUR_MIN = 60;
const DAY_HOURS = 24;

/** A level this close to whole, and a backlog below this part of a day's work, are over. */
const WHOLE = 0.9995;
const LEFTOVER_DAYS = 0.0005;

/**
 * Share of a service that is lost when a (weighted) share `down` of its hosts is: 0 at 0, 1 at 1, steepest around
 * `halfDown`. A Hill curve with exponent 2, assumed; what it says is that a service stands a few losses and then not.
 */
export function degradation(down: number, halfDown: number): number {
	const d2 = down * down;
	const c2 = halfDown * halfDown;
	return (d2 * (1 + c2)) / (d2 + c2);
}

/** Share of a site's hosts that is down, each class weighted by how critical it is to the service. */
export function weightedDown(world: World, site: number, totals: Float64Array): number {
	const { sites, cells } = world.model;
	const { counts } = world;
	totals.fill(0);
	const end = sites.cellStart[site + 1]!;
	for (let cell = sites.cellStart[site]!; cell < end; cell++) {
		const at = cell * CELL_STRIDE;
		const c = cells.hostClass[cell]!;
		totals[c]! += cells.hosts[cell]!;
		totals[CLASS_COUNT + c]! +=
			counts[at + CRASHED]! +
			counts[at + WAITING_FOR_KEY]! +
			counts[at + WAITING_FOR_HANDS]! +
			counts[at + UNDER_REPAIR]! +
			counts[at + COMPROMISED]!;
	}
	const group = sites.group[site]!;
	let weight = 0;
	let down = 0;
	for (let c = 0; c < CLASS_COUNT; c++) {
		if (totals[c] === 0) continue;
		const critical = valueAt(world, 'service.criticality', group, c);
		weight += critical;
		down += (critical * totals[CLASS_COUNT + c]!) / totals[c]!;
	}
	return weight > 0 ? down / weight : 0;
}

/** What other sectors of the metro leave of a service: the weakest of what it depends on. */
export function dependencyCap(world: World, sector: number, metro: number): number {
	let cap = 1;
	for (const edge of world.model.dependencies) {
		if (edge.sector !== sector) continue;
		const left = 1 - edge.weight * world.shortfall[edge.on * world.model.metros.length + metro]!;
		if (left < cap) cap = left;
	}
	return cap;
}

/** Advances the service of a site by `stepMin` up to `minute`, given its weighted share of hosts down and the cap
 * from what it depends on; work that waits, work lost and losses follow. Returns whether all is well again: nothing is
 * missing and nothing waits. */
export function stepService(
	world: World,
	site: number,
	minute: number,
	stepMin: number,
	down: number,
	cap: number
): boolean {
	const { model } = world;
	const group = model.sites.group[site]!;
	const value = (id: Parameters<typeof valueAt>[1]) => valueAt(world, id, group);

	const target = Math.min(cap, 1 - degradation(down, value('service.halfDownShare')));
	const before = world.level[site]!;
	const level =
		target <= before
			? target
			: before + (target - before) * chanceWithin(stepMin, value('service.restartMin'));
	world.level[site] = level;

	const normalAbove = valueAt(world, 'service.normalAbove', 0);
	if (level >= normalAbove) world.shortSinceMin[site] = NEVER;
	else if (world.shortSinceMin[site] === NEVER) world.shortSinceMin[site] = minute - stepMin;
	const manualShare = value('service.manualShare');
	const manualReady = minute - world.shortSinceMin[site]! >= value('service.manualSetupMin');
	const manual = level < normalAbove && manualShare > level && manualReady;
	const working = manual ? manualShare : level;

	const sector = model.sectors[model.sites.sector[site]!]!;
	const metro = model.metros[model.sites.metro[site]!]!;
	const unitsPerDay = model.sites.unitsPerDay[site]!;
	const hour = hourOfDay(localWeekMinute(model, minute - stepMin, metro.utcOffsetMin));
	const demand = (unitsPerDay * sector.demandByHour[hour]! * stepMin) / HOUR_MIN;
	const backlog = world.backlogUnits[site]!;
	const half = (unitsPerDay / DAY_HOURS) * value('service.disruptionHours');
	const outOfPlace = backlog > 0 ? (value('service.disruption') * backlog) / (backlog + half) : 0;
	const output = working * (1 - outOfPlace);

	const unmet = demand * (1 - output);
	const deferred = unmet * value('service.deferShare');
	const capacity = ((unitsPerDay * stepMin) / (DAY_HOURS * HOUR_MIN)) * value('service.slackShare') * output;
	const cleared = Math.min(backlog, capacity);
	const givenUp = (backlog - cleared) * chanceWithin(stepMin, value('service.patienceMin'));
	const lost = unmet - deferred + givenUp;
	const waiting = backlog + deferred - cleared - givenUp;
	world.lostUnits[site]! += lost;
	world.lossCents[site]! += cents(
		lost * value('service.lossPerUnitUsd') + deferred * value('service.delayPerUnitUsd')
	);

	const owed = waiting > unitsPerDay * LEFTOVER_DAYS;
	world.backlogUnits[site] = owed ? waiting : 0;
	moveChart(world, site, manual, output, level >= normalAbove, owed);
	const settled = !owed && level >= WHOLE && cap >= WHOLE;
	if (settled) world.level[site] = 1;
	world.output[site] = settled ? 1 : output;
	return settled;
}

function moveChart(
	world: World,
	site: number,
	manual: boolean,
	output: number,
	whole: boolean,
	owed: boolean
): void {
	const table = owed ? OWED : CLEAR;
	const from = world.service[site]!;
	const event = manual
		? 'GO_MANUAL'
		: output < valueAt(world, 'service.downBelow', 0)
			? 'COLLAPSE'
			: !whole
				? 'DEGRADE'
				: from === table.state.backlog && !owed
					? 'BACKLOG_CLEARED'
					: 'RESTORE';
	const to = nextState(table, from, event);
	// The chart refuses what is already so: a service that is down cannot collapse, a normal one needs no restoring.
	if (to !== REFUSED) world.service[site] = to;
}

/** Whole cents of an amount in dollars. */
export function cents(usd: number): number {
	return Math.floor(usd * 100 + 0.5);
}
