import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortOf } from '../../exercise/availability/budget.ts';
import { counterfactuals, decisionsOf, jobOf } from './counterfactuals.ts';
import { openingsAt } from './openings.ts';
import { act, ROOM, STOPS } from '../testing/town.ts';

const OPENINGS = openingsAt(ROOM, 'short', STOPS);
const ask = (acts: ReturnType<typeof act>[], ...mine: string[]) =>
	counterfactuals(ROOM, acts, mine, OPENINGS);
const named = (questions: ReturnType<typeof ask>, id: string) => {
	const found = questions.runs.find((run) => run.id === id);
	if (found === undefined) throw new Error(`there is no run '${id}'`);
	return found;
};

describe('the runs that a played run calls for', () => {
	it('are the played one, nobody’s, and one for each decision of the roles played', () => {
		const { runs, outOfReach } = ask([act('roll-back', 20), act('paper', 60)], 'vendor');
		const vendors = ROOM.decisions.filter(({ role }) => role === 'vendor').map(({ id }) => id);
		expect(runs.slice(0, 2).map(({ id }) => id)).toEqual(['played', 'none']);
		const single = runs.filter(({ kind }) => kind === 'with' || kind === 'without');
		const asked = single.map(({ decision }) => decision!);
		expect([...asked, ...outOfReach].sort()).toEqual(vendors.sort());
	});

	it('leave a decision out together with what builds on it, and touch nothing else', () => {
		const acts = [act('rings', null), act('roll-back', 20), act('paper', 60)];
		const run = named(ask(acts, 'vendor', 'hospital'), 'without:roll-back');
		expect(run.together).toEqual(['paper']);
		expect(run.acts).toEqual([acts[0]]);
	});

	it('add a decision at the first round at which it was open', () => {
		const questions = ask([act('roll-back', 20)], 'vendor', 'hospital');
		expect(named(questions, 'with:rings').atMin).toBe(-1);
		expect(named(questions, 'with:paper').atMin).toBe(20);
		// Relief belongs to the recovery, which begins with the third round.
		expect(named(questions, 'with:relief').atMin).toBe(180);
	});

	it('add with it what it builds on and was not taken either', () => {
		const run = named(ask([], 'vendor', 'hospital'), 'with:paper');
		expect(run.together).toEqual(['roll-back']);
		expect(decisionsOf(run.acts).map(({ decision }) => decision)).toEqual(['roll-back', 'paper']);
	});

	it('wait for a round with attention left, and do without what the budget does not hold', () => {
		// Each round has one point of attention.
		const questions = ask([act('say-nothing', 20), act('pay-a-consultant', 60)], 'vendor');
		expect(named(questions, 'with:roll-back').atMin).toBe(180);
		const later = ask([act('pay-a-consultant', 20)], 'vendor');
		expect(named(later, 'with:say-nothing').atMin).toBe(60);
		// Every round has spent its point: nothing more fits.
		const full = ['say-nothing', 'pay-a-consultant'].map((id, i) => act(id, STOPS[i]!));
		const short = openingsAt(ROOM, 'short', STOPS.slice(0, 2));
		expect(counterfactuals(ROOM, full, ['vendor'], short).outOfReach).toEqual(['roll-back']);
		const poor = { ...ROOM, roles: ROOM.roles.map((one) => ({ ...one, budget: BROKE })) };
		expect(counterfactuals(poor, [], ['vendor'], OPENINGS).outOfReach).toContain('pay-a-consultant');
	});

	it('never ask for more than the budget holds, nor for a decision outside of its time', () => {
		const some = fc.subarray(['rings', 'say-nothing', 'pay-a-consultant', 'roll-back'] as const);
		const when = fc.array(fc.constantFrom(...STOPS), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(some, when, (taken, stops) => {
				const acts = taken
					.map((id, i) => act(id, id === 'rings' ? null : stops[i]!))
					.sort((a, b) => a.atMin - b.atMin);
				for (const run of ask(acts, 'vendor').runs.filter(({ kind }) => kind === 'with')) {
					const decision = ROOM.decisions.find(({ id }) => id === run.decision)!;
					expect(OPENINGS.map(({ atMin }) => atMin)).toContain(run.atMin);
					if (decision.fromMin !== null) expect(run.atMin).toBeGreaterThanOrEqual(decision.fromMin);
					const others = run.acts.filter((one) => one.kind !== 'decision' || one.decision !== run.decision);
					expect(shortOf(ROOM, decision, others, run.atMin)).toBeNull();
					expect(run.acts.map(({ atMin }) => atMin)).toEqual(
						run.acts.map(({ atMin }) => atMin).sort((a, b) => a - b)
					);
				}
			})
		);
	});

	it('order what their acts order, and nothing of what is left out', () => {
		const questions = ask([act('roll-back', 20), act('rings', null)], 'vendor');
		const orders = (id: string) => jobOf(ROOM, named(questions, id), 'seed', [0]).orders;
		expect(orders('none')).toEqual([]);
		expect(orders('without:rings').map(({ parameter }) => parameter)).toEqual(['rollout.order']);
		expect(orders('played')).toHaveLength(2);
	});

	it('include the one in which the others alone decide, where they decided something', () => {
		const acts = [act('rings', null), act('roll-back', 20), act('paper', 60)];
		expect(named(ask(acts, 'hospital'), 'others').acts).toHaveLength(2);
		// ‘paper’ builds on the vendor's decision and goes with it: nothing is left of what others did.
		expect(ask(acts, 'vendor').runs.some(({ kind }) => kind === 'others')).toBe(false);
	});

	it('add a decision instead of what excludes it, and say so', () => {
		const excluding = (id: string, unless: string) => ({
			...ROOM,
			decisions: ROOM.decisions.map((one) => (one.id === id ? { ...one, unless: [unless] } : one))
		});
		const withRollBack = (id: string, unless: string, taken: string, atMin: number) =>
			named(
				counterfactuals(excluding(id, unless), [act(taken, atMin)], ['vendor'], OPENINGS),
				'with:roll-back'
			);
		// Taken first, it leaves the other nothing to do.
		expect(withRollBack('roll-back', 'say-nothing', 'say-nothing', 20)).toMatchObject({
			instead: ['say-nothing'],
			atMin: 20
		});
		// Added first, it leaves nothing to do for what was taken later.
		const first = withRollBack('say-nothing', 'roll-back', 'say-nothing', 180);
		expect(first.instead).toEqual(['say-nothing']);
		expect(decisionsOf(first.acts).map(({ decision }) => decision)).toEqual(['roll-back']);
		for (const one of ask([act('say-nothing', 20)], 'vendor').runs) expect(one.instead).toEqual([]);
	});
});

const BROKE = { preparationUsd: 0, preparationAttention: 9, responseUsd: 0, attentionPerRound: 9 };
