import { botSeats } from '../../room/opening.ts';
import { runningWorlds } from '../../room/conductor/bot-acts.ts';
import { playBots } from '../../room/play-through.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import type { RoomState, WorldState } from '../../exercise/state.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import { decisionTitle, eventMarkers, type MarkedEvents } from './event-markers.ts';
import { mapFactsOf } from '../../room/map/map-facts.ts';
import type { MapEventMarker, MapMessage, RunSource, MapRequest } from './messages.ts';
import type { MapFault } from '../../room/map/map-fault.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import { MapSimulation } from './map-simulation.ts';

/** A run as a map runs it: what was ordered in it, and what a scrubber marks. */
interface Played {
	readonly pack: Pack;
	readonly seed: string;
	readonly world: WorldState | undefined;
}

/** Answers a map's requests with snapshots; knows nothing of workers. */
export class MapSession {
	readonly #library: ScenarioLibrary;
	readonly #tell: (message: MapMessage) => void;
	readonly #runs = new Map<string, MapSimulation>();

	constructor(library: ScenarioLibrary, tell: (message: MapMessage) => void) {
		this.#library = library;
		this.#tell = tell;
	}

	answer(request: MapRequest): void {
		if (request.type === 'at') {
			const { series, minute, flows } = request;
			const run = this.#runs.get(series);
			if (run !== undefined) this.#tell({ type: 'snapshot', series, snapshot: run.at(minute, flows) });
			return;
		}
		const played = request.source.kind === 'log' ? this.#log(request.source) : this.#bots(request);
		if ('code' in played) return this.#tell({ type: 'failed', series: request.series, fault: played });
		const { pack, seed, world } = played;
		const orders = world === undefined ? [] : worldOrders(pack.exercise, world);
		this.#runs.set(request.series, new MapSimulation(pack.model, seed, orders));
		const facts: MapFacts = mapFactsOf(pack.scenario, pack.model);
		this.#tell({
			type: 'opened',
			series: request.series,
			facts,
			markers: markersOf(pack, request.source, world)
		});
	}

	get #known(): readonly string[] {
		return BUILT_IN.map(({ id }) => id);
	}

	#bots({ scenario, source: { kind }, seed }: MapRequest & { type: 'open' }): Played | MapFault {
		const pack = this.#library.byId(scenario);
		if (pack === undefined) return { code: 'noScenario', params: { id: scenario, known: this.#known } };
		const seats = botSeats(pack.exercise, kind === 'record' ? 'record' : 'none');
		const { state } = playBots(pack.exercise, { seed, seats });
		return { pack, seed, world: worldOf(state) };
	}

	#log({ name, text }: RunSource & { kind: 'log' }): Played | MapFault {
		const reading = readLog(text, name, (id, hash) => this.#library.ofLog(id, hash)?.exercise);
		if (!reading.ok) return { code: 'badLog', params: { fault: reading.faults[0] } };
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const pack = this.#library.ofLog(first.scenarioId, first.contentHash);
		const file = name;
		if (pack === undefined) {
			const { scenarioId } = first;
			return { code: 'logOfOther', params: { file, scenarioId, known: this.#known } };
		}
		if (readOnly !== null) return { code: 'readOnlyLog', params: { file, reason: readOnly } };
		return { pack, seed: first.seed, world: worldOf(foldLog(log.events)) };
	}
}

/** Of several worlds a map shows the first that was opened. */
function worldOf(state: RoomState): WorldState | undefined {
	return state.worlds[runningWorlds(state)[0]];
}

function markersOf({ scenario, model }: Pack, source: RunSource, world?: WorldState): MapEventMarker[] {
	const releaseMinutes = model.releases.map(({ atMin }) => atMin);
	return eventMarkers({
		releaseMinutes,
		acts: actsOf(scenario, source, world),
		injects: world?.released ?? []
	});
}

function actsOf(
	{ record, decisions }: Scenario,
	source: RunSource,
	world?: WorldState
): MarkedEvents['acts'] {
	if (source.kind === 'none') return [];
	if (source.kind === 'record') return record.acts.map(({ atMin, does }) => ({ atMin, text: does }));
	return (world?.acts ?? []).flatMap((act) =>
		act.kind === 'decision' ? [{ atMin: act.atMin, text: decisionTitle(decisions, act.decision) }] : []
	);
}
