import { expect, test } from 'vitest';
import { HELP, readOptions } from './options.ts';

const ENOUGH = ['--scenario', 'july-2024', '--out', 'here'];

test('a scenario and a folder are enough: the record is played to its end', () => {
	expect(readOptions(ENOUGH)).toEqual({
		scenario: 'july-2024',
		policy: 'record',
		role: null,
		cut: null,
		seed: null,
		set: [],
		untilMin: null,
		everyMin: null,
		world: null,
		out: 'here'
	});
});

test('help explains every option, whatever else is said', () => {
	expect(readOptions(['--nonsense', '--help'])).toBe(HELP);
	for (const option of ['scenario', 'policy', 'role', 'cut', 'seed', 'set', 'until', 'every', 'world', 'out'])
		expect(HELP).toContain(`--${option} `);
});

test.each([
	[['--out', 'here'], 'Say what to run'],
	[['--scenario', 'july-2024'], 'Say where the results go'],
	[[...ENOUGH, '--until', 'noon'], '--until is "noon"'],
	[[...ENOUGH, '--every', '0'], '--every is "0"'],
	[[...ENOUGH, '--seed', 'x'.repeat(201)], '--seed has 201 characters'],
	[[...ENOUGH, '--polcy', 'none'], 'Did you mean --policy?']
])('%j is refused', (argv, message) => {
	expect(() => readOptions(argv)).toThrow(message);
});
