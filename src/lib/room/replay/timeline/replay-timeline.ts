import { botIn } from '../../../exercise/availability/standing.ts';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import { evolve, foldLog } from '../../../exercise/log/evolve.ts';
import { isInRounds } from '../../../exercise/phases/phases.ts';
import type { Audience } from '../../../exercise/project/audience.ts';
import { project, type Projection } from '../../../exercise/project/project.ts';
import { redactEvent, type VisibleEvent } from '../../../exercise/project/redact.ts';
import type { ExerciseScenario } from '../../../exercise/scenario/scenario.ts';
import {
	EMPTY_ROOM,
	entry,
	isPlayed,
	minuteReached,
	PREPARATION_MIN,
	type RoomState
} from '../../../exercise/state.ts';
import type { Localized, Scenario } from '../../../scenario/scenario.ts';
import type { ReplayEntry, ReplayFact, ReplayLane } from './entry.ts';
import { isBotsAlone, lanesOf } from './lanes.ts';
import { summitFactsOf } from './summit-entries.ts';

/** What a time line calls things by. */
export type ReplayNames = Pick<Scenario, 'roles' | 'decisions' | 'objectives' | 'record'>;

/** A world that can be replayed, and who played it. */
export interface ReplayWorld {
	readonly world: string;
	/** Null: it was everybody's. */
	readonly team: string | null;
	/** Whether bots alone played it, beside those of people. */
	readonly isBots: boolean;
	/** As far as it came. */
	readonly endMin: number;
}

/** An exercise that is over, in the order of its minutes. */
export interface ReplayTimeline {
	readonly worlds: readonly ReplayWorld[];
	readonly lanes: readonly ReplayLane[];
	readonly entries: readonly ReplayEntry[];
	/** Minutes at which people decided something, ascending; where only bots did, theirs. */
	readonly stops: readonly number[];
}

/**
 * What happened in an exercise as one audience may see it at its end: what an event says is decided by the same rules that
 * told it live, and what has been revealed since is open.
 */
export function replayTimeline(
	names: ReplayNames,
	scenario: ExerciseScenario,
	events: readonly RoomEvent[],
	audience: Audience
): ReplayTimeline {
	const end = foldLog(events);
	const shown = project(scenario, end, audience);
	const told: ReplayEntry[] = [];
	let state = EMPTY_ROOM;
	for (const event of events) {
		const before = state;
		state = evolve(state, event);
		if (event.type === 'negotiated') {
			const atMin = minuteReached(state);
			for (const what of summitFactsOf(event, { before, end }, audience))
				told.push({ atMin, lane: 'summit', world: null, what });
			continue;
		}
		const { event: visible } = redactEvent(asKnownAtEnd(state, end), event, audience);
		const found =
			visible === null
				? ballotOf(event, shown)
				: factOf(visible, names, { ...end, seats: state.seats }, shown);
		if (found !== null) told.push({ atMin: minuteOf(event, state), world: null, ...found });
	}
	const entries = inOrder([...injectsOf(names, shown), ...told, ...recordOf(names)]);
	return {
		worlds: worldsOf(end, shown),
		lanes: lanesOf(names, end, entries),
		entries,
		stops: stopsOf(entries)
	};
}

/** What is revealed once is open from the start of a replay; seats are as they were filled by the end. */
function asKnownAtEnd(state: RoomState, { reveals, seats, ballots }: RoomState): RoomState {
	return { ...state, reveals, seats, ballots };
}

type Found = Pick<ReplayEntry, 'what' | 'lane'> & Partial<Pick<ReplayEntry, 'atMin' | 'world'>>;

const EXERCISE = 'exercise';

/**
 * What a visible event is to a reader, with seats filled as they were then; null: it is none of what happened, or is told otherwise.
 */
function factOf(event: VisibleEvent, names: ReplayNames, now: RoomState, shown: Projection): Found | null {
	switch (event.type) {
		case 'phaseEntered': {
			const { phase, step, round } = event;
			if (round !== null) return { lane: EXERCISE, what: { kind: 'round', round } };
			return isInRounds(phase) && step !== 'situation'
				? null
				: { lane: EXERCISE, what: { kind: 'phase', phase } };
		}
		case 'paused':
		case 'resumed':
			return { lane: EXERCISE, what: { kind: event.type } };
		case 'settingMade': {
			const { parameter, value } = event.setting;
			const { world, atMin } = event;
			return { lane: EXERCISE, atMin, world, what: { kind: 'setting', parameter, value } };
		}
		case 'decisionCommitted':
		case 'decisionAmended': {
			const { world, seat, decision, atMin, rationale, confidencePct } = event;
			const kind = event.type === 'decisionCommitted' ? 'decision' : 'amended';
			const sits = entry(now.seats, seat);
			const isBots = sits !== undefined && botIn(sits) !== null;
			const said = { seat, decision, rationale, confidencePct, isBots };
			const title = decisionTitle(names, decision);
			const what = { kind, ...said, title, role: roleOfSeat(names, now, seat) } as const;
			return { lane: laneOfSeat(now, seat, world), atMin, world, what };
		}
		case 'decisionWithdrawn': {
			const { world, seat, decision, atMin } = event;
			const what = { kind: 'withdrawn', title: decisionTitle(names, decision) } as const;
			return { lane: laneOfSeat(now, seat, world), atMin, world, what };
		}
		case 'playedBy': {
			const { world, seat, atMin, bot } = event;
			const what = { kind: 'standIn', role: roleOfSeat(names, now, seat), bot } as const;
			return { lane: laneOfSeat(now, seat, world), atMin, world, what };
		}
		case 'ballotClosed':
			return ballotOf(event, shown);
		case 'rated': {
			const { subject, mark, observation, team } = event;
			const what = { kind: 'rating', subject: subjectName(names, subject), mark, observation, team } as const;
			return { lane: 'assessment', what };
		}
		case 'noted':
			return { lane: 'assessment', what: { kind: 'note', by: event.author.kind, text: event.text } };
		default:
			return null;
	}
}

