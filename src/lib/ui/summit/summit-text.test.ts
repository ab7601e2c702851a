import { describe, expect, test } from 'vitest';
import type { Edit } from '../../summit/accord/edits.ts';
import { summitOf } from '../../summit/testing/worked-examples.ts';
import { summitWords } from '../../text/summit-words.ts';
import { SummitText } from './summit-text.ts';

const summit = summitOf('july-2024');
const text = new SummitText(summit);
const measure = 'sd-rings';
const title = summit.measures.find(({ id }) => id === measure)!.title.en;
const name = (id: string) => summit.parties.find((party) => party.id === id)!.name.en;

const EDITS: readonly (readonly [Edit, string])[] = [
	[{ kind: 'add', measure }, `add “${title}”`],
	[{ kind: 'add', measure, laterMonths: 1 }, `add “${title}” with a delay of 1 month`],
	[{ kind: 'strike', measure }, `strike “${title}”`],
	[{ kind: 'set', measure, parameter: 'rings', value: 5 }, `change “${title}” to “at least 5 rings”`],
	[{ kind: 'delay', measure, laterMonths: 6 }, `begin “${title}” 6 months later`],
	[{ kind: 'delay', measure, laterMonths: 0 }, `begin “${title}” without delay`],
	[
		{ kind: 'cover', measure, of: 'bank', by: 'government', share: 0.5 },
		`have ${name('government')} take over 50 % of what ${name('bank')} pays for “${title}”`
	],
	[
		{ kind: 'cover', measure, of: 'bank', by: 'government', share: 0 },
		`have ${name('government')} take over nothing of what ${name('bank')} pays for “${title}”`
	],
	[
		{ kind: 'exempt', measure, party: 'bank', untilMonth: 12 },
		`exempt ${name('bank')} from “${title}” until month 12`
	],
	[
		{ kind: 'exempt', measure, party: 'bank', untilMonth: 0 },
		`end the exemption of ${name('bank')} from “${title}”`
	]
];

describe('R338: what is asked for reads as one sentence, however many changes there are', () => {
	test.each(EDITS)('%o', (edit, said) => expect(text.edit(edit)).toBe(said));

	test('each is a whole clause of a list', () => {
		const [exempt, strike, add] = [EDITS[8]![0], EDITS[2]![0], EDITS[0]![0]];
		expect(text.edits([exempt])).toBe(EDITS[8]![1]);
		expect(text.edits([exempt, strike])).toBe(`${EDITS[8]![1]} and ${EDITS[2]![1]}`);
		expect(text.edits([exempt, strike, add])).toBe(
			summitWords.list([EDITS[8]![1], EDITS[2]![1], EDITS[0]![1]])
		);
	});

	test('R343: a refusal names the measure that is in the way', () => {
		const two = ['pr-user-mode', 'pr-kernel-end'];
		const [first, second] = two.map((id) => text.measure(id));
		expect(text.refusal({ code: 'needs', measures: two })).toBe(`“${first}” needs “${second}” in the text.`);
		expect(text.refusal({ code: 'conflicts', measures: two })).toContain(
			`“${first}” cannot stand beside “${second}”`
		);
		expect(text.refusal({ code: 'conflicts', measures: [] })).toBe(summitWords.refusals.conflicts);
		expect(text.refusal({ code: 'hollow', measures: ['sd-rings'] })).toBe(summitWords.refusals.hollow);
	});

	test('parties and interests are listed with one “and”', () => {
		expect(text.parties(['bank', 'airline', 'government'])).toBe(
			`${name('bank')}, ${name('airline')} and ${name('government')}`
		);
		const statement = { type: 'statementMade', party: 'bank', redLine: null, offer: null } as const;
		expect(text.event({ ...statement, interests: ['hosts', 'recovery', 'services'] })).toContain(
			'fewer hosts down, quick recovery and services kept up'
		);
	});
});
