import { CLASS_COUNT, groupCount, type Model } from '../model.ts';
import type { OptionalParameterId } from '../optional-parameters.ts';
import { nextState, REFUSED } from '../table/compile.ts';
import { controlPlaneTable } from '../table/tables.ts';
import { optionalAt } from '../values.ts';
import { NEVER, type World } from '../world/world.ts';

const TABLE = controlPlaneTable();
const STATE = 0;
const SINCE_MIN = 1;

/** What ends each state, and after how long. */
const ENDS = {
	failing: ['MITIGATE', 'controlPlane.failingMin'],
	mitigated: ['READMIT', 'controlPlane.mitigatedMin'],
	herd: ['CATCH_UP', 'controlPlane.herdMin']
} as const satisfies Record<string, readonly [keyof typeof TABLE.event, OptionalParameterId]>;

/** Whether the control plane fails in a model. */
export function controlPlaneFails({ releases }: Model): boolean {
	return releases.some(({ defect }) => defect === 'controlPlaneDown');
}

export function startControlPlane({ controlPlane }: World): void {
	if (controlPlane.length === 0) return;
	controlPlane[STATE] = TABLE.initial;
	controlPlane[SINCE_MIN] = NEVER;
}

/** Moves the control plane on at `minute`. Returns whether it is in another state than before. */
export function stepControlPlane(world: World, minute: number): boolean {
	const { controlPlane, model } = world;
	if (controlPlane.length === 0) return false;
	const before = controlPlane[STATE]!;
	const hasFailed = controlPlane[SINCE_MIN] !== NEVER;
	if (
		!hasFailed &&
		model.releases.some(({ defect, atMin }) => defect === 'controlPlaneDown' && minute >= atMin)
	)
		send(world, 'FAIL', minute);
	// A state may last no time at all.
	for (;;) {
		const name = TABLE.states[controlPlane[STATE]!]!;
		if (name === 'up') break;
		const [event, lasts] = ENDS[name];
		const endMin = controlPlane[SINCE_MIN]! + Math.floor(optionalAt(world, lasts, 0));
		if (minute < endMin) break;
		send(world, event, endMin);
	}
	return controlPlane[STATE] !== before;
}

function send({ controlPlane }: World, event: keyof typeof TABLE.event, minute: number): void {
	const to = nextState(TABLE, controlPlane[STATE]!, event);
	if (to === REFUSED) return;
	controlPlane[STATE] = to;
	controlPlane[SINCE_MIN] = minute;
}

/** Whether what leans on the control plane by this flag of a group or vendor is refused now. */
export function isRefused(
	world: World,
	what: 'controlPlane.holdsKeys' | 'controlPlane.carriesRepair' | 'controlPlane.carriesHalt',
	owner: number
): boolean {
	const { controlPlane } = world;
	if (controlPlane.length === 0 || TABLE.tags.refusing[controlPlane[STATE]!] !== 1) return false;
	return optionalAt(world, what, owner) === 1;
}

/** Name of its state now. */
export function controlPlaneState({ controlPlane }: World): (typeof TABLE.states)[number] {
	return TABLE.states[controlPlane.length === 0 ? TABLE.initial : controlPlane[STATE]!]!;
}

/** Share of what leans on the control plane that is not done now. */
export function missingShare(world: World): number {
	switch (controlPlaneState(world)) {
		case 'failing':
			return 1;
		case 'mitigated':
			return 1 - optionalAt(world, 'controlPlane.mitigatedShare', 0);
		case 'herd':
			return 1 - 1 / optionalAt(world, 'controlPlane.herdFactor', 0);
		default:
			return 0;
	}
}

/** By group and class: share of the work of its hosts that stops for want of the control plane; null: none anywhere. */
export function stoppedShares(world: World): Float64Array | null {
	const missing = missingShare(world);
	if (missing === 0) return null;
	return Float64Array.from({ length: groupCount(world.model) * CLASS_COUNT }, (_, at) => {
		const group = Math.floor(at / CLASS_COUNT);
		return missing * optionalAt(world, 'controlPlane.leaningShare', group, at % CLASS_COUNT);
	});
}
