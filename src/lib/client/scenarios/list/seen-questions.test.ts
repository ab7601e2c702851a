import { expect, test } from 'vitest';
import type { Question } from '../../../documents/msel-in/reading.ts';
import { keepSeen } from './seen-questions.ts';

const ask = (code: Question['code'], row: number | null, text: string): Question => {
	return { code, row, column: 'To', text, field: null };
};

test('R270: a name that nobody knows is asked about once, with all its rows', () => {
	const seen = keepSeen([], [ask('unknownRole', 2, 'Harbour'), ask('unknownRole', 5, 'Harbour')]);
	expect(seen.map(({ text, rows }) => [text, rows])).toEqual([['Harbour', [2, 5]]]);
});

test('R270: what has been answered stays, so that it can be answered otherwise; what comes up later follows', () => {
	const first = keepSeen([], [ask('dateOrder', 2, '7/11'), ask('unknownRole', 3, 'Harbour')]);
	const then = keepSeen(first, [ask('afterEnd', 2, '7/11'), ask('unknownRole', 3, 'Harbour')]);
	expect(then.map(({ code, isOpen }) => [code, isOpen])).toEqual([
		['dateOrder', false],
		['unknownRole', true],
		['afterEnd', true]
	]);
});

test('R270: a row whose time is said wrongly is asked again in the same place', () => {
	const first = keepSeen([], [ask('noTime', 4, '')]);
	expect(keepSeen(first, [ask('notATime', 4, 'soon')])).toMatchObject([{ code: 'notATime', text: 'soon' }]);
});
