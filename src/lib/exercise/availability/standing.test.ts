import { describe, expect, it } from 'vitest';
import { accept, commit, FACILITATOR, move, refusalOf, roomIn, runTo, seat } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';
import type { Play } from '../testing/play.ts';
import { standingOf } from './standing.ts';

const standing = ({ scenario, state }: Play, decision: string) =>
	standingOf(scenario, state, 'shared', decision);

const preparation = roomIn('preparation');
const incident = roomIn('incident');
const halted = accept(incident, seat('vendor'), commit('halt'));
const explained = accept(halted, seat('vendor'), commit('explain'));

describe('where a decision stands', () => {
	it('open: it can be committed', () => {
		expect(standing(incident, 'halt')).toEqual({ kind: 'open' });
		expect(standing(preparation, 'second-vendor')).toEqual({ kind: 'open' });
	});

	it('committed: it can be withdrawn in its round, unless another one builds on it', () => {
		expect(standing(halted, 'halt')).toEqual({
			kind: 'committed',
			atMin: 0,
			canWithdraw: true,
			neededBy: []
		});
		expect(standing(explained, 'halt')).toMatchObject({ canWithdraw: false, neededBy: ['explain'] });
		const closed = accept(halted, FACILITATOR, move('CLOSE_DECISIONS'));
		expect(standing(closed, 'halt')).toMatchObject({ kind: 'committed', canWithdraw: false });
		expect(standing(runTo(halted, 10), 'halt')).toMatchObject({ kind: 'committed', canWithdraw: false });
	});

	it('not yet, or too late: its minutes say so', () => {
		expect(standing(incident, 'stay-off')).toEqual({ kind: 'notYet', fromMin: 30 });
		expect(standing(runTo(incident, 240), 'stay-off')).toEqual({ kind: 'tooLate', untilMin: 240 });
	});

	it('of another phase', () => {
		expect(standing(incident, 'second-vendor')).toEqual({ kind: 'otherPhase', phases: ['preparation'] });
		expect(standing(preparation, 'halt')).toMatchObject({ kind: 'otherPhase' });
	});

	it('closed: all but the round speaks for it', () => {
		const closed = accept(incident, FACILITATOR, move('CLOSE_DECISIONS'));
		expect(standing(closed, 'halt')).toEqual({ kind: 'decisionsClosed' });
		expect(standing(closed, 'explain')).toMatchObject({ kind: 'waitingFor' });
	});

	it('waiting for what it builds on', () => {
		expect(standing(incident, 'explain')).toEqual({ kind: 'waitingFor', decisions: ['halt'] });
	});

	it('left with nothing to do by another decision', () => {
		const decisions = SCENARIO.decisions.map((one) =>
			one.id === 'brief-everybody' ? { ...one, unless: ['halt'] } : one
		);
		const forGood = { ...halted, scenario: { ...SCENARIO, decisions } };
		expect(standing(forGood, 'brief-everybody')).toEqual({ kind: 'nothingLeft', because: 'halt' });
	});

	it('too dear, or too much work', () => {
		expect(standing(halted, 'pay-crews')).toEqual({ kind: 'overBudget', costUsd: 700, leftUsd: 600 });
		expect(standing(halted, 'brief-everybody')).toEqual({
			kind: 'noAttention',
			attention: 3,
			attentionLeft: 2
		});
	});

	it('is what decide goes by: open is taken, everything else is refused', () => {
		const rooms = [preparation, incident, halted, explained, runTo(incident, 30), runTo(halted, 240)];
		for (const room of rooms) {
			for (const { id, role } of SCENARIO.decisions) {
				const isOpen = standing(room, id).kind === 'open';
				expect(refusalOf(room, seat(role), commit(id)) === null, id).toBe(isOpen);
			}
		}
	});

	it('is asked of what there is', () => {
		expect(() => standing(incident, 'toString')).toThrow("no decision 'toString'");
		expect(() => standingOf(SCENARIO, incident.state, 'mars', 'halt')).toThrow("no world 'mars'");
	});
});
