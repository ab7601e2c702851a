import { Runner } from '../world/advance.ts';
import { CELL_STRIDE, CRASHED, EVER_CRASHED, UNDER_REPAIR } from '../world/columns.ts';
import type { Model, Order, Scope } from '../model.ts';
import { seedFromText } from '../random/hash.ts';
import { createWorld } from '../world/create-world.ts';
import type { World } from '../world/world.ts';

/** A world and the orders that are given in it. */
export interface Play {
	readonly model: Model;
	readonly orders: readonly Order[];
}

/** An order at a minute, to the whole world unless a scope is given. */
export function order(
	atMin: number,
	parameter: string,
	value: number,
	scope: Scope = { kind: 'world' }
): Order {
	return { atMin, parameter, value, scope };
}

/** Values of the parameter 'rollout.order'. */
export const LIVE = 0;
export const PAUSED = 1;
export const HALTED = 2;
export const ROLLED_BACK = 3;

/** What was done in July 2024, in short: reverted after 78 minutes, a workaround soon after. */
export const REVERTED: readonly Order[] = [
	order(87, 'rollout.order', ROLLED_BACK),
	order(150, 'vendor.workaround', 1)
];

/** The world of a play at a minute, by default at its end. */
export function runPlay({ model, orders }: Play, seed: number | string = 1, untilMin = Infinity): World {
	const world = createWorld(model, seedFromText(seed));
	new Runner(world).advance(orders, untilMin);
	return world;
}

/** Runs a play and calls `each` after every step. */
export function watchPlay(
	{ model, orders }: Play,
	seed: number | string,
	each: (world: World, minute: number) => void
): World {
	const world = createWorld(model, seedFromText(seed));
	const runner = new Runner(world);
	while (runner.minute < model.clock.horizonMin) {
		runner.advance(orders, runner.minute + 1);
		each(world, runner.minute);
	}
	return world;
}

/** Hosts in a column of the cell records, over the cells that `of` picks. */
export function hostsIn(world: World, column: number, of: (cell: number) => boolean = () => true): number {
	let hosts = 0;
	for (let cell = 0; cell < world.model.cells.count; cell++) {
		if (of(cell)) hosts += world.counts[cell * CELL_STRIDE + column]!;
	}
	return hosts;
}

export function crashedIn(world: World, of?: (cell: number) => boolean): number {
	return hostsIn(world, EVER_CRASHED, of);
}

/** Hosts that are down: crashed, waiting, or under repair. */
export function downIn(world: World, of?: (cell: number) => boolean): number {
	let hosts = 0;
	for (let column = CRASHED; column <= UNDER_REPAIR; column++) hosts += hostsIn(world, column, of);
	return hosts;
}

/** Host-minutes down over a whole play. */
export function downHostMinutes(play: Play, seed: number | string, of?: (cell: number) => boolean): number {
	let sum = 0;
	let from = 0;
	watchPlay(play, seed, (world, minute) => {
		sum += downIn(world, of) * (minute - from);
		from = minute;
	});
	return sum;
}

/** The cells of a class. */
export function ofClass({ cells }: Model, hostClass: number): (cell: number) => boolean {
	return (cell) => cells.hostClass[cell] === hostClass;
}

/** The cells of the sites that stand in a metro. */
export function ofMetro({ cells, sites }: Model, metro: number): (cell: number) => boolean {
	return (cell) => sites.metro[cells.site[cell]!] === metro;
}

/** The cells of a site. */
export function ofSite({ cells }: Model, site: number): (cell: number) => boolean {
	return (cell) => cells.site[cell] === site;
}
