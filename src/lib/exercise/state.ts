import type { Setting } from '../sim/model.ts';
import type { Channel, Localized } from '../scenario/scenario.ts';
import type { Author, EventOf, Part, RatingMark } from './log/events.ts';
import { firstPhase, phaseOf, type Phase, type PhasePosition } from './phases/phases.ts';

/**
 * What a log adds up to. Plain data that survives JSON and holds no world of the physics: what the world is like at
 * a minute follows from the scenario, the seed and the acts of a world (see timeline.ts).
 */
export interface RoomState {
	/** Number of events so far. */
	readonly version: number;
	/** Null before the first event. */
	readonly exercise: ExerciseFacts | null;
	readonly position: PhasePosition;
	readonly seats: Readonly<Record<string, Seat>>;
	readonly worlds: Readonly<Record<string, WorldState>>;
	readonly ballots: readonly Ballot[];
	readonly ratings: readonly Rating[];
	readonly notes: readonly Note[];
	readonly reveals: readonly Part[];
	/** The latest accepted commands, oldest first, with the version that each led to. */
	readonly accepted: readonly AcceptedCommand[];
}

export type ExerciseFacts = Readonly<Omit<EventOf<'exerciseCreated'>, 'type' | 'command'>>;

export interface Seat {
	readonly role: string;
	readonly team: string;
}

export interface WorldState {
	readonly team: string | null;
	readonly fork: { readonly of: string; readonly atMin: number } | null;
	readonly minute: number;
	/** Everything done in this world, in the order in which it was done. */
	readonly acts: readonly Act[];
	/** Injects released by hand; those with a minute of their own follow from the scenario. */
	readonly released: readonly ReleasedInject[];
}

export type Act = DecisionAct | SettingAct;

export interface DecisionAct {
	readonly kind: 'decision';
	readonly seat: string;
	readonly decision: string;
	readonly atMin: number;
	readonly rationale: string | null;
	readonly confidencePct: number | null;
	readonly part: Part;
}

export interface SettingAct {
	readonly kind: 'setting';
	readonly atMin: number;
	readonly setting: Setting;
}

export interface ReleasedInject {
	readonly inject: string;
	readonly atMin: number;
	readonly channel: Channel;
	readonly from: string;
	readonly title: Localized;
	readonly body: Localized;
	readonly to: readonly string[] | null;
	readonly part: Part;
}

export interface Ballot {
	readonly ballot: string;
	readonly team: string | null;
	readonly question: string;
	readonly tally: readonly { readonly option: string; readonly votes: number }[];
}

export interface Rating {
	readonly author: Author;
	readonly team: string | null;
	readonly subject: string;
	readonly mark: RatingMark;
	readonly observation: string | null;
}

export interface Note {
	readonly author: Author;
	readonly text: string;
}

export interface AcceptedCommand {
	readonly id: string;
	readonly version: number;
}

/** A room before its first event. */
export const EMPTY_ROOM: RoomState = {
	version: 0,
	exercise: null,
	position: firstPhase([]),
	seats: {},
	worlds: {},
	ballots: [],
	ratings: [],
	notes: [],
	reveals: [],
	accepted: []
};

/** The minute at which everything decided in preparation is dated: before the world starts. */
export const PREPARATION_MIN = -1;

/** Whether what is dated at this minute was done before the world started. */
export function isPreparation(minute: number): boolean {
	return minute <= PREPARATION_MIN;
}

const BEFORE_THE_INCIDENT: readonly Phase[] = ['lobby', 'briefing', 'preparation'];
const OF_THE_SUMMIT: readonly Phase[] = ['summit', 'nextOutages', 'debrief', 'closed'];

/** The minute at which something done in `world` now is dated. */
export function actMinute(position: PhasePosition, world: WorldState): number {
	return BEFORE_THE_INCIDENT.includes(phaseOf(position)) ? PREPARATION_MIN : world.minute;
}

/** The part of the exercise that is being played, as far as revealing goes. */
export function partAt(position: PhasePosition): Part {
	return OF_THE_SUMMIT.includes(phaseOf(position)) ? 'summit' : 'incident';
}

/** `record[id]`, without falling for names that every object inherits. */
export function entry<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}
