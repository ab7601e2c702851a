import { describe, expect, test } from 'vitest';
import { readCommandLine, readWhole } from './command-line.ts';

const read = (...argv: string[]) =>
	readCommandLine('npm run it --', argv, { out: 'value', set: 'values', quick: 'flag' });

describe('a command line', () => {
	test('gives every option its values, in order, however they are joined', () => {
		expect(read('--set', 'a=1', '--out=x', '--set=b=2', '--quick')).toEqual({
			out: ['x'],
			set: ['a=1', 'b=2'],
			quick: ['']
		});
	});

	test('takes a value that starts with a hyphen', () => {
		expect(read('--out', '-1').out).toEqual(['-1']);
	});

	test.each([
		[['--ouf', 'x'], 'npm run it -- does not know --ouf. Did you mean --out?'],
		[['-o', 'x'], 'does not know -o.'],
		[['--__proto__', 'x'], 'does not know --__proto__.'],
		[['stray'], '"stray" belongs to no option'],
		[['--out'], '--out needs a value'],
		[['--out', '--quick'], '--out needs a value'],
		[['--out='], '--out needs a value'],
		[['--quick=yes'], '--quick takes no value'],
		[['--out', 'a', '--out', 'b'], '--out is given twice']
	])('refuses %j and says why', (argv, message) => {
		expect(() => read(...argv)).toThrow(message);
	});
});

describe('a whole number', () => {
	test('is read within its bounds', () => {
		expect(readWhole('--until', '40', 0, 40)).toBe(40);
	});

	test.each(['', '-1', '4.5', '1e3', 'ten', '41'])('is not "%s"', (text) => {
		expect(() => readWhole('--until', text, 0, 40)).toThrow(
			`--until is "${text}". Give a whole number from 0 to 40.`
		);
	});
});
