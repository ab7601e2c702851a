import type { RoomFacts } from '../facts/room-facts.ts';
import type { MapSender } from '../map/map-sender.ts';
import type { RoomAgenda } from './time/room-agenda.ts';
import type { Ballots } from './ballots/ballots.ts';
import type { Chair } from './people/chair.ts';
import type { Closing } from './time/closing.ts';
import type { DeskActs } from './desk/desk-acts.ts';
import type { LeadWatch } from './people/lead-watch.ts';
import type { InjectDesk } from './plan/inject-desk.ts';
import type { People } from './people/people.ts';
import type { Pads } from './people/pads.ts';
import type { Preflight } from './desk/preflight.ts';
import type { QuietBallot } from './ballots/quiet-ballot.ts';
import type { Reflections } from './hot-wash/reflections.ts';
import type { RoundWork } from './rounds/round-work.ts';
import type { RoomOutages } from './summit/room-outages.ts';
import type { RoomTimer } from './time/room-timer.ts';
import type { StageState } from './stage/stage-state.ts';
import type { StopMaps } from './worlds/stop-maps.ts';
import type { SummitBots } from './summit/summit-bots.ts';
import type { TeamReading } from './rounds/team-reading.ts';
import type { TeamDebriefings } from './hot-wash/team-debriefings.ts';
import type { TeamFeedback } from './hot-wash/team-feedback.ts';
import type { RunningExercise } from '../running-exercise.ts';
import type { Pack } from '../scenario-library.ts';
import type { Wifi } from './desk/wifi.ts';
import type { RoomSummary } from './live-room-contract.ts';

/** What a room of people is made of. */
export interface Live {
	readonly pack: Pack;
	readonly summary: RoomSummary;
	readonly exercise: RunningExercise;
	readonly people: People;
	readonly leads: LeadWatch;
	readonly rounds: RoundWork;
	readonly pads: Pads;
	readonly reading: TeamReading;
	readonly reflections: Reflections;
	readonly timer: RoomTimer;
	readonly closing: Closing;
	readonly stage: StageState;
	readonly ballots: Ballots;
	readonly chair: Chair;
	readonly acts: DeskActs;
	readonly quiet: QuietBallot;
	readonly injects: InjectDesk;
	/** The date and time, in ms since 1970. */
	readonly dateMs: () => number;
	readonly agenda: RoomAgenda;
	readonly preflight: Preflight;
	readonly wifi: Wifi;
	/** Steps of the world's grid a second. */
	pace: number | null;
	/** Who took the last step, by name; null: nobody since the room was opened here. */
	lastStepBy: string | null;
	/** Date in ms since 1970 at which the exercise left its lobby; null: it has not. */
	beganAtMs: number | null;
	/** When; null: it is not known. */
	lastStepAtMs: number | null;
	pausedBecause: 'facilitator' | 'restart' | null;
	/** The key of the cue at which a clicker was pressed and may not go on; null: at none. */
	clickerWaitsAt: string | null;
	readonly factsOf: (roles: readonly string[]) => RoomFacts;
	/** What those who play these roles are told of the map of a world. */
	readonly mapOf: (roles: readonly string[], world: string) => MapSender;
	readonly debriefings: TeamDebriefings;
	readonly feedback: TeamFeedback;
	/** The bots in the chairs of the summit. */
	readonly summitBots: SummitBots;
	/** The years after the summit. */
	readonly outages: RoomOutages;
	/** Of each world at the stops of the exercise. */
	readonly maps: StopMaps;
	/** Takes what people have written out of the log and out of what is kept beside it. */
	readonly eraseTexts: () => Promise<void>;
	/** Something could not be kept, and nobody is waiting to be told. */
	readonly failed: (error: unknown) => void;
	/** Computes a world that has just been opened up to where the others are. */
	readonly catchUp: (world: string) => Promise<void>;
}
