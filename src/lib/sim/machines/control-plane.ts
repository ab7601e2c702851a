import { setup } from 'xstate';
import type { Named } from './named.ts';

export type ControlPlaneEvent = Named<'FAIL' | 'MITIGATE' | 'READMIT' | 'CATCH_UP'>;

/** `refusing`: nobody can sign in anew, and nothing can be changed: no key is given out, no fix or order goes through. */
export type ControlPlaneTag = 'refusing';

/**
 * What people sign in with and run their clouds by: identity, its stores of keys, and the tools that lean on it.
 *
 * After a failure it serves those who are signed in (`mitigated`); when it takes everybody again, everybody comes at once
 * (`herd`).
 */
export const controlPlaneMachine = setup({
	types: {} as { events: ControlPlaneEvent; tags: ControlPlaneTag }
}).createMachine({
	id: 'controlPlane',
	initial: 'up',
	states: {
		up: { on: { FAIL: 'failing' } },
		failing: { tags: ['refusing'], on: { MITIGATE: 'mitigated' } },
		mitigated: { tags: ['refusing'], on: { READMIT: 'herd' } },
		herd: { on: { CATCH_UP: 'up' } }
	}
});
