import type { Defect } from '../machines/host.ts';
import { DEFECTS, type Model, type Release } from '../model.ts';
import { HOST_STATES, type HostState } from '../table/states.ts';
import type { World } from '../world/world.ts';

/** States of the machine for other defects in which hosts are counted beside the cell's record. */
export const OTHER_STATES = ['carrying', 'implanted', 'isolated', 'wiped', 'restarting'] as const;
export type OtherState = (typeof OTHER_STATES)[number];

export const CARRYING = 0;
export const IMPLANTED = 1;
export const ISOLATED = 2;
export const WIPED = 3;
/** Hosts in either of the first two states that were off when it could take effect, or went off since. */
export const CARRYING_ASLEEP = 4;
export const IMPLANTED_ASLEEP = 5;
/** Only where agents may take their last good content: other worlds have no such column. */
export const RESTARTING = 6;
/** By number of the state. */
export const COLUMN_OF: readonly number[] = [CARRYING, IMPLANTED, ISOLATED, WIPED, RESTARTING];

/** Columns of a cell of a model, 0 where its hosts can be in none of {@link OTHER_STATES}. */
export function otherStride(model: Model): number {
	if (hasLastGood(model)) return RESTARTING + 1;
	return hasOtherStates(model) ? IMPLANTED_ASLEEP + 1 : 0;
}

function strideOf({ otherHosts, model }: World): number {
	return otherHosts.length / model.cells.count;
}

/**
 * What people take a host for that is in such a state: one that carries something looks like any other, and one that is
 * cut off is as silent as one that crashed.
 */
export const SEEN_AS = {
	carrying: 'protected',
	implanted: 'protected',
	isolated: 'crashed',
	wiped: 'crashed',
	restarting: 'crashed'
} as const satisfies Record<OtherState, HostState>;

/** The same as columns, for those who count. */
export const SEEN = OTHER_STATES.map((state) => ({ state, seenAs: HOST_STATES.indexOf(SEEN_AS[state]) }));

/** Whether a defect is a fault of the component, which the host's own machine knows. */
export function isFault(defect: Release['defect']): defect is Defect {
	return (DEFECTS as readonly string[]).includes(defect);
}

/** Whether a release needs more than the host's own machine: it waits, expires, or does harm in another way. */
export function isOther({ defect, expires, dormantUntilMin }: Release): boolean {
	return expires === true || dormantUntilMin !== undefined || !isFault(defect);
}

/** Whether the component runs in the kernel on some hosts of a cell and outside of it on others. */
export function hasMixedComponents({ settings }: Model): boolean {
	return settings.some(({ parameter }) => parameter === 'update.userModeShare');
}

/** Whether agents may take their last good content by themselves. */
export function hasLastGood({ settings }: Model): boolean {
	return settings.some(({ parameter }) => parameter === 'update.lastGoodShare');
}

/** Whether the releases of a model bring hosts into any of {@link OTHER_STATES}. */
export function hasOtherStates({ releases }: Model): boolean {
	return releases.some((release) => isOther(release) && release.defect !== 'controlPlaneDown');
}

/** Hosts of a cell that run and do none of their work; 0 in a world without such defects. */
export function isolatedAt(world: World, cell: number): number {
	return world.otherHosts.length === 0 ? 0 : world.otherHosts[cell * strideOf(world) + ISOLATED]!;
}

/** Hosts of a cell that are down in {@link OTHER_STATES}: destroyed, or starting again; 0 in a world without any. */
export function otherDownAt(world: World, cell: number): number {
	const { otherHosts } = world;
	if (otherHosts.length === 0) return 0;
	const stride = strideOf(world);
	const at = cell * stride;
	return otherHosts[at + WIPED]! + (stride > RESTARTING ? otherHosts[at + RESTARTING]! : 0);
}

/** Hosts of a cell in any of {@link OTHER_STATES}. */
export function otherHostsAt(world: World, cell: number): number {
	const stride = strideOf(world);
	let hosts = 0;
	for (let at = cell * stride; at < (cell + 1) * stride; at++) hosts += world.otherHosts[at]!;
	return hosts;
}

/** Hosts of a cell in one of {@link OTHER_STATES}, those that are off with the others. */
export function hostsInOther(world: World, cell: number, state: OtherState): number {
	const { otherHosts } = world;
	const stride = strideOf(world);
	const column = COLUMN_OF[OTHER_STATES.indexOf(state)]!;
	if (column >= stride) return 0;
	const at = cell * stride;
	const awake = otherHosts[at + column]!;
	if (state === 'carrying') return awake + otherHosts[at + CARRYING_ASLEEP]!;
	return state === 'implanted' ? awake + otherHosts[at + IMPLANTED_ASLEEP]! : awake;
}
