import { expect, test } from 'vitest';
import { faultLine } from '../text/scenario-fault-text.ts';
import { compileModel } from './compile/model.ts';
import { parseScenario } from './parse.ts';
import { library } from './testing/pack.ts';
import { smallWith } from './testing/small.ts';

const released = (more: string) =>
	parseScenario(smallWith('defect: bootCrash }', `${more} }`), 'small.yaml', library);

test('everything that a release can be reaches the physics', () => {
	const parsed = released(
		'defect: hostIsolated, toEveryHost: true, expires: true, dormantUntil: 90, classes: [server], ringPlan: phased'
	);
	if (!parsed.ok) throw new Error(parsed.faults.map(({ code }) => code).join());
	expect(compileModel(parsed.scenario).releases).toEqual([
		{
			vendor: 0,
			atMin: 9,
			defect: 'hostIsolated',
			toEveryHost: true,
			expires: true,
			dormantUntilMin: 90,
			classes: ['server'],
			ringPlan: 1
		}
	]);
});

test('a plain release says no more than it did', () => {
	const parsed = released('defect: bootCrash');
	if (!parsed.ok) throw new Error(parsed.faults.map(({ code }) => code).join());
	expect(parsed.scenario.releases).toEqual([{ vendor: 0, atMin: 9, defect: 'bootCrash' }]);
});

test.each([
	[
		'to every host beside another',
		'defect: bootCrash, toEveryHost: true }\n  - { vendor: other, at: 30, defect: harmless',
		/releases\[0\]\.toEveryHost.*two releases/
	],
	['by a ring plan that there is not', 'defect: bootCrash, ringPlan: nowhere', /no ring plan 'nowhere'/],
	['in a country that there is not', 'defect: bootCrash, countries: [XX]', /countries\[0\].*'XX'/],
	['that waits longer than the exercise', 'defect: bootCrash, dormantUntil: 500000', /dormantUntil/]
])('a release %s is refused, where it says so', (_, more, line) => {
	const parsed = released(more);
	const lines = parsed.ok ? [] : parsed.faults.map(faultLine);
	expect(lines.join('\n')).toMatch(line);
});
