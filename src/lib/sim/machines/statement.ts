import { setup } from 'xstate';
import { type Named } from './named.ts';

export type StatementEvent = Named<'SAY_ACKNOWLEDGE' | 'SAY_EXPLAIN' | 'SAY_APOLOGISE' | 'SAY_DENY'>;

/** `owned`: the vendor says in public that the fault is its own. */
export type StatementTag = 'owned';

/**
 * What the vendor says in public about its incident. What was said cannot be unsaid, so nothing leads back to silence;
 * a denial can be taken back, an explanation cannot be denied, and one more explanation does not undo an apology.
 */
export const statementMachine = setup({
	types: {} as { events: StatementEvent; tags: StatementTag }
}).createMachine({
	id: 'statement',
	initial: 'silent',
	states: {
		silent: {
			on: {
				SAY_ACKNOWLEDGE: 'acknowledged',
				SAY_EXPLAIN: 'explained',
				SAY_APOLOGISE: 'apologised',
				SAY_DENY: 'denied'
			}
		},
		acknowledged: {
			on: { SAY_EXPLAIN: 'explained', SAY_APOLOGISE: 'apologised', SAY_DENY: 'denied' }
		},
		explained: { tags: ['owned'], on: { SAY_APOLOGISE: 'apologised' } },
		apologised: { tags: ['owned'], on: { SAY_EXPLAIN: 'apologised' } },
		denied: {
			on: {
				SAY_ACKNOWLEDGE: 'acknowledged',
				SAY_EXPLAIN: 'explained',
				SAY_APOLOGISE: 'apologised'
			}
		}
	}
});
