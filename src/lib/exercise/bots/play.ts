import type { CommandBody } from '../commands.ts';
import { SHARED_WORLD } from '../commands/create-exercise.ts';
import type { Room, Sender } from '../commands/rule.ts';
import { decide } from '../decide.ts';
import type { RoomEvent } from '../events.ts';
import { foldLog } from '../evolve.ts';
import { phaseOf, PHASES, roundStepOf, type Phase } from '../phases.ts';
import type { Refusal } from '../refusals.ts';
import { decisionOf, type ExerciseScenario } from '../scenario.ts';
import { EMPTY_ROOM, entry, PREPARATION_MIN, type RoomState } from '../state.ts';
import type { BotCommand, Policy } from './policy.ts';

/** A play so far: the room, the events that led there since it began, and what was refused on the way. */
export interface Play extends Room {
	readonly events: readonly RoomEvent[];
	readonly refusals: readonly { readonly body: CommandBody; readonly refusal: Refusal }[];
}

const FACILITATOR: Sender = { kind: 'facilitator' };
const INCIDENT = PHASES.indexOf('incident');

/** A play of a room as it stands. */
export function playOf({ scenario, state }: Room): Play {
	return { scenario, state, events: [], refusals: [] };
}

/** A new room with one shared world, and one seat and team for each role, named like the role. */
export function openRoom(scenario: ExerciseScenario, seed: string): Play {
	const created = send(playOf({ scenario, state: EMPTY_ROOM }), FACILITATOR, {
		type: 'createExercise',
		payload: { seed, ways: 'shared' }
	});
	return scenario.roles.reduce((play, { id }) => {
		return send(play, { kind: 'guest' }, { type: 'takeSeat', payload: { seat: id, role: id, team: id } });
	}, created);
}

/** Sends one command and folds what follows from it. */
export function send(play: Play, by: Sender, body: CommandBody): Play {
	const { scenario, state } = play;
	// Unique in its room: every accepted command raises the version.
	const answer = decide(scenario, state, { id: `bot-${state.version}`, ...body }, by);
	if (answer.kind === 'refused')
		return { ...play, refusals: [...play.refusals, { body, refusal: answer.refusal }] };
	if (answer.kind === 'behind') return play;
	const events = answer.events;
	return { ...play, state: foldLog(events, state), events: [...play.events, ...events] };
}

/**
 * Plays a world under policies until it has reached `untilMin`, or its scenario's end: asks them before each round,
 * sends what they want, and advances to the next minute at which one wants to be asked. A paused room, or one that is
 * past its recovery, stays as it is.
 */
export function play(from: Play, policies: readonly Policy[], untilMin: number, world = SHARED_WORLD): Play {
	let now = from;
	while (phaseIndex(now.state) < INCIDENT) {
		if (phaseOf(now.state.position) === 'preparation') {
			now = act(now, asked(now, policies, world, -Infinity, PREPARATION_MIN));
		}
		const moved = moveOn(now, 'NEXT_PHASE');
		if (moved.state === now.state) return moved;
		now = moved;
	}
	const end = Math.min(untilMin, now.scenario.horizonMin);
	let sinceMin = minuteOf(now.state, world) === 0 ? PREPARATION_MIN : minuteOf(now.state, world) - 1;
	for (;;) {
		const minute = minuteOf(now.state, world);
		if (minute >= end) return now;
		now = round(now, asked(now, policies, world, sinceMin, minute));
		const next = policies.flatMap((policy) => policy.nextMin(now, minute) ?? []);
		const toMin = Math.min(end, ...next);
		now = send(now, FACILITATOR, { type: 'advanceTime', payload: { world, toMin } });
		if (minuteOf(now.state, world) <= minute) return now;
		sinceMin = minute;
	}
}

function asked(
	room: Room,
	policies: readonly Policy[],
	world: string,
	sinceMin: number,
	minute: number
): BotCommand[] {
	return policies.flatMap((policy) => policy.acts(room, { world, sinceMin, minute }));
}

/** One round: the commands while decisions are open, and then time may advance. */
function round(from: Play, commands: readonly BotCommand[]): Play {
	let now = from;
	if (roundStepOf(now.state.position) === 'advance') now = moveOn(now, 'NEXT_ROUND');
	if (commands.some((command) => isFor(now.scenario, command, 'recovery'))) {
		if (roundStepOf(now.state.position) === 'decide') now = moveOn(now, 'CLOSE_DECISIONS');
		if (phaseOf(now.state.position) === 'incident') now = moveOn(now, 'NEXT_PHASE');
	}
	if (roundStepOf(now.state.position) === 'situation') now = moveOn(now, 'OPEN_DECISIONS');
	now = act(now, commands);
	return roundStepOf(now.state.position) === 'decide' ? moveOn(now, 'CLOSE_DECISIONS') : now;
}

function act(from: Play, commands: readonly BotCommand[]): Play {
	return commands.reduce((now, { by, body }) => send(now, by, body), from);
}

function moveOn(from: Play, event: 'NEXT_PHASE' | 'OPEN_DECISIONS' | 'CLOSE_DECISIONS' | 'NEXT_ROUND'): Play {
	return send(from, FACILITATOR, { type: 'movePhase', payload: { event } });
}

/** Whether a command is a decision of this phase alone. */
function isFor(scenario: ExerciseScenario, { body }: BotCommand, phase: Phase): boolean {
	if (body.type !== 'commitDecision') return false;
	const phases = decisionOf(scenario, body.payload.decision)?.phases;
	return phases !== undefined && phases.every((one) => one === phase);
}

function minuteOf({ worlds }: RoomState, world: string): number {
	return entry(worlds, world)?.minute ?? 0;
}

function phaseIndex({ position }: RoomState): number {
	return PHASES.indexOf(phaseOf(position));
}
