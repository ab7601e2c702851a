import { describe, expect, it } from 'vitest';
import type { WorldView } from '../../../exercise/project/project.ts';
import type { PlannedInject } from '../../../exercise/state.ts';
import { fieldOf, minuteIn } from './moment-field.ts';
import { runSheet, type SheetFacts } from './run-sheet.ts';

type Ahead = WorldView['ahead'][number];
const ahead = (id: string, more: Partial<Ahead>): Ahead => ({
	...{ id, kind: 'standard', plannedMin: 0, scheduled: true, when: null, untilMin: null, stops: false },
	...{ channel: 'news', from: '', title: { en: id }, body: { en: '' }, expected: null, to: null },
	...more
});
const WHEN = {} as NonNullable<Ahead['when']>;

const released = (inject: string, atMin: number) => ({
	...{ inject, atMin, channel: 'news' as const, from: '' },
	...{ title: { en: inject }, body: { en: '' }, to: null }
});
const planned = (inject: string, more: Partial<PlannedInject> = {}): PlannedInject => ({
	...{ inject, revision: 2, timing: { kind: 'parked' }, text: null, corrects: null, earlier: [], ...more }
});
const facts: SheetFacts = {
	minute: 60,
	injects: [released('first', 5)],
	ahead: [
		ahead('late', { plannedMin: 200 }),
		ahead('soon', { plannedMin: 90 }),
		ahead('adaptive', { scheduled: false, when: WHEN }),
		ahead('by-hand', { scheduled: false }),
		ahead('missed', { scheduled: false, when: WHEN, untilMin: 30 }),
		ahead('parked', { scheduled: false }),
		ahead('mine', { scheduled: false, isWritten: true })
	],
	plan: [planned('parked'), planned('mine', { corrects: 'first' })],
	desk: {
		waiting: [],
		opened: { first: ['ward', 'gone'] },
		writing: [
			{ inject: 'soon', person: 'p1', name: 'Fay' },
			{ inject: 'soon', person: 'p2', name: 'Gus' }
		],
		by: { first: 'Fay' },
		undo: null
	},
	conditions: { adaptive: { text: 'world.down > 1', holds: false, terms: [], worlds: 1, holdsIn: 0 } },
	self: 'p1',
	reached: () => ['ward', 'makers']
};

describe('the run sheet', () => {
	const sheet = runSheet(facts);
	const list = (rows: readonly { id: string; state: string }[]) =>
		rows.map((one) => `${one.id} ${one.state}`);

	it('has what went out first, then what is planned by its time, the next one marked', () => {
		expect(list(sheet.timed)).toEqual(['first released', 'soon next', 'late planned']);
	});

	it('keeps apart what waits for the world or for a hand, and what was put in the tray', () => {
		expect(list(sheet.later)).toEqual(['adaptive waiting', 'by-hand held']);
		expect(list(sheet.tray)).toEqual(['parked parked', 'mine parked']);
	});

	it('names what nothing called for while it could', () => {
		expect(list(sheet.overtaken)).toEqual(['missed overtaken']);
	});

	it('says who released and has opened, who else writes, what is corrected and where a condition stands', () => {
		expect(sheet.timed[0]).toMatchObject({ by: 'Fay' });
		expect(sheet.timed[0]).toMatchObject({ opened: { teams: 1, of: 2 } });
		expect(sheet.timed[1]).toMatchObject({ opened: null });
		expect(sheet.timed[1]!.writers).toEqual(['Gus']);
		expect(sheet.tray[1]).toMatchObject({ corrects: { en: 'first' }, isWritten: true, revision: 2 });
		expect(sheet.later[0]!.condition?.text).toBe('world.down > 1');
	});

	it('shows what goes out when the exercise goes on where it stands in time, or in the tray', () => {
		const waiting = runSheet({ ...facts, desk: { ...facts.desk!, waiting: ['soon', 'mine'] } });
		expect(list(waiting.timed)).toEqual(['first released', 'soon onGoOn', 'late next']);
		expect(list(waiting.tray)).toEqual(['parked parked', 'mine onGoOn']);
	});
});

it('a form says a minute of the exercise as a date and time, and reads it back', () => {
	const START = 12_906_000;
	expect(minuteIn(START, fieldOf(START, 131))).toBe(131);
	expect(minuteIn(START, '')).toBeNull();
});
