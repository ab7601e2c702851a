import { geoDistance } from 'd3-geo';
import { HOST_STATES } from '../../sim/table/tables.ts';
import { DOWN_MARKERS, MARKER_OF_STATE, MARKERS, type Marker } from '../markers.ts';
import type { Landing } from './landings.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';

/** A city counts as reached by the fix when this share of its hosts that were down is back. */
const BACK_SHARE = 0.05;
/** Fewer hosts down make no city of the fix's way. */
const LEAST_DOWN = 200;
/** The fix comes from the nearest city reached before, if that is near: half a radian is 3,200 km. */
const NEAR_RADIANS = 0.5;
const MOST_STEPS = 10;
const APART_MS = 160;

const STATES = HOST_STATES.length;
const BACK_MARKERS: readonly Marker[] = ['recovered', 'unprotected'];
const statesOf = (markers: readonly Marker[]) =>
	HOST_STATES.flatMap((_, state) => (markers.includes(MARKERS[MARKER_OF_STATE[state]!]!) ? [state] : []));

/** Finds the order in which cities get their hosts back: the way the fix walks. Going back in time forgets. */
export class Walks {
	readonly #world: MapWorld;
	readonly #mostDown: Float64Array;
	readonly #reachedMin: Float64Array;
	readonly #down: Float64Array;
	readonly #back: Float64Array;
	#fresh: number[] = [];
	#minute = 0;

	constructor(world: MapWorld) {
		this.#world = world;
		this.#mostDown = new Float64Array(world.metros.length);
		this.#reachedMin = new Float64Array(world.metros.length).fill(Infinity);
		this.#down = new Float64Array(world.metros.length);
		this.#back = new Float64Array(world.metros.length);
	}

	/** True when the fix has reached another city. A jump over more than two hours is not shown as a walk. */
	see({ minute, counts }: MapFrame, before: MapFrame | null): boolean {
		const { cells, metros } = this.#world;
		if (minute < this.#minute) {
			this.#mostDown.fill(0);
			for (let m = 0; m < metros.length; m++)
				if (this.#reachedMin[m]! > minute) this.#reachedMin[m] = Infinity;
		}
		this.#minute = minute;
		this.#fresh = [];
		const [down, back] = [this.#down, this.#back];
		countByMetro(cells, counts, down, back);
		const isStep = before !== null && minute > before.minute && minute - before.minute <= 120;
		for (let metro = 0; metro < metros.length; metro++) {
			const hit = (this.#mostDown[metro] = Math.max(this.#mostDown[metro]!, down[metro]! + back[metro]!));
			if (this.#reachedMin[metro] !== Infinity || hit < LEAST_DOWN || back[metro]! < hit * BACK_SHARE)
				continue;
			this.#reachedMin[metro] = minute;
			if (isStep) this.#fresh.push(metro);
		}
		return this.#fresh.length > 0;
	}

	/** The last frame's steps, the largest cities first; where no city near was reached before, only the ring. */
	take(): Landing[] {
		const { metros } = this.#world;
		const largest = this.#fresh.sort((a, b) => this.#mostDown[b]! - this.#mostDown[a]!).slice(0, MOST_STEPS);
		const fresh = new Set(this.#fresh);
		this.#fresh = [];
		return largest.map((metro, i) => {
			const { lng, lat } = metros[metro]!;
			let from: readonly [number, number] | null = null;
			let least = NEAR_RADIANS;
			metros.forEach((other, index) => {
				if (this.#reachedMin[index] === Infinity || fresh.has(index)) return;
				const distance = geoDistance([lng, lat], [other.lng, other.lat]);
				if (distance < least) [from, least] = [[other.lng, other.lat], distance];
			});
			return { from, to: [lng, lat], delayMs: i * APART_MS };
		});
	}
}

const [D0, D1, D2, D3, ...moreDown] = statesOf(DOWN_MARKERS) as [number, number, number, number];
const [B0, B1, B2, ...moreBack] = statesOf(BACK_MARKERS) as [number, number, number];
if (moreDown.length + moreBack.length > 0) throw new Error('the loop below leaves out a state of hosts');

/** Hosts down and hosts back, by metro. Written out: it runs over every cell for every frame. */
function countByMetro(
	{ count, metro }: MapWorld['cells'],
	counts: Int32Array,
	down: Float64Array,
	back: Float64Array
): void {
	down.fill(0);
	back.fill(0);
	for (let cell = 0, at = 0; cell < count; cell++, at += STATES) {
		const to = metro[cell]!;
		down[to]! += counts[at + D0]! + counts[at + D1]! + counts[at + D2]! + counts[at + D3]!;
		back[to]! += counts[at + B0]! + counts[at + B1]! + counts[at + B2]!;
	}
}
