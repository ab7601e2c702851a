export type TermGroup = 'exercise' | 'field' | 'patchfall';

export interface GlossaryTerm {
	readonly name: string;
	readonly group: TermGroup;
	readonly text: string;
}

/**
 * Words of exercises (after HSEEP, the US Homeland Security Exercise and Evaluation Program), of the field, and our own.
 */
export const glossary = {
	'after-action-report': {
		name: 'After-action report',
		group: 'exercise',
		text: 'The written account of an exercise: what was meant to happen, what happened, and what follows from it. Comes with an improvement plan.'
	},
	'core-capability': {
		name: 'Core capability',
		group: 'exercise',
		text: 'One of the capabilities that FEMA’s National Preparedness Goal names, such as operational coordination or cybersecurity. Objectives are tied to them.'
	},
	'critical-task': {
		name: 'Critical task',
		group: 'exercise',
		text: 'Something that must be done for an objective to be met. Each is rated P, S, M or U.'
	},
	inject: {
		name: 'Inject',
		group: 'exercise',
		text: 'A message that reaches players: a call, a ticket, a notice. Standard injects come at their time; contingency and adaptive ones only where the situation calls for them.'
	},
	'hot-wash': {
		name: 'Hot wash',
		group: 'exercise',
		text: 'The talk right after an exercise, while memory is fresh: what helped, what hurt, what to change.'
	},
	msel: {
		name: 'MSEL',
		group: 'exercise',
		text: 'Master scenario events list: every inject with its time, sender, receiver and the action it should prompt.'
	},
	objective: {
		name: 'Objective',
		group: 'exercise',
		text: 'What an exercise is to practise or test, stated so that it can be judged.'
	},
	rating: {
		name: 'P, S, M, U',
		group: 'exercise',
		text: 'How far a task was performed: without challenges (P), with some challenges (S), with major challenges (M), or unable to be performed (U).'
	},
	tabletop: {
		name: 'Tabletop exercise',
		group: 'exercise',
		text: 'An exercise in which people talk and decide through a scenario; nothing real is switched off.'
	},
	'bake-time': {
		name: 'Bake time',
		group: 'field',
		text: 'How long a release stays with one ring before the next gets it, so that faults can show.'
	},
	backlog: {
		name: 'Backlog',
		group: 'field',
		text: 'Work that waits because it could not be done when it was asked for.'
	},
	'blast-radius': {
		name: 'Blast radius',
		group: 'field',
		text: 'How much can fail together when one thing fails.'
	},
	'boot-loop': {
		name: 'Boot loop',
		group: 'field',
		text: 'A host that crashes while it starts, restarts, and crashes again. It cannot be mended from afar.'
	},
	'content-update': {
		name: 'Content update',
		group: 'field',
		text: 'Data that tells an endpoint agent what to look for. Ships far more often than the agent itself, and on 19 July 2024 went to every host at once.'
	},
	'crash-dump': {
		name: 'Crash dump',
		group: 'field',
		text: 'What a host writes down as it crashes. It names the component that failed.'
	},
	'endpoint-agent': {
		name: 'Endpoint agent',
		group: 'field',
		text: 'Security software on each host that watches for attacks and stops them. Also called a sensor.'
	},
	fleet: {
		name: 'Fleet',
		group: 'field',
		text: 'All hosts of an organisation, or all hosts that run one vendor’s agent.'
	},
	'health-gate': {
		name: 'Health gate',
		group: 'field',
		text: 'A check that stops a rollout when hosts that have it fare worse than hosts that do not.'
	},
	host: {
		name: 'Host',
		group: 'field',
		text: 'A computer of any kind: server, workstation, laptop, kiosk, till, cloud machine.'
	},
	'kernel-mode': {
		name: 'Kernel mode',
		group: 'field',
		text: 'Where the operating system’s core runs. A fault there takes the whole host down.'
	},
	'user-mode': {
		name: 'User mode',
		group: 'field',
		text: 'Where ordinary programs run. A fault there takes the program down; the host lives, for a security agent without protection.'
	},
	'mean-time-to-recover': {
		name: 'Mean time to recover',
		group: 'field',
		text: 'How long a host is down on average, from crash to return.'
	},
	'mutual-aid': {
		name: 'Mutual aid',
		group: 'field',
		text: 'Organisations that lend each other people and equipment, by agreement made before.'
	},
	'out-of-band': {
		name: 'Out-of-band access',
		group: 'field',
		text: 'A way to reach a host that does not need the host’s own system to run: a management card, a remote console.'
	},
	phishing: {
		name: 'Phishing',
		group: 'field',
		text: 'Messages that pose as somebody trusted. After an outage they pose as the fix.'
	},
	'recovery-key': {
		name: 'Recovery key',
		group: 'field',
		text: 'The long number that unlocks an encrypted disk. Each host has its own; if the server that keeps them is down too, nobody has any.'
	},
	'remote-hands': {
		name: 'Remote hands',
		group: 'field',
		text: 'People at a distant site who do with their own hands what cannot be done over the network.'
	},
	ring: {
		name: 'Ring',
		group: 'field',
		text: 'A group of hosts that get a release together, the smallest first: test hosts, then a few customers, then all.'
	},
	rollback: {
		name: 'Rollback',
		group: 'field',
		text: 'Going back to the version before. It helps hosts that still start.'
	},
	halt: {
		name: 'Halt',
		group: 'field',
		text: 'Stopping a rollout. Hosts that have the update keep it; no further host gets it.'
	},
	'safe-mode': {
		name: 'Safe mode',
		group: 'field',
		text: 'Starting a host with as little as possible, so that a faulty file can be removed by hand.'
	},
	'version-policy': {
		name: 'Version policy',
		group: 'field',
		text: 'What a customer has chosen to run: the latest version (N), or one or two behind (N−1, N−2). In 2024 it did not cover content.'
	},
	attention: {
		name: 'Attention',
		group: 'patchfall',
		text: 'How much a leadership team can take on at once, in points. A round has so many; they do not carry over.'
	},
	'harm-index': {
		name: 'Harm index',
		group: 'patchfall',
		text: 'What a role is judged by: its weighted harms as a share of what they would have been with nobody deciding. 1 is nobody deciding, 0 is no outage.'
	},
	'nobody-acts': {
		name: 'Nobody decides',
		group: 'patchfall',
		text: 'The same world and seed with no decision by anybody: no revert, no repair plan, no statement.'
	},
	record: {
		name: 'The record',
		group: 'patchfall',
		text: 'The same world with every role doing what was done then, as far as the scenario’s sources say.'
	},
	seed: {
		name: 'Seed',
		group: 'patchfall',
		text: 'A text that picks the chances of a run. Equal seeds and equal choices give equal runs.'
	}
} as const satisfies Readonly<Record<string, GlossaryTerm>>;

export type TermId = keyof typeof glossary;
