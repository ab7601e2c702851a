import { botSeats } from '../../room/opening.ts';
import { runningWorlds } from '../../room/conductor/bot-acts.ts';
import { playBots } from '../../room/play-through.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import type { RoomState, WorldState } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { logFaultText, readOnlyText } from '../../text/log-fault-text.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import { decisionTitle, eventMarkers, type MarkedEvents } from './event-markers.ts';
import { mapFactsOf } from '../../room/map/map-facts.ts';
import type { MapEventMarker, MapFailure, MapMessage, RunSource, MapRequest } from './messages.ts';
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
		if ('remedy' in played) return this.#tell({ type: 'failed', series: request.series, failure: played });
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

	#bots({ scenario, source: { kind }, seed }: MapRequest & { type: 'open' }): Played | MapFailure {
		const opened = this.#library.open({ kind: 'builtIn', id: scenario });
		if (!opened.ok) {
			const [{ message: what, remedy }] = opened.faults;
			return { subject: 'map', what, remedy };
		}
		const { pack } = opened;
		const seats = botSeats(pack.exercise, kind === 'record' ? 'record' : 'none');
		const { state } = playBots(pack.exercise, { seed, seats });
		return { pack, seed, world: worldOf(state) };
	}

	#log({ name, text }: RunSource & { kind: 'log' }): Played | MapFailure {
		const failure = (what: string, remedy: string): MapFailure => ({ subject: 'log', what, remedy });
		const reading = readLog(text, name, (id) => this.#library.byId(id)?.exercise);
		if (!reading.ok) {
			const { line, column, what, remedy } = logFaultText(reading.faults[0]);
			return failure(`${name}, line ${line}, column ${column}: ${what}`, remedy);
		}
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const pack = this.#library.byId(first.scenarioId);
		if (pack === undefined) {
			const what = `${name} was played with the scenario '${first.scenarioId}', which is not here`;
			const known = this.#library.builtIn.map(({ id }) => id).join(', ');
			return failure(what, `Choose the log of one of these: ${known}.`);
		}
		if (readOnly !== null) {
			const what = `${name} opens only to be read. ${withoutFullStop(readOnlyText(readOnly))}`;
			return failure(what, 'Open it at ‘The record as curves’, which shows the results stored in it.');
		}
		return { pack, seed: first.seed, world: worldOf(foldLog(log.events)) };
	}
}

/** Of several worlds a map shows the first that was opened. */
function worldOf(state: RoomState): WorldState | undefined {
	return state.worlds[runningWorlds(state)[0]];
}

function withoutFullStop(sentences: string): string {
	return sentences.replace(/\.$/, '');
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
