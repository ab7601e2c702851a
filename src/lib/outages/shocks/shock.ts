import type { HostClass, Model, Release, Setting } from '../../sim/model.ts';
import type { Spread } from './spread.ts';

/** What is drawn for every shock, whatever its kind: numbers between 0 and 1 that all compared worlds share. */
export const DRAWS = [
	'minute',
	'vendor',
	'reach',
	'detection',
	'difficulty',
	'decision',
	'caught',
	'duty',
	'place'
] as const;
export type DrawName = (typeof DRAWS)[number];

/** One shock of the family: what happens to every world alike. */
export interface Shock {
	readonly kind: string;
	/** Its number among those of its kind. */
	readonly number: number;
	readonly draws: Readonly<Record<DrawName, number>>;
	/** The text that the draws inside of the world stand for. */
	readonly seed: string;
}

/** What a kind of shock makes of its draws. */
export interface Hit {
	readonly defect: Release['defect'];
	/** What else its release does, or whom it is for. */
	readonly release?: Pick<Release, 'toEveryHost' | 'expires' | 'dormantUntilMin' | 'classes' | 'countries'>;
	/** In force from the start, after those of the world. Vendors are those whose release it is. */
	readonly settings: readonly Setting[];
	/** Minutes from the release until customers tell the vendor, if it has not noticed by itself. */
	readonly detectionMin: number;
	/** Minutes from then on until it takes the release back, or has an answer to an attack. */
	readonly decisionMin: number;
	/**
	 * - `release`: by the ordinary way of releases, with rings and gates in its way.
	 * - `past`: past all of these, at one minute.
	 * - `unreleased`: by itself at one minute; nobody outside can stop what nobody released.
	 * - `attack`: from attackers; what goes the ordinary way is the answer to them.
	 */
	readonly comes: 'release' | 'past' | 'unreleased' | 'attack';
}

/** A kind of shock: one entry of the family. */
export interface ShockKind {
	readonly id: string;
	/** Whose release it is: a vendor by its share of hosts, or the platform owner's own agent. */
	readonly by: 'anyVendor' | 'platformOwner';
	/** The stated distributions: what is drawn, in minutes, hosts or shares. */
	readonly spreads: {
		readonly reach: Spread;
		readonly detectionMin: Spread;
		readonly decisionMin: Spread;
		readonly difficulty: Spread;
	};
	/** What it makes of its draws, in the world that it strikes. */
	readonly hit: (shock: Shock, model: Model) => Hit;
}

/** A setting for the whole world. */
export function everywhere(parameter: string, value: number, hostClass?: HostClass): Setting {
	return {
		parameter,
		scope: { kind: 'world' },
		value,
		...(hostClass !== undefined && { hostClass })
	};
}

/** A setting that multiplies what is in force everywhere. */
export function times(parameter: string, factor: number): Setting {
	return { parameter, scope: { kind: 'world' }, value: factor, multiplies: true };
}
