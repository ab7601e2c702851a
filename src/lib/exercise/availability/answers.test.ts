import { describe, expect, it } from 'vitest';
import { BOTS } from '../bots/bots.ts';
import { answering } from '../bots/answering.ts';
import { noneBot } from '../bots/none.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { openRoom, play, send, type Play } from '../testing/play.ts';
import { decision, SCENARIO } from '../testing/scenario.ts';
import { standingOf } from './standing.ts';

/** `first-calls` comes to the airline at 0, `vendor-only` to the vendor at 60; each asks something. */
const ASKS: ExerciseScenario = {
	...SCENARIO,
	decisions: [
		...SCENARIO.decisions,
		answer('say-yes', 'airline', 'first-calls', ['say-no'], 5),
		{ ...answer('say-no', 'airline', 'first-calls', ['say-yes'], 0), isSound: true },
		answer('vendor-yes', 'vendor', 'vendor-only', [], 0)
	]
};

function answer(id: string, role: string, to: string, unless: string[], costUsd: number) {
	const parameter = 'repair.failShare';
	return decision(id, role, { parameter, answers: [to], unless, costUsd, attention: 0 });
}

const FULL = 'full';
const opened = openRoom(ASKS, '1', FULL);
const at = (minute: number) => play(opened, [], minute);
const kind = ({ state }: Play, id: string) => standingOf(ASKS, state, 'shared', id).kind;
const move = (from: Play, event: 'NEXT_ROUND' | 'OPEN_DECISIONS' | 'CLOSE_DECISIONS') => {
	const { position, rounds } = from.state;
	const payload = {
		event,
		from: { phase: position.phase, step: position.step, round: rounds.at(-1)?.round ?? null }
	};
	return send(from, { kind: 'facilitator' }, { type: 'movePhase', payload });
};
const deciding = (minute: number) => move(move(at(minute), 'NEXT_ROUND'), 'OPEN_DECISIONS');
const commits = (from: Play, id: string) =>
	send(
		from,
		{ kind: 'seat', seat: 'airline' },
		{
			type: 'commitDecision',
			payload: { world: 'shared', decision: id, rationale: null, confidencePct: null }
		}
	);

describe('an answer', () => {
	it('is not open before its message has come', () => {
		expect(kind(at(59), 'vendor-yes')).toBe('notAsked');
		expect(kind(at(61), 'vendor-yes')).not.toBe('notAsked');
	});

	it('is open in the first round after its message, and one answer excludes the others', () => {
		const round = deciding(9);
		expect(kind(round, 'say-no')).toBe('open');
		const answered = commits(round, 'say-no');
		expect(answered.refusals).toEqual([]);
		expect(kind(answered, 'say-no')).toBe('committed');
		expect(kind(answered, 'say-yes')).toBe('nothingLeft');
		expect(commits(answered, 'say-yes').refusals[0]?.refusal.code).toBe('leftNothing');
	});

	it('is refused with its reason where nobody has asked', () => {
		const vendors = { kind: 'seat', seat: 'vendor' } as const;
		const payload = { world: 'shared', decision: 'vendor-yes', rationale: null, confidencePct: null };
		const refused = send(deciding(9), vendors, { type: 'commitDecision', payload });
		expect(refused.refusals[0]?.refusal).toMatchObject({ code: 'notAsked' });
	});

	it('is too late once that round is over and an hour has passed', () => {
		expect(kind(deciding(59), 'say-no')).toBe('open');
		expect(kind(deciding(119), 'say-no')).toBe('tooLate');
	});

	it('cannot be given to a message that comes after the last round', () => {
		const late = { ...ASKS, cuts: [{ ...ASKS.cuts[1]!, stops: [10, 24], recoveryFromMin: 24 }] };
		const { state } = play(openRoom(late, '1', FULL), [], 70);
		expect(standingOf(late, state, 'shared', 'vendor-yes').kind).toBe('notAsked');
	});
});

describe('a bot', () => {
	const actsOf = (profile: 'expert' | 'thrifty' | 'record' | 'none') => {
		const room = openRoom(ASKS, '1', FULL, profile);
		const { state } = play(room, [BOTS[profile].policyFor('airline')], 200);
		return state.worlds.shared!.acts.flatMap((act) =>
			act.kind === 'decision' && act.decision.startsWith('say') ? [[act.atMin, act.decision]] : []
		);
	};

	it('answers what is asked of its role, soundly and after its time', () => {
		expect(actsOf('expert')).toEqual([[10, 'say-no']]);
		expect(actsOf('thrifty')).toEqual([[20, 'say-no']]);
	});

	it('of the record or of nobody answers nothing', () => {
		expect(actsOf('record')).toEqual([]);
		expect(actsOf('none')).toEqual([]);
	});

	it('does not let a question close while it takes its time', () => {
		const slow = answering(noneBot, { afterMin: 400, chooses: 'sound' });
		const { state } = play(openRoom(ASKS, '1', FULL, 'expert'), [slow.policyFor('airline')], 500);
		const said = state.worlds.shared!.acts.flatMap((act) => (act.kind === 'decision' ? [act.atMin] : []));
		expect(said).toEqual([60]);
	});
});
