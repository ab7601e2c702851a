import type { Setting } from '../sim/model.ts';
import type { Channel, Localized } from '../scenario/scenario.ts';
import type { Author, BotProfile, EventOf, Mark, Part, Seen, Standing } from './log/events.ts';
import type { InjectText, Timing } from './injects/inject-text.ts';
import {
	firstPhase,
	type Phase,
	type PhaseInRounds,
	type PhasePosition,
	type RoundStep
} from './phases/phases.ts';

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
	/** The rounds of decisions that have been opened, in their order. */
	readonly rounds: readonly OpenedRound[];
	/** Id of the command that brought the exercise to where it stands; null: it stands where it began. */
	readonly movedBy: string | null;
	/** The step that was taken last; null: none, or it has been undone. */
	readonly taken: TakenStep | null;
	readonly seats: Readonly<Record<string, Seat>>;
	readonly worlds: Readonly<Record<string, WorldState>>;
	/** What facilitators have changed of when injects go out and what they say, by inject. For all worlds alike. */
	readonly plan: Readonly<Record<string, PlannedInject>>;
	readonly ballots: readonly Ballot[];
	readonly ratings: readonly Rating[];
	readonly notes: readonly Note[];
	readonly reveals: readonly Part[];
	/** What happened at the summit, oldest first; missing: it was not opened. */
	readonly negotiated?: readonly Negotiated[];
	/** How much of the teams' worlds is compared before everybody. */
	readonly standing: Standing;
	/** The latest accepted commands, oldest first, with the version that each led to. */
	readonly accepted: readonly AcceptedCommand[];
}

export type ExerciseFacts = Readonly<Omit<EventOf<'exerciseCreated'>, 'type' | 'command'>>;

export interface Seat {
	readonly role: string;
	readonly team: string;
	/** How the bot in it plays; null: a person plays. */
	readonly bot: BotProfile | null;
	/** The bot that acts for its people at present, and since which minute. */
	readonly standIn?: { readonly bot: BotProfile; readonly sinceMin: number };
}

/** A round of decisions that has been opened. */
export interface OpenedRound {
	/** From 1, over incident and recovery. */
	readonly round: number;
	readonly part: PhaseInRounds;
	/** The minute that the exercise's worlds had reached. */
	readonly atMin: number;
	/** How many events the log held when it had just been opened. */
	readonly version: number;
}

/** Where an exercise stands, for those who want to move it on from there and nowhere else. */
export interface MoveFrom {
	readonly phase: Phase;
	readonly step: RoundStep | null;
	/** The round that was opened last; null: none yet. */
	readonly round: number | null;
}

/** A step of the exercise, for as long as it may be undone. */
export interface TakenStep {
	readonly command: string;
	/** Where it led. */
	readonly to: Pick<PhasePosition, 'phase' | 'step'>;
	readonly before: Pick<PhasePosition, 'phase' | 'step'> & { readonly rounds: readonly OpenedRound[] };
	/** What has happened since, so that it cannot be undone any more; null: nothing. */
	readonly since: { readonly because: 'committed' | 'timeMoved'; readonly seat: string | null } | null;
}

/** One revision of the plan of an inject. */
export interface InjectRevision {
	readonly revision: number;
	readonly timing: Timing;
	/** Null: as the scenario has it. */
	readonly text: InjectText | null;
	/** The inject that this one corrects; null: none. */
	readonly corrects: string | null;
}

/** The plan of an inject that has been changed, or was written in the room. */
export interface PlannedInject extends InjectRevision {
	readonly inject: string;
	/** Revisions before this one, oldest first. */
	readonly earlier: readonly InjectRevision[];
}

export interface WorldState {
	readonly team: string | null;
	readonly fork: { readonly of: string; readonly atMin: number } | null;
	readonly minute: number;
	/** Everything done in this world, in the order in which it was done. */
	readonly acts: readonly Act[];
	/** What needs another role's agreement and has been asked for; missing: nothing. */
	readonly asked?: readonly AskedDecision[];
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
	/** The seat that agreed; missing: nobody had to. */
	readonly confirmedBy?: string;
}

/** A decision that waits for another role's agreement, or has not got it. */
export interface AskedDecision extends Omit<DecisionAct, 'kind' | 'part' | 'confirmedBy'> {
	/** When it was declined; null: nobody has answered. */
	readonly declinedMin: number | null;
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
	/** Hands were counted, and no votes. */
	readonly byHands?: true;
	/** Until then its tally is the facilitator's alone. */
	readonly isRevealed: boolean;
}

export interface Rating {
	readonly author: Author;
	readonly team: string | null;
	readonly subject: string;
	readonly mark: Mark;
	readonly observation: string | null;
	readonly seen?: Seen;
}

export interface Note {
	readonly author: Author;
	readonly text: string;
	readonly seen?: Seen;
}

/** An event of the summit, with the command that it came of. What is in it the summit's own rules know. */
export interface Negotiated {
	readonly command: string;
	readonly event: { readonly type: string };
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
	rounds: [],
	movedBy: null,
	taken: null,
	seats: {},
	worlds: {},
	plan: {},
	ballots: [],
	ratings: [],
	notes: [],
	reveals: [],
	standing: 'nothing',
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
	return BEFORE_THE_INCIDENT.includes(position.phase) ? PREPARATION_MIN : world.minute;
}

/** The part of the exercise that is being played, as far as revealing goes. */
export function partAt(position: PhasePosition): Part {
	return OF_THE_SUMMIT.includes(position.phase) ? 'summit' : 'incident';
}

/** Where the exercise stands, to be sent with what moves it on. */
export function moveFrom({ position, rounds }: Pick<RoomState, 'position' | 'rounds'>): MoveFrom {
	return { phase: position.phase, step: position.step, round: rounds.at(-1)?.round ?? null };
}

export function isSamePlace(a: MoveFrom, b: MoveFrom): boolean {
	return a.phase === b.phase && a.step === b.step && a.round === b.round;
}

/** Whether a world is played on. A what-if stands where it was opened; one that was opened for another team goes on. */
export function isPlayed(
	worlds: RoomState['worlds'],
	{ team, fork }: Pick<WorldState, 'team' | 'fork'>
): boolean {
	return fork === null || entry(worlds, fork.of)?.team !== team;
}

/** Whether those in a seat act in a world: everybody's, or their own team's. */
export function actsFor({ team }: Pick<WorldState, 'team'>, seat: Pick<Seat, 'team'>): boolean {
	return team === null || team === seat.team;
}

/** The seats of those who act in a world. */
export function seatsIn(
	{ seats, worlds }: Pick<RoomState, 'seats' | 'worlds'>,
	world: string
): RoomState['seats'] {
	const found = entry(worlds, world);
	if (found === undefined) return {};
	return Object.fromEntries(Object.entries(seats).filter(([, seat]) => actsFor(found, seat)));
}

/** The minute that the exercise has reached: that of its furthest world, what-ifs apart. */
export function minuteReached({ worlds }: Pick<RoomState, 'worlds'>): number {
	const minutes = Object.values(worlds).flatMap((one) => (isPlayed(worlds, one) ? [one.minute] : []));
	return Math.max(0, ...minutes);
}

/** `record[id]`, without falling for names that every object inherits. */
export function entry<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** The world of an exercise that has one; of several the first that was opened. */
export function firstWorldOf({ worlds }: Pick<RoomState, 'worlds'>): WorldState {
	return Object.values(worlds)[0]!;
}
