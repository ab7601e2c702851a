import { shortOf } from '../availability/budget.ts';
import { fullOf } from './capacity.ts';
import type { EventOf, EventType, RoomEvent } from './events.ts';
import type { JsonPath } from './json-scan.ts';
import type { LogFaultCause, LogFaultCode, LogFaults } from './log-faults.ts';
import { isInRounds, nextPhase, PHASE_EVENTS, type PhasePosition } from '../phases/phases.ts';
import { cutOf, decisionOf, injectOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { entry, partAt, type RoomState } from '../state.ts';

/** Why an event cannot be the next one of a log, and at which of its fields that shows. */
export type EventFault = LogFaultCause & { readonly path: JsonPath };

type Check<Type extends EventType> = (
	state: RoomState,
	event: EventOf<Type>,
	scenario: ExerciseScenario | undefined
) => EventFault | null;

function fault<Code extends LogFaultCode>(field: string, code: Code, params: LogFaults[Code]): EventFault {
	return { path: [field], code, params } as EventFault;
}

/** Events that only append what somebody said depend on nothing but their authors. */
const CHECKS: { [Type in EventType]: Check<Type> } = {
	exerciseCreated: (state, { cut }, scenario) => {
		if (state.exercise !== null) return fault('type', 'createdTwice', {});
		if (cut === null || scenario === undefined || cutOf(scenario, cut) !== null) return null;
		return fault('cut', 'unknownCut', { id: cut, known: scenario.cuts.map(({ id }) => id) });
	},
	seatTaken: ({ seats }, { seat, role }, scenario) => {
		if (entry(seats, seat) !== undefined) return fault('seat', 'seatTwice', { seat });
		const roles = scenario?.roles.map(({ id }) => id);
		return roles === undefined || roles.includes(role)
			? null
			: fault('role', 'unknownRole', { id: role, known: roles });
	},
	playedBy: (state, { seat, world, atMin }) =>
		actFault(state, world, atMin) ??
		noSeat(state, seat) ??
		(state.seats[seat].bot === null ? null : fault('seat', 'botsSeat', { seat })),
	phaseEntered: ({ position, rounds }, { phase, step, round }, scenario) => {
		if (position.clock === 'paused') return fault('phase', 'movesWhilePaused', {});
		if ((step !== null) !== isInRounds(phase))
			return fault('step', 'doesNotFollow', {
				place: placeName({ phase, step }),
				after: placeName(position)
			});
		const expected = step === 'decide' ? rounds.length + 1 : null;
		if (round !== expected) return fault('round', 'wrongRound', { round, expected });
		if (scenario === undefined) return null;
		const place = placeName({ phase, step });
		return followers(scenario, position).includes(place)
			? null
			: fault('phase', 'doesNotFollow', { place, after: placeName(position) });
	},
	stepUndone: ({ position, taken }, { of }) => {
		if (position.clock === 'paused') return fault('of', 'movesWhilePaused', {});
		return taken?.command === of && taken.since === null ? null : fault('of', 'notUndoable', {});
	},
	paused: ({ position }) => (position.clock === 'paused' ? fault('type', 'pausedTwice', {}) : null),
	resumed: ({ position }) => (position.clock === 'paused' ? null : fault('type', 'notPaused', {})),
	worldOpened: ({ worlds }, { world, fork }) => {
		if (entry(worlds, world) !== undefined) return fault('world', 'worldTwice', { world });
		if (fork === null) return null;
		const source = entry(worlds, fork.of);
		if (source === undefined) return fault('fork', 'noWorldToFork', { world: fork.of });
		return fork.atMin <= source.minute
			? null
			: fault('fork', 'forkAhead', { of: fork.of, reachedMin: source.minute, atMin: fork.atMin });
	},
	timeAdvanced: (state, { world, toMin }, scenario) => {
		const minute = entry(state.worlds, world)?.minute;
		if (minute === undefined) return noWorld(world);
		if (toMin <= minute) return fault('toMin', 'timeBack', { fromMin: minute, toMin });
		return scenario === undefined || toMin <= scenario.horizonMin
			? null
			: fault('toMin', 'pastHorizon', { minute: toMin, horizonMin: scenario.horizonMin });
	},
	decisionCommitted: (state, { world, seat, decision, atMin }, scenario) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		if (isTaken(state, world, decision)) return fault('decision', 'decisionTwice', { decision });
		if (scenario === undefined) return null;
		const known = decisionOf(scenario, decision);
		if (known === undefined) return fault('decision', 'unknownDecision', { decision });
		if (partAt(state.position) === 'summit') return null;
		const short = shortOf(scenario, known, entry(state.worlds, world)!.acts, atMin);
		return short === null ? null : fault('decision', 'notAffordable', { decision, role: known.role, short });
	},
	decisionAsked: (state, { world, seat, decision, atMin, of }, scenario) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		if (isTaken(state, world, decision)) return fault('decision', 'decisionTwice', { decision });
		if (scenario === undefined || decisionOf(scenario, decision)?.confirmedBy === of) return null;
		return fault('decision', 'unknownDecision', { decision });
	},
	decisionDeclined: (state, { world, seat, decision, atMin }) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		return isAsked(state, world, decision) ? null : fault('decision', 'notTaken', { decision });
	},
	decisionWithdrawn: (state, { world, seat, decision, atMin }) => {
		if (isAsked(state, world, decision)) return noSeat(state, seat);
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		return isTaken(state, world, decision) ? null : fault('decision', 'notTaken', { decision });
	},
	decisionAmended: (state, { world, seat, decision, atMin }) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		return isTaken(state, world, decision) ? null : fault('decision', 'notTaken', { decision });
	},
	injectReleased: (state, { world, inject, atMin }) => {
		const wrong = actFault(state, world, atMin);
		if (wrong !== null) return wrong;
		const isOut = entry(state.worlds, world)!.released.some((released) => released.inject === inject);
		return isOut ? fault('inject', 'injectTwice', { inject }) : null;
	},
	injectPlanned: ({ plan }, { inject, revision, timing, text }, scenario) => {
		const expected = (entry(plan, inject)?.revision ?? 0) + 1;
		if (revision !== expected) return fault('revision', 'wrongRevision', { revision, expected });
		if (scenario === undefined) return null;
		const isWritten = injectOf(scenario, inject) === undefined;
		const holds = isWritten ? text !== null && timing.kind !== 'asWritten' : timing.kind !== 'dropped';
		return holds ? null : fault('inject', 'badPlan', { inject });
	},
	settingMade: (state, { world, atMin, setting }, scenario) => {
		const wrong = actFault(state, world, atMin);
		if (wrong !== null) return wrong;
		const unsound = scenario?.settingFault(setting) ?? null;
		return unsound === null ? null : fault('setting', 'unsoundSetting', { fault: unsound });
	},
	ballotClosed: ({ ballots }, { ballot }) =>
		ballots.some((closed) => closed.ballot === ballot) ? fault('ballot', 'ballotTwice', { ballot }) : null,
	ballotRevealed: ({ ballots }, { ballot }) => {
		const counted = ballots.find((closed) => closed.ballot === ballot);
		if (counted === undefined) return fault('ballot', 'ballotNotCounted', { ballot });
		return counted.isRevealed ? fault('ballot', 'ballotRevealedTwice', { ballot }) : null;
	},
	rated: (state, { author }) => (author.kind === 'seat' ? noSeat(state, author.seat, 'author') : null),
	noted: (state, { author }) => (author.kind === 'seat' ? noSeat(state, author.seat, 'author') : null),
	negotiated: ({ position, negotiated = [] }, { command, entry: event }, scenario) => {
		if (position.clock === 'paused') return fault('type', 'movesWhilePaused', {});
		if (scenario === undefined) return null;
		if (scenario.negotiation === undefined) return fault('entry', 'noSummit', {});
		const because = scenario.negotiation.fault(negotiated, { command, event });
		return because === null ? null : fault('entry', 'notNegotiated', { type: event.type, because });
	},
	standingAllowed: () => null,
	revealed: ({ reveals }, { part }) =>
		reveals.includes(part) ? fault('part', 'revealedTwice', { part }) : null
};

