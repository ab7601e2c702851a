import type { Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseRoom, Sender } from '../../exercise/commands/rule.ts';
import type { PayloadOf } from '../../exercise/commands/commands.ts';
import { standingAt } from '../../exercise/availability/standing.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import { isRecoveryAt, roundsOf } from '../../exercise/phases/rounds.ts';
import { cutOf } from '../../exercise/scenario/scenario.ts';
import { PREPARATION_MIN, seatsIn } from '../../exercise/state.ts';
import type { Sent, Step } from '../perform.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { askedUntil, botActs, isForOnly, minuteOf, runningWorlds } from './bot-acts.ts';
import type { Halt } from './halts.ts';
import { figuresFor } from './looks.ts';

const FACILITATOR: Sender = { kind: 'facilitator' };
const CLOCK: Sender = { kind: 'clock' };

/** Who acts beside the people of a room, in each of its worlds. */
export interface Conducting {
	readonly policiesIn: (world: string) => readonly Policy[];
	/** Whether rounds are opened and wait for people to close them. */
	readonly waitsForPeople: boolean;
	/** Minutes at which people ask for a round on top of the stops of their cut, ascending. */
	readonly asksAt?: readonly number[];
	/** Whether a facilitator opens decisions once the situation has been looked at; else they open with the round. */
	readonly isFacilitated?: boolean;
}

/** Whether a person has a seat: then rounds are opened, and wait for people. */
export function hasPeople({ seats }: ExerciseRoom['state']): boolean {
	return Object.values(seats).some(({ bot }) => bot === null);
}

type MoveEvent = PayloadOf<'movePhase'>['event'];

/** Moves the exercise on from where it stands then. */
export function move(event: MoveEvent): Step {
	return ({ state: { position, rounds } }) => {
		const from = { phase: position.phase, step: position.step, round: rounds.at(-1)?.round ?? null };
		return [{ by: FACILITATOR, body: { type: 'movePhase', payload: { event, from } } }];
	};
}

/** Does some steps where something holds then. */
function where(holds: (room: ExerciseRoom) => boolean, step: Step): Step {
	return (room) => (holds(room) ? step(room) : []);
}

/**
 * On from where people are to say so: from the briefing, from preparation, from a situation, from an open round. Null: it is up to the
 * world, or the exercise is over.
 *
 * @param events the log so far
 */
export function goOnSteps(
	{ state }: ExerciseRoom,
	conducting: Conducting,
	events: readonly RoomEvent[]
): Step[] | null {
	const { phase, step } = state.position;
	switch (phase) {
		case 'lobby':
		case 'briefing':
			return [move('NEXT_PHASE'), ...beginIncident(conducting)];
		case 'preparation':
			return [
				askBots(conducting, () => PREPARATION_MIN, PREPARATION_MIN),
				move('NEXT_PHASE'),
				...beginIncident(conducting)
			];
		case 'incident':
		case 'recovery':
			if (step === 'situation') return [move('OPEN_DECISIONS')];
			if (step !== 'decide') return null;
			return [askBots(conducting, (world) => askedUntil(state, events, world)), move('CLOSE_DECISIONS')];
		default:
			return null;
	}
}

/** A world that has come to where it halts, or to injects that have become due there. */
export interface Arrival {
	readonly world: string;
	readonly due: readonly string[];
	/** The world there, for messages that tell figures of it. */
	readonly frame?: Frame;
}

/**
 * The exercise has come to a minute of the grid. Of several worlds all are there; only in those that have something to halt
 * for does anybody act, so that what happens in one depends on no other.
 */
export function arriveSteps(
	room: ExerciseRoom,
	{ minute, opens }: Halt,
	arrivals: readonly Arrival[],
	conducting: Conducting,
	events: readonly RoomEvent[]
): Step[] {
	const { scenario, state } = room;
	const time = worldsFrom(state, arrivals).map((world) => advanceTime(world, minute));
	if (minute >= scenario.horizonMin) return [...time, ...end.map((step) => where(areAllAt(minute), step))];
	const asked = new Map(runningWorlds(state).map((world) => [world, askedUntil(state, events, world)]));
	const since = (world: string) => asked.get(world) ?? PREPARATION_MIN;
	const releases: Step = (now) =>
		arrivals.flatMap(({ world, due, frame }) => due.map((inject) => released(now, world, inject, frame)));
	const opensRound = conducting.waitsForPeople && (opens || isUrgent(room, arrivals, minute));
	return [
		...time,
		releases,
		...(opensRound
			? [...enterRecovery(conducting, minute), ...openRound(conducting)].map((step) =>
					where(areAllAt(minute), step)
				)
			: [
					...passIntoRecovery(conducting, minute, since),
					...actNow(
						conducting,
						since,
						undefined,
						arrivals.map(({ world }) => world)
					)
				])
	];
}

