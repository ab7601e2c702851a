import { describe, expect, test } from 'vitest';
import { faultLine } from '../../text/scenario-fault-text.ts';
import { parseScenario } from '../parse.ts';
import { library } from '../testing/pack.ts';
import { SMALL } from '../testing/small.ts';

const SUMMIT = `summit:
  rules:
    rounds: 3
    polls: 1
    trust: 0.5
    pledge: { points: 2, most: 3 }
    horizonMonths: 36
    audit: { measure: audits, belief: 0.6 }
    ratified: { atLeast: 2, among: [{ of: [maker], atLeast: 1 }] }
    partial: { atLeast: 1 }
    atTheTable: { kept: 0.05, empty: -0.03, leaked: -0.2, reversed: -0.08 }
  parties:
    - id: maker
      role: vendor
      name: { en: Maker }
      office: { en: Vendor }
      brief: { en: You make it. }
      weights: { hosts: 20, recovery: 10, services: 10, protection: 10, market: 20, money: 10, freedom: 10, standing: 10 }
      walksAwayBelow: -5
      budgetUsdMillion: 100
      concedes: steadily
      trusts: { ward: 0.6 }
      redLines: [{ text: { en: Audits every week }, when: [{ has: audits, parameter: many, atLeast: 50 }] }]
    - id: ward
      name: { en: Ward }
      office: { en: Hospital }
      brief: { en: You need it. }
      weights: { hosts: 20, recovery: 10, services: 30, protection: 10, market: 0, money: 10, freedom: 10, standing: 10 }
      walksAwayBelow: 5
      budgetUsdMillion: 10
      concedes: eagerly
  measures:
    - id: rings
      theme: safe-deployment
      term: short
      title: { en: Rings }
      text: { en: Rings for all. }
      sideEffect: { en: Slower }
      moves: { en: The ring plan }
      levers: [rollout.plan]
      leadMonths: 3
      fullMonths: 9
      promises: { hosts: 0.3, recovery: 0, services: 0, protection: -0.03 }
      owners: [maker]
      pays: { maker: 20 }
      grades: { ward: { standing: 1 } }
      facts: [f-revert]
    - id: audits
      theme: governance
      term: short
      title: { en: Audits }
      text: { en: Audits for all. }
      sideEffect: { en: Boxes are ticked }
      moves: { en: How well the rest is kept }
      parameters: [{ id: many, name: { en: Audits }, unit: { en: a year }, weak: 0, reference: 2, strong: 52 }]
      leadMonths: 3
      fullMonths: 9
      promises: { hosts: 0, recovery: 0, services: 0, protection: 0 }
      owners: [maker, ward]
      requires: [rings]
      assumed: A guess
  limits:
    - { id: fair, keeper: ward, text: { en: Nothing unfair }, when: [{ has: audits }, { lacks: rings }], facts: [f-revert] }
  conduct:
    - { id: quick, decision: roll-back, within: 40, of: maker, moves: 0.2, text: { en: was quick } }
  history:
    - { when: 2024, text: { en: They met }, measures: [rings], facts: [f-revert] }
`.replace('when: 2024,', "when: '2024',");

const text = `${SMALL}${SUMMIT}`;
const faultsWith = (from: string, to: string) => {
	expect(text).toContain(from);
	const parsed = parseScenario(text.replace(from, to), 'test.yaml', library);
	return parsed.ok ? [] : parsed.faults.map(faultLine);
};