/** A vote, as whoever may see it is shown it. */
function ballotOf(event: RoomEvent | VisibleEvent, { ballots }: Pick<Projection, 'ballots'>): Found | null {
	if (event.type !== 'ballotClosed') return null;
	const seen = ballots.find(({ ballot }) => ballot === event.ballot);
	if (seen === undefined) return null;
	const { question, tally, team } = seen;
	return { lane: EXERCISE, what: { kind: 'ballot', question, tally, team } };
}

/** Messages, one for all the worlds that it came to at the same minute. */
function injectsOf({ roles }: ReplayNames, { worlds }: Projection): ReplayEntry[] {
	const byKey = new Map<string, { readonly entry: ReplayEntry; readonly worlds: string[] }>();
	for (const [world, { injects, watched }] of Object.entries(worlds)) {
		if (!watched) continue;
		for (const { inject, atMin, channel, from, title, body, to } of injects) {
			const key = `${inject} ${atMin}`;
			const known = byKey.get(key);
			if (known !== undefined) {
				known.worlds.push(world);
				continue;
			}
			const names = to === null ? null : to.map((id) => nameOf(roles, id));
			const what: ReplayFact = { kind: 'inject', channel, from, title, body, to: names };
			byKey.set(key, { entry: { atMin, lane: 'injects', world, what }, worlds: [world] });
		}
	}
	return [...byKey.values()].map(({ entry, worlds: at }) =>
		at.length > 1 ? { ...entry, world: null } : entry
	);
}

function recordOf({ record, roles }: ReplayNames): ReplayEntry[] {
	return record.acts.map(({ atMin, role, does }) => {
		const what = { kind: 'record', role: role === null ? null : nameOf(roles, role), does } as const;
		return { atMin, lane: 'record', world: null, what };
	});
}

/** By minute; at one minute as it came, messages first and the record last. */
function inOrder(entries: readonly ReplayEntry[]): ReplayEntry[] {
	return entries
		.map((one, index) => ({ one, index }))
		.sort((a, b) => a.one.atMin - b.one.atMin || a.index - b.index)
		.map(({ one }) => one);
}

/** Minutes of people's decisions, ascending, in one world or in all; where there are none, of bots'. */
export function stopsOf(entries: readonly ReplayEntry[], world: string | null = null): number[] {
	const decided = entries.filter(
		(one) => one.what.kind === 'decision' && (world === null || one.world === world)
	);
	const peoples = decided.filter(({ what }) => what.kind === 'decision' && !what.isBots);
	const minutes = (peoples.length > 0 ? peoples : decided).map(({ atMin }) => Math.max(0, atMin));
	return [...new Set(minutes)].sort((a, b) => a - b);
}

/** The minute of the exercise at which an event came. */
function minuteOf(event: RoomEvent, state: RoomState): number {
	if ((event.type === 'rated' || event.type === 'noted') && event.seen !== undefined)
		return event.seen.minute;
	const isBefore = ['lobby', 'briefing', 'preparation'].includes(state.position.phase);
	return isBefore ? PREPARATION_MIN : minuteReached(state);
}

/** Those of people first. */
function worldsOf(end: RoomState, shown: Projection): ReplayWorld[] {
	const worlds = Object.entries(end.worlds).flatMap(([world, one]) => {
		const isSeen = shown.worlds[world]?.watched === true && isPlayed(end.worlds, one);
		const isBots = isBotsAlone(end, world);
		return isSeen ? [{ world, team: one.team, isBots, endMin: one.minute }] : [];
	});
	return [...worlds.filter(({ isBots }) => !isBots), ...worlds.filter(({ isBots }) => isBots)];
}

/** In one world each role has a lane; where teams play in worlds of their own, each team has. */
function laneOfSeat({ seats, worlds }: RoomState, seat: string, world: string): string {
	const team = entry(worlds, world)?.team ?? null;
	return team === null ? `role:${entry(seats, seat)?.role ?? seat}` : `team:${team}`;
}

function roleOfSeat({ roles }: ReplayNames, { seats }: RoomState, seat: string): Localized {
	return nameOf(roles, entry(seats, seat)?.role ?? seat);
}

function decisionTitle({ decisions }: ReplayNames, id: string): Localized {
	return decisions.find((one) => one.id === id)?.title ?? { en: id };
}

function subjectName({ objectives }: ReplayNames, id: string): Localized {
	const task = objectives.flatMap(({ tasks }) => tasks).find((one) => one.id === id);
	return task?.text ?? objectives.find((one) => one.id === id)?.name ?? { en: id };
}

function nameOf(things: readonly { readonly id: string; readonly name: Localized }[], id: string): Localized {
	return things.find((one) => one.id === id)?.name ?? { en: id };
}
