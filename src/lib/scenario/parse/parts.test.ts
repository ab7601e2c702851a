import { describe, expect, test } from 'vitest';
import { faultLine } from '../../text/scenario-fault-text.ts';
import { parseScenario } from '../parse.ts';
import { library } from '../testing/pack.ts';
import { SMALL } from '../testing/small.ts';

const cut = SMALL.indexOf('injects:');
const end = SMALL.indexOf('record:');
const main = `${SMALL.slice(0, cut)}${SMALL.slice(end)}`.replace(
	'model: standard\n',
	'model: standard\nparts: [night, day]\n'
);
const injects = SMALL.slice(cut, end);
const PARTS: Record<string, string> = {
	'small-town/night': `format: 1\npart: night\n${injects}`,
	'small-town/day': `format: 1
part: day
injects:
  - { id: second-call, at: 90, channel: email, from: Ward 4, role: hospital, title: { en: Still }, body: { en: Still. } }
record:
  acts:
    - { at: 100, role: vendor, does: { en: Explains }, facts: [f-note] }
facts:
  - { id: f-note, quantity: Note, value: a note, source: example.org }
`
};
const read = (parts: Record<string, string>, text = main) =>
	parseScenario(text, 'towns/scenario.yaml', { ...library, parts });
const faults = (parts: Record<string, string>, text?: string) => {
	const parsed = read(parts, text);
	return parsed.ok ? [] : parsed.faults.map(faultLine);
};
const dayWith = (from: string, to: string) => ({
	...PARTS,
	'small-town/day': PARTS['small-town/day']!.replace(from, to)
});

describe('a scenario in parts', () => {
	test('is the scenario that it would be in one file', () => {
		const parsed = read(PARTS);
		if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
		expect(parsed.scenario.injects.map(({ id }) => id)).toEqual(['first-call', 'second-call']);
		expect(parsed.scenario.record.acts).toHaveLength(2);
		expect(parsed.scenario.facts.map(({ id }) => id)).toEqual(expect.arrayContaining(['f-revert', 'f-note']));
		const again = parseScenario(JSON.stringify(parsed.source), 'one.json', library);
		expect(again.ok && again.scenario).toEqual(parsed.scenario);
	});

	test('has the faults of a part in the part’s own file, line, column and path', () => {
		expect(faults(dayWith('role: hospital', 'role: hospitol'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:4:68 injects\[0\]\.role: there is no role 'hospitol'/)
		]);
		expect(faults(dayWith('[f-note]', '[f-nothing]'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:7:64 record\.acts\[0\]\.facts\[0\]: there is no fact/)
		]);
		expect(faults(dayWith('channel: email', 'channel: pigeon'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:4:41 injects\[0\]\.channel: "pigeon"/)
		]);
		expect(faults(dayWith('format: 1', 'format: 1 1'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:1:9 format/)
		]);
	});

	test('finds an id that stands in two files, at the second', () => {
		expect(faults(dayWith('second-call', 'first-call'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:4:11 injects\[0\]\.id: the id 'first-call' stands twice/)
		]);
	});

	test('lists faults file by file', () => {
		const text = main.replace('role: hospital\n', 'role: hospitol\n');
		const all = faults(dayWith('role: hospital', 'role: hospitol'), text);
		expect(all.map((fault) => fault.slice(0, fault.indexOf(':')))).toEqual([
			...all.slice(1).map(() => 'towns/scenario.yaml'),
			'towns/day.yaml'
		]);
	});

	test('refuses a part that is not there, stands twice, or calls itself otherwise', () => {
		const { 'small-town/day': _day, ...without } = PARTS;
		expect(faults(without)).toEqual([
			expect.stringMatching(/^towns\/scenario\.yaml:4:16 parts\[1\]: there is no part 'day'\. .*night/)
		]);
		expect(faults(PARTS, main.replace('[night, day]', '[night, night]'))[0]).toMatch(/stands twice/);
		expect(faults(dayWith('part: day', 'part: noon'))).toEqual([
			expect.stringMatching(/^towns\/day\.yaml:2:7 part: this part calls itself 'noon'\. Write part: day/)
		]);
	});
});
