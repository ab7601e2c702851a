import { notAffordable } from '../availability/budget.ts';
import { noRoomFor } from './capacity.ts';
import type { EventOf, EventType, RoomEvent } from './events.ts';
import type { JsonPath } from './json-scan.ts';
import { nextPhase, PHASE_EVENTS, type PhasePosition } from '../phases/phases.ts';
import { cutOf, decisionOf, type ExerciseScenario } from '../scenario/scenario.ts';
import { entry, partAt, type RoomState } from '../state.ts';

/** Why an event cannot be the next one of a log. */
export interface EventFault {
	readonly path: JsonPath;
	readonly what: string;
	readonly remedy: string;
}

type Check<Type extends EventType> = (
	state: RoomState,
	event: EventOf<Type>,
	scenario: ExerciseScenario | undefined
) => EventFault | null;

const RESTORE = 'Take the file as it was saved.';
const fault = (field: string, what: string, remedy = RESTORE): EventFault => ({
	path: [field],
	what,
	remedy
});

/** Events that only append what somebody said depend on nothing but their authors. */
const CHECKS: { [Type in EventType]: Check<Type> } = {
	exerciseCreated: (state, { cut }, scenario) => {
		if (state.exercise !== null)
			return fault('type', 'an exercise is created a second time', 'A log holds one exercise.');
		if (cut === null || scenario === undefined || cutOf(scenario, cut) !== null) return null;
		const known = scenario.cuts.map(({ id }) => id).join(', ');
		return fault('cut', `the scenario has no cut '${cut}'`, `It has: ${known === '' ? 'none' : known}.`);
	},
	seatTaken: ({ seats }, { seat, role }, scenario) => {
		if (entry(seats, seat) !== undefined) return fault('seat', `the seat '${seat}' is taken a second time`);
		const roles = scenario?.roles.map(({ id }) => id);
		return roles === undefined || roles.includes(role)
			? null
			: fault('role', `the scenario has no role '${role}'`, `It has: ${roles.join(', ')}.`);
	},
	phaseEntered: ({ position }, { play }, scenario) => {
		if (position.clock === 'paused') return fault('play', 'the exercise moves on while it is paused');
		if (scenario === undefined) return null;
		const wanted = JSON.stringify(play);
		return followers(scenario, position).includes(wanted)
			? null
			: fault('play', `${wanted} does not follow ${JSON.stringify(position.play)}`);
	},
	paused: ({ position }) => (position.clock === 'paused' ? fault('type', 'it is paused already') : null),
	resumed: ({ position }) => (position.clock === 'paused' ? null : fault('type', 'it was not paused')),
	worldOpened: ({ worlds }, { world, fork }) => {
		if (entry(worlds, world) !== undefined)
			return fault('world', `the world '${world}' is opened a second time`);
		if (fork === null) return null;
		const source = entry(worlds, fork.of);
		if (source === undefined) return fault('fork', `there is no world '${fork.of}' to fork`);
		return fork.atMin <= source.minute
			? null
			: fault('fork', `'${fork.of}' has reached minute ${source.minute} and is forked at ${fork.atMin}`);
	},
	timeAdvanced: (state, { world, toMin }, scenario) => {
		const minute = entry(state.worlds, world)?.minute;
		if (minute === undefined) return noWorld(world);
		if (toMin <= minute) return fault('toMin', `time goes back, from minute ${minute} to ${toMin}`);
		return scenario === undefined || toMin <= scenario.horizonMin
			? null
			: fault('toMin', `minute ${toMin} is past the scenario's end at ${scenario.horizonMin}`);
	},
	decisionCommitted: (state, { world, seat, decision, atMin }, scenario) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		if (isTaken(state, world, decision)) return fault('decision', `'${decision}' is taken a second time`);
		if (scenario === undefined) return null;
		const known = decisionOf(scenario, decision);
		if (known === undefined) return fault('decision', `the scenario has no decision '${decision}'`);
		if (partAt(state.position) === 'summit') return null;
		const poor = notAffordable(scenario, known, entry(state.worlds, world)!.acts, atMin);
		return poor === null ? null : fault('decision', 'its role could not afford it: ' + poor.refusal.message);
	},
	decisionWithdrawn: (state, { world, seat, decision, atMin }) => {
		const wrong = actFault(state, world, atMin) ?? noSeat(state, seat);
		if (wrong !== null) return wrong;
		return isTaken(state, world, decision)
			? null
			: fault('decision', `'${decision}' is withdrawn but was not taken`);
	},
	injectReleased: (state, { world, inject, atMin }) => {
		const wrong = actFault(state, world, atMin);
		if (wrong !== null) return wrong;
		const isOut = entry(state.worlds, world)!.released.some((released) => released.inject === inject);
		return isOut ? fault('inject', `'${inject}' is released a second time`) : null;
	},
	settingMade: (state, { world, atMin, setting }, scenario) => {
		const wrong = actFault(state, world, atMin);
		if (wrong !== null) return wrong;
		const unsound = scenario?.settingFault(setting) ?? null;
		return unsound === null ? null : fault('setting', `this lever cannot be set so: ${unsound}`);
	},
	ballotClosed: ({ ballots }, { ballot }) =>
		ballots.some((closed) => closed.ballot === ballot)
			? fault('ballot', `'${ballot}' is counted a second time`)
			: null,
	rated: (state, { author }) => (author.kind === 'seat' ? noSeat(state, author.seat, 'author') : null),
	noted: (state, { author }) => (author.kind === 'seat' ? noSeat(state, author.seat, 'author') : null),
	revealed: ({ reveals }, { part }) =>
		reveals.includes(part) ? fault('part', `the ${part} is revealed a second time`) : null
};

