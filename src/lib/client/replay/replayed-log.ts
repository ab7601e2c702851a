import type { Audience } from '../../exercise/project/audience.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import type { Log } from '../../exercise/log/log-file.ts';
import { departureOf, type Departure } from '../../exercise/log/stored-result.ts';
import { seatsIn, type RoomState } from '../../exercise/state.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import type { RecordedRun } from '../../room/replay/recorded-run.ts';
import { replayTimeline, stopsOf, type ReplayTimeline } from '../../room/replay/timeline/replay-timeline.ts';
import { WorldReplay } from '../../room/replay/timeline/world-replay.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { gridMinuteUpTo } from '../../sim/time/grid.ts';
import type { ReplayedFork, ReplayReader, ReplaySeat, ReplaySeries } from './messages.ts';

/**
 * Copies of the state that a log's worlds keep in all, and each at least; beside them one wherever people decided something.
 * In the world of July 2024 each is 1.9 MB: 80 MB for who played alone, 180 MB for four teams.
 */
const CHECKPOINTS = 24;
const CHECKPOINTS_LEAST = 12;

/** A log that has been opened for a replay, with its worlds. */
export class OpenedReplay {
	readonly pack: Pack;
	readonly log: Log;
	readonly timeline: ReplayTimeline;
	readonly series: readonly ReplaySeries[];
	readonly fork: ReplayedFork | null;
	readonly #state: RoomState;
	readonly #worlds = new Map<string, WorldReplay>();

	/**
	 * @param number by which its series are told from those of other logs
	 * @param played the run in which its world was played; null: it was opened as a file
	 */
	constructor(
		pack: Pack,
		log: Log,
		reader: ReplayReader,
		number: number,
		fork: ReplayedFork | null = null,
		played: RecordedRun | null = null
	) {
		const { scenario, exercise, model } = pack;
		const state = foldLog(log.events);
		this.pack = pack;
		this.log = log;
		this.fork = fork;
		this.#state = state;
		// What happened in a fork nobody has been told.
		const told = typeof reader === 'object' && fork === null ? reader.timeline : null;
		this.timeline = told ?? replayTimeline(scenario, exercise, log.events, audienceOf(reader, state));
		const samples = sampleMinutes(exercise.spans, exercise.horizonMin, this.timeline.stops);
		const { entries, worlds } = this.timeline;
		const checkpoints = Math.max(CHECKPOINTS_LEAST, Math.ceil(CHECKPOINTS / Math.max(1, worlds.length)));
		this.series = worlds.map(({ world, team, isBots, endMin }) => {
			const id = `${number}.${world}`;
			const parts = {
				...{ engine: simEngine(model, state.exercise!.seed), spans: exercise.spans, samples, checkpoints },
				orders: worldOrders(exercise, state.worlds[world]!),
				endMin: gridMinuteUpTo(exercise.spans, endMin),
				stops: stopsOf(entries, world),
				played
			};
			this.#worlds.set(id, new WorldReplay(parts));
			const canFork = state.worlds[world]!.fork === null;
			return { id, log: number, world, team, isBots, endMin, canFork, roles: peoplesRoles(state, world) };
		});
	}

	/** Seats of people. */
	get seats(): ReplaySeat[] {
		return Object.entries(this.#state.seats).flatMap(([seat, { role, team, bot }]) =>
			bot === null ? [{ seat, role, team }] : []
		);
	}

	get isParallel(): boolean {
		return this.#state.exercise!.ways === 'parallel';
	}

	/** @throws RangeError where it has no such series */
	world(series: string): WorldReplay {
		const found = this.#worlds.get(series);
		if (found === undefined) throw new RangeError(`there is no series '${series}'`);
		return found;
	}

	/** Runs its worlds once. @param told hears how far they have come, 0 to 1 */
	run(told: (share: number) => void): void {
		const all = [...this.#worlds.values()];
		all.forEach((world, index) => world.run((share) => told((index + share) / all.length)));
	}

	/** What the log says of the end of a world and does not come out; null: it comes out, or nothing is said. */
	departure(): Departure | null {
		for (const { id, world, endMin } of this.series) {
			const stateHash = this.world(id).hashAt(endMin);
			const found = departureOf(this.log.results, { world, minute: endMin, stateHash });
			if (found !== null) return found;
		}
		return null;
	}
}

/** Of the whole table none: then the world is theirs. */
function peoplesRoles(state: RoomState, world: string): readonly string[] {
	const seats = Object.values(seatsIn(state, world)).filter(({ bot }) => bot === null);
	const roles = new Set(seats.map(({ role }) => role));
	return roles.size === 1 ? [...roles] : [];
}

/** Who played alone sees what is theirs, like a member of their team. */
function audienceOf(reader: ReplayReader, { seats }: RoomState): Audience {
	if (typeof reader === 'object')
		return reader.team === null ? { kind: 'observer' } : { kind: 'team', team: reader.team };
	const own = Object.entries(seats).find(([, { bot }]) => bot === null);
	if (reader === 'facilitator' || own === undefined) return { kind: 'facilitator' };
	const [seat, { team }] = own;
	return { kind: 'team', team, seat };
}
