import { gridMinuteFrom, stepLengthMin } from '../../sim/time/grid.ts';
import type { CommandBody, PayloadOf } from '../commands/commands.ts';
import { SHARED_WORLD } from '../commands/create-exercise.ts';
import type { ExerciseRoom, Sender } from '../commands/rule.ts';
import { decide } from '../commands/decide.ts';
import type { BotProfile, RoomEvent } from '../log/events.ts';
import { foldLog } from '../log/evolve.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { figuresNow } from '../injects/figures.ts';
import { injectsDue, injectsOpen, injectsWaiting } from '../injects/injects-due.ts';
import { worldOrders } from '../world/orders.ts';
import { PHASES, type Phase } from '../phases/phases.ts';
import type { Refusal } from '../commands/refusals.ts';
import { isRecoveryAt, nextStop } from '../phases/rounds.ts';
import { decisionOf, injectOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { EMPTY_ROOM, entry, moveFrom, PREPARATION_MIN, type RoomState } from '../state.ts';
import type { Timeline } from '../world/timeline.ts';
import type { BotCommand, Policy } from '../bots/policy.ts';

/** A play so far: the room, the events that led there since it began, and what was refused on the way. */
export interface Play extends ExerciseRoom {
	readonly events: readonly RoomEvent[];
	readonly refusals: readonly { readonly body: CommandBody; readonly refusal: Refusal }[];
}

const FACILITATOR: Sender = { kind: 'facilitator' };
const CLOCK: Sender = { kind: 'clock' };
const INCIDENT = PHASES.indexOf('incident');

/** A play of a room as it stands. */
export function playOf({ scenario, state }: ExerciseRoom): Play {
	return { scenario, state, events: [], refusals: [] };
}

/**
 * A new room with one shared world, and one seat and team for each role, named like the role.
 *
 * @param cut null: it is played in none
 * @param bot how the bots in the seats play; null: people sit there
 */
export function openRoom(
	scenario: ExerciseScenario,
	seed: string,
	cut: string | null = null,
	bot: BotProfile | null = null
): Play {
	const created = send(playOf({ scenario, state: EMPTY_ROOM }), FACILITATOR, {
		type: 'createExercise',
		payload: { seed, ways: 'shared', cut }
	});
	return scenario.roles.reduce((play, { id }) => {
		return send(play, FACILITATOR, { type: 'takeSeat', payload: { seat: id, role: id, team: id, bot } });
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

export interface PlayOptions {
	readonly world?: string;
	/** Gives the frames that conditions of injects are read against; without it those injects are not released. */
	readonly timeline?: Timeline;
}

/**
 * Plays a world under policies until it has reached `untilMin`, or its scenario's end. Time stops, and stands in the log,
 * where a round of the room's cut opens, a policy wants something, or an inject's condition comes to hold: that is looked
 * at in every step of the grid. Rounds open only where people sit. A paused room, or one that is past its recovery, stays
 * as it is.
 */
export function play(
	from: Play,
	policies: readonly Policy[],
	untilMin: number,
	{ world = SHARED_WORLD, timeline }: PlayOptions = {}
): Play {
	let now = from;
	while (phaseIndex(now.state) < INCIDENT) {
		if (now.state.position.phase === 'preparation') {
			now = act(now, asked(now, policies, world, -Infinity, PREPARATION_MIN));
		}
		const moved = moveOn(now, 'NEXT_PHASE');
		if (moved.state === now.state) return moved;
		now = moved;
	}
	const { scenario } = now;
	const cut = now.state.exercise?.cut ?? null;
	const end = Math.min(untilMin, scenario.horizonMin);
	let minute = minuteOf(now.state, world);
	let sinceMin = minute === 0 ? PREPARATION_MIN : minute - 1;
	while (minute < end) {
		const commands = asked(now, policies, world, sinceMin, minute);
		const messages = [...dueAt(now, world, minute, timeline), ...commands.filter(isMessage)];
		const acts = commands.filter((command) => !isMessage(command));
		const isStop =
			nextStop(scenario, cut, minute - 1) === minute || messages.some((one) => halts(scenario, one));
		if (isStop || messages.length + acts.length > 0) {
			now = arrive(now, world, minute);
			if (minuteOf(now.state, world) < minute) return now;
			now = act(now, messages);
			if (isStop || acts.length > 0) now = decideAt(now, acts, minute);
		}
		sinceMin = minute;
		minute = nextMinute(now, policies, world, minute, timeline !== undefined, end);
	}
	return arrive(now, world, minute);
}

function released({ scenario, state }: Play, world: string, inject: string, frame: Frame): BotCommand {
	const figures = figuresNow(scenario, state.worlds[world], inject, frame);
	const payload = { world, inject, ...(figures !== null && { figures: { ...figures } }) };
	return { by: CLOCK, body: { type: 'releaseInject', payload } };
}

/** A message goes out at any time: it needs no round in which decisions are open. */
function isMessage({ body }: BotCommand): boolean {
	return body.type === 'releaseInject';
}

function halts(scenario: ExerciseScenario, { body }: BotCommand): boolean {
	if (body.type !== 'releaseInject' || typeof body.payload.inject !== 'string') return false;
	return injectOf(scenario, body.payload.inject)?.stops === true;
}

/** The next minute of the grid at which anything may happen; at most the first one at or after `end`. */
function nextMinute(
	now: Play,
	policies: readonly Policy[],
	world: string,
	minute: number,
	looks: boolean,
	end: number
): number {
	const { scenario, state } = now;
	const cut = state.exercise?.cut ?? null;
	const next = [
		...policies.flatMap((policy) => policy.nextMin(now, minute) ?? []),
		nextStop(scenario, cut, minute) ?? end,
		end
	];
	const waiting = looks ? injectsWaiting(scenario, state, state.worlds[world], minute) : [];
	const step = minute + stepLengthMin(scenario.spans, minute);
	if (waiting.length > 0) next.push(Math.max(step, Math.min(...waiting.map(({ plannedMin }) => plannedMin))));
	return gridMinuteFrom(scenario.spans, Math.min(...next));
}

/** The releases of what waited for the world to be as it is. */
function dueAt(now: Play, id: string, minute: number, timeline: Timeline | undefined): BotCommand[] {
	const { scenario, state } = now;
	const world = entry(state.worlds, id);
	if (timeline === undefined || world === undefined) return [];
	if (injectsOpen(scenario, state, world, minute).length === 0) return [];
	const frame = timeline.frameAt(worldOrders(scenario, world), minute);
	return injectsDue(scenario, state, world, frame).map((inject) => released(now, id, inject, frame));
}

function asked(
	room: ExerciseRoom,
	policies: readonly Policy[],
	world: string,
	sinceMin: number,
	minute: number
): BotCommand[] {
	return policies.flatMap((policy) => policy.acts(room, { world, sinceMin, minute }));
}

/** Lets time pass up to a minute, after closing a round that stands open. */
function arrive(from: Play, world: string, minute: number): Play {
	if (minuteOf(from.state, world) >= minute) return from;
	return send(toAdvance(from), FACILITATOR, { type: 'advanceTime', payload: { world, toMin: minute } });
}

function toAdvance(from: Play): Play {
	const { step } = from.state.position;
	if (step === 'situation') return moveOn(from, 'SKIP_DECISIONS');
	return step === 'decide' ? moveOn(from, 'CLOSE_DECISIONS') : from;
}

/** What is decided at a minute: by people in a round, by bots beside it. */
function decideAt(from: Play, commands: readonly BotCommand[], minute: number): Play {
	let now = from;
	const { scenario } = now;
	const cut = now.state.exercise?.cut ?? null;
	const recovers =
		cut === null
			? commands.some((command) => isFor(scenario, command, 'recovery'))
			: isRecoveryAt(scenario, cut, minute);
	if (recovers && now.state.position.phase === 'incident' && scenario.phases.includes('recovery')) {
		if (now.state.position.step === 'decide') now = moveOn(now, 'CLOSE_DECISIONS');
		now = moveOn(now, 'NEXT_PHASE');
	}
	if (!hasPeople(now.state)) return act(now, commands);
	if (now.state.position.step === 'advance') now = moveOn(now, 'NEXT_ROUND');
	if (now.state.position.step === 'situation') now = moveOn(now, 'OPEN_DECISIONS');
	return toAdvance(act(now, commands));
}

function hasPeople({ seats }: RoomState): boolean {
	return Object.values(seats).some(({ bot }) => bot === null);
}

function act(from: Play, commands: readonly BotCommand[]): Play {
	return commands.reduce((now, { by, body }) => send(now, by, body), from);
}

function moveOn(from: Play, event: PayloadOf<'movePhase'>['event']): Play {
	const payload = { event, from: moveFrom(from.state) };
	return send(from, FACILITATOR, { type: 'movePhase', payload });
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
	return PHASES.indexOf(position.phase);
}
