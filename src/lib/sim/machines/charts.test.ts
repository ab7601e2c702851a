import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { actionsOf, nextState, REFUSED, type TransitionTable } from '../table/compile.ts';
import { SERVICE_STATES } from '../table/states.ts';
import { rolloutTable, serviceTable, statementTable, vendorTable } from '../table/tables.ts';
import { rolloutMachine } from './rollout.ts';
import { serviceMachine } from './service.ts';
import { statementMachine } from './statement.ts';
import { vendorMachine } from './vendor.ts';

/** Follows events from a state by name; `refused` where the table does not take one. */
function follow<State extends string, Event extends string, Tag extends string>(
	table: TransitionTable<State, Event, Tag>,
	from: State,
	...events: Event[]
): State | 'refused' {
	let state = table.state[from];
	for (const event of events) {
		state = nextState(table, state, event);
		if (state === REFUSED) return 'refused';
	}
	return table.states[state];
}

/** The states that take any of these events. */
function takers<State extends string, Event extends string, Tag extends string>(
	table: TransitionTable<State, Event, Tag>,
	...events: Event[]
): State[] {
	return table.states.filter((state) => events.some((event) => follow(table, state, event) !== 'refused'));
}

describe('a rollout', () => {
	const more = rolloutTable('moreRings');
	const last = rolloutTable('lastRing');

	it('reaches every state', () => {
		const events = more.events.flatMap((type) => [true, false].map((lastRing) => ({ type, lastRing })));
		const seen = new Set(getShortestPaths(rolloutMachine, { events }).map(({ state }) => state.value));
		expect([...seen].sort()).toEqual([...more.states].sort());
	});

	it('opens the next ring while there is one, and is complete after the last', () => {
		expect(follow(more, 'running', 'RING_BAKED')).toBe('running');
		expect(actionsOf(more, more.state.running, 'RING_BAKED')).toEqual(['openNextRing']);
		expect(follow(last, 'running', 'RING_BAKED')).toBe('complete');
		expect(actionsOf(last, last.state.running, 'RING_BAKED')).toEqual([]);
	});

	it('opens no ring while it does not run', () => {
		expect(takers(more, 'RING_BAKED')).toEqual(['running']);
	});

	it('pauses at a failed health gate and can go on; a halt is for good', () => {
		expect(follow(more, 'planned', 'RELEASE', 'GATE_FAILED', 'RESUME')).toBe('running');
		expect(follow(more, 'running', 'HALT', 'RESUME')).toBe('refused');
		expect(follow(more, 'running', 'HALT', 'RELEASE')).toBe('refused');
	});

	it('can be rolled back once released, also when complete, and only once', () => {
		expect(takers(more, 'ROLL_BACK')).toEqual(['running', 'paused', 'halted', 'complete']);
		expect(takers(more, ...more.events)).not.toContain('rolledBack');
	});

	it('ships while it runs and after it is complete', () => {
		const shipping = more.states.filter((state) => more.tags.shipping[more.state[state]] === 1);
		expect(shipping).toEqual(['running', 'complete']);
	});
});

describe('a vendor', () => {
	const table = vendorTable();

	it('reaches every state', () => {
		const seen = new Set(getShortestPaths(vendorMachine).map(({ state }) => state.value));
		expect([...seen].sort()).toEqual([...table.states].sort());
	});

	it('offers no fix before it has found one', () => {
		expect(takers(table, 'OFFER_FIX')).toEqual(['fixFound']);
		expect(takers(table, 'OFFER_AUTOMATED_FIX')).toEqual(['fixFound', 'fixOffered']);
	});

	it('goes from the first reports to recovery, by hand or automated', () => {
		const found = ['REPORTS_SEEN', 'STOP_SHIPPING', 'FIND_FIX'] as const;
		expect(follow(table, 'quiet', ...found, 'OFFER_FIX', 'ALL_CLEAR')).toBe('recovered');
		expect(follow(table, 'quiet', ...found, 'OFFER_AUTOMATED_FIX', 'ALL_CLEAR')).toBe('recovered');
	});

	it('keeps its stage when it stops shipping late, which is not the same as refusing', () => {
		for (const state of ['fixFound', 'fixOffered', 'automatedFixOffered'] as const) {
			expect(follow(table, state, 'STOP_SHIPPING')).toBe(state);
		}
		expect(follow(table, 'halted', 'STOP_SHIPPING')).toBe('refused');
	});
});

describe('what a vendor says', () => {
	const table = statementTable();

	it('reaches every state, and nothing leads back to silence', () => {
		const seen = new Set(getShortestPaths(statementMachine).map(({ state }) => state.value));
		expect([...seen].sort()).toEqual([...table.states].sort());
		expect([...table.next]).not.toContain(table.state.silent);
	});

	it('may take a denial back, but cannot deny what it has explained', () => {
		expect(follow(table, 'denied', 'SAY_ACKNOWLEDGE')).toBe('acknowledged');
		expect(takers(table, 'SAY_DENY')).toEqual(['silent', 'acknowledged']);
	});

	it('keeps an apology when it explains more', () => {
		expect(follow(table, 'apologised', 'SAY_EXPLAIN')).toBe('apologised');
	});
});

describe('a service', () => {
	const owed = serviceTable('workOwed');
	const clear = serviceTable('nothingOwed');

	it('counts its states in the order of the machine', () => {
		expect(Object.keys(serviceMachine.states)).toEqual([...SERVICE_STATES]);
		expect(owed.states).toEqual([...SERVICE_STATES]);
	});

	it('reaches every state', () => {
		const events = owed.events.flatMap((type) => [true, false].map((workIsOwed) => ({ type, workIsOwed })));
		const seen = new Set(getShortestPaths(serviceMachine, { events }).map(({ state }) => state.value));
		expect([...seen].sort()).toEqual([...owed.states].sort());
	});

	it.each(['degraded', 'manual', 'down'] as const)('restored from %s it works off what it owes', (state) => {
		expect(follow(owed, state, 'RESTORE', 'BACKLOG_CLEARED')).toBe('normal');
		expect(follow(owed, state, 'RESTORE')).toBe('backlog');
		expect(follow(clear, state, 'RESTORE')).toBe('normal');
	});

	it('can be hit again while it works off its backlog', () => {
		expect(follow(owed, 'backlog', 'DEGRADE')).toBe('degraded');
		expect(follow(owed, 'backlog', 'COLLAPSE')).toBe('down');
	});

	it('can go manual from every state but manual', () => {
		expect(takers(owed, 'GO_MANUAL')).toEqual(['normal', 'degraded', 'down', 'backlog']);
	});
});
