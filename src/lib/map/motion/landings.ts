import type { LngLat } from '../layers/travel-layer.ts';
import { MARKERS } from '../../sim/observe/map/map-markers.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';

/** Something of the update's way to draw: from where (null: only the ring), to where, after how much real time. */
export interface Landing {
	readonly from: LngLat | null;
	readonly to: LngLat;
	readonly delayMs: number;
}

/** Threads explain, many threads hide: the largest metros get one, the others a ring. */
const MOST_THREADS = 9;
const MOST_RINGS = 28;
/** Landings that happen at once are drawn one after another. */
const APART_MS = 70;

/** Markers up to and with this one are of hosts that the update has reached. */
const LAST_REACHED = MARKERS.indexOf('fetching');

/** Finds where the update lands for the first time. Going back in time forgets what lay ahead. */
export class Landings {
	readonly #world: MapWorld;
	readonly #releasedAt: LngLat | null;
	readonly #landedAtMin: Float64Array;
	#fresh: number[] = [];

	constructor(world: MapWorld, releasedAt: LngLat | null) {
		this.#world = world;
		this.#releasedAt = releasedAt;
		this.#landedAtMin = new Float64Array(world.metros.length).fill(Infinity);
	}

	/** True when the update has landed somewhere new. A jump over more than an hour is not shown as a landing. */
	see({ minute, byMetro }: MapFrame, before: MapFrame | null): boolean {
		this.#fresh = [];
		for (let metro = 0; metro < this.#landedAtMin.length; metro++)
			if (this.#landedAtMin[metro]! > minute) this.#landedAtMin[metro] = Infinity;
		const isStep = before !== null && minute > before.minute && minute - before.minute <= 60;
		for (let metro = 0; metro < this.#landedAtMin.length; metro++) {
			if (this.#landedAtMin[metro] !== Infinity) continue;
			for (let marker = 0; marker <= LAST_REACHED; marker++) {
				if (byMetro[metro * MARKERS.length + marker] === 0) continue;
				this.#landedAtMin[metro] = minute;
				if (isStep) this.#fresh.push(metro);
				break;
			}
		}
		return this.#fresh.length > 0;
	}

	/** What to draw of the last frame's landings, the largest metros first. */
	take(): Landing[] {
		const hosts = new Float64Array(this.#world.metros.length);
		const { cells, metros } = this.#world;
		for (let cell = 0; cell < cells.count; cell++) hosts[cells.metro[cell]!]! += cells.hosts[cell]!;
		const largest = this.#fresh.sort((a, b) => hosts[b]! - hosts[a]!).slice(0, MOST_RINGS);
		this.#fresh = [];
		return apart(largest, metros).map((metro, i) => {
			const { lng, lat } = metros[metro]!;
			const from = i < MOST_THREADS ? this.#releasedAt : null;
			return { from, to: [lng, lat], delayMs: i * APART_MS + (from === null ? 900 : 0) };
		});
	}
}

/** Those that do not stand beside one that is already drawn: nine threads into one region explain nothing. */
function apart(order: readonly number[], metros: MapWorld['metros']): number[] {
	const kept: number[] = [];
	const late: number[] = [];
	for (const metro of order) {
		const { lng, lat } = metros[metro]!;
		const near = kept.some((other) => {
			const o = metros[other]!;
			return Math.abs(o.lat - lat) < 12 && Math.abs(o.lng - lng) < 18;
		});
		(near ? late : kept).push(metro);
	}
	return [...kept, ...late];
}
