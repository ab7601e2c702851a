import { openRoom, send, type Play } from '../bots/play.ts';
import type { CommandBody } from '../commands/commands.ts';
import type { Sender } from '../commands/rule.ts';
import type { RefusalCode } from '../commands/refusals.ts';
import { phaseOf, roundStepOf, type Phase } from '../phases/phases.ts';
import { SCENARIO } from './scenario.ts';

export const FACILITATOR: Sender = { kind: 'facilitator' };
export const EVALUATOR: Sender = { kind: 'evaluator' };
export const seat = (id: string): Sender => ({ kind: 'seat', seat: id });

/** A room of the small scenario with a seat for each role, moved on to a phase; in the incident, decisions are open. */
export function roomIn(phase: Phase, seed = 'a seed'): Play {
	let now = openRoom(SCENARIO, seed);
	while (phaseOf(now.state.position) !== phase) now = accept(now, FACILITATOR, move('NEXT_PHASE'));
	return phase === 'incident' ? accept(now, FACILITATOR, move('OPEN_DECISIONS')) : now;
}

/** Sends a command that must be accepted. */
export function accept(play: Play, by: Sender, body: CommandBody): Play {
	const next = send(play, by, body);
	const refused = next.refusals.at(play.refusals.length);
	if (refused !== undefined) throw new Error(`${body.type} was refused: ${JSON.stringify(refused.refusal)}`);
	return next;
}

/** The name of the refusal that a command meets, or null where it is accepted. */
export function refusalOf(play: Play, by: Sender, body: CommandBody): RefusalCode | null {
	return send(play, by, body).refusals.at(play.refusals.length)?.refusal.code ?? null;
}

/** Runs the shared world on to a minute, and in the incident opens decisions again. */
export function runTo(play: Play, toMin: number): Play {
	const inRound = roundStepOf(play.state.position) !== undefined;
	let now = inRound ? accept(play, FACILITATOR, move('CLOSE_DECISIONS')) : play;
	now = accept(now, FACILITATOR, { type: 'advanceTime', payload: { world: 'shared', toMin } });
	if (!inRound) return now;
	return accept(accept(now, FACILITATOR, move('NEXT_ROUND')), FACILITATOR, move('OPEN_DECISIONS'));
}

export function move(event: 'NEXT_PHASE' | 'OPEN_DECISIONS' | 'CLOSE_DECISIONS' | 'NEXT_ROUND'): CommandBody {
	return { type: 'movePhase', payload: { event } };
}

export function commit(decision: string, world = 'shared', rationale: string | null = null): CommandBody {
	return { type: 'commitDecision', payload: { world, decision, rationale, confidencePct: null } };
}

/** Freezes a value and everything in it: changing it throws. */
export function deepFreeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}
