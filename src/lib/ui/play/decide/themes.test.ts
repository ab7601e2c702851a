import { describe, expect, it } from 'vitest';
import { DECISION_THEMES, byTheme, themeOf } from './themes.ts';
import type { Choice } from './decisions.ts';

const choice = (id: string, moves: string) =>
	({ card: { id, moves }, standing: { kind: 'open' } }) as unknown as Choice;

describe('themes of preparation', () => {
	it('follow from the lever that a decision moves first', () => {
		expect(themeOf({ moves: 'rollout' })).toBe('updates');
		expect(themeOf({ moves: 'vendor' })).toBe('words');
	});

	it('hold every decision once, in the order of an outage, and leave out what is empty', () => {
		const groups = byTheme([
			choice('a', 'vendor'),
			choice('b', 'repair'),
			choice('c', 'rollout'),
			choice('d', 'repair')
		]);
		expect(groups.map(({ theme, choices }) => [theme, choices.map(({ card }) => card.id)])).toEqual([
			['updates', ['c']],
			['recovery', ['b', 'd']],
			['words', ['a']]
		]);
		expect(groups.map(({ theme }) => DECISION_THEMES.indexOf(theme))).toEqual([0, 2, 5]);
	});
});
