import {
	agentFailure,
	attack,
	kernelCrash,
	oneClass,
	oneRegion,
	platformAgent,
	quarantinedFile,
	recoveryKeys,
	slowResponse
} from './faults.ts';
import {
	certificateExpiry,
	controlPlaneOutage,
	lateDefect,
	managementLockout,
	maliciousUpdate
} from './other-defects.ts';
import type { ShockKind } from './shock.ts';

/**
 * The family of shocks. Each is a release of content (or, for attacks, its absence) and settings of the model: nothing
 * in it names an outcome. The distributions are assumed, around incidents that happened; facts are named beside each.
 */

/** In the order in which they are shown. */
export const SHOCK_KINDS: readonly ShockKind[] = [
	kernelCrash,
	slowResponse,
	quarantinedFile,
	oneClass,
	oneRegion,
	platformAgent,
	recoveryKeys,
	agentFailure,
	managementLockout,
	lateDefect,
	certificateExpiry,
	controlPlaneOutage,
	maliciousUpdate,
	attack
];

/** @throws RangeError for a kind that the family does not have */
export function shockKind(id: string): ShockKind {
	const found = SHOCK_KINDS.find((kind) => kind.id === id);
	if (found === undefined) throw new RangeError(`there is no shock '${id}' in the family`);
	return found;
}