export const pauseStep: Step = ({ state }) =>
	state.position.clock === 'paused' ? [] : [{ by: FACILITATOR, body: { type: 'pause', payload: {} } }];
export const resumeStep: Step = () => [{ by: FACILITATOR, body: { type: 'resume', payload: {} } }];

/** Time has passed up to a minute at which nobody does anything. */
export function advanceTime(world: string, toMin: number): Step {
	return ({ state }) =>
		toMin <= minuteOf(state, world)
			? []
			: [{ by: FACILITATOR, body: { type: 'advanceTime', payload: { world, toMin } } }];
}

/** At minute 0 a round opens where the cut says so; else time begins to pass. */
function beginIncident(conducting: Conducting): Step[] {
	const isHere = ({ state }: ExerciseRoom) =>
		state.position.phase === 'incident' && state.position.step === 'situation';
	const opensAtOnce = ({ scenario, state }: ExerciseRoom) =>
		conducting.waitsForPeople &&
		(conducting.asksAt?.includes(0) === true ||
			roundsOf(asPlanned(scenario, state), state.exercise?.cut ?? null)[0]?.atMin === 0);
	return [
		...(conducting.isFacilitated
			? []
			: [where((room) => isHere(room) && opensAtOnce(room), move('OPEN_DECISIONS'))]),
		...actNow(conducting, () => PREPARATION_MIN, 0).map((step) =>
			where((room) => room.state.position.phase === 'incident' && !opensAtOnce(room), step)
		),
		where((room) => isHere(room) && !opensAtOnce(room), move('SKIP_DECISIONS'))
	];
}

/**
 * Bots act where they are. What people did, where a log or chance says it for them, they do in a round of its own: people
 * decide in rounds only.
 */
function actNow(
	conducting: Conducting,
	since: (world: string) => number,
	minute?: number,
	worlds?: readonly string[]
): Step[] {
	const ask = askBots(conducting, since, minute, worlds);
	const forPeople = ({ state }: ExerciseRoom) => !conducting.waitsForPeople && hasPeople(state);
	const isWanted = (room: ExerciseRoom) => forPeople(room) && ask(room).some(({ by }) => by.kind === 'seat');
	const isAt = (step: string) => (room: ExerciseRoom) => forPeople(room) && isStep(step)(room);
	return [
		where((room) => isStep('advance')(room) && isWanted(room), move('NEXT_ROUND')),
		where((room) => isStep('situation')(room) && isWanted(room), move('OPEN_DECISIONS')),
		ask,
		where(isAt('decide'), move('CLOSE_DECISIONS'))
	];
}

/** Of several worlds each waits at a stop until all are there. */
const areAllAt =
	(minute: number) =>
	({ state }: ExerciseRoom) =>
		runningWorlds(state).every((world) => minuteOf(state, world) >= minute);
const isStep = (step: string) => (room: ExerciseRoom) => room.state.position.step === step;

/** The situation of a round; and where no facilitator says when, its decisions at once. */
function openRound({ isFacilitated = false }: Conducting): Step[] {
	return [where(isStep('advance'), move('NEXT_ROUND')), ...(isFacilitated ? [] : [move('OPEN_DECISIONS')])];
}

/** Into the recovery with a round: what only a recovery allows, bots do before people decide. */
function enterRecovery(conducting: Conducting, minute: number): Step[] {
	const isTime = ({ scenario, state }: ExerciseRoom) =>
		state.position.phase === 'incident' && isRecoveryAt(scenario, state.exercise?.cut ?? null, minute);
	const early: Step = (room) =>
		room.state.position.phase === 'recovery' && room.state.position.step === 'situation'
			? runningWorlds(room.state).flatMap((world) =>
					botActs(room, conducting.policiesIn(world), world, PREPARATION_MIN, minute).filter((command) =>
						isForOnly('recovery', room.scenario, command)
					)
				)
			: [];
	return [where(isTime, move('NEXT_PHASE')), early];
}

