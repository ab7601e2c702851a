import { initialTransition, transition } from 'xstate';
import { hostMachine } from '../../lib/sim/machines/host.ts';
import { REFUSED } from '../../lib/sim/table/compile.ts';
import { hostTable } from '../../lib/sim/table/tables.ts';

const FACTS = { component: 'kernel', defect: 'bootCrash' } as const;

/** A host's way from asleep through crash, keys and repair until it is back: each event is taken, none refused. */
export const WAY = [
	'WAKE',
	'POLL',
	'INSTALL',
	'NEED_KEY',
	'KEY_FOUND',
	'START_REPAIR',
	'REPAIR_FAILED',
	'START_REPAIR',
	'REPAIRED_WITHOUT_AGENT',
	'RESTORE_AGENT'
] as const;

const EVENTS = WAY.map((type) => ({ type }));

/** Walks {@link WAY} so many times by XState's pure `transition`. Returns the state that it ends in. */
export function walkByXState(times: number): string {
	const [start] = initialTransition(hostMachine, FACTS);
	let snapshot = start;
	for (let i = 0; i < times; i++) {
		snapshot = start;
		for (const event of EVENTS) [snapshot] = transition(hostMachine, snapshot, event);
	}
	return snapshot.value;
}

/** The same by the compiled table. Throws where it refuses an event. */
export function walkByTable(times: number): string {
	const { next, events, event, initial, states } = hostTable(FACTS);
	const columns = Uint8Array.from(WAY, (type) => event[type]);
	let state = initial;
	for (let i = 0; i < times; i++) {
		state = initial;
		for (let step = 0; step < columns.length; step++) state = next[state * events.length + columns[step]];
		if (state === REFUSED) throw new Error('the table refuses an event that a host takes on its way');
	}
	return states[state];
}
