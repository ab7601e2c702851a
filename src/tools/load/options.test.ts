import { expect, test } from 'vitest';
import { HELP, readLoadOptions } from './options.ts';

test('says what there is, and takes what is given', () => {
	expect(readLoadOptions(['--help'])).toBe(HELP);
	expect(readLoadOptions([])).toMatchObject({ phones: 1000, rooms: 20, stopMs: 1500, url: null });
	expect(readLoadOptions(['--stop', '60'])).toMatchObject({ stopMs: 60_000 });
	const given = ['--phones', '5000', '--rooms', '100', '--url', 'http://localhost:3000/'];
	expect(readLoadOptions(given)).toMatchObject({ phones: 5000, rooms: 100, url: 'http://localhost:3000' });
});

test.each([
	[['--phone', '5'], 'Did you mean --phones?'],
	[['--phones', '5001'], 'a whole number from 0 to 5000'],
	[['--rooms', 'many'], 'a whole number from 0 to 400']
])('%j is refused', (argv, because) => expect(() => readLoadOptions(argv)).toThrow(because));
