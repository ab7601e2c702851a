import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioFaultText } from '../../text/scenario-fault-text.ts';
import { evaluate, type Scope } from './evaluate.ts';
import type { Expression, ExpressionFault, Value } from './expression.ts';
import type { Names } from './names.ts';
import { parseExpression } from './parser.ts';
import { typeOf } from './types.ts';

const names: Names = {
	sectors: ['hospitals'],
	organisations: ['harbour-hospital', '3-rivers'],
	vendors: ['corvane', 'other'],
	releasing: ['corvane'],
	isTrustClear: true,
	roles: ['bank'],
	decisions: ['roll-back', 'paper']
};

const VALUES: Record<string, Value> = {
	minute: 90,
	'world.down': 4000,
	'world.hosts': 10_000,
	'organisation.harbour-hospital.output': 0.5,
	'vendor.corvane.statement': 'silent',
	'role.bank.spentUsd': 250_000
};
const TAKEN: Record<string, number> = { 'roll-back': 78 };
const scope: Scope = {
	value: (path) => VALUES[path.join('.')] ?? 0,
	takenAtMin: (decision) => TAKEN[decision] ?? null
};

function expressionOf(text: string): Expression {
	const parsed = parseExpression(text);
	if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
	return parsed.expression;
}
const wordsOf = (fault: ExpressionFault) => scenarioFaultText({ ...fault, alsoLines: [] });
const value = (text: string) => evaluate(expressionOf(text), scope);

describe('an expression has the value that it reads as', () => {
	test.each<[string, Value]>([
		['1 + 2 * 3', 7],
		['(1 + 2) * 3', 9],
		['10 - 2 - 3', 5],
		['12 / 2 / 3', 2],
		['1_000_000 * 0.5', 500_000],
		['-5 + 3', -2],
		['world.down / world.hosts', 0.4],
		['world.down / 0', 0],
		['min(3, 2, 5) + max(1, 4)', 6],
		['1 < 2 and 2 < 1 or true', true],
		['true or false and false', true],
		['not true or true', true],
		['not (true or true)', false],
		['not 1 > 2', true],
		['minute >= 90 and minute <= 90', true],
		["vendor.corvane.statement == 'silent'", true],
		["vendor.corvane.statement != 'silent'", false],
		['organisation.harbour-hospital.output < 0.6', true],
		['organisation.3-rivers.down == 0', true],
		["taken('roll-back') and not taken('paper')", true],
		["takenBy('roll-back', 78)", true],
		["takenBy('roll-back', 77)", false],
		["takenBy('paper', 10_000)", false]
	])('%s is %s', (text, expected) => {
		expect(value(text)).toBe(expected);
		expect(typeOf(expressionOf(text), names).ok).toBe(true);
	});

	test('what follows from the left side alone does not read the right one', () => {
		const blind: Scope = {
			value: () => {
				throw new Error('read');
			},
			takenAtMin: () => null
		};
		expect(evaluate(expressionOf('false and minute > 3'), blind)).toBe(false);
		expect(evaluate(expressionOf('true or minute > 3'), blind)).toBe(true);
	});
});

describe('what does not read is refused with its place and a way out', () => {
	test.each<[string, number, RegExp]>([
		['', 0, /stops here/],
		['1 +', 3, /stops here/],
		['(1 + 2', 6, /stops here/],
		['1 2', 2, /'2' does not belong/],
		['minute > 3 4', 11, /does not belong/],
		['1 < 2 < 3', 6, /do not chain/],
		['world.down- 3', 10, /hyphen/],
		['world.down -3', 11, /hyphen/],
		['5-3', 1, /hyphen/],
		["taken('paper", 6, /no end/],
		['minute = 3', 7, /single =/],
		['minute && true', 7, /single & is not read/],
		['! true', 0, /single ! is not read/],
		['world. > 3', 5, /ends with a point/],
		['minute > 3x', 9, /no number/],
		['minute > 1__0', 9, /no number/],
		['minute > 9999999999999999', 9, /no number that can be worked with/],
		['and true', 0, /'and' does not belong/],
		['min(1,)', 6, /does not belong/],
		['3 > €', 4, /no meaning/],
		[`${'('.repeat(200)}1${')'.repeat(200)}`, 60, /too deep/],
		[`${'not '.repeat(200)}true`, 240, /too deep/],
		[`1${' + 1'.repeat(600)}`, 2000, /too long/]
	])('%s', (text, at, what) => {
		const parsed = parseExpression(text);
		if (parsed.ok) throw new Error('it was taken for sound');
		const said = wordsOf(parsed);
		expect(said.what).toMatch(what);
		expect(said.remedy).not.toBe('');
		expect(parsed.at).toBe(at);
	});
});

