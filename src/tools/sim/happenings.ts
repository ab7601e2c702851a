import type { Frame, ReleaseTally, ServiceTally } from '../../lib/sim/observe/frame.ts';

/** Something that followed from what was done: seen when two looks at the world differ. */
export type Happening =
	| { readonly type: 'rolloutMoved'; readonly vendor: string; readonly from: string; readonly to: string }
	| { readonly type: 'ringOpened'; readonly vendor: string; readonly ring: number }
	| { readonly type: 'vendorMoved'; readonly vendor: string; readonly from: string; readonly to: string }
	| { readonly type: 'statementMade'; readonly vendor: string; readonly from: string; readonly to: string }
	/** Number of an organisation's services in each state of the service statechart. */
	| {
			readonly type: 'servicesMoved';
			readonly organisation: string;
			readonly states: Readonly<Record<string, number>>;
	  };

/** What happened between two looks, the earlier first. */
export function happenings(before: Frame, after: Frame): Happening[] {
	return [
		...after.releases.flatMap((release, index) => ofRelease(before.releases[index], release)),
		...Object.entries(after.organisations).flatMap(([organisation, now]): Happening[] => {
			if (sameStates(before.organisations[organisation], now)) return [];
			const states = Object.fromEntries(Object.entries(now.states).filter(([, services]) => services > 0));
			return [{ type: 'servicesMoved', organisation, states }];
		})
	];
}

function ofRelease(before: ReleaseTally, after: ReleaseTally): Happening[] {
	const { vendor } = after;
	const found: Happening[] = [];
	if (after.rollout !== before.rollout)
		found.push({ type: 'rolloutMoved', vendor, from: before.rollout, to: after.rollout });
	for (let ring = before.openRings + 1; ring <= after.openRings; ring++)
		found.push({ type: 'ringOpened', vendor, ring });
	if (after.vendorState !== before.vendorState)
		found.push({ type: 'vendorMoved', vendor, from: before.vendorState, to: after.vendorState });
	if (after.statement !== before.statement)
		found.push({ type: 'statementMade', vendor, from: before.statement, to: after.statement });
	return found;
}

function sameStates(before: ServiceTally, after: ServiceTally): boolean {
	return Object.entries(after.states).every(([state, services]) => before.states[state] === services);
}
