import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { HOST_STATES, SERVICE_STATES } from '../../sim/table/states.ts';
import { coarseCounts, type CoarseMap } from './coarse-map.ts';
import type { MapFacts } from './map-facts.ts';

/**
 * The numbers of a picture as one array: hosts by state and cell, services by state and place, outputs by place. All of one
 * kind stand side by side: where they are alike, and where they change alike, they take least. Hosts to which nothing has
 * happened are nought: they are what is left of a cell.
 */
export type MapNumbers = Int32Array;

/** Outputs are told in so many steps; one more stands for "there is no service". */
const OUTPUT_STEPS = 250;
const NO_SERVICE = OUTPUT_STEPS + 1;
const STATES = HOST_STATES.length;
const SERVICES = SERVICE_STATES.length;
/** The state whose hosts are told as what is left of a cell. */
const LEFT_OVER = HOST_STATES.indexOf('protected');

export function mapNumbers(coarse: CoarseMap, snapshot: MapSnapshot): MapNumbers {
	const counts = coarseCounts(coarse, snapshot.counts);
	const { services, outputs } = snapshot;
	const { count } = coarse.cells;
	const numbers = new Int32Array(counts.length + services.length + outputs.length);
	for (let cell = 0, at = 0; cell < count; cell++)
		for (let state = 0; state < STATES; state++, at++)
			if (state !== LEFT_OVER) numbers[state * count + cell] = counts[at]!;
	for (let place = 0, at = 0; place < outputs.length; place++)
		for (let state = 0; state < SERVICES; state++, at++)
			numbers[counts.length + state * outputs.length + place] = services[at]!;
	outputs.forEach((output, place) => {
		const told = Number.isNaN(output) ? NO_SERVICE : Math.round(Math.min(1, output) * OUTPUT_STEPS);
		numbers[counts.length + services.length + place] = told;
	});
	return numbers;
}

/** Where each kind of number begins, and how many there are in all. */
export function placesOf({ metros, sectors, cells }: Pick<MapFacts, 'metros' | 'sectors' | 'cells'>) {
	const places = metros.length * sectors.length;
	const services = cells.count * STATES;
	const outputs = services + places * SERVICES;
	return { services, outputs, length: outputs + places };
}

/** The counts, services and outputs that numbers stand for, as a picture of the map has them. */
export function readNumbers(
	facts: MapFacts,
	numbers: MapNumbers
): Pick<MapSnapshot, 'counts' | 'services' | 'outputs'> {
	const at = placesOf(facts);
	const places = at.length - at.outputs;
	const services = new Uint8Array(places * SERVICES);
	for (let place = 0, to = 0; place < places; place++)
		for (let state = 0; state < SERVICES; state++, to++)
			services[to] = numbers[at.services + state * places + place]!;
	const outputs = Float32Array.from(numbers.subarray(at.outputs), (told) =>
		told === NO_SERVICE ? NaN : told / OUTPUT_STEPS
	);
	return { counts: readCounts(facts.cells, numbers), services, outputs };
}

function readCounts({ count, hosts }: MapFacts['cells'], numbers: MapNumbers): Int32Array {
	const counts = new Int32Array(count * STATES);
	for (let cell = 0, first = 0; cell < count; cell++, first += STATES) {
		let left = hosts[cell]!;
		let most = first;
		for (let state = 0; state < STATES; state++) {
			const told = numbers[state * count + cell]!;
			counts[first + state] = told;
			left -= told;
			if (told > counts[most]!) most = first + state;
		}
		// While time passes told numbers are not quite the real ones: they still make up a cell.
		if (left >= 0) counts[first + LEFT_OVER] = left;
		else counts[most]! += left;
	}
	return counts;
}
