import type { EventOf, EventType, RoomEvent } from './events.ts';
import { LIMITS } from './limits.ts';
import { isInRounds, type PhaseInRounds } from '../phases/phases.ts';
import {
	EMPTY_ROOM,
	entry,
	minuteReached,
	partAt,
	type Act,
	type AcceptedCommand,
	type InjectRevision,
	type OpenedRound,
	type PlannedInject,
	type RoomState,
	type TakenStep,
	type WorldState
} from '../state.ts';

/** What each event changes. An event about a world that does not exist changes nothing but the version. */
const CHANGES: { [Type in EventType]: (state: RoomState, event: EventOf<Type>) => Partial<RoomState> } = {
	exerciseCreated: (_state, { type: _type, command: _command, ...exercise }) => ({ exercise }),
	seatTaken: ({ seats }, { seat, role, team, bot }) => ({
		seats: { ...seats, [seat]: { role, team, bot } }
	}),
	playedBy: ({ seats }, { seat, atMin, bot }) => {
		const found = entry(seats, seat);
		if (found === undefined) return {};
		const { standIn: _standIn, ...own } = found;
		// Asked for twice, it began with the first time.
		const sinceMin = found.standIn?.bot === bot ? found.standIn.sinceMin : atMin;
		return {
			seats: { ...seats, [seat]: bot === null ? own : { ...own, standIn: { bot, sinceMin } } }
		};
	},
	phaseEntered: (state, { phase, step, round, command }) => ({
		taken: { command, to: { phase, step }, before: placeOf(state), since: null },
		position: { phase, step, clock: state.position.clock },
		rounds: isInRounds(phase) && round !== null ? opened(state, phase, round) : state.rounds,
		movedBy: command
	}),
	stepUndone: ({ position, taken }, { command }) => {
		if (taken === null) return {};
		const { phase, step, rounds } = taken.before;
		return { position: { ...position, phase, step }, rounds, movedBy: command, taken: null };
	},
	paused: ({ position }) => ({ position: { ...position, clock: 'paused' } }),
	resumed: ({ position }) => ({ position: { ...position, clock: 'running' } }),
	worldOpened: ({ worlds }, { world, team, fork }) => ({
		worlds: { ...worlds, [world]: fork === null ? newWorld(team) : forkedWorld(worlds, team, fork) }
	}),
	timeAdvanced: (state, { world, toMin }) => ({
		...inWorld(state, world, ({ minute }) => ({ minute: Math.max(minute, toMin) })),
		...sinceTaken(state, world, 'timeMoved', null)
	}),
	decisionCommitted: (state, { world, seat, decision, atMin, rationale, confidencePct, confirmedBy }) => ({
		...inWorld(state, world, ({ acts, asked }) => {
			const said = { rationale, confidencePct, part: partAt(state.position) };
			const act = { kind: 'decision', seat, decision, atMin, ...said } as const;
			const agreed = confirmedBy === undefined ? act : { ...act, confirmedBy };
			return { acts: [...acts, agreed], ...notAsked(asked, decision) };
		}),
		...sinceTaken(state, world, 'committed', seat)
	}),
	decisionAsked: (state, { world, seat, decision, atMin, rationale, confidencePct }) => ({
		...inWorld(state, world, ({ asked = [] }) => {
			const others = asked.filter((one) => one.decision !== decision);
			return { asked: [...others, { seat, decision, atMin, rationale, confidencePct, declinedMin: null }] };
		}),
		...sinceTaken(state, world, 'committed', seat)
	}),
	decisionDeclined: (state, { world, decision, atMin, seat }) => ({
		...inWorld(state, world, ({ asked = [] }) => ({
			asked: asked.map((one) => (one.decision === decision ? { ...one, declinedMin: atMin } : one))
		})),
		...sinceTaken(state, world, 'committed', seat)
	}),
	decisionWithdrawn: (state, { world, seat, decision }) => ({
		...inWorld(state, world, ({ acts, asked }) => ({
			acts: acts.filter((act) => !isDecision(act, decision)),
			...notAsked(asked, decision)
		})),
		...sinceTaken(state, world, 'committed', seat)
	}),
	decisionAmended: (state, { world, decision, rationale, confidencePct }) =>
		inWorld(state, world, ({ acts }) => ({
			acts: acts.map((act) => (isDecision(act, decision) ? { ...act, rationale, confidencePct } : act))
		})),
	settingMade: (state, { world, atMin, setting }) =>
		inWorld(state, world, ({ acts }) => ({ acts: [...acts, { kind: 'setting', atMin, setting }] })),
	injectReleased: (state, { type: _type, command: _command, world, ...inject }) =>
		inWorld(state, world, ({ released }) => ({
			released: [...released, { ...inject, part: partAt(state.position) }]
		})),
	injectPlanned: ({ plan }, { type: _type, command: _command, inject, ...revision }) => {
		const before = entry(plan, inject);
		const earlier = before === undefined ? [] : [...before.earlier, revisionOf(before)];
		const kept = earlier.slice(-LIMITS.revisionsKept);
		return { plan: { ...plan, [inject]: { inject, ...revision, earlier: kept } } };
	},
	ballotClosed: ({ ballots }, { type: _type, command: _command, ...ballot }) => ({
		ballots: [...ballots, { ...ballot, isRevealed: false }]
	}),
	ballotRevealed: ({ ballots }, { ballot }) => ({
		ballots: ballots.map((one) => (one.ballot === ballot ? { ...one, isRevealed: true } : one))
	}),
	rated: ({ ratings }, { type: _type, command: _command, ...rating }) => ({ ratings: [...ratings, rating] }),
	noted: ({ notes }, { type: _type, command: _command, ...note }) => ({ notes: [...notes, note] }),
	negotiated: ({ negotiated = [] }, { command, entry: event }) => ({
		negotiated: [...negotiated, { command, event }]
	}),
	standingAllowed: (_state, { shows }) => ({ standing: shows }),
	revealed: ({ reveals }, { part }) => (reveals.includes(part) ? {} : { reveals: [...reveals, part] })
};

