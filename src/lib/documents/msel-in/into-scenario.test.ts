import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { playedText } from '../../room/testing/played-pack.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { ScenarioFile } from '../../scenario/schema/scenario.ts';
import { library } from '../../scenario/testing/pack.ts';
import { injectPart } from './inject-part.ts';
import { scenarioWith } from './into-scenario.ts';
import type { ReadInject } from './reading.ts';

function sourceOf(text: string): ScenarioFile {
	const read = parseScenario(text, 'small.yaml', library);
	if (!read.ok) throw new Error(JSON.stringify(read.faults));
	return read.source;
}
const source = sourceOf(playedText());
const inject = (more: Partial<ReadInject>): ReadInject => ({
	...{ row: 2, id: null, atMin: 30, untilMin: null, kind: 'standard', channel: 'email', from: 'Desk' },
	...{ roles: ['hospital'], title: 'Busy', message: 'All lines are busy', expected: '', condition: '' },
	...{ halts: false, poll: [] },
	...more
});
const made = (injects: readonly ReadInject[], own: 'beside' | 'instead' = 'beside') => {
	const part = injectPart(
		injects,
		source.injects.map(({ id }) => id)
	);
	const file = scenarioWith(source, part, { id: 'mine', title: 'Mine', own });
	return sourceOf(stringify(file, { aliasDuplicateObjects: false }));
};

test('injects of a list stand beside those of a scenario, which gets a name of its own and still holds', () => {
	const file = made([inject({}), inject({ row: 3, title: 'Many', roles: [] })]);
	expect([file.id, file.title.en]).toEqual(['mine', 'Mine']);
	expect(file.injects.map(({ id }) => id)).toEqual([
		...source.injects.map(({ id }) => id),
		'busy',
		// One that is there already keeps its name.
		'many'
	]);
});

test('an inject to which the list gives the id of one that is there takes its place, and keeps what no list says', () => {
	const [first] = source.injects;
	const file = made([inject({ id: first!.id, title: 'Other words' })]);
	expect(file.injects).toHaveLength(source.injects.length);
	expect(file.injects[0]).toMatchObject({ id: first!.id, title: { en: 'Other words' }, at: 30 });
	expect(file.injects[0]!.when).toBeUndefined();
});

test('in place of a scenario’s own injects only those stay that decisions answer', () => {
	const answered = new Set(source.decisions.flatMap(({ answers = [] }) => answers));
	const file = made([inject({})], 'instead');
	expect(file.injects.map(({ id }) => id)).toEqual([
		...source.injects.map(({ id }) => id).filter((id) => answered.has(id)),
		'busy'
	]);
});

test('options of a poll become a vote of the scenario, beside the message that shows them', () => {
	const file = made([inject({ poll: ['Stop', 'Go on'] })]);
	expect(file.questions).toMatchObject([
		{
			id: 'busy',
			at: 30,
			text: { en: 'Busy' },
			options: [{ text: { en: 'Stop' } }, { text: { en: 'Go on' } }]
		}
	]);
	expect(parse(stringify(file.injects.at(-1)!.body))).toEqual({
		en: 'All lines are busy\n\n• Stop\n• Go on'
	});
});

test('each inject knows the row that it comes from, also where one row makes several', () => {
	const { rows, injects } = injectPart([
		inject({ row: 4, roles: ['hospital', 'vendor'] }),
		inject({ row: 9 })
	]);
	expect(rows).toEqual([4, 4, 9]);
	expect(injects.map(({ id }) => id)).toEqual(['busy', 'busy-2', 'busy-3']);
});
