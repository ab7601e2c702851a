import type { World } from '../world/world.ts';

/**
 * What a runner that steps only some sites is told of all others. Sites meet in few things: what is counted over all of
 * them by release, and what the services of a metro leave of one another.
 */
export interface Surroundings {
	/** The sites to step, ascending. */
	readonly sites: Int32Array;
	/** Once hosts have moved in the step from `minute`: what those elsewhere did is added to what is counted over all. */
	afterHosts(world: World, minute: number): void;
	/** The same once services have moved, until `minute`; `down`: by release, hosts that are down at the sites stepped. */
	afterServices(world: World, minute: number, down: Float64Array): void;
}
