import { describe, expect, test } from 'vitest';
import { scenarioFaultText } from '../text/scenario-fault-text.ts';
import { parseModelParameters, parseScenario } from './parse.ts';
import { library, packOf, PACKS } from './testing/pack.ts';
import { SMALL, smallWith } from './testing/small.ts';

const JULY = packOf('july-2024').text;

/** Most computing that refusing a file may take, on a slow machine. Other programs' is not counted. */
const MOST_CPU_MS = 5_000;

/** The text up to a share of its length, and then nothing. */
const cutAt = (share: number): [string, string] => [
	`cut off after ${share}`,
	JULY.slice(0, JULY.length * share)
];

/** The small scenario with one value in the place of a part. */
const parts = [
	'id: small-town',
	'title: { en: Small town }',
	'days: 2',
	'managedHosts: 10000',
	'unitsPerDay: 1000',
	'hostShare: 0.4',
	'at: 9',
	'hosts: 101',
	'leadMin: 2',
	'value: 0.8',
	'follows: services',
	'airports: [SYD]'
];
const wrongTypes = ['[[]]', '{ a: 1 }', '-1', '1e300', '.nan', '.inf', 'true', "''", '~'];
const wrong = parts.map((part, index): [string, string] => {
	const key = part.slice(0, part.indexOf(':'));
	const value = wrongTypes[index % wrongTypes.length];
	return [`${part} becomes ${value}`, smallWith(part, `${key}: ${value}`)];
});

const aliases = (levels: number) =>
	['a0: &a0 [x, x, x, x, x, x, x, x, x]']
		.concat(Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`))
		.join('\n');

const damaged: [string, string][] = [
	['nothing at all', ''],
	['spaces and line ends', '  \n\n\t\n'],
	['one word', 'scenario'],
	['a number', '42'],
	['a list', '- format: 1'],
	['null', 'null'],
	['a comment', '# format: 1'],
	['text of another kind', '<html><body>format: 1</body></html>'],
	['bytes that are no text', '\u0000\u0001\u0002\u0003PNG\u0000'],
	['bytes that broke as text', 'format: 1\ntitle: \ufffd\ufffd\ufffd'],
	['zip', 'PK\u0003\u0004\u0014\u0000\u0000'],
	...[0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97].map(cutAt),
	...wrong,
	['JSON that stops', JSON.stringify({ format: 1, id: 'x', title: { en: 'x' } }).slice(0, -3)],
	['no format', smallWith('format: 1\n', '')],
	['a newer format', smallWith('format: 1', 'format: 2')],
	['a format from far away', smallWith('format: 1', 'format: 99999999999999999999')],
	['a format in words', smallWith('format: 1', 'format: one')],
	['an unknown vendor', smallWith('- { vendor: corvane, at', '- { vendor: nobody, at')],
	['an unknown metro', smallWith('metro: sydney-au', 'metro: atlantis')],
	['an unknown parameter', smallWith('set: rollout.order', 'set: outcome.multiplier')],
	['an unknown role', smallWith('role: vendor', 'role: villain')],
	['an unknown decision', smallWith('decision: roll-back', 'decision: roll-forward')],
	['an unknown world', SMALL.replace(/world:\n( {2}.*\n)+/, 'world: mars\n')],
	['a prerequisite that needs itself', smallWith('requires: [roll-back]', 'requires: [paper]')],
	[
		'dependencies in a circle',
		smallWith(
			'on: hospitals, weight: 0.1 }',
			'on: hospitals, weight: 0.1 }\n  - { sector: hospitals, on: airlines, weight: 1 }'
		)
	],
	['more hosts than people', smallWith('managedHosts: 10000', 'managedHosts: 900000000000')],
	['a number of 400 digits', smallWith('managedHosts: 10000', `managedHosts: ${'9'.repeat(400)}`)],
	['a number with exponent 999', smallWith('value: 2500', 'value: 1e999')],
	['a year 275760', smallWith('start: 2024-07-19T04:00Z', 'start: 275760-09-13T00:00Z')],
	['a clock of a million days', smallWith('days: 2', 'days: 1000000')],
	['steps of no length', smallWith('step: 5', 'step: 0')],
	['__proto__ as a key', `${SMALL}__proto__: { polluted: true }\n`],
	['constructor as a key', smallWith('sectorIndex: {', 'sectorIndex: { constructor: 1,')],
	['prototype as a key', smallWith('profiles:\n', 'profiles:\n  prototype: []\n')],
	['__proto__ as a sector', smallWith('demandByHour: flat', 'demandByHour: __proto__')],
	['toString as a profile', smallWith('demandByHour: flat', 'demandByHour: tostring')],
	['a billion laughs', `format: 1\n${aliases(12)}`],
	['an anchor that holds itself', 'format: 1\na: &a [*a]'],
	['an alias without an anchor', smallWith('[roll-back]', '*nothing')],
	['a tag that calls a function', smallWith('{ en: Small town }', "!!js/function 'function () {}'")],
	['a tag of ours', smallWith('{ en: Small town }', '!patchfall { en: x }')],
	['a merge key', smallWith('clock:\n', 'clock:\n  <<: { days: 3 }\n')],
	['a directive for another YAML', `%YAML 1.1\n---\n${SMALL}`],
	['two documents', `${SMALL}---\n${SMALL}`],
	['ten thousand documents', '---\n'.repeat(10_000)],
	['a hundred thousand brackets', '['.repeat(100_000)],
	['a hundred thousand dashes', '- '.repeat(100_000)],
	['a hundred thousand question marks', '? '.repeat(100_000)],
	['maps in maps in maps', '{a: '.repeat(100_000)],
	['an endless quote', `format: "${'x'.repeat(500_000)}`],
	['half a million anchors', '&a '.repeat(500_000)],
	['half a million tags', '!x '.repeat(500_000)],
	['more lines than a scenario has', Array.from({ length: 300_000 }, (_, i) => `k${i}: v`).join('\n')],
	['more text than a scenario has', `format: 1\n# ${'x'.repeat(2_000_000)}`],
	['a list of 2,000 decisions', `${SMALL}x: [${'{}, '.repeat(2000)}{}]`],
	['keys that are lists', smallWith('days: 2', '[days, hours]: 2')],
	['keys that are numbers', smallWith('days: 2', '7: 2')],
	[
		'a scope that is a sentence',
		smallWith("scope: 'vendor:corvane'", "scope: 'all of the vendors in the world'")
	],
	['a text of a megabyte', smallWith('en: Wards write by hand.', `en: ${'x'.repeat(1_000_000)}`)]
];

