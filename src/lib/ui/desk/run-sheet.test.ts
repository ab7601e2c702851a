import { describe, expect, it } from 'vitest';
import type { WorldView } from '../../exercise/project/project.ts';
import { runSheet } from './run-sheet.ts';

type Ahead = WorldView['ahead'][number];
const ahead = (id: string, more: Partial<Ahead>): Ahead => ({
	...{ id, kind: 'standard', plannedMin: 0, scheduled: true, when: null, untilMin: null, stops: false },
	...{ channel: 'news', from: '', title: { en: id }, body: { en: '' }, expected: null, to: null },
	...more
});
const WHEN = {} as NonNullable<Ahead['when']>;

describe('the run sheet', () => {
	const sheet = runSheet({
		minute: 60,
		injects: [
			{
				...{ inject: 'first', atMin: 5, channel: 'news', from: '' },
				...{ title: { en: 'first' }, body: { en: '' }, to: null }
			}
		],
		ahead: [
			ahead('late', { plannedMin: 200 }),
			ahead('soon', { plannedMin: 90 }),
			ahead('adaptive', { scheduled: false, when: WHEN }),
			ahead('by-hand', { scheduled: false }),
			ahead('missed', { scheduled: false, when: WHEN, untilMin: 30 })
		]
	});
	const list = (rows: readonly { id: string; state: string }[]) =>
		rows.map((one) => `${one.id} ${one.state}`);

	it('has what went out first, then what is planned by its time, the next one marked', () => {
		expect(list(sheet.timed)).toEqual(['first released', 'soon next', 'late planned']);
	});

	it('keeps apart what waits for the world or for a hand', () => {
		expect(list(sheet.later)).toEqual(['adaptive waiting', 'by-hand held']);
	});

	it('names what nothing called for while it could', () => {
		expect(list(sheet.overtaken)).toEqual(['missed overtaken']);
	});
});