/**
 * Into the recovery without a round. Without a cut the incident is over as soon as a bot decides what belongs to the
 * recovery alone.
 */
function passIntoRecovery(
	{ policiesIn }: Conducting,
	minute: number,
	since: (world: string) => number
): Step[] {
	const isTime = (room: ExerciseRoom) => {
		const { scenario, state } = room;
		if (state.position.phase !== 'incident' || !scenario.phases.includes('recovery')) return false;
		const cut = state.exercise?.cut ?? null;
		if (cut !== null) return isRecoveryAt(scenario, cut, minute);
		return runningWorlds(state).some((world) =>
			botActs(room, policiesIn(world), world, since(world), minute).some((one) =>
				isForOnly('recovery', scenario, one)
			)
		);
	};
	const isWaiting = ({ state: { position } }: ExerciseRoom) =>
		position.phase === 'recovery' && position.step === 'situation';
	return [where(isTime, move('NEXT_PHASE')), where(isWaiting, move('SKIP_DECISIONS'))];
}

/** What bots do in each world after a minute, up to `minute` or to the one that the world has reached. */
function askBots(
	{ policiesIn }: Conducting,
	since: (world: string) => number,
	minute?: number,
	worlds?: readonly string[]
): Step {
	return (room) =>
		(worlds ?? runningWorlds(room.state)).flatMap((world) =>
			botActs(room, policiesIn(world), world, since(world), minute ?? minuteOf(room.state, world))
		);
}

/** Past the world's end: to the hot wash, where everything of the part played is open to all. */
const end: readonly Step[] = [
	...['incident', 'recovery'].map((phase) =>
		where(({ state }) => state.position.phase === phase, move('NEXT_PHASE'))
	),
	() => [{ by: FACILITATOR, body: { type: 'reveal', payload: { part: 'incident' } } }]
];

function released(room: ExerciseRoom, world: string, inject: string, frame: Frame | undefined): Sent {
	const payload = { world, inject, ...figuresFor(room, world, inject, () => frame) };
	return { by: CLOCK, body: { type: 'releaseInject', payload } };
}

/** All worlds that run, those that have arrived first. */
function worldsFrom(state: ExerciseRoom['state'], arrivals: readonly Arrival[]): string[] {
	const arrived = arrivals.map(({ world }) => world);
	return [...arrived, ...runningWorlds(state).filter((world) => !arrived.includes(world))];
}

/**
 * Whether an inject opens a round. Where each team plays in a world of its own none does: all decide in the same rounds, and
 * what it asks for can be decided in the next one. Nor does any on a stage: an audience is asked at the stops alone.
 */
function isUrgent(room: ExerciseRoom, arrivals: readonly Arrival[], minute: number): boolean {
	const { exercise } = room.state;
	if (exercise?.ways === 'parallel') return false;
	if (cutOf(room.scenario, exercise?.cut ?? null)?.for === 'stages') return false;
	return arrivals.some(({ world, due }) => haltsFor(room.scenario, due) && canDecide(room, world, minute));
}

/** Whether one of these injects is urgent enough to halt the world. */
export function haltsFor({ injects }: ExerciseRoom['scenario'], due: readonly string[]): boolean {
	return injects.some(({ id, stops }) => stops && due.includes(id));
}

/** Whether people have anything to decide in a world: an inject that they can do nothing about opens no round. */
function canDecide({ scenario, state }: ExerciseRoom, world: string, atMin: number): boolean {
	const roles = Object.values(seatsIn(state, world)).flatMap(({ role, bot }) => (bot === null ? [role] : []));
	const phase = isRecoveryAt(scenario, state.exercise?.cut ?? null, atMin) ? 'recovery' : 'incident';
	const acts = state.worlds[world]?.acts ?? [];
	return scenario.decisions.some(
		(decision) =>
			roles.includes(decision.role) &&
			standingAt(scenario, decision, { phase, atMin, isOpen: true }, acts).kind === 'open'
	);
}