/** Why `event` cannot follow a log that led to `state`, or null. With the scenario, its ids are checked too. */
export function eventFault(
	state: RoomState,
	event: RoomEvent,
	scenario: ExerciseScenario | undefined
): EventFault | null {
	if (state.exercise === null && event.type !== 'exerciseCreated') {
		return fault('type', 'badBeginning', { type: event.type });
	}
	const full = fullOf(state, event);
	if (full !== null) return fault('type', 'roomFull', full);
	const check = CHECKS[event.type] as Check<EventType>;
	return check(state, event as never, scenario);
}

/** What changes the place of an exercise, and not only its clock. */
const MOVES = PHASE_EVENTS.filter((type) => type !== 'PAUSE' && type !== 'RESUME');

/** Charts are slow and long logs go round and round: what follows a phase is worked out once for a scenario. */
const known = new WeakMap<ExerciseScenario, Map<string, readonly string[]>>();

function followers(scenario: ExerciseScenario, position: PhasePosition): readonly string[] {
	const ofScenario = known.get(scenario) ?? new Map<string, readonly string[]>();
	known.set(scenario, ofScenario);
	const key = placeName(position);
	const found =
		ofScenario.get(key) ??
		MOVES.flatMap((type) => {
			const next = nextPhase(position, { type }, scenario.phases);
			return next === undefined ? [] : [placeName(next)];
		});
	ofScenario.set(key, found);
	return found;
}

/** `incident, decide`, or a phase without steps by its name. */
function placeName({ phase, step }: Pick<PhasePosition, 'phase' | 'step'>): string {
	return step === null ? phase : `${phase}, ${step}`;
}

/** What is done in a world is dated before its start, or at the minute it has reached. */
function actFault(state: RoomState, world: string, atMin: number): EventFault | null {
	const minute = entry(state.worlds, world)?.minute;
	if (minute === undefined) return noWorld(world);
	return atMin === minute || (atMin < 0 && minute === 0)
		? null
		: fault('atMin', 'wrongMinute', { world, atMin, minute });
}

function noWorld(world: string): EventFault {
	return fault('world', 'noWorld', { world });
}

function noSeat({ seats }: RoomState, seat: string, field = 'seat'): EventFault | null {
	return entry(seats, seat) === undefined ? fault(field, 'noSeat', { seat }) : null;
}

function isAsked({ worlds }: RoomState, world: string, decision: string): boolean {
	return (
		entry(worlds, world)?.asked?.some((one) => one.decision === decision && one.declinedMin === null) === true
	);
}

function isTaken({ worlds }: RoomState, world: string, decision: string): boolean {
	return entry(worlds, world)!.acts.some((act) => act.kind === 'decision' && act.decision === decision);
}
