import { describe, expect, test } from 'vitest';
import { possible } from '../bots/plan.ts';
import { expertBot } from '../bots/expert.ts';
import type { PayloadOf } from '../commands/commands.ts';
import { foldLog } from '../log/evolve.ts';
import { redactEvent } from '../project/redact.ts';
import { EMPTY_ROOM, PREPARATION_MIN } from '../state.ts';
import { playOf, type Play } from '../testing/play.ts';
import { accept, commit, FACILITATOR, move, refusalOf, runTo, seat } from '../testing/room.ts';
import { SCENARIO, WITH_SIGNAL } from '../testing/scenario.ts';
import { worldOrders } from '../world/orders.ts';
import { longestHoldMin } from './record-hold.ts';
import { standingOf } from './standing.ts';

type Asked = Omit<PayloadOf<'createExercise'>, 'seed' | 'ways' | 'cut'>;

/** An exercise opened like this, with a seat for each role; in the incident, with a round open. */
function opened(asked: Asked, ways: 'shared' | 'parallel' = 'shared'): Play {
	const empty = playOf({ scenario: WITH_SIGNAL, state: EMPTY_ROOM });
	const payload = { seed: 's', ways, cut: null, ...asked };
	const created = accept(empty, FACILITATOR, { type: 'createExercise', payload });
	const seated = ['vendor', 'airline'].reduce((now, role) => {
		const taken = { seat: role, role, team: role, bot: null };
		return accept(now, FACILITATOR, { type: 'takeSeat', payload: taken });
	}, created);
	return (['NEXT_PHASE', 'NEXT_PHASE', 'NEXT_PHASE', 'OPEN_DECISIONS'] as const).reduce(
		(now, event) => accept(now, FACILITATOR, move(event)),
		seated
	);
}

const kind = ({ scenario, state }: Play, decision: string) =>
	standingOf(scenario, state, 'shared', decision).kind;

describe('R222: how well the vendor sees is chosen when an exercise is opened', () => {
	test('and is so in every world from before its first minute on', () => {
		for (const ways of ['shared', 'parallel'] as const) {
			const { state } = opened({ signal: 'blind' }, ways);
			const worlds = Object.values(state.worlds);
			expect(worlds).toHaveLength(ways === 'shared' ? 1 : 2);
			for (const world of worlds)
				expect(worldOrders(WITH_SIGNAL, world)).toEqual([
					{ ...WITH_SIGNAL.signal!.blind[0], atMin: PREPARATION_MIN }
				]);
		}
	});

	test.each([{}, { signal: 'asItWas' }] as const)('as the scenario has it: nothing is set (%o)', (asked) => {
		expect(opened(asked).state.worlds.shared.acts).toEqual([]);
	});

	test('stands in the log, which leads to the same room again', () => {
		const { events, state } = opened({ signal: 'better' });
		expect(events[0]).toMatchObject({ type: 'exerciseCreated', signal: 'better' });
		expect(foldLog(events)).toEqual(state);
		expect(opened({}).events[0]).not.toHaveProperty('signal');
	});

	test('is told to the staff and to nobody else', () => {
		const { events } = opened({ signal: 'blind' });
		const told = (audience: Parameters<typeof redactEvent>[2]) =>
			events.map((event, i) => redactEvent(foldLog(events.slice(0, i + 1)), event, audience).event);
		expect(JSON.stringify(told({ kind: 'evaluator' }))).toContain('blind');
		for (const audience of [
			{ kind: 'team', team: 'vendor' },
			{ kind: 'stage' },
			{ kind: 'phone' }
		] as const) {
			expect(JSON.stringify(told(audience))).not.toContain('blind');
			expect(JSON.stringify(told(audience))).not.toContain('settingMade');
		}
	});
});

describe('R223: a vendor that is held to the record', () => {
	const held = opened({ heldUntilMin: 40 });

	test('decides nothing of the incident before that minute, and what it likes from then on', () => {
		expect(kind(held, 'halt')).toBe('heldToRecord');
		expect(refusalOf(held, seat('vendor'), commit('halt'))).toBe('heldToRecord');
		expect(kind(runTo(held, 39), 'halt')).toBe('heldToRecord');
		expect(kind(runTo(held, 40), 'halt')).toBe('open');
	});

	test('leaves everybody else as they were, and itself in the preparation', () => {
		const free = opened({});
		const { worlds } = held.state;
		for (const { id } of SCENARIO.decisions.filter(({ role }) => role === 'airline'))
			expect(kind(held, id)).toBe(kind(free, id));
		expect(worlds).toEqual(free.state.worlds);
	});

	test('answers messages all the same', () => {
		const decisions = SCENARIO.decisions.map((one) =>
			one.id === 'halt' ? { ...one, answers: ['first-calls'] } : one
		);
		expect(kind({ ...held, scenario: { ...WITH_SIGNAL, decisions } }, 'halt')).not.toBe('heldToRecord');
	});

	test('is held no longer than until its first decision on record', () => {
		expect(longestHoldMin(WITH_SIGNAL)).toBe(78);
		expect(longestHoldMin({ ...WITH_SIGNAL, record: [] })).toBe(WITH_SIGNAL.horizonMin);
	});

	test('is a bot that acts as soon as it is free', () => {
		const moment = (minute: number) => ({ world: 'shared', sinceMin: minute - 1, minute });
		const wanted = [{ decision: 'halt' }];
		expect(possible(held, moment(39), 'vendor', wanted)).toEqual([]);
		expect(possible(held, moment(40), 'vendor', wanted)).toHaveLength(1);
		expect(expertBot.policyFor('vendor').nextMin(held, 0)).toBe(40);
	});
});
