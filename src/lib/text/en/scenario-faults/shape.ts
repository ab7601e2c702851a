import type { Form, ShapeFaults, ValueType } from '../../../scenario/faults/shape.ts';
import type { FaultText, FaultWords } from '../../fault-words.ts';
import { given, says } from './says.ts';

export const shape: FaultWords<ShapeFaults> = {
	missing: ({ key }) =>
		key === null
			? says('something is missing here', 'Add it.')
			: says(`the key '${key}' is missing`, `Add ${key}.`),
	wrongType: ({ needed, given: value }) =>
		needed === 'text' && value === 'null'
			? says(
					'a text is needed here, and there is none',
					'Write it; if a comma in { } cut it off, put it in quotes.'
				)
			: says(`${TYPES[needed][0]} is needed here, not ${given(value)}`, TYPES[needed][1]),
	noMapping: ({ given: value, keys }) =>
		says(`a mapping is needed here, not ${given(value)}`, `Write it with the keys ${keys.join(', ')}.`),
	notAmong: ({ given: value, choices }) =>
		says(`${given(value)} is not among the choices`, `Use ${choices.join(' or ')}.`),
	outOfBounds: ({ given: value, bound, limit }) =>
		says(
			`${given(value)} is too ${bound === 'atMost' ? 'large' : 'small'}`,
			`Use ${BOUNDS[bound]} ${limit}.`
		),
	notWholeNumber: ({ given: value }) =>
		says(`${given(value)} is not a whole number`, 'Write it without a fraction.'),
	wrongLength: ({ bound, limit }) => {
		const is = { atLeast: 'is too short', atMost: 'is too long', exactly: 'has the wrong length' }[bound];
		return says(`this ${is}`, `Give it ${BOUNDS[bound]} ${limit} of what it is made of.`);
	},
	notInForm: ({ form }) => FORMS[form],
	otherwise: ({ given: value, expected }) =>
		says(
			`${given(value)} is not what is needed here`,
			expected === null ? 'Use the form that the schema describes.' : `Use ${expected}.`
		)
};

const BOUNDS = { atLeast: 'at least', moreThan: 'more than', atMost: 'at most', exactly: 'exactly' } as const;

const TYPES: Readonly<Record<ValueType, readonly [string, string]>> = {
	text: ['a text', 'Write words, in quotes if they look like a number.'],
	number: ['a number', 'Write a number without a unit or quotes.'],
	boolean: ['true or false', 'Write true or false.'],
	list: ['a list', 'Write items after dashes, or in [ ].'],
	mapping: ['a mapping', 'Write it as key: value.'],
	textByLocale: ['a text by locale', 'Write it as { en: … }.']
};

const FORMS: Readonly<Record<Form, FaultText>> = {
	id: says('this is not an id', 'Use lower-case letters, digits and single hyphens, like corvane-endpoint.'),
	factId: says('this is not the id of a fact', 'Copy it from the list of facts.'),
	time: says(
		'this is not a time',
		"Write minutes since the start, '03:30' since the start, or 2024-07-19T05:27Z."
	),
	timeOrEnd: says('this is not a time', "Write minutes, '48:00' or end."),
	timeBeforeOrAfter: says('this is not when a question can be asked', 'Write a time, before or after.'),
	utcTime: says('this is no UTC time', 'Write it like 2024-07-19T04:00Z, in whole minutes.'),
	scope: says('this is no scope', 'Write world, own, vendor:ID, sector:ID or organisation:ID.'),
	value: says('this is no value', 'Write a number, true or false, or the name of a choice.'),
	valueOrByClass: says(
		'this is no value',
		'Write a number, true or false, the name of a choice, or numbers by host class.'
	),
	world: says('this is no world', 'Name a built-in world, or describe one.'),
	textCondition: says(
		'this is no condition of a text',
		'Write { has: … }, { lacks: … } or { paysOverUsdMillion: … }.'
	),
	country: says('this is no code of a country', 'Write two capital letters, like AU.'),
	airport: says('this is no code of an airport', 'Write three capital letters, like SYD.')
};
