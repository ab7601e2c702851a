import type { Model } from '../../sim/model.ts';
import { hostsInOther, isolatedAt, otherDownAt } from '../../sim/other-defects/columns.ts';
import { CELL_STRIDE, COMPROMISED, downAt } from '../../sim/world/columns.ts';
import { MINUTE, type World } from '../../sim/world/world.ts';

/** A city, with all its hosts of every organisation. */
export interface Place {
	readonly name: string;
	readonly lng: number;
	readonly lat: number;
	readonly hosts: number;
}

/** One shock in one world, minute by minute. Plain data. All lists but that of places are by minute. */
export interface ShockCourse {
	/** Id of the vendor whose release it was. */
	readonly vendor: string;
	/** Found before it shipped: nothing happened. */
	readonly isCaught: boolean;
	readonly places: readonly Place[];
	readonly minutes: readonly number[];
	/** Hosts of the whole world that are out of order: down, cut off, or in an attacker's hands. */
	readonly outOfOrder: readonly number[];
	readonly lossUsd: readonly number[];
	/** For each place one digit of {@link DIGITS}: what share of its hosts is out of order, see {@link sharesOf}. */
	readonly byPlace: readonly string[];
}

/** As many as can be told apart on a small map: the largest. */
const PLACES_MOST = 72;
/** Digits that JSON leaves alone. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LAST_DIGIT = DIGITS.length - 1;

/** The largest cities of a scenario, the same in all its worlds; `metros`: the index of each in the model. */
export interface Places {
	readonly all: readonly Place[];
	readonly metros: readonly number[];
}

export function placesOf(model: Model): Places {
	const { cells, sites } = model;
	const hosts = new Map<number, number>();
	for (let cell = 0; cell < cells.count; cell++) {
		const metro = sites.metro[cells.site[cell]!]!;
		hosts.set(metro, (hosts.get(metro) ?? 0) + cells.hosts[cell]!);
	}
	const largest = [...hosts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PLACES_MOST);
	return {
		metros: largest.map(([metro]) => metro),
		all: largest.map(([metro, count]) => {
			const { name, lng, lat } = model.metros[metro]!;
			return { name, lng, lat, hosts: count };
		})
	};
}

/** Takes down how one shock goes. */
export class CourseTaker {
	readonly #places: Places;
	readonly #minutes: number[] = [];
	readonly #outOfOrder: number[] = [];
	readonly #lossUsd: number[] = [];
	readonly #byPlace: string[] = [];
	/** By metro of the model; undefined: it is none of the places. */
	readonly #placeOf: readonly (number | undefined)[];

	constructor(places: Places) {
		this.#places = places;
		const placeOf: number[] = [];
		for (const [place, metro] of places.metros.entries()) placeOf[metro] = place;
		this.#placeOf = placeOf;
	}

	look(world: World): void {
		const { cells, sites } = world.model;
		const out = this.#places.all.map(() => 0);
		let all = 0;
		for (let cell = 0; cell < cells.count; cell++) {
			const hosts = outOfOrderIn(world, cell);
			if (hosts === 0) continue;
			all += hosts;
			const place = this.#placeOf[sites.metro[cells.site[cell]!]!];
			if (place !== undefined) out[place]! += hosts;
		}
		this.#minutes.push(world.clock[MINUTE]!);
		this.#outOfOrder.push(all);
		this.#lossUsd.push(Math.round(world.lossCents.reduce((sum, one) => sum + one, 0) / 100));
		this.#byPlace.push(out.map((hosts, place) => digitOf(hosts, this.#places.all[place]!.hosts)).join(''));
	}

	course(vendor: string): ShockCourse {
		return {
			...{ vendor, isCaught: false, places: this.#places.all, minutes: this.#minutes },
			...{ outOfOrder: this.#outOfOrder, lossUsd: this.#lossUsd, byPlace: this.#byPlace }
		};
	}
}

/** The course of a shock that was found before it shipped. */
export function quietCourse(vendor: string, { all: places }: Places): ShockCourse {
	const byPlace = [places.map(() => DIGITS[0]!).join('')];
	return { vendor, isCaught: true, places, minutes: [0], outOfOrder: [0], lossUsd: [0], byPlace };
}

function outOfOrderIn(world: World, cell: number): number {
	const at = cell * CELL_STRIDE;
	const down = downAt(world.counts, at) + world.counts[at + COMPROMISED]!;
	return down + isolatedAt(world, cell) + otherDownAt(world, cell) + hostsInOther(world, cell, 'implanted');
}

/** By the root of their share, as dots are drawn by area: a few hosts of many are more than none, and far from all. */
function digitOf(hosts: number, of: number): string {
	if (hosts <= 0) return DIGITS[0]!;
	return DIGITS[Math.max(1, Math.min(LAST_DIGIT, Math.round(Math.sqrt(hosts / of) * LAST_DIGIT)))]!;
}

/** Shares, from 0 to 1, that digits stand for. */
export function sharesOf(digits: string): number[] {
	return Array.from(digits, (digit) => {
		const root = DIGITS.indexOf(digit) / LAST_DIGIT;
		return root * root;
	});
}
