import { readLog } from '../../exercise/log/read-log.ts';
import type { RoomState } from '../../exercise/state.ts';
import { mapFactsOf } from '../../room/map/map-facts.ts';
import { progressOf } from '../../room/progress.ts';
import { playFork } from '../../room/replay/fork.ts';
import { sampleOf, type SampledFacts } from '../../room/feed/samples.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import type { ReplayedFork, ReplayFacts, ReplayMessage, ReplayRequest } from './messages.ts';
import { OpenedReplay } from './replayed-log.ts';

type Opening = Extract<ReplayRequest, { type: 'open' }>;
type Forking = Extract<ReplayRequest, { type: 'fork' }>;

/** Answers a page that replays: opens logs, looks at their worlds at a minute, and forks them. Knows nothing of workers. */
export class ReplaySession {
	readonly #library: ScenarioLibrary;
	readonly #tell: (message: ReplayMessage) => void;
	readonly #logs: OpenedReplay[] = [];
	#reader: Opening['reader'] = 'player';

	constructor(library: ScenarioLibrary, tell: (message: ReplayMessage) => void) {
		this.#library = library;
		this.#tell = tell;
	}

	answer(request: ReplayRequest): void {
		if (request.type === 'at') return this.#at(request.minute, request.series);
		if (request.type === 'open') return this.#read(request);
		this.#fork(request);
	}

	#read({ name, text, reader }: Opening): void {
		const reading = readLog(text, name, (id, hash) => this.#library.ofLog(id, hash)?.exercise);
		if (!reading.ok) return this.#fail({ code: 'badLog', params: { fault: reading.faults[0]! } });
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first?.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const { scenarioId, contentHash } = first;
		const pack = this.#library.ofLog(scenarioId, contentHash);
		const file = name;
		if (pack === undefined) {
			const known = BUILT_IN.map(({ id }) => id);
			return this.#fail({ code: 'logOfOther', params: { file, scenarioId, known } });
		}
		if (readOnly !== null) return this.#fail({ code: 'readOnlyLog', params: { file, reason: readOnly } });
		const open = this.#logs[0];
		if (open !== undefined && open.pack.exercise.contentHash !== pack.exercise.contentHash)
			return this.#fail({ code: 'otherScenario', params: { file } });
		if (open === undefined) this.#reader = reader;
		this.#open(new OpenedReplay(pack, log, reader, this.#logs.length), name);
	}

	#fork({ series, plan, name }: Forking): void {
		const parent = this.#logOf(series);
		const { pack } = parent;
		// Its past is not run again, as far as it is kept of the world that it leaves; nor is what it comes to.
		const played = parent.world(series).forkBefore(Math.max(0, plan.atMin));
		const fork = playFork(pack.exercise, played, parent.log.events, plan);
		const events = [...fork.events];
		const opened: ReplayedFork = {
			of: series,
			atMin: plan.atMin,
			fileName: `${pack.scenario.id}-fork-minute-${Math.max(0, plan.atMin)}.log.json`,
			saved: { events, results: [] },
			round: roundAt(fork.state, plan.atMin),
			progress: progressOf({ scenario: pack.exercise, state: fork.state }, plan.world),
			refused: fork.refused.map(({ body, refusal }) => {
				const decision = body.type === 'commitDecision' ? body.payload.decision : null;
				return { decision, refusal };
			})
		};
		const number = this.#logs.length;
		this.#open(new OpenedReplay(pack, { events, results: [] }, this.#reader, number, opened, played), name);
	}

	#open(replay: OpenedReplay, name: string): void {
		if (replay.series.length === 0) return this.#fail({ code: 'noWorld', params: { file: name } });
		replay.run((share) => this.#tell({ type: 'running', share }));
		const log = this.#logs.length;
		this.#logs.push(replay);
		const { pack, seats, isParallel, timeline, series, fork } = replay;
		for (const { id, roles } of series) {
			const facts = sampledFacts(pack, roles);
			const samples = replay.world(id).frames.map((frame) => sampleOf(frame, facts));
			this.#tell({ type: 'curves', series: id, samples });
		}
		this.#tell({
			type: 'opened',
			facts: factsOf(pack),
			log: {
				...{ log, name, isParallel, seats, timeline, series },
				departure: replay.departure(),
				fork: fork === null ? null : { ...fork, saved: withResults(replay) }
			}
		});
	}

	#at(minute: number, series: readonly string[]): void {
		const worlds = series.map((id) => {
			const log = this.#logOf(id);
			const world = log.world(id);
			const snapshot = world.mapSnapshotAt(minute);
			const { roles } = log.series.find((one) => one.id === id)!;
			const sample = sampleOf(world.frameAt(minute), sampledFacts(log.pack, roles));
			return { series: id, sample, hash: world.hashAt(minute), snapshot };
		});
		this.#tell({ type: 'moment', minute, worlds });
	}

	#logOf(series: string): OpenedReplay {
		const found = this.#logs.find((log) => log.series.some(({ id }) => id === series));
		if (found === undefined) throw new RangeError(`there is no series '${series}'`);
		return found;
	}

	#fail(fault: Extract<ReplayMessage, { type: 'failed' }>['fault']): void {
		this.#tell({ type: 'failed', fault });
	}
}

/** The number of the round that stands open at a fork's minute: the first one there or after it. */
function roundAt({ rounds }: RoomState, atMin: number): number {
	return rounds.find((one) => one.atMin >= atMin)?.round ?? rounds.length;
}

/** The log with what its worlds came to, as a file says it. */
function withResults(replay: OpenedReplay) {
	const results = replay.series.map(({ id, world, endMin }) => {
		return { world, minute: endMin, stateHash: replay.world(id).hashAt(endMin) };
	});
	return { events: replay.log.events, results };
}

/** What curves are read by: the world, its sectors, and what the role of a series owns. */
function sampledFacts({ scenario }: Pack, mine: readonly string[]): SampledFacts {
	const roles = scenario.roles.map(({ id, organisations }) => {
		return { id, organisations: organisations.map((organisation) => ({ id: organisation })) };
	});
	return { sectors: scenario.sectors, mine, scenario: { trustIn: null, roles } };
}

function factsOf({ scenario, exercise, model }: Pack): ReplayFacts {
	const { id, title, sectors, roles, decisions, summit = null } = scenario;
	return {
		scenarioId: id,
		title,
		startMinute: model.clock.startMinute,
		horizonMin: model.clock.horizonMin,
		map: mapFactsOf(scenario, model),
		sectors: sectors.map(({ id, name }) => ({ id, name })),
		roles: roles.map(({ id, name }) => ({ id, name })),
		summit,
		decisions: decisions.flatMap(({ id, role, title }) => {
			const phases = exercise.decisions.find((one) => one.id === id)?.phases ?? [];
			return role === null ? [] : [{ id, role, title, phases }];
		})
	};
}
