import { describe, expect, it } from 'vitest';
import { DEFECTS, OTHER_DEFECTS } from '../model.ts';
import { OTHER_STATES } from '../other-defects/columns.ts';
import { COMPONENTS } from '../parameters.ts';
import { nextState, REFUSED, type EventName } from '../table/compile.ts';
import { HOST_STATES } from '../table/states.ts';
import { HOST_TABLE, hostTable, otherDefectTable } from '../table/tables.ts';
import type { otherDefectMachine, OtherFacts } from './other-defects.ts';

const FACTS: readonly OtherFacts[] = COMPONENTS.flatMap((component) =>
	[...DEFECTS, ...OTHER_DEFECTS].flatMap((defect) =>
		[true, false].flatMap((waits) =>
			[true, false].map((fallsBack) => ({ component, defect, waits, fallsBack }))
		)
	)
);

/** Name of the state after an event, or null where it is refused. */
function after(facts: OtherFacts, from: string, event: EventName<typeof otherDefectMachine>): string | null {
	const table = otherDefectTable(facts);
	const next = nextState(table, table.state[from as (typeof table.states)[number]], event);
	return next === REFUSED ? null : table.states[next]!;
}

describe('a host that another kind of release has', () => {
	it('is in a state of its own or in one of the ordinary host’s, whose tags mean the same', () => {
		const table = otherDefectTable(FACTS[0]!);
		for (const state of table.states) {
			if (state === 'reached' || (OTHER_STATES as readonly string[]).includes(state)) continue;
			expect(HOST_STATES, state).toContain(state);
			const ordinary = HOST_TABLE.state[state as (typeof HOST_STATES)[number]];
			for (const tag of ['up', 'down'] as const)
				expect(table.tags[tag][table.state[state]], `${state} ${tag}`).toBe(HOST_TABLE.tags[tag][ordinary]);
		}
	});

	it('fails by a fault as an ordinary one does, at once, by expiry, and when what it carries shows', () => {
		for (const component of COMPONENTS) {
			for (const defect of DEFECTS) {
				const ordinary = hostTable({ component, defect });
				const to = HOST_STATES[nextState(ordinary, ordinary.state.fetching, 'INSTALL')];
				const facts = { component, defect, waits: false, fallsBack: false };
				expect(after(facts, 'reached', 'INSTALL')).toBe(to);
				expect(after(facts, 'reached', 'EXPIRE')).toBe(to);
				expect(after({ ...facts, waits: true }, 'carrying', 'TRIGGER')).toBe(to);
			}
		}
	});

	it('does nothing while a defect waits, and looks guarded', () => {
		for (const facts of FACTS.filter(({ waits }) => waits)) {
			const to = after(facts, 'reached', 'INSTALL')!;
			expect(to).toBe(facts.defect === 'payload' ? 'implanted' : 'carrying');
			const { tags, state } = otherDefectTable(facts);
			expect(tags.guarded[state[to as 'carrying']]).toBe(1);
		}
	});

	it('fares alike in kernel and user mode by a defect that is no fault of its component', () => {
		for (const defect of OTHER_DEFECTS) {
			const [kernel, user] = COMPONENTS.map((component) => {
				return otherDefectTable({ component, defect, waits: false, fallsBack: true }).next;
			});
			expect(kernel).toEqual(user);
		}
	});

	it('is set up afresh when an intruder has been in it, found out, held it or destroyed it', () => {
		const facts: OtherFacts = { component: 'kernel', defect: 'payload', waits: true, fallsBack: false };
		expect(after(facts, 'implanted', 'CONTAIN')).toBe('waitingForHands');
		expect(after(facts, 'implanted', 'WIPE')).toBe('wiped');
		expect(after(facts, 'wiped', 'NEED_HANDS')).toBe('waitingForHands');
		expect(after(facts, 'implanted', 'REVERT')).toBeNull();
		expect(after(facts, 'wiped', 'RELEASE')).toBeNull();
	});

	it('starts again and again by the content of an agent that gives it up in the end, and by nothing else', () => {
		for (const facts of FACTS.filter(({ fallsBack, waits }) => fallsBack && !waits)) {
			const { component, defect } = facts;
			const falls = component === 'kernel' && (defect === 'bootCrash' || defect === 'agentFailure');
			expect(after(facts, 'reached', 'INSTALL') === 'restarting', `${component} ${defect}`).toBe(falls);
			expect(after({ ...facts, waits: true }, 'carrying', 'TRIGGER') === 'restarting').toBe(falls);
			expect(after(facts, 'reached', 'EXPIRE') === 'restarting').toBe(falls);
		}
		expect(after(FACTS[0]!, 'restarting', 'FALL_BACK')).toBe('recovered');
	});

	it('runs and does no work while it is cut off', () => {
		const { tags, state } = otherDefectTable({
			component: 'kernel',
			defect: 'hostIsolated',
			waits: false,
			fallsBack: false
		});
		expect(tags.up[state.isolated]).toBe(1);
		expect(tags.outOfService[state.isolated]).toBe(1);
	});
});
