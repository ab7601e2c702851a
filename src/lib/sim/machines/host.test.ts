import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { nextState, REFUSED, type EventName } from '../table/compile.ts';
import { DEFECTS } from '../model.ts';
import { COMPONENTS } from '../parameters.ts';
import { HOST_STATES, type HostState } from '../table/states.ts';
import { hostTable } from '../table/tables.ts';
import { hostMachine, type HostFacts } from './host.ts';

const variants: HostFacts[] = COMPONENTS.flatMap((component) =>
	DEFECTS.map((defect) => ({ component, defect }))
);

/** The state a host is in after these events, from the state given; fails where one is refused. */
function after(facts: HostFacts, from: HostState, ...events: EventName<typeof hostMachine>[]): HostState {
	const table = hostTable(facts);
	return events.reduce<HostState>((state, event) => {
		const next = nextState(table, table.state[state], event);
		expect(next, `${state} takes ${event}`).not.toBe(REFUSED);
		return HOST_STATES[next];
	}, from);
}

/** The states that XState's own graph reaches in this variant. */
function reached(facts: HostFacts): Set<string> {
	return new Set(getShortestPaths(hostMachine, { input: facts }).map(({ state }) => state.value));
}

describe('a host', () => {
	it('counts its states in the order of the machine', () => {
		expect(Object.keys(hostMachine.states)).toEqual([...HOST_STATES]);
		expect(hostTable(variants[0]).states).toEqual([...HOST_STATES]);
	});

	it('reaches every state in one variant or another', () => {
		const seen = new Set(variants.flatMap((facts) => [...reached(facts)]));
		expect([...seen].sort()).toEqual([...HOST_STATES].sort());
	});

	it.each(['bootCrash', 'agentFailure'] as const)('goes down with a kernel-mode %s', (defect) => {
		expect(after({ component: 'kernel', defect }, 'fetching', 'INSTALL')).toBe('crashed');
		expect(reached({ component: 'kernel', defect })).not.toContain('agentDown');
	});

	it.each(['bootCrash', 'agentFailure'] as const)(
		'stays up without its agent after a user-mode %s',
		(defect) => {
			const facts = { component: 'user', defect } as const;
			expect(after(facts, 'fetching', 'INSTALL')).toBe('agentDown');
			expect(reached(facts)).not.toContain('crashed');
			expect(hostTable(facts).tags.up[hostTable(facts).state.agentDown]).toBe(1);
			expect(hostTable(facts).tags.guarded[hostTable(facts).state.agentDown]).toBe(0);
		}
	);

	it.each(COMPONENTS)('goes down when a system file is quarantined, in %s mode too', (component) => {
		expect(after({ component, defect: 'systemFileQuarantined' }, 'fetching', 'INSTALL')).toBe('crashed');
	});

	it.each(COMPONENTS)('is as it was after a harmless release in %s mode', (component) => {
		const facts = { component, defect: 'harmless' } as const;
		expect(after(facts, 'fetching', 'INSTALL')).toBe('protected');
		expect([...reached(facts)].sort()).toEqual(['asleep', 'fetching', 'protected']);
	});

	it('is not touched by a release while it sleeps', () => {
		for (const facts of variants) {
			const table = hostTable(facts);
			const taken = table.events.filter((event) => nextState(table, table.state.asleep, event) !== REFUSED);
			expect(taken).toEqual(['WAKE']);
		}
	});

	it('waits for its key before hands can start', () => {
		const facts = variants[0];
		expect(after(facts, 'crashed', 'NEED_KEY', 'KEY_FOUND', 'START_REPAIR', 'REPAIRED')).toBe('recovered');
		const table = hostTable(facts);
		expect(nextState(table, table.state.waitingForKey, 'START_REPAIR')).toBe(REFUSED);
	});

	it('goes back into the queue when a repair fails or an intruder is put out', () => {
		expect(after(variants[0], 'underRepair', 'REPAIR_FAILED')).toBe('waitingForHands');
		expect(after(variants[0], 'underRepair', 'REPAIRED_WITHOUT_AGENT', 'COMPROMISE', 'CONTAIN')).toBe(
			'waitingForHands'
		);
	});

	it('can only be compromised while it runs without its agent', () => {
		for (const facts of variants) {
			const table = hostTable(facts);
			for (const state of HOST_STATES) {
				const taken = nextState(table, table.state[state], 'COMPROMISE') !== REFUSED;
				expect(taken, state).toBe(table.tags.exposed[table.state[state]] === 1);
			}
		}
	});

	it('is never lost: from every state but sleep and health some path leads to recovered', () => {
		const table = hostTable(variants[0]);
		for (const state of HOST_STATES) {
			const seen = new Set([table.state[state]]);
			for (const from of seen) {
				for (const event of table.events) {
					const next = nextState(table, from, event);
					if (next !== REFUSED) seen.add(next);
				}
			}
			expect(seen, state).toContain(table.state.recovered);
		}
	});

	it('is either up or down, unless it sleeps; and while up guarded or exposed, unless compromised', () => {
		const { tags, state } = hostTable(variants[0]);
		for (const name of HOST_STATES) {
			const at = state[name];
			expect(tags.up[at] + tags.down[at], name).toBe(name === 'asleep' ? 0 : 1);
			const watched = tags.guarded[at] + tags.exposed[at];
			expect(watched, name).toBe(tags.up[at] === 1 && name !== 'compromised' ? 1 : 0);
		}
	});
});
