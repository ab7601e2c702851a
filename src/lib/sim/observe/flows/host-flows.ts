import { STREAM, type StreamName } from '../../random/streams.ts';
import { HOST_STATES, type HostState } from '../../table/states.ts';

/** Whose hosts flows are counted of: everybody's where null. */
export interface FlowFilter {
	/** Index of a metro or a sector. */
	readonly metro: number | null;
	readonly sector: number | null;
}

/** Hosts that took each transition of the host statechart, `state EVENT target`, between two minutes. */
export interface Flows {
	readonly fromMin: number;
	readonly toMin: number;
	readonly filter: FlowFilter;
	readonly hosts: Readonly<Record<string, number>>;
}

/** Name of a transition, as the host machine writes it. */
export const flowName = (from: HostState, event: string, to: HostState) => `${from} ${event} ${to}`;

/**
 * Hosts by transition, from what the streams of draws moved: several streams split what one has taken.
 * Repairs that began follow from how many are under way before and after, because whole teams start them, not single
 * draws. `installTo` is where this release sends a host; null where it differs by host.
 */
export function hostFlows(
	moved: ArrayLike<number>,
	before: Readonly<Record<HostState, number>>,
	after: Readonly<Record<HostState, number>>
): Record<string, number> {
	const of = (stream: StreamName) => moved[STREAM[stream]]!;
	const flows: Record<string, number> = {};
	const set = (from: HostState, event: string, to: HostState, hosts: number) => {
		flows[flowName(from, event, to)] = hosts;
	};
	set('asleep', 'WAKE', 'protected', of('wake'));
	set('protected', 'SLEEP', 'asleep', of('sleep'));
	set('protected', 'POLL', 'fetching', of('poll'));
	const crashedBack = of('crashedBack') + of('outOfReachBack');
	const crashedByFix = of('crashedByFix') + of('outOfReachByFix');
	set('crashed', 'SELF_RECOVER', 'recovered', crashedBack - crashedByFix);
	set('crashed', 'AUTO_FIX', 'recovered', crashedByFix);
	const needKey = of('needKey') + of('outOfReachNeedKey');
	set('crashed', 'NEED_KEY', 'waitingForKey', needKey);
	const toHands = of('crashedExit') - of('crashedBack') - of('outOfReach') + of('outOfReachFound') - needKey;
	set('crashed', 'NEED_HANDS', 'waitingForHands', toHands);
	set('waitingForKey', 'SELF_RECOVER', 'recovered', of('waitingKeyBack') - of('waitingKeyByFix'));
	set('waitingForKey', 'AUTO_FIX', 'recovered', of('waitingKeyByFix'));
	set('waitingForKey', 'KEY_FOUND', 'waitingForHands', of('keyFound'));
	set('waitingForHands', 'SELF_RECOVER', 'recovered', of('waitingHandsBack') - of('waitingHandsByFix'));
	set('waitingForHands', 'AUTO_FIX', 'recovered', of('waitingHandsByFix'));
	const done = of('repairDone');
	const started = after.underRepair - before.underRepair + done;
	set('waitingForHands', 'START_REPAIR', 'underRepair', started);
	set('underRepair', 'REPAIR_FAILED', 'waitingForHands', of('repairFailed'));
	set('underRepair', 'REPAIRED_WITHOUT_AGENT', 'unprotected', of('repairAside') - of('repairFailed'));
	const repaired = done - of('repairAside');
	set('underRepair', 'REPAIRED', 'recovered', repaired);
	set('unprotected', 'RESTORE_AGENT', 'recovered', of('unprotectedRestored'));
	set('unprotected', 'COMPROMISE', 'compromised', of('unprotectedExit') - of('unprotectedRestored'));
	set('agentDown', 'RESTORE_AGENT', 'recovered', of('agentDownRestored'));
	set('agentDown', 'COMPROMISE', 'compromised', of('agentDownExit') - of('agentDownRestored'));
	set('compromised', 'CONTAIN', 'waitingForHands', of('contain'));
	// What was installed went wherever the balance of a state says that hosts came in.
	const arrived = (state: HostState) => {
		let balance = after[state] - before[state];
		for (const [name, hosts] of Object.entries(flows)) {
			const [from, , to] = name.split(' ');
			if (from === state) balance += hosts;
			if (to === state) balance -= hosts;
		}
		return Math.max(0, balance);
	};
	const crashed = arrived('crashed');
	const agentDown = arrived('agentDown');
	set('fetching', 'INSTALL', 'crashed', crashed);
	set('fetching', 'INSTALL', 'agentDown', agentDown);
	set('fetching', 'INSTALL', 'protected', Math.max(0, of('install') - crashed - agentDown));
	return flows;
}

/** Hosts by state in the cells that count. */
export function stateTotals(counts: ArrayLike<number>, stride: number, cells: Uint8Array) {
	const totals = Object.fromEntries(HOST_STATES.map((state) => [state, 0])) as Record<HostState, number>;
	for (let cell = 0; cell < cells.length; cell++) {
		if (cells[cell] !== 1) continue;
		HOST_STATES.forEach((state, i) => (totals[state] += counts[cell * stride + i]!));
	}
	return totals;
}
