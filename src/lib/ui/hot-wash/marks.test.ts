import { expect, test } from 'vitest';
import { clustered, numberedApart, numbersOf, type Numbered } from './marks.ts';

const at = (atMin: number, number: number | null): Numbered => ({
	decision: `d${atMin}-${number}`,
	title: { en: 'A decision' },
	atMin,
	holdsFromMin: atMin,
	rationale: null,
	confidencePct: null,
	recordMin: null,
	number
});

test('decisions of one minute stand as one sign, and none of them is lost', () => {
	const marks = [at(20, 1), at(20, 2), at(60, 3)];
	const clusters = clustered(marks, (minute) => minute, 15);
	expect(clusters.map(({ x, decisions }) => [x, decisions.length])).toEqual([
		[20, 2],
		[60, 1]
	]);
	expect(clusters.flatMap(({ decisions }) => decisions)).toEqual(marks);
});

test('a sign is called by the numbers of its decisions', () => {
	const called = (...numbers: (number | null)[]) =>
		numbersOf({ x: 0, decisions: numbers.map((number, i) => at(i, number)) });
	expect(called(4)).toBe('4');
	expect(called(4, 5, 6)).toBe('4–6');
	expect(called(4, 7)).toBe('4, 7');
	expect(called(null, null)).toBe('');
});

test('numbers never lie on each other: signs that are too close for them become one', () => {
	const wide = (numbers: string) => numbers.length * 8;
	const marks = [at(0, 1), at(40, 2), at(40, 3), at(60, 4), at(60, 5), at(200, 6)];
	const clusters = numberedApart(
		clustered(marks, (minute) => minute, 15),
		wide
	);
	expect(clusters.map((one) => [one.x, numbersOf(one)])).toEqual([
		[0, '1'],
		[40, '2–5'],
		[200, '6']
	]);
	expect(clusters.flatMap(({ decisions }) => decisions)).toEqual(marks);
});
