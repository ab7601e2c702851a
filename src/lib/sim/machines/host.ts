import { setup } from 'xstate';
import { type Named } from './named.ts';

/** Where the vendor's component runs: in the kernel, or as an ordinary (user-mode) process. */
export type Component = 'kernel' | 'user';

/**
 * What the released content does once installed.
 * - `bootCrash`: the component faults while the host starts.
 * - `agentFailure`: the component faults while the host runs.
 * - `systemFileQuarantined`: a false positive takes a file away that the host needs to start.
 * - `harmless`: nothing.
 */
export type Defect = 'bootCrash' | 'agentFailure' | 'systemFileQuarantined' | 'harmless';

/** The facts that the guards of {@link hostMachine} read; they hold for one release on one host. */
export type HostFacts = { readonly component: Component; readonly defect: Defect };

export type HostEvent = Named<
	| 'WAKE'
	| 'SLEEP'
	| 'POLL'
	| 'INSTALL'
	| 'SELF_RECOVER'
	| 'AUTO_FIX'
	| 'NEED_KEY'
	| 'NEED_HANDS'
	| 'KEY_FOUND'
	| 'START_REPAIR'
	| 'REPAIRED'
	| 'REPAIRED_WITHOUT_AGENT'
	| 'REPAIR_FAILED'
	| 'RESTORE_AGENT'
	| 'COMPROMISE'
	| 'CONTAIN'
>;

/**
 * What every host state means for services that depend on it.
 * - `up`: the host runs. `down`: it should and does not. (`asleep` is neither.)
 * - `guarded`: it runs and its agent works. `exposed`: it runs without a working agent.
 */
export type HostTag = 'up' | 'down' | 'guarded' | 'exposed';

/**
 * One host, from before a release reaches it until it is back.
 *
 * A kernel-mode fault takes the host down; the same fault in user mode takes only the agent down. A quarantined
 * system file takes the host down in either mode: moving out of the kernel does not prevent every failure.
 *
 * - `crashed` is the boot loop. `SELF_RECOVER` is a reboot that wins the race against the faulty file, which goes on
 *   while the host waits for a technician; `AUTO_FIX` is a cloud script, an automated remediation or boot-time recovery.
 * - `unprotected` is back without its agent; `agentDown` never went down but lost its agent.
 * - `recovered` has the reverted content and is out of this release's reach, so nothing leads out of it.
 */
export const hostMachine = setup({
	types: {} as { context: HostFacts; input: HostFacts; events: HostEvent; tags: HostTag },
	guards: {
		takesHostDown: ({ context: { component, defect } }) =>
			defect === 'systemFileQuarantined' ||
			(component === 'kernel' && (defect === 'bootCrash' || defect === 'agentFailure')),
		takesAgentDown: ({ context: { component, defect } }) =>
			component === 'user' && (defect === 'bootCrash' || defect === 'agentFailure')
	}
}).createMachine({
	id: 'host',
	// A spread, because XState's pure `transition` runs this factory again without any input.
	context: ({ input }) => ({ ...input }),
	initial: 'asleep',
	states: {
		asleep: { on: { WAKE: 'protected' } },
		protected: { tags: ['up', 'guarded'], on: { SLEEP: 'asleep', POLL: 'fetching' } },
		fetching: {
			tags: ['up', 'guarded'],
			on: {
				INSTALL: [
					{ guard: 'takesHostDown', target: 'crashed' },
					{ guard: 'takesAgentDown', target: 'agentDown' },
					{ target: 'protected' }
				]
			}
		},
		crashed: {
			tags: ['down'],
			on: {
				SELF_RECOVER: 'recovered',
				AUTO_FIX: 'recovered',
				NEED_KEY: 'waitingForKey',
				NEED_HANDS: 'waitingForHands'
			}
		},
		waitingForKey: {
			tags: ['down'],
			on: { KEY_FOUND: 'waitingForHands', SELF_RECOVER: 'recovered', AUTO_FIX: 'recovered' }
		},
		waitingForHands: {
			tags: ['down'],
			on: { START_REPAIR: 'underRepair', SELF_RECOVER: 'recovered', AUTO_FIX: 'recovered' }
		},
		underRepair: {
			tags: ['down'],
			on: {
				REPAIRED: 'recovered',
				REPAIRED_WITHOUT_AGENT: 'unprotected',
				REPAIR_FAILED: 'waitingForHands'
			}
		},
		recovered: { tags: ['up', 'guarded'] },
		unprotected: {
			tags: ['up', 'exposed'],
			on: { RESTORE_AGENT: 'recovered', COMPROMISE: 'compromised' }
		},
		agentDown: {
			tags: ['up', 'exposed'],
			on: { RESTORE_AGENT: 'recovered', COMPROMISE: 'compromised' }
		},
		compromised: { tags: ['up'], on: { CONTAIN: 'waitingForHands' } }
	}
});
