import { describe, expect, it } from 'vitest';
import { evaluate } from '../../scenario/expression/evaluate.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { simEngine } from '../world/engine.ts';
import { harmOf } from '../assessment/harm.ts';
import { ratingsOf } from '../assessment/ratings.ts';
import type { ExerciseScenario } from './scenario.ts';
import { scopeOf } from './scope.ts';
import { expression, SCENARIO } from '../testing/scenario.ts';

const model = smallModel({ organisations: [{ id: 'clinic', sector: 0 }] });
const run = simEngine(model, 'seed').start();
run.advance([], 300);
const frame = run.frame();
const acts = [
	{ atMin: -1, decision: 'second-vendor' },
	{ atMin: 40, decision: 'halt' },
	{ atMin: 50 },
	{ atMin: 400, decision: 'lend-hands' }
];
const scope = scopeOf(frame, acts, SCENARIO);
const read = (text: string) => evaluate(expression(text), scope);
const sector = Object.keys(frame.services)[0];
const [release] = frame.releases;

describe('an expression reads of a run', () => {
	it.each<[string, unknown]>([
		['minute', 300],
		['world.hosts', frame.world.hosts],
		['world.down', frame.world.down],
		['world.everCrashed', frame.world.everCrashed],
		['world.crashed', frame.world.everCrashed],
		['world.unprotected', frame.world.counts.unprotected + frame.world.counts.agentDown],
		['world.compromised', frame.world.counts.compromised],
		['world.lossUsd', frame.lossCents / 100],
		[`sector.${sector}.down`, frame.bySector[sector].down],
		[`sector.${sector}.output`, frame.services[sector].output],
		[`sector.${sector}.backlogUnits`, frame.services[sector].backlogUnits],
		['organisation.clinic.lostUnits', frame.organisations.clinic.lostUnits],
		['organisation.clinic.hosts', frame.byOrganisation.clinic.hosts],
		[`vendor.${release.vendor}.crashed`, frame.byVendor[release.vendor].everCrashed],
		[`vendor.${release.vendor}.statement`, release.statement],
		[`vendor.${release.vendor}.rollout`, release.rollout],
		[`vendor.${release.vendor}.state`, release.vendorState],
		[`vendor.${release.vendor}.seenCrashes`, release.seenCrashes],
		['trust.customers', release.trust.customers]
	])('%s', (text, value) => expect(read(text)).toBe(value));

	it('what was done by then, and what it cost', () => {
		expect(read("taken('halt') and not taken('explain')")).toBe(true);
		expect(read("takenBy('halt', 39)")).toBe(false);
		expect(read("takenBy('second-vendor', 0)")).toBe(true);
		expect(read("taken('lend-hands')")).toBe(false);
		expect(read('role.vendor.spentUsd')).toBe(300);
		expect(read('role.airline.spentUsd')).toBe(400);
	});

	it('nothing that is not there', () => {
		expect(() => read('organisation.nobody.down')).toThrow("has no 'organisation.nobody.down'");
	});
});

const down = { ...SCENARIO.roles[1].goal!.terms[0], weight: 1 };

describe('the harm index', () => {
	const worse = { ...frame, world: { ...frame.world, down: 10 } };
	const none = { ...frame, world: { ...frame.world, down: 40 } };

	it('is 1 with nobody acting, as long as something is measured', () => {
		const judged: ExerciseScenario = {
			...SCENARIO,
			roles: SCENARIO.roles.map((role) =>
				role.id === 'airline' ? { ...role, goal: { ...role.goal!, terms: [down] } } : role
			)
		};
		expect(harmOf(judged, 'airline', none, none, [])?.index).toBe(1);
	});

	it('weighs each harm as a share of what it is with nobody acting', () => {
		const harm = harmOf(SCENARIO, 'airline', worse, none, []);
		expect(harm?.terms.map(({ id, value, noneValue, harm }) => [id, value, noneValue, harm])).toEqual([
			['down', 10, 40, 0.125],
			['spent', 0, 0, 0]
		]);
		expect(harm?.index).toBe(0.125);
	});

	it('counts a harm whole that there would not be with nobody acting', () => {
		expect(harmOf(SCENARIO, 'airline', worse, none, acts)?.index).toBe(0.125 + 0.5);
	});

	it('is not there for a role that is judged by nothing', () => {
		expect(harmOf(SCENARIO, 'government', worse, none, [])).toBeNull();
	});
});

describe('the model’s rating of a task', () => {
	const mark = (atMin: number | null) =>
		ratingsOf(SCENARIO, ['vendor'], frame, atMin === null ? [] : [{ atMin, decision: 'halt' }]);

	it('is the best mark whose condition holds, and U where none does', () => {
		expect([30, 31, 61, null].map((atMin) => mark(atMin)[0].mark)).toEqual(['P', 'S', 'M', 'U']);
		expect(mark(30)).toEqual([{ objective: 'stop', task: 'halt-in-time', mark: 'P' }]);
	});

	it('is asked for the tasks of one’s roles alone', () => {
		expect(ratingsOf(SCENARIO, ['airline'], frame, [])).toEqual([]);
	});
});
