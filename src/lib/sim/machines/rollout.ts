import { setup } from 'xstate';
import { type Named } from './named.ts';

/** `RING_BAKED`: the open ring's bake time is over and its health gate held. */
export type RolloutEvent =
	| Named<'RELEASE' | 'GATE_FAILED' | 'PAUSE' | 'RESUME' | 'HALT' | 'ROLL_BACK'>
	| { readonly type: 'RING_BAKED'; readonly lastRing: boolean };

/** `shipping`: hosts of the rings that are open can fetch the release. */
export type RolloutTag = 'shipping';

/**
 * One release on its way to the fleet, ring by ring.
 *
 * A ring that bakes well asks for the next one (`openNextRing`); after the last ring the release is everywhere on
 * offer, and stays on offer until it is rolled back; the last ring's health gate may go on looking. A failed health
 * gate or a person pauses the rollout, and a pause can be lifted; a halt cannot. Neither takes the content away from
 * hosts that have it; only a rollback offers them
 * the content from before.
 */
export const rolloutMachine = setup({
	types: {} as { events: RolloutEvent; tags: RolloutTag },
	guards: {
		hasNextRing: ({ event }) => event.type === 'RING_BAKED' && !event.lastRing
	},
	actions: {
		// Only a name for the table to record: the simulation of the fleet opens the ring.
		openNextRing: () => {}
	}
}).createMachine({
	id: 'rollout',
	initial: 'planned',
	states: {
		planned: { on: { RELEASE: 'running' } },
		running: {
			tags: ['shipping'],
			on: {
				RING_BAKED: [{ guard: 'hasNextRing', actions: 'openNextRing' }, { target: 'complete' }],
				GATE_FAILED: 'paused',
				PAUSE: 'paused',
				HALT: 'halted',
				ROLL_BACK: 'rolledBack'
			}
		},
		paused: { on: { RESUME: 'running', HALT: 'halted', ROLL_BACK: 'rolledBack' } },
		halted: { on: { ROLL_BACK: 'rolledBack' } },
		rolledBack: {},
		complete: {
			tags: ['shipping'],
			on: { GATE_FAILED: 'paused', PAUSE: 'paused', HALT: 'halted', ROLL_BACK: 'rolledBack' }
		}
	}
});
