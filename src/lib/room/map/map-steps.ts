import { placesOf, type MapNumbers } from './map-numbers.ts';
import type { MapFacts } from './map-facts.ts';

/**
 * From one picture of a map to the next. While time passes pictures follow each other so fast that nobody reads a number off
 * them: hosts are told in steps of 1/512 of a cell, and outputs where they have moved by more than a hundredth. Where time
 * stands every number is exact.
 */

const SHARES_OF_CELL = 512;
const OUTPUT_MOVES = 3;

type Shape = Pick<MapFacts, 'metros' | 'sectors' | 'cells'>;

/** What leads from what was told to what is, in numbers as small as may be. */
export function stepTo(facts: Shape, told: MapNumbers, real: MapNumbers, isExact: boolean): Int32Array {
	const step = real.map((one, at) => one - told[at]!);
	if (isExact) return step;
	const { services, outputs } = placesOf(facts);
	const shares = sharesOf(facts);
	const { count } = facts.cells;
	for (let at = 0; at < services; at++) step[at] = Math.trunc(step[at]! / shares[at % count]!);
	for (let at = outputs; at < step.length; at++) if (Math.abs(step[at]!) < OUTPUT_MOVES) step[at] = 0;
	return step;
}

/** What is told after a step. */
export function stepped(facts: Shape, told: MapNumbers, step: Int32Array, isExact: boolean): MapNumbers {
	const { services } = placesOf(facts);
	const shares = sharesOf(facts);
	const { count } = facts.cells;
	return told.map((one, at) => one + step[at]! * (isExact || at >= services ? 1 : shares[at % count]!));
}

const known = new WeakMap<Int32Array, Int32Array>();

/** By cell: as many hosts as a step goes by; a small cell is always told exactly. */
function sharesOf({ cells: { hosts } }: Shape): Int32Array {
	let shares = known.get(hosts);
	if (shares === undefined)
		known.set(hosts, (shares = hosts.map((all) => Math.max(1, Math.floor(all / SHARES_OF_CELL)))));
	return shares;
}
