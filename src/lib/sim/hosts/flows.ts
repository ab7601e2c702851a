import { COMPONENTS } from '../parameters.ts';
import type { Defect } from '../machines/host.ts';
import { nextState, REFUSED } from '../table/compile.ts';
import { type HostState } from '../table/states.ts';
import { HOST_TABLE, hostTable, type HostTable } from '../table/tables.ts';

type HostEventName = HostTable['events'][number];

/** Column that the statechart sends a host to. Throws where the chart refuses, so the loop cannot leave the chart. */
function target(from: HostState, event: HostEventName, table: HostTable = HOST_TABLE): number {
	const to = nextState(table, table.state[from], event);
	if (to === REFUSED) throw new Error(`the host statechart refuses ${event} in '${from}'`);
	return to;
}

/** Where each move of the minute loop leads, read from the compiled host statechart. */
export const WAKES_TO = target('asleep', 'WAKE');
export const SLEEPS_TO = target('protected', 'SLEEP');
export const POLLS_TO = target('protected', 'POLL');
export const BY_ITSELF_TO = target('crashed', 'SELF_RECOVER');
export const FIX_FROM_CRASH_TO = target('crashed', 'AUTO_FIX');
export const NEEDS_KEY_TO = target('crashed', 'NEED_KEY');
export const NEEDS_HANDS_TO = target('crashed', 'NEED_HANDS');
export const BY_ITSELF_FROM_KEY_TO = target('waitingForKey', 'SELF_RECOVER');
export const BY_ITSELF_FROM_HANDS_TO = target('waitingForHands', 'SELF_RECOVER');
export const FIX_FROM_KEY_TO = target('waitingForKey', 'AUTO_FIX');
export const FIX_FROM_HANDS_TO = target('waitingForHands', 'AUTO_FIX');
export const KEY_FOUND_TO = target('waitingForKey', 'KEY_FOUND');
export const STARTS_TO = target('waitingForHands', 'START_REPAIR');
export const REPAIRED_TO = target('underRepair', 'REPAIRED');
export const WITHOUT_AGENT_TO = target('underRepair', 'REPAIRED_WITHOUT_AGENT');
export const FAILS_TO = target('underRepair', 'REPAIR_FAILED');
export const RESTORED_TO = target('unprotected', 'RESTORE_AGENT');
export const UNPROTECTED_COMPROMISED_TO = target('unprotected', 'COMPROMISE');
export const AGENT_BACK_TO = target('agentDown', 'RESTORE_AGENT');
export const AGENT_DOWN_COMPROMISED_TO = target('agentDown', 'COMPROMISE');
export const CONTAINED_TO = target('compromised', 'CONTAIN');

/** Column a host goes to when a release takes effect on it: where its component runs decides. */
export function installsTo(defect: Defect, component: number): number {
	return target('fetching', 'INSTALL', hostTable({ component: COMPONENTS[component]!, defect }));
}
