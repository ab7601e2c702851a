import { setup } from 'xstate';
import { type Named } from './named.ts';

/** `workIsOwed`: work that was not done while the service was short has piled up and must be made good. */
export type ServiceEvent =
	| Named<'DEGRADE' | 'GO_MANUAL' | 'COLLAPSE' | 'BACKLOG_CLEARED'>
	| { readonly type: 'RESTORE'; readonly workIsOwed: boolean };

/** `short`: the service does less than is asked of it. `stopped`: it does nothing. */
export type ServiceTag = 'short' | 'stopped';

/**
 * A service that people depend on (check-in, admissions, card payments …), as its users see it.
 *
 * `manual` is the paper procedure: slower, and it works without the hosts. When enough hosts are back the service is
 * restored: to normal, or to a backlog where work is owed. A service in backlog can be hit again.
 */
export const serviceMachine = setup({
	types: {} as { events: ServiceEvent; tags: ServiceTag },
	guards: {
		workIsOwed: ({ event }) => event.type === 'RESTORE' && event.workIsOwed
	}
}).createMachine({
	id: 'service',
	initial: 'normal',
	states: {
		normal: { on: { DEGRADE: 'degraded', GO_MANUAL: 'manual', COLLAPSE: 'down' } },
		degraded: {
			tags: ['short'],
			on: {
				GO_MANUAL: 'manual',
				COLLAPSE: 'down',
				RESTORE: [{ guard: 'workIsOwed', target: 'backlog' }, { target: 'normal' }]
			}
		},
		manual: {
			tags: ['short'],
			on: {
				DEGRADE: 'degraded',
				COLLAPSE: 'down',
				RESTORE: [{ guard: 'workIsOwed', target: 'backlog' }, { target: 'normal' }]
			}
		},
		down: {
			tags: ['short', 'stopped'],
			on: {
				DEGRADE: 'degraded',
				GO_MANUAL: 'manual',
				RESTORE: [{ guard: 'workIsOwed', target: 'backlog' }, { target: 'normal' }]
			}
		},
		backlog: {
			on: {
				DEGRADE: 'degraded',
				GO_MANUAL: 'manual',
				COLLAPSE: 'down',
				BACKLOG_CLEARED: 'normal'
			}
		}
	}
});
