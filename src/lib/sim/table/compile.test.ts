import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { actionsOf, compileTable, nextState, REFUSED } from './compile.ts';
import { hostTable, rolloutTable } from './tables.ts';

describe('a compiled table', () => {
	it('tells staying put from refusing, and a forbidden event from both', () => {
		const machine = setup({
			types: {} as {
				events: { type: 'TURN' } | { type: 'NOTE' } | { type: 'FORBIDDEN' } | { type: 'OTHER' };
			},
			actions: { note: () => {} }
		}).createMachine({
			initial: 'on',
			states: {
				on: { on: { TURN: 'on', NOTE: { actions: 'note' }, FORBIDDEN: {} } },
				off: { on: { OTHER: 'on' } }
			}
		});
		const table = compileTable(machine, { facts: {} });
		expect(nextState(table, table.state.on, 'TURN')).toBe(table.state.on);
		expect(nextState(table, table.state.on, 'NOTE')).toBe(table.state.on);
		expect(actionsOf(table, table.state.on, 'NOTE')).toEqual(['note']);
		expect(nextState(table, table.state.on, 'OTHER')).toBe(REFUSED);
		expect(table.events).not.toContain('FORBIDDEN');
	});

	it('follows a guard to where it leads without waiting in between', () => {
		const machine = setup({
			types: {} as { events: { type: 'GO' } }
		}).createMachine({
			initial: 'here',
			states: { here: { on: { GO: 'between' } }, between: { always: 'there' }, there: {} }
		});
		const table = compileTable(machine, { facts: {} });
		expect(nextState(table, table.state.here, 'GO')).toBe(table.state.there);
	});

	it('is compiled once a variant', () => {
		const facts = { component: 'kernel', defect: 'bootCrash' } as const;
		expect(hostTable(facts)).toBe(hostTable({ ...facts }));
		expect(hostTable(facts)).not.toBe(hostTable({ ...facts, component: 'user' }));
		expect(rolloutTable('lastRing')).toBe(rolloutTable('lastRing'));
	});
});

describe('a machine that is more than control', () => {
	const blank = setup({ types: {} as { events: { type: 'GO' } } });

	it('is refused with its states inside', () => {
		const machine = blank.createMachine({
			id: 'nest',
			initial: 'outer',
			states: { outer: { initial: 'inner', states: { inner: {} } } }
		});
		expect(() => compileTable(machine, { facts: {} })).toThrow(
			/state 'outer' of machine 'nest' has states inside/
		);
	});

	it('is refused with a clock of its own', () => {
		const machine = blank.createMachine({
			id: 'timer',
			initial: 'wait',
			states: { wait: { after: { 1000: 'done' } }, done: {} }
		});
		expect(() => compileTable(machine, { facts: {} })).toThrow(/state 'wait' of machine 'timer' has a delay/);
	});

	it('is refused where its input does not start it', () => {
		const machine = setup({
			types: {} as { context: { size: string }; input: { size: string } | undefined; events: { type: 'GO' } }
		}).createMachine({
			id: 'picky',
			context: ({ input }) => ({ size: input!.size }),
			initial: 'only',
			states: { only: {} }
		});
		expect(() => compileTable(machine, { facts: {} })).toThrow(
			/machine 'picky' does not start from this input/
		);
	});

	it('is refused where its states are more than a byte can name', () => {
		const many = Object.fromEntries(Array.from({ length: 255 }, (_, index) => [`s${index}`, {}]));
		const machine = blank.createMachine({ id: 'wide', initial: 's0', states: many });
		expect(() => compileTable(machine, { facts: {} })).toThrow(
			/'wide' has 255 states; a table holds at most 254/
		);
	});
});
