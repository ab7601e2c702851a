import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	createActor,
	initialTransition,
	transition,
	type AnyMachineSnapshot,
	type AnyStateMachine,
	type EventObject
} from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { controlPlaneMachine } from '../machines/control-plane.ts';
import { hostMachine, type HostFacts } from '../machines/host.ts';
import { otherDefectMachine, type OtherFacts } from '../machines/other-defects.ts';
import { rolloutMachine } from '../machines/rollout.ts';
import { serviceMachine } from '../machines/service.ts';
import { statementMachine } from '../machines/statement.ts';
import { vendorMachine } from '../machines/vendor.ts';
import { DEFECTS, OTHER_DEFECTS } from '../model.ts';
import { COMPONENTS } from '../parameters.ts';
import { REFUSED, type TransitionTable } from './compile.ts';
import {
	controlPlaneTable,
	hostTable,
	otherDefectTable,
	rolloutTable,
	serviceTable,
	statementTable,
	vendorTable
} from './tables.ts';

type AnyTable = TransitionTable<string, string, string>;
/** One event as it can be sent, and the table that must know what it does. */
type Sent = { event: EventObject; table: AnyTable };
type Subject = { name: string; machine: AnyStateMachine; input?: HostFacts | OtherFacts; sent: Sent[] };

function sentBy(table: AnyTable, facts: Record<string, object> = {}): Sent[] {
	return table.events.map((type) => ({ event: { ...facts[type], type }, table }));
}

const subjects: Subject[] = [
	...COMPONENTS.flatMap((component) =>
		DEFECTS.map((defect) => ({
			name: `host, ${component}, ${defect}`,
			machine: hostMachine,
			input: { component, defect },
			sent: sentBy(hostTable({ component, defect }))
		}))
	),
	{
		name: 'rollout',
		machine: rolloutMachine,
		sent: [
			...sentBy(rolloutTable('moreRings'), { RING_BAKED: { lastRing: false } }),
			...sentBy(rolloutTable('lastRing'), { RING_BAKED: { lastRing: true } })
		]
	},
	{
		name: 'service',
		machine: serviceMachine,
		sent: [
			...sentBy(serviceTable('workOwed'), { RESTORE: { workIsOwed: true } }),
			...sentBy(serviceTable('nothingOwed'), { RESTORE: { workIsOwed: false } })
		]
	},
	{ name: 'vendor', machine: vendorMachine, sent: sentBy(vendorTable()) },
	{ name: 'statement', machine: statementMachine, sent: sentBy(statementTable()) },
	{ name: 'control plane', machine: controlPlaneMachine, sent: sentBy(controlPlaneTable()) },
	...(['bootCrash', ...OTHER_DEFECTS] as const).flatMap((defect) =>
		(
			[
				['waits', true, false],
				['at once', false, false],
				['falls back', false, true]
			] as const
		).map(([name, waits, fallsBack]) => {
			const input = { component: 'kernel' as const, defect, waits, fallsBack };
			return {
				name: `other defect, ${defect}, ${name}`,
				machine: otherDefectMachine,
				input,
				sent: sentBy(otherDefectTable(input))
			};
		})
	)
];

/** What the table says `event` does in a state: the next state's name, or null where it is refused. */
function byTable({ event, table }: Sent, state: string): string | null {
	const next = table.next[table.state[state]! * table.events.length + table.event[event.type]!]!;
	return next === REFUSED ? null : table.states[next]!;
}

/**
 * A living actor and what XState did with the last event: the next state's name (null where it selected no transition)
 * and the actions it ran. Read from its inspection events, because after a transition to the same state the snapshot is
 * the very one from before, as it is after a refusal.
 */
function observed(
	machine: AnyStateMachine,
	from: { input: HostFacts | OtherFacts | undefined } | { snapshot: AnyMachineSnapshot }
) {
	let transitions = 0;
	let actions: string[] = [];
	const actor = createActor(machine, {
		...from,
		inspect: (seen) => {
			if (seen.type === '@xstate.microstep') transitions += seen._transitions.length;
			if (seen.type === '@xstate.action') actions.push(seen.action.type);
		}
	}).start();
	return (event: EventObject) => {
		[transitions, actions] = [0, []];
		actor.send(event);
		const snapshot = actor.getSnapshot();
		return { snapshot, answer: transitions === 0 ? null : (snapshot.value as string), actions };
	};
}

function start({ machine, input }: Subject) {
	return initialTransition(machine, input)[0];
}

describe.each(subjects)('the table and the machine: $name', (subject) => {
	const { machine, input, sent } = subject;
	const events = sent.map(({ event }) => event);
	const lookUp = (event: EventObject) =>
		sent.filter((one) => JSON.stringify(one.event) === JSON.stringify(event));

	it.each([
		['shortest', getShortestPaths],
		['simple', getSimplePaths]
	] as const)('agree at every step of the %s paths to every state, whatever is sent there', (_, pathsOf) => {
		const paths = pathsOf(machine, { input, events });
		for (const { steps } of paths) {
			let snapshot = start(subject);
			expect(snapshot.value).toBe(sent[0]!.table.states[sent[0]!.table.initial]);
			for (const { event } of steps.filter((step) => step.event.type !== 'xstate.init')) {
				for (const one of lookUp(event)) {
					expect(byTable(one, snapshot.value), event.type).toBe(
						observed(machine, { snapshot })(event).answer
					);
				}
				snapshot = transition(machine, snapshot, event)[0];
			}
			for (const one of sent) {
				const { answer, actions } = observed(machine, { snapshot })(one.event);
				expect(byTable(one, snapshot.value), `${snapshot.value} ${one.event.type}`).toBe(answer);
				const entry =
					one.table.state[snapshot.value]! * one.table.events.length + one.table.event[one.event.type]!;
				expect(one.table.actions[entry]).toEqual(actions);
			}
		}
		expect(paths.length).toBeGreaterThan(1);
	});

	it('agree along random walks of a living actor, where half of what is sent may be refused', () => {
		const choice = fc.record({ any: fc.boolean(), pick: fc.nat(10_000) });
		fc.assert(
			fc.property(fc.array(choice, { maxLength: 40 }), (choices) => {
				const send = observed(machine, { input });
				let state = sent[0]!.table.states[sent[0]!.table.initial]!;
				for (const { any, pick } of choices) {
					const taken = sent.filter((one) => byTable(one, state) !== null);
					const from = any || taken.length === 0 ? sent : taken;
					const one = from[pick % from.length]!;
					const next = byTable(one, state);
					const { answer, snapshot } = send(one.event);
					expect(answer, `${state} ${one.event.type}`).toBe(next);
					state = next ?? state;
					expect(snapshot.value).toBe(state);
				}
			}),
			{ seed: 20240719, numRuns: 200 }
		);
	});

	it('name the same states, events and tags', () => {
		for (const { table } of sent) {
			expect(table.states).toEqual(Object.keys(machine.states));
			expect([...table.events].sort()).toEqual([...(machine.events as string[])].sort());
			for (const state of table.states) {
				const carried = Object.keys(table.tags).filter((tag) => table.tags[tag]![table.state[state]!] === 1);
				expect(carried.sort()).toEqual([...machine.states[state]!.tags].sort());
			}
		}
	});
});