/** The room after one more event. Never refuses and never changes `state`. */
export function evolve(state: RoomState, event: RoomEvent): RoomState {
	const change = CHANGES[event.type] as (state: RoomState, event: RoomEvent) => Partial<RoomState>;
	const version = state.version + 1;
	return {
		...state,
		...change(state, event),
		version,
		accepted: remember(state.accepted, { id: event.command, version })
	};
}

/** The room that a log adds up to. */
export function foldLog(events: readonly RoomEvent[], from: RoomState = EMPTY_ROOM): RoomState {
	return events.reduce(evolve, from);
}

function opened(state: RoomState, part: PhaseInRounds, round: number): readonly OpenedRound[] {
	return [...state.rounds, { round, part, atMin: minuteReached(state), version: state.version + 1 }];
}

function placeOf({ position, rounds }: RoomState): TakenStep['before'] {
	return { phase: position.phase, step: position.step, rounds };
}

/** Something has happened since the latest step; what happened first stays said. */
function sinceTaken(
	{ taken, worlds }: RoomState,
	world: string,
	because: NonNullable<TakenStep['since']>['because'],
	seat: string | null
): Partial<RoomState> {
	if (taken === null || taken.since !== null || entry(worlds, world) === undefined) return {};
	return { taken: { ...taken, since: { because, seat } } };
}

function revisionOf({ revision, timing, text, corrects }: PlannedInject): InjectRevision {
	return { revision, timing, text, corrects };
}

function remember(accepted: readonly AcceptedCommand[], latest: AcceptedCommand): readonly AcceptedCommand[] {
	// The events of one command follow one another: its version is that of the last.
	const before = accepted.at(-1)?.id === latest.id ? accepted.slice(0, -1) : accepted;
	return [...before.slice(-(LIMITS.acceptedIds - 1)), latest];
}

function inWorld(
	{ worlds }: RoomState,
	id: string,
	change: (world: WorldState) => Partial<WorldState>
): Partial<RoomState> {
	const world = entry(worlds, id);
	return world === undefined ? {} : { worlds: { ...worlds, [id]: { ...world, ...change(world) } } };
}

/** Without a decision among those that wait; a world in which none does stays without the list. */
function notAsked(asked: WorldState['asked'], decision: string): Pick<WorldState, 'asked'> {
	return asked === undefined ? {} : { asked: asked.filter((one) => one.decision !== decision) };
}

function isDecision(act: Act, decision: string): boolean {
	return act.kind === 'decision' && act.decision === decision;
}

function newWorld(team: string | null): WorldState {
	return { team, fork: null, minute: 0, acts: [], released: [] };
}

/** A world as another one was at a minute: what was done at that very minute is open again. */
function forkedWorld(
	worlds: RoomState['worlds'],
	team: string | null,
	fork: { of: string; atMin: number }
): WorldState {
	const source = entry(worlds, fork.of) ?? newWorld(team);
	const { atMin } = fork;
	return {
		team,
		fork,
		minute: atMin,
		acts: source.acts.filter((act) => act.atMin < atMin),
		released: source.released.filter((inject) => inject.atMin <= atMin)
	};
}
