import { expect, test } from 'vitest';
import type { Linted } from './context.ts';
import { questionRule } from './questions.ts';

const decisions = [
	{ id: 'roll-back', role: 'vendor' },
	{ id: 'cancel', role: 'airline' }
];
const question = (changes: object) => ({
	...{ id: 'first', at: 'before', text: { en: 'What first?' }, seconds: 30 },
	options: [{ text: { en: 'Yes' } }, { text: { en: 'No' } }],
	...changes
});
const said = (...questions: object[]) =>
	[...questionRule({ file: { decisions, questions } } as unknown as Linted)].map(
		({ path, code }) => `${path.join('.')}: ${code}`
	);

test('a question that fits on a screen and decides for one role is right', () => {
	const options = [{ text: { en: 'Take it back' }, decision: 'roll-back' }, { text: { en: 'Wait' } }];
	expect(said(question({}), question({ id: 'second', options }))).toEqual([]);
});

test.each([
	['what is too long', { text: { en: 'x'.repeat(141) } }, /^questions\.0\.text\.en: tooLongForScreen$/],
	[
		'an option that is too long',
		{ options: [{ text: { en: 'x'.repeat(71) } }, { text: { en: 'No' } }] },
		/options\.0\.text\.en: tooLongForScreen$/
	],
	[
		'a decision that is not there',
		{ options: [{ text: { en: 'A' }, decision: 'roll-bark' }, { text: { en: 'B' } }] },
		/options\.0\.decision: unknown$/
	],
	[
		'decisions of two roles',
		{
			options: [
				{ text: { en: 'A' }, decision: 'roll-back' },
				{ text: { en: 'B' }, decision: 'cancel' }
			]
		},
		/options\.1\.decision: asksTwoRoles$/
	]
])('%s is refused where it stands', (_, changes, words) => {
	expect(said(question(changes)).join('\n')).toMatch(words);
});

test('two of one id are refused', () => {
	expect(said(question({}), question({}))).toHaveLength(1);
});
