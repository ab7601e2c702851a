import { CELL_STRIDE } from './columns.ts';
import { groupCount, CLASS_COUNT, type Model } from '../model.ts';
import { otherStride } from '../other-defects/columns.ts';
import { controlPlaneFails } from '../other-defects/control-plane.ts';
import type { Seed } from '../random/hash.ts';
import { valueLayout, type ValueLayout } from '../values.ts';

export const TRUSTING = ['public', 'customers', 'government'] as const;

export const NO_ORDER = -1;

/** No minute: later than any horizon. */
export const NEVER = 0x7fffffff;

/**
 * Everything that changes while a world runs, as views on one buffer: a snapshot is a copy of the buffer, and the
 * state hash is a hash of its words. What can be derived from it is not in it.
 */
export interface World {
	readonly model: Model;
	readonly seed: Seed;
	readonly layout: ValueLayout;
	readonly buffer: ArrayBuffer;

	/** Parameter values, by {@link ValueLayout}. */
	readonly values: Float64Array;
	/** By site: technical level of the service (1 is whole), waiting units, units never delivered, losses. */
	readonly level: Float64Array;
	/** By site: share of demand that is met, manual procedures and disruption counted. */
	readonly output: Float64Array;
	readonly backlogUnits: Float64Array;
	readonly lostUnits: Float64Array;
	readonly lossCents: Float64Array;
	/** By sector and metro: output that is missing, as a share, at the last service step. */
	readonly shortfall: Float64Array;
	/** By release, group and class: share of the vendor's hosts that rings have reached. */
	readonly openedShare: Float64Array;
	/** By release: installs and crashes, true and as the vendor sees them; crashes whose silence has been noted. */
	readonly installs: Float64Array;
	readonly crashes: Float64Array;
	readonly silentHosts: Float64Array;
	readonly seenInstalls: Float64Array;
	readonly seenCrashes: Float64Array;
	/** By release: hosts that run without its protection now, intruders' included. */
	readonly exposed: Float64Array;
	/** By release and {@link TRUSTING}: trust in the vendor, 0 to 1. */
	readonly trust: Float64Array;
	/** By metro: technicians who are lent there, and the share of unmet need that they can cover. */
	readonly lent: Float64Array;
	readonly lentShare: Float64Array;

	/** By cell: {@link CELL_STRIDE} counts of hosts. */
	readonly counts: Int32Array;
	/** By cell: counts of hosts in states of other defects; empty where the model has none. */
	readonly otherHosts: Int32Array;
	/** State of the control plane and the minute since when; empty where nothing happens to it. */
	readonly controlPlane: Int32Array;
	/** By site: minute since when the service has been short, or NEVER. */
	readonly shortSinceMin: Int32Array;
	/** By group: minute since when staff leave hosts off, or NEVER. */
	readonly stayOffSinceMin: Int32Array;
	/** By release and group: minute since when staff know how to repair, or NEVER. */
	readonly knownSinceMin: Int32Array;
	/** By release: control state. */
	readonly rollout: Int32Array;
	readonly openRing: Int32Array;
	/** By release and ring: minute at which the ring opened. */
	readonly ringOpenedMin: Int32Array;
	readonly offerEndsMin: Int32Array;
	readonly firstCrashMin: Int32Array;
	/** Minute at which the vendor began to look for the fault, or NEVER. */
	readonly noticedMin: Int32Array;
	/**
	 * An order for the rollout that has not been carried out yet, or NO_ORDER; one that met the wrong content counts from
	 * the number of orders on.
	 */
	readonly orderGiven: Int32Array;
	readonly vendorState: Int32Array;
	readonly statement: Int32Array;
	/** The exercise's minute, orders applied so far, minute of the last service step. */
	readonly clock: Int32Array;

	readonly service: Uint8Array;
	/** 1 where a site has anything to step. */
	readonly active: Uint8Array;
}

export const MINUTE = 0;
export const ORDERS_APPLIED = 1;
export const SERVICE_MINUTE = 2;

/** A copy of the state of a world at its present minute. */
export function snapshot(world: World): ArrayBuffer {
	return world.buffer.slice(0);
}

/** The world that `saved` was taken from. Throws a RangeError when it is of another model. */
export function restore(model: Model, seed: Seed, saved: ArrayBuffer): World {
	return viewsOn(model, seed, saved.slice(0));
}

/** A world whose state is a copy of `saved`, or zeros where that is null. Throws a RangeError as {@link restore} does. */
export function viewsOn(model: Model, seed: Seed, saved: ArrayBuffer | null): World {
	const layout = valueLayout(model);
	const sites = model.sites.count;
	const releases = model.releases.length;
	const floats = {
		values: layout.size,
		level: sites,
		output: sites,
		backlogUnits: sites,
		lostUnits: sites,
		lossCents: sites,
		shortfall: model.sectors.length * model.metros.length,
		openedShare: releases * groupCount(model) * CLASS_COUNT,
		installs: releases,
		crashes: releases,
		silentHosts: releases,
		seenInstalls: releases,
		seenCrashes: releases,
		exposed: releases,
		trust: releases * TRUSTING.length,
		lent: model.metros.length,
		lentShare: model.metros.length
	};
	// First in the buffer, so that a cell's record lies in one cache line.
	const cells = { counts: model.cells.count * CELL_STRIDE };
	const ints = {
		shortSinceMin: sites,
		stayOffSinceMin: groupCount(model),
		knownSinceMin: releases * groupCount(model),
		rollout: releases,
		openRing: releases,
		ringOpenedMin: releases * mostRings(model),
		offerEndsMin: releases,
		firstCrashMin: releases,
		noticedMin: releases,
		orderGiven: releases,
		vendorState: releases,
		statement: releases,
		clock: 3,
		otherHosts: model.cells.count * otherStride(model),
		controlPlane: controlPlaneFails(model) ? 2 : 0
	};
	const bytes = { service: sites, active: sites };

	const total = (parts: Record<string, number>) =>
		Object.values(parts).reduce((sum, length) => sum + length, 0);
	const size = Math.ceil((total(floats) * 8 + (total(cells) + total(ints)) * 4 + total(bytes)) / 8) * 8;
	if (saved !== null && saved.byteLength !== size) {
		throw new RangeError(
			`a snapshot of ${saved.byteLength} bytes is not of this model, whose worlds have ${size}`
		);
	}
	const buffer = saved ?? new ArrayBuffer(size);
	let at = 0;
	const views: Record<string, Float64Array | Int32Array | Uint8Array> = {};
	const carve = (
		parts: Record<string, number>,
		View: typeof Float64Array | typeof Int32Array | typeof Uint8Array
	) => {
		for (const [name, length] of Object.entries(parts)) {
			views[name] = new View(buffer, at, length);
			at += length * View.BYTES_PER_ELEMENT;
		}
	};
	carve(cells, Int32Array);
	carve(floats, Float64Array);
	carve(ints, Int32Array);
	carve(bytes, Uint8Array);
	return { model, seed, layout, buffer, ...views } as World;
}

/** Rings of the longest plan: by so many the minutes at which rings opened are kept for each release. */
export function mostRings(model: Model): number {
	return model.ringPlans.reduce((most, { rings }) => Math.max(most, rings.length), 1);
}
