import { geoDistance } from 'd3-geo';
import { DOWN_MARKERS, MARKERS } from '../../sim/observe/map/map-markers.ts';
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

const DOWN = DOWN_MARKERS.map((marker) => MARKERS.indexOf(marker));
const BACK = (['recovered', 'unprotected'] as const).map((marker) => MARKERS.indexOf(marker));

/** Finds the order in which cities get their hosts back: the way the fix walks. Going back in time forgets. */
export class Walks {
	readonly #world: MapWorld;
	readonly #mostDown: Float64Array;
	readonly #reachedMin: Float64Array;
	#fresh: number[] = [];
	#minute = 0;

	constructor(world: MapWorld) {
		this.#world = world;
		this.#mostDown = new Float64Array(world.metros.length);
		this.#reachedMin = new Float64Array(world.metros.length).fill(Infinity);
	}

	/** True when the fix has reached another city. A jump over more than two hours is not shown as a walk. */
	see({ minute, byMetro }: MapFrame, before: MapFrame | null): boolean {
		const { metros } = this.#world;
		if (minute < this.#minute) {
			this.#mostDown.fill(0);
			for (let m = 0; m < metros.length; m++)
				if (this.#reachedMin[m]! > minute) this.#reachedMin[m] = Infinity;
		}
		this.#minute = minute;
		this.#fresh = [];
		const isStep = before !== null && minute > before.minute && minute - before.minute <= 120;
		for (let metro = 0; metro < metros.length; metro++) {
			const back = hostsOf(byMetro, metro, BACK);
			const down = hostsOf(byMetro, metro, DOWN);
			const hit = (this.#mostDown[metro] = Math.max(this.#mostDown[metro]!, down + back));
			if (this.#reachedMin[metro] !== Infinity || hit < LEAST_DOWN || back < hit * BACK_SHARE) continue;
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

/** Hosts of a metro that carry one of these markers. */
function hostsOf(byMetro: Int32Array, metro: number, markers: readonly number[]): number {
	let hosts = 0;
	for (const marker of markers) hosts += byMetro[metro * MARKERS.length + marker]!;
	return hosts;
}
