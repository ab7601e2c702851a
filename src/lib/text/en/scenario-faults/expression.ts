import type { ExpressionFaults, ExpressionType } from '../../../scenario/faults/expression.ts';
import type { FaultWords } from '../../fault-words.ts';
import { choicesText, says } from './says.ts';

export const expression: FaultWords<ExpressionFaults> = {
	expressionTooLong: ({ most }) => says('the expression is too long', `Keep it to ${most} characters.`),
	nameEndsWithPoint: () =>
		says('a name ends with a point here', 'Write the rest of the name, or remove the point.'),
	minusOrHyphen: () =>
		says('this minus sign could be the hyphen of a name', 'Put a space on both sides of it.'),
	minusWithoutNumber: () => says('a minus sign needs a number', 'Write like -5 or 0 - x.'),
	digitsAndLetters: () => says('this is no number', 'Write digits, like 2500, 1_000_000 or 0.25.'),
	textWithoutEnd: () => says('this text has no end', "Close it with '."),
	doubleQuotes: () => says('texts stand in single quotes', "Write it like 'silent'."),
	otherLanguage: ({ sign, instead }) => says(`a single ${sign} is not read here`, `Write ${instead}.`),
	strangeSign: ({ sign }) =>
		says(`there is no meaning to '${sign}' here`, 'Use names, numbers, texts and operators.'),
	bracketsTooDeep: () => says('this is nested too deep', 'Write it in fewer brackets.'),
	chainedComparison: () => says('comparisons do not chain', 'Write two, joined by and.'),
	unexpected: ({ text, closes }) => {
		const what = text === null ? 'the expression stops here' : `'${text}' does not belong here`;
		if (closes !== null) return says(what, `Close the ${closes} with ).`);
		return says(
			what,
			text === null ? 'Finish it, or remove the last operator.' : 'Join values by an operator.'
		);
	},
	otherTypeNeeded: ({ needed, given, isWhole }) => {
		const remedy = needed === 'boolean' ? 'Compare it with something.' : 'Write what is to be measured.';
		return says(`${TYPES[needed]} is needed here, not ${TYPES[given]}`, isWhole ? remedy : NEEDED[needed]);
	},
	unlikeCompared: ({ left, right }) =>
		says(`${TYPES[left]} is compared with ${TYPES[right]}`, 'Compare like with like.'),
	neverThisText: ({ text, choices }) => says(`this is never '${text}'`, choicesText(choices)),
	wrongValues: ({ call, values, form }) =>
		says(`'${call}' is called with ${values} values`, `Write like ${form}.`),
	decisionWithoutQuotes: ({ form }) => says('a decision is named in quotes', `Write like ${form}.`),
	nameWithoutId: ({ name, example }) => says(`'${name}' needs an id and a field`, `Write like ${example}`),
	nameWithoutField: ({ name, fields }) => says(`'${name}' needs a field`, `Add one of ${fields.join(', ')}.`),
	unknownField: ({ of, field, choices }) => says(`'${of}' has no '${field}'`, choicesText(choices)),
	nameHasNoParts: ({ name, rest }) => says(`'${name}' has no parts`, `Remove .${rest}.`),
	noRelease: () =>
		says('there is no release whose vendor could be trusted', 'Add a release, or remove this.'),
	severalReleases: ({ vendor }) => says('several vendors release something', `Add trustIn: ${vendor}.`)
};

const TYPES: Readonly<Record<ExpressionType, string>> = {
	number: 'a number',
	boolean: 'a condition',
	text: 'a text'
};
const NEEDED: Readonly<Record<ExpressionType, string>> = {
	number: 'Use a number.',
	boolean: 'Compare it with something.',
	text: 'Use a text in single quotes.'
};
