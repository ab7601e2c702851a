import { describe, expect, test } from 'vitest';
import { BOTS } from '../bots/bots.ts';
import type { CommandBody } from '../commands/commands.ts';
import { foldLog } from '../log/evolve.ts';
import { project } from '../project/project.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { openRoom, send, type Play } from '../testing/play.ts';
import { accept, commit, FACILITATOR, move, refusalOf, runTo, seat } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';
import { standingOf } from './standing.ts';

/** Where halting needs the airline's agreement. */
const AGREED: ExerciseScenario = {
	...SCENARIO,
	decisions: SCENARIO.decisions.map((one) => (one.id === 'halt' ? { ...one, confirmedBy: 'airline' } : one))
};
const opened = (['NEXT_PHASE', 'NEXT_PHASE', 'NEXT_PHASE', 'OPEN_DECISIONS'] as const).reduce(
	(now, event) => accept(now, FACILITATOR, move(event)),
	openRoom(AGREED, 's')
);
const answer = (agrees: boolean): CommandBody => {
	return { type: 'confirmDecision', payload: { world: 'shared', decision: 'halt', agrees } };
};
const kind = ({ state }: Play) => standingOf(AGREED, state, 'shared', 'halt').kind;
const taken = ({ state }: Play) =>
	state.worlds.shared.acts.map((act) => act.kind === 'decision' && act.decision);
const asked = accept(opened, seat('vendor'), commit('halt'));

describe('R224: a decision that needs another role’s agreement', () => {
	test('is asked for first, and done by nobody yet', () => {
		expect(kind(opened)).toBe('open');
		expect(kind(asked)).toBe('asked');
		expect(taken(asked)).toEqual([]);
		expect(refusalOf(asked, seat('vendor'), commit('halt'))).toBe('alreadyAsked');
	});

	test('is committed for the role that asked once the other agrees, at the minute of that', () => {
		const agreed = accept(runTo(asked, 12), seat('airline'), answer(true));
		expect(kind(agreed)).toBe('committed');
		expect(agreed.state.worlds.shared.acts).toMatchObject([
			{ decision: 'halt', seat: 'vendor', atMin: 12, confirmedBy: 'airline' }
		]);
		expect(foldLog(agreed.events)).toEqual(agreed.state);
	});

	test('is not where the other declines; time has to pass before it is asked for again', () => {
		const declined = accept(asked, seat('airline'), answer(false));
		expect(kind(declined)).toBe('declined');
		expect(refusalOf(declined, seat('vendor'), commit('halt'))).toBe('notAgreed');
		const later = runTo(declined, 5);
		expect(kind(later)).toBe('open');
		expect(kind(accept(later, seat('vendor'), commit('halt')))).toBe('asked');
	});

	test('is withdrawn by whoever asked as long as nobody has answered', () => {
		const withdraw = { type: 'withdrawDecision', payload: { world: 'shared', decision: 'halt' } } as const;
		const withdrawn = accept(runTo(asked, 5), seat('vendor'), withdraw);
		expect(kind(withdrawn)).toBe('open');
		expect(refusalOf(withdrawn, seat('airline'), answer(true))).toBe('nothingAsked');
	});

	test('is answered by the role that was asked and by nobody else, while decisions are open', () => {
		expect(refusalOf(asked, seat('government'), answer(true))).toBe('nothingAsked');
		expect(refusalOf(opened, seat('airline'), answer(true))).toBe('nothingAsked');
		const closed = accept(asked, FACILITATOR, move('CLOSE_DECISIONS'));
		expect(refusalOf(closed, seat('airline'), answer(true))).toBe('decisionsClosed');
	});

	test('has to be paid for when it is agreed to', () => {
		const spent = accept(asked, seat('vendor'), commit('pay-crews'));
		expect(refusalOf(spent, seat('airline'), answer(true))).toBe('overBudget');
	});

	test('is shown to those who are asked and to the staff, and to nobody else', () => {
		const shownTo = (audience: Parameters<typeof project>[2]) =>
			project(AGREED, asked.state, audience).worlds.shared!.asked.map(({ decision }) => decision);
		expect(shownTo({ kind: 'team', team: 'airline' })).toEqual(['halt']);
		expect(shownTo({ kind: 'facilitator' })).toEqual(['halt']);
		for (const audience of [
			{ kind: 'team', team: 'government' },
			{ kind: 'stage' },
			{ kind: 'phone' }
		] as const)
			expect(shownTo(audience)).toEqual([]);
	});

	test('is agreed to by a bot a step later', () => {
		const withBot = {
			...asked,
			state: {
				...asked.state,
				seats: { ...asked.state.seats, airline: { ...asked.state.seats.airline!, bot: 'thrifty' as const } }
			}
		};
		const policy = BOTS.thrifty.policyFor('airline');
		expect(policy.nextMin(withBot, 0)).toBe(1);
		const moment = { world: 'shared', sinceMin: 0, minute: 1 };
		const sent = policy.acts(withBot, moment).filter(({ body }) => body.type === 'confirmDecision');
		expect(sent).toHaveLength(1);
		expect(kind(sent.reduce<Play>((now, { by, body }) => send(now, by, body), withBot))).toBe('committed');
		expect(BOTS.none.policyFor('airline').acts(withBot, moment)).toEqual([]);
	});

	test('needs nobody where those who decide play the other role too, or nobody does', () => {
		const { airline, ...others } = asked.state.seats;
		const playedBy = (seats: typeof asked.state.seats) => ({ ...opened, state: { ...opened.state, seats } });
		expect(kind(accept(playedBy(others), seat('vendor'), commit('halt')))).toBe('committed');
		const same = { ...others, airline: { ...airline!, team: 'vendor' } };
		expect(kind(accept(playedBy(same), seat('vendor'), commit('halt')))).toBe('committed');
	});
});
