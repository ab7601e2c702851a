import { openRoom, send, type Play } from './play.ts';
import type { CommandBody, PayloadOf } from '../commands/commands.ts';
import type { Sender } from '../commands/rule.ts';
import type { RefusalCode } from '../commands/refusals.ts';
import { isInRounds, type Phase } from '../phases/phases.ts';
import { moveFrom } from '../state.ts';
import { SCENARIO } from './scenario.ts';

export const FACILITATOR: Sender = { kind: 'facilitator' };
export const EVALUATOR: Sender = { kind: 'evaluator' };
export const seat = (id: string): Sender => ({ kind: 'seat', seat: id });

/** A room of the small scenario with a seat for each role, moved on to a phase; where it is played in rounds, one is open. */
export function roomIn(phase: Phase, seed = 'a seed'): Play {
	let now = openRoom(SCENARIO, seed);
	while (now.state.position.phase !== phase) now = accept(skipped(now), FACILITATOR, move('NEXT_PHASE'));
	return isInRounds(phase) ? accept(now, FACILITATOR, move('OPEN_DECISIONS')) : now;
}

/** The room with time free to advance, where no round is open. */
function skipped(play: Play): Play {
	const isSituation = play.state.position.step === 'situation';
	return isSituation ? accept(play, FACILITATOR, move('SKIP_DECISIONS')) : play;
}

/** Sends a command that must be accepted. */
export function accept(play: Play, by: Sender, body: CommandBody | Move): Play {
	const next = send(play, by, bodyOf(play, body));
	const refused = next.refusals.at(play.refusals.length);
	if (refused !== undefined) throw new Error(`${body.type} was refused: ${JSON.stringify(refused.refusal)}`);
	return next;
}

/** The name of the refusal that a command meets, or null where it is accepted. */
export function refusalOf(play: Play, by: Sender, body: CommandBody | Move): RefusalCode | null {
	return send(play, by, bodyOf(play, body)).refusals.at(play.refusals.length)?.refusal.code ?? null;
}

/** Runs the shared world on to a minute, and in the incident opens decisions again. */
export function runTo(play: Play, toMin: number): Play {
	const isOpen = play.state.position.step === 'decide';
	let now = isOpen ? accept(play, FACILITATOR, move('CLOSE_DECISIONS')) : skipped(play);
	now = accept(now, FACILITATOR, { type: 'advanceTime', payload: { world: 'shared', toMin } });
	if (!isOpen) return now;
	return accept(accept(now, FACILITATOR, move('NEXT_ROUND')), FACILITATOR, move('OPEN_DECISIONS'));
}

/** A move from where the room stands when it is sent. */
export interface Move {
	readonly type: 'movePhase';
	readonly event: PayloadOf<'movePhase'>['event'];
}

export function move(event: Move['event']): Move {
	return { type: 'movePhase', event };
}

function bodyOf({ state }: Play, body: CommandBody | Move): CommandBody {
	if (!('event' in body)) return body;
	return { type: 'movePhase', payload: { event: body.event, from: moveFrom(state) } };
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
