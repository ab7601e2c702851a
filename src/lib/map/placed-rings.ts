import type { WorldPoint } from './geo/projection.ts';

/** A place with hosts that a release is meant for. */
export interface RingPlace {
	readonly at: WorldPoint;
	/** The weightier of two that would overlap is shown. */
	readonly weight: number;
}

/** One circle at every place, from the inside out. */
export interface PlacedRing {
	/** Minute at which it opened; null: it is still to come. */
	readonly openedMin: number | null;
	/** By place: how far the circle is closed, 0 to 1: the share of the ring's hosts that may take the release. */
	readonly closed: ArrayLike<number>;
}

/** The rings of a release as a map shows them. */
export interface ShownRings {
	readonly places: readonly RingPlace[];
	readonly rings: readonly PlacedRing[];
	/** Not on offer at the moment: drawn in dashes. */
	readonly isStopped: boolean;
}

/** Of a ring's circle: its radius in CSS pixels while markers have their usual size. */
export const radiusOf = (ring: number) => 5.5 + 4 * ring;