/** Why `event` cannot follow a log that led to `state`, or null. With the scenario, its ids are checked too. */
export function eventFault(
	state: RoomState,
	event: RoomEvent,
	scenario: ExerciseScenario | undefined
): EventFault | null {
	if (state.exercise === null && event.type !== 'exerciseCreated') {
		return fault('type', `the log starts with '${event.type}'`, "Its first event must be 'exerciseCreated'.");
	}
	const full = noRoomFor(state, event);
	if (full !== null) return fault('type', full);
	const check = CHECKS[event.type] as Check<EventType>;
	return check(state, event as never, scenario);
}

/** Charts are slow and long logs go round and round: what follows a phase is worked out once for a scenario. */
const known = new WeakMap<ExerciseScenario, Map<string, readonly string[]>>();

function followers(scenario: ExerciseScenario, position: PhasePosition): readonly string[] {
	const ofScenario = known.get(scenario) ?? new Map<string, readonly string[]>();
	known.set(scenario, ofScenario);
	const key = JSON.stringify(position.play);
	const found =
		ofScenario.get(key) ??
		PHASE_EVENTS.map((type) => JSON.stringify(nextPhase(position, { type }, scenario.phases)?.play));
	ofScenario.set(key, found);
	return found;
}

/** What is done in a world is dated before its start, or at the minute it has reached. */
function actFault(state: RoomState, world: string, atMin: number): EventFault | null {
	const minute = entry(state.worlds, world)?.minute;
	if (minute === undefined) return noWorld(world);
	return atMin === minute || (atMin < 0 && minute === 0)
		? null
		: fault('atMin', `it is dated minute ${atMin}, but the world '${world}' stands at ${minute}`);
}

function noWorld(world: string): EventFault {
	return fault('world', `there is no world '${world}'`, 'A world is opened before anything happens in it.');
}

function noSeat({ seats }: RoomState, seat: string, field = 'seat'): EventFault | null {
	return entry(seats, seat) === undefined ? fault(field, `nobody has the seat '${seat}'`) : null;
}

function isTaken({ worlds }: RoomState, world: string, decision: string): boolean {
	return entry(worlds, world)!.acts.some((act) => act.kind === 'decision' && act.decision === decision);
}
