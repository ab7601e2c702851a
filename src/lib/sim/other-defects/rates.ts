import { optionalAt, valueAt } from '../values.ts';
import { isReverted } from '../vendor/rollout.ts';
import { NEVER, type World } from '../world/world.ts';
import { isRefused } from './control-plane.ts';

/** Whether hosts that a release took down start again and again, and so may fetch the content from before. */
export function restartsByItself(world: World, release: number): boolean {
	const { defect } = world.model.releases[release]!;
	return defect === 'bootCrash' || defect === 'agentFailure' || defect === 'systemFileQuarantined';
}

/**
 * Whether hosts on which the defect of a release waits may do anything: it takes effect, or they can be helped before. The
 * minute in which it may take effect for the first time must be looked at by the step itself.
 */
export function stirs(world: World, release: number, minute: number): boolean {
	const { dormantUntilMin, atMin } = world.model.releases[release]!;
	return minute >= (dormantUntilMin ?? atMin) || isReverted(world, release, minute);
}

/** Rate a minute at which the vendor's management plane lets go hosts that it cut off. */
export function letGoRate(world: World, release: number, group: number, minute: number): number {
	const { defect, vendor } = world.model.releases[release]!;
	if (defect !== 'hostIsolated' || !isReverted(world, release, minute)) return 0;
	if (optionalAt(world, 'vendor.cutOffReached', vendor) === 0) return 0;
	if (isRefused(world, 'controlPlane.carriesRepair', group)) return 0;
	return 1 / optionalAt(world, 'vendor.letGoMin', vendor);
}

/** Mean time until an agent that is down works again, once the release is taken back; by hand, where it does not hear the
 * vendor. */
export function agentBackMin(world: World, release: number, group: number): number {
	const { vendor } = world.model.releases[release]!;
	const hears = optionalAt(world, 'vendor.cutOffReached', vendor) === 1;
	return valueAt(world, hears ? 'exposure.agentUpdateMin' : 'exposure.restoreAgentMin', group);
}

/** Whether the owner of the platform, who mends its own update by start-up recovery, knows what is wrong by now. */
export function ownerKnowsFault(world: World, release: number, minute: number): boolean {
	const { toEveryHost, vendor } = world.model.releases[release]!;
	if (toEveryHost !== true) return true;
	const noticedMin = world.noticedMin[release]!;
	return noticedMin !== NEVER && minute >= noticedMin + valueAt(world, 'vendor.diagnoseMin', vendor);
}
