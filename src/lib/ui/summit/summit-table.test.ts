import { describe, expect, test } from 'vitest';
import { isDone, mayBargain } from './summit-table.ts';

type Facts = Parameters<typeof isDone>[0];

const at = (
	step: Facts['view']['position']['step'],
	more: Partial<Facts['view']> = {},
	vote: 'yes' | null = null
) =>
	isDone({
		chair: 'ward',
		view: { position: { step, clock: 'running' }, statements: {}, polls: [], ...more },
		own: { vote }
	});

describe('a chair is asked for nothing that it has done', () => {
	test('it states once what it cares about', () => {
		const stated = { interests: [], redLine: null, offer: null };
		expect(at('opening')).toBe(false);
		expect(at('opening', { statements: { ward: stated } })).toBe(true);
		expect(at('opening', { statements: { bank: stated } })).toBe(false);
	});

	test('it votes once', () => {
		expect(at('ballot')).toBe(false);
		expect(at('ballot', {}, 'yes')).toBe(true);
	});

	test('while measures are bargained over it may always speak', () => {
		const stated = { interests: [], redLine: null, offer: null };
		expect(at('bargaining', { statements: { ward: stated } })).toBe(false);
	});
});

test('while some talk aside, those alone bargain', () => {
	const aside = { position: { step: 'caucus', clock: 'running' }, caucus: ['ward', 'bank'] } as const;
	expect(mayBargain(aside, 'ward')).toBe(true);
	expect(mayBargain(aside, 'airline')).toBe(false);
	const all = { position: { step: 'bargaining', clock: 'running' }, caucus: [] } as const;
	expect(mayBargain(all, 'airline')).toBe(true);
	expect(mayBargain({ ...all, position: { step: 'ballot', clock: 'running' } }, 'airline')).toBe(false);
});
