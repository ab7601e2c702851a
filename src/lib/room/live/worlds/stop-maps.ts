import { DOWN_MARKERS, MARKER_OF_STATE, MARKERS } from '../../../sim/observe/map/map-markers.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import type { MapFacts } from '../../map/map-facts.ts';

/** A place at which computers stand that teams answer for. */
export interface TeamPlace {
	readonly name: string;
	readonly lng: number;
	readonly lat: number;
	readonly hosts: number;
}

/** Maps of several worlds at one minute. */
export interface WorldMaps {
	readonly minute: number;
	readonly places: readonly TeamPlace[];
	/** down[world][place]: the share of its computers that are down, in hundredths. */
	readonly down: readonly (readonly number[])[];
}

/** As many places as can be told apart on a small map: the largest. */
const PLACES_MOST = 60;
const STATES = MARKER_OF_STATE.length;
const DOWN_STATES = MARKER_OF_STATE.flatMap((marker, state) =>
	DOWN_MARKERS.includes(MARKERS[marker]!) ? [state] : []
);

/** How each world of a room stood at the stops of its length, at the places that the teams' roles answer for. */
export class StopMaps {
	readonly #stops: ReadonlySet<number>;
	readonly #places: readonly TeamPlace[];
	/** By map cell: its place, or −1. */
	readonly #placeOf: Int16Array;
	/** By world and minute. */
	readonly #down = new Map<string, Map<number, readonly number[]>>();

	/** @param own ids of the organisations of the teams' roles; none: those of all */
	constructor({ cells, metros, organisations }: MapFacts, own: readonly string[], stops: readonly number[]) {
		this.#stops = new Set(stops);
		const isOwn = (cell: number) =>
			own.length === 0 || own.includes(organisations[cells.organisation[cell]!]?.id ?? '');
		const hosts = new Map<number, number>();
		for (let cell = 0; cell < cells.count; cell++) {
			const metro = cells.metro[cell]!;
			if (isOwn(cell)) hosts.set(metro, (hosts.get(metro) ?? 0) + cells.hosts[cell]!);
		}
		const largest = [...hosts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PLACES_MOST);
		this.#places = largest.map(([metro, count]) => {
			const { name, lng, lat } = metros[metro]!;
			return { name, lng, lat, hosts: count };
		});
		const placeOf = new Map(largest.map(([metro], place) => [metro, place]));
		this.#placeOf = Int16Array.from({ length: cells.count }, (_, cell) =>
			isOwn(cell) ? (placeOf.get(cells.metro[cell]!) ?? -1) : -1
		);
	}

	isWanted(world: string, minute: number): boolean {
		return this.#stops.has(minute) && this.#down.get(world)?.has(minute) !== true;
	}

	take(world: string, { minute, counts }: Pick<MapSnapshot, 'minute' | 'counts'>): void {
		const down = this.#places.map(() => 0);
		this.#placeOf.forEach((place, cell) => {
			if (place >= 0) for (const state of DOWN_STATES) down[place]! += counts[cell * STATES + state]!;
		});
		const shares = down.map((hosts, place) => Math.round((100 * hosts) / this.#places[place]!.hosts));
		const known = this.#down.get(world) ?? new Map<number, readonly number[]>();
		this.#down.set(world, known.set(minute, shares));
	}

	/** The stop at which these worlds lie furthest apart; where all are alike, at which most is down. Null: none is known of all. */
	furthestApart(worlds: readonly string[]): WorldMaps | null {
		let best: WorldMaps | null = null;
		let most: readonly [number, number] = [-1, -1];
		for (const minute of [...this.#stops].sort((a, b) => a - b)) {
			const down = worlds.flatMap((world) => {
				const shares = this.#down.get(world)?.get(minute);
				return shares === undefined ? [] : [shares];
			});
			if (down.length < worlds.length || down.length === 0) continue;
			const now = this.#spread(down);
			if (now[0] < most[0] || (now[0] === most[0] && now[1] <= most[1])) continue;
			[best, most] = [{ minute, places: this.#places, down }, now];
		}
		return best;
	}

	/** By how many computers the worlds differ, place by place, and how many are down. */
	#spread(down: readonly (readonly number[])[]): readonly [number, number] {
		let apart = 0;
		let all = 0;
		for (const [place, { hosts }] of this.#places.entries()) {
			const shares = down.map((one) => one[place]!);
			apart += hosts * (Math.max(...shares) - Math.min(...shares));
			all += hosts * shares.reduce((sum, share) => sum + share, 0);
		}
		return [apart, all];
	}
}