describe('a summit in a scenario', () => {
	test('is read with all that it says', () => {
		const parsed = parseScenario(text, 'test.yaml', library);
		if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
		expect(parsed.scenario.summit!.measures.map(({ id }) => id)).toEqual(['rings', 'audits']);
		expect(parsed.scenario.summit!.measures[0].grades).toEqual({
			ward: { market: 0, freedom: 0, standing: 1 }
		});
	});

	test('need not be there', () => {
		const parsed = parseScenario(SMALL, 'test.yaml', library);
		expect(parsed.ok && 'summit' in parsed.scenario).toBe(false);
	});

	test.each([
		['role: vendor\n      name', 'role: vendors\n      name', "there is no role 'vendors'. Did you mean"],
		[
			'standing: 10 }\n      walksAwayBelow: -5',
			'standing: 11 }\n      walksAwayBelow: -5',
			'the weights add up to 101, not to 100'
		],
		['trusts: { ward: 0.6 }', 'trusts: { wart: 0.6 }', "there is no party 'wart'"],
		[
			'{ has: audits, parameter: many, atLeast: 50 }',
			'{ has: audit, parameter: many, atLeast: 50 }',
			"there is no measure 'audit'"
		],
		[
			'parameter: many, atLeast',
			'parameter: often, atLeast',
			"there is no parameter of this measure 'often'"
		],
		[
			'{ has: audits, parameter: many, atLeast: 50 }',
			'{ has: audits, parameter: many }',
			'a parameter and its bound go together'
		],
		['{ has: audits, parameter: many, atLeast: 50 }', '{ holds: audits }', "the key 'has' is missing"],
		['levers: [rollout.plan]', 'levers: [rollout.plans]', "there is no lever 'rollout.plans'"],
		['owners: [maker]\n', 'owners: [makers]\n', "there is no party 'makers'"],
		['pays: { maker: 20 }', 'pays: { nobody: 20 }', "there is no party 'nobody'"],
		['grades: { ward', 'grades: { word', "there is no party 'word'"],
		['requires: [rings]', 'requires: [ring]', "there is no measure 'ring'"],
		['requires: [rings]', 'conflicts: [{ with: rings, theirs: many }]', 'theirs and exceeds go together'],
		[
			'fullMonths: 9\n      promises: { hosts: 0.3',
			'fullMonths: 2\n      promises: { hosts: 0.3',
			'it works fully before it begins to work'
		],
		['weak: 0, reference: 2', 'weak: 3, reference: 2', 'the reference does not lie between weak and strong'],
		['assumed: A guess', 'facts: []', "nothing says where 'audits' comes from"],
		['theme: governance', 'theme: government', 'theme'],
		['decision: roll-back, within', 'decision: roll-forward, within', "there is no decision 'roll-forward'"],
		['within: 40', 'within: 40, later: 90', 'it is both within and later'],
		['keeper: ward', 'keeper: wards', "there is no party 'wards'"],
		['measure: audits, belief', 'measure: audit, belief', "there is no measure 'audit'"],
		['partial: { atLeast: 1 }', 'partial: { atLeast: 3 }', '3 of 2 can never agree'],
		['of: [maker], atLeast: 1', 'of: [maker], atLeast: 2', '2 of 1 can never agree'],
		[
			"'2024', text: { en: They met }, measures: [rings]",
			"'2024', text: { en: They met }, measures: [ring]",
			"there is no measure 'ring'"
		],
		[
			'measures: [rings], facts: [f-revert]',
			'measures: [rings], facts: [f-nothing]',
			"there is no fact 'f-nothing'"
		]
	])('a fault in %j is found and named', (from, to, message) => {
		expect(faultsWith(from, to).join('\n')).toContain(message);
	});

	test('without rules it is refused', () => {
		const without = text.replace(/ {2}rules:\n( {4}.*\n)+/, '');
		const parsed = parseScenario(without, 'test.yaml', library);
		expect(!parsed.ok && parsed.faults.map(faultLine)).toEqual([
			expect.stringContaining('the summit has no rules')
		]);
	});

	test('may stand in several parts, each fault in its own file', () => {
		const at = SUMMIT.indexOf('  measures:');
		const end = SUMMIT.indexOf('  limits:');
		const parts = {
			'small-town/table': `format: 1\npart: table\n${SUMMIT.slice(0, at)}${SUMMIT.slice(end)}`,
			'small-town/list': `format: 1\npart: list\nsummit:\n${SUMMIT.slice(at, end)}`
		};
		const main = SMALL.replace('model: standard\n', 'model: standard\nparts: [table, list]\n');
		const read = (all: Record<string, string>) =>
			parseScenario(main, 'towns/scenario.yaml', { ...library, parts: all });
		const parsed = read(parts);
		expect(parsed.ok && parsed.scenario.summit!.parties).toHaveLength(2);
		const damaged = read({
			...parts,
			'small-town/list': parts['small-town/list'].replace('owners: [maker]\n', 'owners: [makers]\n')
		});
		expect(!damaged.ok && damaged.faults.map(faultLine)).toEqual([
			expect.stringMatching(
				/^towns\/list\.yaml:\d+:\d+ summit\.measures\[0\]\.owners\[0\]: there is no party 'makers'/
			)
		]);
	});

	test('its rules stand once', () => {
		const rules = SUMMIT.slice(0, SUMMIT.indexOf('  parties:'));
		const main = `${text}`.replace('model: standard\n', 'model: standard\nparts: [again]\n');
		const parsed = parseScenario(main, 'towns/scenario.yaml', {
			...library,
			parts: { 'small-town/again': `format: 1\npart: again\n${rules}` }
		});
		expect(!parsed.ok && parsed.faults.map(faultLine)).toEqual([
			expect.stringMatching(/^towns\/again\.yaml:4:\d+ .*the summit has rules already/)
		]);
	});
});
