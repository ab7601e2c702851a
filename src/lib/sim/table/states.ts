import type { hostMachine } from '../machines/host.ts';
import type { serviceMachine } from '../machines/service.ts';
import type { StateName } from './compile.ts';

/*
 * Names of states without the machines: who shows counts needs no statechart, and to compile one takes a page's time.
 */

/** The host's states in the order of its machine: column indices of every array that counts hosts by state. */
export const HOST_STATES = [
	'asleep',
	'protected',
	'fetching',
	'crashed',
	'waitingForKey',
	'waitingForHands',
	'underRepair',
	'recovered',
	'unprotected',
	'agentDown',
	'compromised'
] as const satisfies readonly StateName<typeof hostMachine>[];

export type HostState = (typeof HOST_STATES)[number];

/** A service's states in the order of its machine. */
export const SERVICE_STATES = [
	'normal',
	'degraded',
	'manual',
	'down',
	'backlog'
] as const satisfies readonly StateName<typeof serviceMachine>[];