describe(`${damaged.length} damaged scenarios are refused`, () => {
	test('there are enough of them, and they are all different', () => {
		expect(damaged.length).toBeGreaterThanOrEqual(60);
		expect(new Set(damaged.map(([, text]) => text)).size).toBe(damaged.length);
	});

	test.each(damaged)('%s', (_name, text) => {
		const before = process.cpuUsage();
		const parsed = parseScenario(text, 'damaged.yaml', library);
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
		if (parsed.ok) throw new Error('it was taken for sound');
		expect(parsed.faults.length).toBeGreaterThan(0);
		for (const fault of parsed.faults) {
			const lines = text.split('\n');
			expect(fault.file).toBe('damaged.yaml');
			expect(fault.line).toBeGreaterThanOrEqual(1);
			expect(fault.line).toBeLessThanOrEqual(lines.length);
			expect(fault.column).toBeGreaterThanOrEqual(1);
			expect(fault.column).toBeLessThanOrEqual(lines[fault.line - 1].length + 1);
			expect(fault.path).not.toBe('');
			const { what, remedy } = scenarioFaultText(fault);
			expect(what + remedy).not.toMatch(/undefined|null|\[object|valibot|at .*\.ts/);
			expect(remedy).not.toBe('');
		}
	});

	test.each(damaged.filter((_, index) => index % 4 === 0))('as model parameters too: %s', (_name, text) => {
		expect(parseModelParameters(text, 'damaged.yaml').ok).toBe(false);
	});

	test('nothing of them stays behind in the objects of the program', () => {
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('a pack with one damaged part is read or refused, and never throws', () => {
	const pack = PACKS.find(({ id }) => id === 'july-2024')!;

	test.each(Object.keys(pack.parts))('%s', (name) => {
		const text = pack.parts[name];
		let refused = 0;
		for (const share of [0.03, 0.5, 0.9]) {
			const parts = { ...pack.parts, [name]: text.slice(0, text.length * share) };
			const parsed = parseScenario(pack.text, pack.file, { ...library, parts });
			if (parsed.ok) continue;
			refused++;
			const known = Object.keys(pack.parts).map((key) => `${key}.yaml`);
			for (const { file, line } of parsed.faults) {
				expect([pack.file, ...known]).toContain(file);
				expect(line).toBeGreaterThanOrEqual(1);
			}
		}
		expect(refused).toBeGreaterThan(0);
	});
});

describe('whatever is left out, the parser answers', () => {
	const lines = SMALL.trimEnd().split('\n');

	test('without any one line the small scenario is read or refused, and never throws', () => {
		let refused = 0;
		for (let out = 0; out < lines.length; out++) {
			const text = lines.filter((_, line) => line !== out).join('\n');
			if (!parseScenario(text, 'small.yaml', library).ok) refused++;
		}
		expect(refused).toBeGreaterThan(lines.length / 2);
	});

	test('cut off anywhere before its parameters it is refused', () => {
		const end = SMALL.indexOf('parameters:');
		for (let length = 0; length < end; length += 13) {
			expect(parseScenario(SMALL.slice(0, length), 'small.yaml', library).ok).toBe(false);
		}
	});
});
