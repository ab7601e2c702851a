import { setup } from 'xstate';
import type { Component, Defect } from './host.ts';
import type { Named } from './named.ts';

/**
 * What a release can do besides the faults of {@link Defect}; where the component runs makes no difference.
 * - `agentStopped`: the agent stops working, and the host goes on without it.
 * - `hostIsolated`: the agent cuts the host off from every network: it runs, and its work does not.
 * - `recoveryKeyAsked`: the host does not start before somebody types its recovery key.
 * - `payload`: the build is the vendor's by its signature and an intruder's by its content.
 * - `controlPlaneDown`: no host takes anything; what people sign in with and run their clouds by does not answer.
 */
export type OtherDefect =
	'agentStopped' | 'hostIsolated' | 'recoveryKeyAsked' | 'payload' | 'controlPlaneDown';

/**
 * - `waits`: what the host installed takes effect later, not at once.
 * - `fallsBack`: its agent takes its last good content by itself, after some failed starts.
 */
export type OtherFacts = {
	readonly component: Component;
	readonly defect: Defect | OtherDefect;
	readonly waits: boolean;
	readonly fallsBack: boolean;
};

export type OtherEvent = Named<
	| 'INSTALL'
	| 'EXPIRE'
	| 'TRIGGER'
	| 'REVERT'
	| 'ACTIVATE'
	| 'WIPE'
	| 'CONTAIN'
	| 'RELEASE'
	| 'NEED_HANDS'
	| 'FALL_BACK'
>;

/** As the tags of the host's own machine; `outOfService`: it runs, and does none of its work. */
export type OtherTag = 'up' | 'down' | 'guarded' | 'outOfService';

/**
 * One host while a release has it that does harm late, by expiring, or in another way than by a fault of its component.
 * States that the host's own machine has, too (`host.ts`), are where it is handed over to that one.
 *
 * - `carrying` looks guarded: the defect waits for a minute, an input or the next scan (`TRIGGER`). Where the release is
 *   taken back first, the host takes the content from before (`REVERT`).
 * - `implanted` looks guarded, too; what it waits for is an intruder who takes the host over (`ACTIVATE`) or destroys what
 *   is on it (`WIPE`). Nobody would trust it again as it is: found in time, it is set up afresh (`CONTAIN`).
 * - `isolated` is let go by the management plane that cut it off (`RELEASE`), or somebody goes to its console.
 * - `wiped` does not start, and nothing mends it but hands.
 * - `restarting` fails to start by the content of its agent, which gives that up after some failed starts (`FALL_BACK`). A
 *   system file that is gone does not come back so.
 */
export const otherDefectMachine = setup({
	types: {} as { context: OtherFacts; input: OtherFacts; events: OtherEvent; tags: OtherTag },
	guards: {
		isImplanted: ({ context: { defect } }) => defect === 'payload',
		waits: ({ context: { waits } }) => waits,
		isolates: ({ context: { defect } }) => defect === 'hostIsolated',
		asksForKey: ({ context: { defect } }) => defect === 'recoveryKeyAsked',
		fallsBack: ({ context: { component, defect, fallsBack } }) =>
			fallsBack && component === 'kernel' && (defect === 'bootCrash' || defect === 'agentFailure'),
		takesHostDown: ({ context: { component, defect } }) =>
			defect === 'systemFileQuarantined' ||
			(component === 'kernel' && (defect === 'bootCrash' || defect === 'agentFailure')),
		takesAgentDown: ({ context: { component, defect } }) =>
			defect === 'agentStopped' ||
			(component === 'user' && (defect === 'bootCrash' || defect === 'agentFailure'))
	}
}).createMachine({
	id: 'otherDefect',
	// A spread, because XState's pure `transition` runs this factory again without any input.
	context: ({ input }) => ({ ...input }),
	initial: 'reached',
	states: {
		reached: {
			tags: ['up', 'guarded'],
			on: {
				INSTALL: [
					{ guard: 'isImplanted', target: 'implanted' },
					{ guard: 'waits', target: 'carrying' },
					{ guard: 'isolates', target: 'isolated' },
					{ guard: 'asksForKey', target: 'waitingForKey' },
					{ guard: 'fallsBack', target: 'restarting' },
					{ guard: 'takesHostDown', target: 'crashed' },
					{ guard: 'takesAgentDown', target: 'agentDown' },
					{ target: 'protected' }
				],
				EXPIRE: [
					{ guard: 'isolates', target: 'isolated' },
					{ guard: 'asksForKey', target: 'waitingForKey' },
					{ guard: 'fallsBack', target: 'restarting' },
					{ guard: 'takesHostDown', target: 'crashed' },
					{ guard: 'takesAgentDown', target: 'agentDown' },
					{ target: 'protected' }
				]
			}
		},
		carrying: {
			tags: ['up', 'guarded'],
			on: {
				TRIGGER: [
					{ guard: 'isolates', target: 'isolated' },
					{ guard: 'asksForKey', target: 'waitingForKey' },
					{ guard: 'fallsBack', target: 'restarting' },
					{ guard: 'takesHostDown', target: 'crashed' },
					{ guard: 'takesAgentDown', target: 'agentDown' },
					{ target: 'protected' }
				],
				REVERT: 'recovered'
			}
		},
		implanted: {
			tags: ['up', 'guarded'],
			on: { ACTIVATE: 'compromised', WIPE: 'wiped', CONTAIN: 'waitingForHands' }
		},
		isolated: {
			tags: ['up', 'outOfService'],
			on: { RELEASE: 'recovered', NEED_HANDS: 'waitingForHands' }
		},
		wiped: { tags: ['down'], on: { NEED_HANDS: 'waitingForHands' } },
		restarting: { tags: ['down'], on: { FALL_BACK: 'recovered' } },
		protected: { tags: ['up', 'guarded'] },
		crashed: { tags: ['down'] },
		agentDown: { tags: ['up'] },
		waitingForKey: { tags: ['down'] },
		waitingForHands: { tags: ['down'] },
		compromised: { tags: ['up'] },
		recovered: { tags: ['up', 'guarded'] }
	}
});