describe('names and types are checked', () => {
	test.each<[string, number, RegExp]>([
		['wurld.down > 3', 0, /no name 'wurld'.*'world'/],
		['world.dawn > 3', 6, /'world' has no 'dawn'.*'down'/],
		['world > 3', 0, /needs a field/],
		['world.down.now > 3', 11, /has no parts/],
		['minute.now > 3', 7, /has no parts/],
		['sector.hospital.down > 3', 7, /no sector 'hospital'.*'hospitals'/],
		['organisation.harbour.down > 3', 13, /no organisation 'harbour'/],
		['vendor.other.statement == 1', 13, /'vendor.other' has no 'statement'/],
		["vendor.corvane.statement == 'quiet'", 28, /never 'quiet'/],
		["'silent' == minute", 9, /a text is compared with a number/],
		["vendor.corvane.statement > 'silent'", 0, /a number is needed/],
		['role.bank.lossUsd > 3', 10, /'role.bank' has no 'lossUsd'/],
		["taken('roll-bak')", 6, /no decision 'roll-bak'.*'roll-back'/],
		['taken(minute)', 6, /named in quotes/],
		['taken()', 0, /called with 0/],
		["takenBy('paper')", 0, /called with 1/],
		["takenBy('paper', true)", 17, /a number is needed/],
		['max(1)', 0, /called with 1 values.*max\(a, b\)/],
		['sum(1, 2)', 0, /no call 'sum'/],
		['true + 1', 0, /a number is needed here, not a condition/],
		['1 and true', 0, /a condition is needed here, not a number/],
		['not minute', 4, /a condition is needed/]
	])('%s', (text, at, said) => {
		const typed = typeOf(expressionOf(text), names);
		if (typed.ok) throw new Error('it was taken for sound');
		const { what, remedy } = wordsOf(typed);
		expect(`${what}. ${remedy}`).toMatch(said);
		expect(typed.at).toBe(at);
	});

	test('trust belongs to a vendor with a release', () => {
		expect(typeOf(expressionOf('1 - trust.public'), names)).toMatchObject({ type: { kind: 'number' } });
		expect(typeOf(expressionOf('1 - trust.public'), { ...names, releasing: [] }).ok).toBe(false);
		expect(typeOf(expressionOf('1 - trust.public'), { ...names, isTrustClear: false })).toMatchObject({
			code: 'severalReleases',
			params: { vendor: 'corvane' }
		});
	});
});

/** Sound expressions: conditions and numbers, nested as people nest them. */
const { condition, sum } = fc.letrec<{ condition: string; sum: string }>((tie) => ({
	sum: fc.oneof(
		{ maxDepth: 4 },
		fc.nat(1e9).map(String),
		fc.constantFrom(...Object.keys(VALUES).filter((name) => typeof VALUES[name] === 'number')),
		fc
			.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum'))
			.map((part) => `(${part.join(' ')})`),
		fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `min(${a}, ${b})`)
	),
	condition: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom('true', "taken('paper')", "vendor.corvane.state == 'halted'"),
		fc.tuple(tie('sum'), fc.constantFrom('<', '>=', '=='), tie('sum')).map((part) => part.join(' ')),
		tie('condition').map((part) => `not (${part})`),
		fc
			.tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
			.map((part) => `(${part.join(' ')})`)
	)
}));

describe('whatever the text', () => {
	test('sound expressions read, have a type, and give a value of it', () => {
		fc.assert(
			fc.property(condition, sum, (truth, number) => {
				for (const [text, kind] of [
					[truth, 'boolean'],
					[number, 'number']
				] as const) {
					if (text.length > 2000) continue;
					const expression = expressionOf(text);
					expect(typeOf(expression, names)).toMatchObject({ ok: true, type: { kind } });
					expect(typeof evaluate(expression, scope)).toBe(kind);
				}
			})
		);
	});

	test('white space changes nothing', () => {
		fc.assert(
			fc.property(condition, fc.constantFrom(' ', '  ', '\n\t'), (text, space) => {
				fc.pre(text.length < 600);
				expect(value(text.replaceAll(' ', space))).toBe(value(text));
			})
		);
	});

	const damaged = fc
		.tuple(
			condition,
			fc.nat(),
			fc.nat(30),
			fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('(', "'", '-', '..'))
		)
		.map(([text, at, length, other]) => {
			const from = at % (text.length + 1);
			return text.slice(0, from) + other + text.slice(from + length);
		});

	test('reading never throws: what is refused is refused at a place in the text', () => {
		fc.assert(
			fc.property(fc.oneof(damaged, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary' })), (text) => {
				const parsed = parseExpression(text);
				const fault = parsed.ok ? typeOf(parsed.expression, names) : parsed;
				if (fault.ok) return;
				expect(fault.at).toBeGreaterThanOrEqual(0);
				expect(fault.at).toBeLessThanOrEqual(text.length);
				const { what, remedy } = wordsOf(fault);
				expect(what).not.toMatch(/undefined|\[object/);
				expect(remedy).not.toBe('');
			}),
			{ numRuns: 2000 }
		);
	});

	test('what reads and has a type can be evaluated', () => {
		fc.assert(
			fc.property(damaged, (text) => {
				const parsed = parseExpression(text);
				if (!parsed.ok) return;
				const typed = typeOf(parsed.expression, names);
				if (!typed.ok || typed.type.kind === 'text') return;
				expect(() => evaluate(parsed.expression, scope)).not.toThrow();
			}),
			{ numRuns: 1000 }
		);
	});
});
