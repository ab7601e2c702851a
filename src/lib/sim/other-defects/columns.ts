import type { Defect } from '../machines/host.ts';
import { DEFECTS, type Model, type Release } from '../model.ts';
import { HOST_STATES, type HostState } from '../table/states.ts';
import type { World } from '../world/world.ts';

/** States of the machine for other defects in which hosts are counted beside the cell's record, in the order of columns. */
export const OTHER_STATES = ['carrying', 'implanted', 'isolated', 'wiped'] as const;
export type OtherState = (typeof OTHER_STATES)[number];

export const CARRYING = 0;
export const IMPLANTED = 1;
export const ISOLATED = 2;
export const WIPED = 3;
/** Hosts in either of the first two states that were off when it could take effect, or went off since. */
export const CARRYING_ASLEEP = 4;
export const IMPLANTED_ASLEEP = 5;
export const OTHER_STRIDE = 6;

/**
 * What people take a host for that is in such a state: one that carries something looks like any other, and one that is
 * cut off is as silent as one that crashed.
 */
export const SEEN_AS = {
	carrying: 'protected',
	implanted: 'protected',
	isolated: 'crashed',
	wiped: 'crashed'
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

/** Whether hosts of the model's cells can be in any of {@link OTHER_STATES}. */
export function hasOtherStates({ releases }: Model): boolean {
	return releases.some((release) => isOther(release) && release.defect !== 'controlPlaneDown');
}

/** Hosts of a cell that run and do none of their work; 0 in a world without such defects. */
export function isolatedAt({ otherHosts }: World, cell: number): number {
	return otherHosts.length === 0 ? 0 : otherHosts[cell * OTHER_STRIDE + ISOLATED]!;
}

/** Hosts of a cell that were destroyed; 0 in a world without such defects. */
export function wipedAt({ otherHosts }: World, cell: number): number {
	return otherHosts.length === 0 ? 0 : otherHosts[cell * OTHER_STRIDE + WIPED]!;
}

/** Hosts of a cell in any of {@link OTHER_STATES}. */
export function otherHostsAt({ otherHosts }: World, cell: number): number {
	let hosts = 0;
	const end = Math.min(otherHosts.length, (cell + 1) * OTHER_STRIDE);
	for (let at = cell * OTHER_STRIDE; at < end; at++) hosts += otherHosts[at]!;
	return hosts;
}

/** Hosts of a cell in one of {@link OTHER_STATES}, those that are off with the others. */
export function hostsInOther({ otherHosts }: World, cell: number, state: OtherState): number {
	if (otherHosts.length === 0) return 0;
	const at = cell * OTHER_STRIDE;
	const awake = otherHosts[at + OTHER_STATES.indexOf(state)]!;
	if (state === 'carrying') return awake + otherHosts[at + CARRYING_ASLEEP]!;
	return state === 'implanted' ? awake + otherHosts[at + IMPLANTED_ASLEEP]! : awake;
}
