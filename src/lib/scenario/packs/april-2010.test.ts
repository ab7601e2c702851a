import { expect, test } from 'vitest';
import { choicesOf } from '../resolve/value.ts';
import { packOf } from '../testing/pack.ts';

const { scenario } = packOf('april-2010');
/** Minute 0 of the exercise is 12:30 UTC. */
const at = (hours: number, minutes: number) => (hours - 12) * 60 + minutes - 30;

test('the signatures go out at 13:00 and are withdrawn at 17:40, 280 minutes later', () => {
	expect(scenario.releases.map(({ atMin, defect }) => [atMin, defect])).toEqual([
		[at(13, 0), 'systemFileQuarantined']
	]);
	const withdrawn = scenario.record.acts.find(({ decision }) => decision === 'withdraw-signatures')!;
	expect(withdrawn.atMin).toBe(at(17, 40));
});

test('what failed is taken to run in user mode, by assumption, and takes hosts down all the same', () => {
	const component = scenario.settings.filter(({ parameter }) => parameter === 'update.component').at(-1)!;
	expect(choicesOf('update.component', [])[component.value]).toBe('user');
});

test('three roles can be played, each with a decision before, and one in the incident or more', () => {
	expect(scenario.roles).toHaveLength(3);
	expect(scenario.decisions.length).toBeGreaterThanOrEqual(6);
	expect(scenario.injects.length).toBeGreaterThanOrEqual(6);
	for (const { id, budget, goal } of scenario.roles) {
		expect(budget, id).not.toBeNull();
		expect(goal, id).not.toBeNull();
		const phases = scenario.decisions.filter(({ role }) => role === id).map(({ phase }) => phase);
		expect(phases, id).toEqual(expect.arrayContaining(['preparation', 'incident']));
		expect(
			scenario.injects.some(({ role }) => role === id),
			id
		).toBe(true);
	}
});

test('every fact of its own is cited, and names a source', () => {
	const cited = JSON.stringify([scenario.decisions, scenario.injects, scenario.record]);
	const settings = packOf('april-2010').text;
	for (const { id, source } of scenario.facts.filter((fact) => fact.id.startsWith('av-'))) {
		expect(source.length, id).toBeGreaterThan(10);
		expect(cited.includes(id) || settings.split(id).length > 2, id).toBe(true);
	}
});
