import { describe, expect, it } from 'vitest';
import { balanceAt, balanceOf } from './budget.ts';
import { send } from '../testing/play.ts';
import { saveLog } from '../log/log-file.ts';
import { readLog } from '../log/read-log.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { accept, commit, FACILITATOR, move, refusalOf, roomIn, runTo, seat } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';

const of = ({ state }: ReturnType<typeof roomIn>, role: string) =>
	balanceOf(SCENARIO, state, state.worlds.shared, role);
const withdraw = (decision: string) =>
	({ type: 'withdrawDecision', payload: { world: 'shared', decision } }) as const;

const preparation = roomIn('preparation');
const incident = roomIn('incident');
const halted = accept(incident, seat('vendor'), commit('halt'));

describe('a role’s budget', () => {
	it('is one for the preparation and one for the response', () => {
		expect(of(preparation, 'airline')).toEqual({ spentUsd: 0, leftUsd: 500, attentionLeft: 2 });
		expect(of(incident, 'airline')).toEqual({ spentUsd: 0, leftUsd: 600, attentionLeft: 2 });
	});

	it('is drawn on by its own decisions alone', () => {
		expect(of(halted, 'vendor')).toEqual({ spentUsd: 300, leftUsd: 600, attentionLeft: 2 });
		expect(of(halted, 'airline')).toEqual(of(incident, 'airline'));
	});

	it('of the preparation does not carry over, though what was spent there counts', () => {
		const prepared = accept(preparation, seat('airline'), commit('second-vendor'));
		expect(of(prepared, 'airline')).toEqual({ spentUsd: 400, leftUsd: 100, attentionLeft: 1 });
		const started = accept(prepared, FACILITATOR, move('NEXT_PHASE'));
		expect(of(started, 'airline')).toEqual({ spentUsd: 400, leftUsd: 600, attentionLeft: 2 });
	});

	it('has its attention anew in each round, and its money once', () => {
		expect(of(runTo(halted, 20), 'vendor')).toEqual({ spentUsd: 300, leftUsd: 600, attentionLeft: 3 });
	});

	it('of one round leaves that of a later one alone', () => {
		const acts = [
			{ atMin: 20, decision: 'halt' },
			{ atMin: 60, decision: 'explain' }
		];
		expect(balanceAt(SCENARIO, acts, 'vendor', 20).attentionLeft).toBe(2);
	});

	it('gets everything back for a decision that is taken back', () => {
		const back = accept(halted, seat('vendor'), withdraw('halt'));
		expect(of(back, 'vendor')).toEqual(of(incident, 'vendor'));
		expect(refusalOf(back, seat('vendor'), commit('pay-crews'))).toBeNull();
		expect(refusalOf(halted, seat('vendor'), commit('pay-crews'))).toBe('overBudget');
	});

	it('that is not there has no end', () => {
		expect(of(incident, 'government')).toEqual({ spentUsd: 0, leftUsd: null, attentionLeft: null });
	});

	it('that is exceeded is refused with the figures', () => {
		expect(sendTo(halted, 'pay-crews').refusals[0].refusal).toEqual({
			code: 'overBudget',
			params: { decision: 'pay-crews', role: 'vendor', costUsd: 700, leftUsd: 600 }
		});
		const needed = { decision: 'brief-everybody', role: 'vendor', attention: 3, attentionLeft: 2 };
		expect(sendTo(halted, 'brief-everybody').refusals[0].refusal).toEqual({
			code: 'noAttention',
			params: { ...needed, isPreparation: false }
		});
	});

	it('cannot be exceeded by editing a log', () => {
		const generous: ExerciseScenario = {
			...SCENARIO,
			roles: SCENARIO.roles.map((role) => ({ ...role, budget: null }))
		};
		const rich = accept({ ...halted, scenario: generous }, seat('vendor'), commit('pay-crews'));
		const reading = readLog(saveLog({ events: rich.events, results: [] }), 'rich.json', () => SCENARIO);
		if (reading.ok) throw new Error('it was read');
		expect(reading.faults[0]).toMatchObject({
			path: `events[${rich.events.length - 1}].decision`,
			code: 'notAffordable',
			params: { decision: 'pay-crews', role: 'vendor', short: { costUsd: 700, leftUsd: 600 } }
		});
	});
});

function sendTo(play: typeof halted, decision: string) {
	return send(play, seat('vendor'), commit(decision));
}
