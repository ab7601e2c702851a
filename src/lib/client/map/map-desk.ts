import { noneBot } from '../../exercise/bots/none.ts';
import { openRoom, play } from '../../exercise/bots/play.ts';
import { recordBot } from '../../exercise/bots/record.ts';
import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import type { WorldState } from '../../exercise/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { spotsOf } from '../../sim/observe/map-frame.ts';
import type { FileFault } from '../messages.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import { decisionTitle, eventMarks, type MarkedEvents } from './event-marks.ts';
import { mapFactsOf } from './map-facts.ts';
import type { MapEventMark, MapFacts, MapFailure, MapNews, MapPlay, MapWish } from './messages.ts';
import { SpotRun } from './spot-run.ts';

/** A play as a map runs it: what was ordered in it, and what a scrubber marks. */
interface Played {
	readonly pack: Pack;
	readonly seed: string;
	readonly world: WorldState | undefined;
}

/** Answers a map's wishes with moments; knows nothing of workers. */
export class MapDesk {
	readonly #shelf: ScenarioLibrary;
	readonly #tell: (news: MapNews) => void;
	readonly #runs = new Map<string, SpotRun>();
	/** Facts of a scenario are told as one object, so that a map keeps its points from one play to the next. */
	readonly #spots = new Map<Pack, ReturnType<typeof spotsOf>>();

	constructor(shelf: ScenarioLibrary, tell: (news: MapNews) => void) {
		this.#shelf = shelf;
		this.#tell = tell;
	}

	answer(wish: MapWish): void {
		if (wish.type === 'at') {
			const { lane, minute, flows } = wish;
			const run = this.#runs.get(lane);
			if (run !== undefined) this.#tell({ type: 'moment', lane, moment: run.at(minute, flows) });
			return;
		}
		const played = wish.play.kind === 'log' ? this.#log(wish.play) : this.#bots(wish);
		if ('remedy' in played) return this.#tell({ type: 'failed', lane: wish.lane, failure: played });
		const { pack, seed, world } = played;
		let spots = this.#spots.get(pack);
		if (spots === undefined) this.#spots.set(pack, (spots = spotsOf(pack.model)));
		const orders = world === undefined ? [] : worldOrders(pack.exercise, world);
		this.#runs.set(wish.lane, new SpotRun(pack.model, seed, orders, spots));
		const facts: MapFacts = mapFactsOf(pack.scenario, pack.model, spots);
		this.#tell({ type: 'opened', lane: wish.lane, facts, marks: marksOf(pack, wish.play, world) });
	}

	#bots({ scenario, play: { kind }, seed }: MapWish & { type: 'open' }): Played | MapFailure {
		const opened = this.#shelf.open({ kind: 'builtIn', id: scenario });
		if (!opened.ok) {
			const [{ message: what, remedy }] = opened.faults;
			return { subject: 'map', what, remedy };
		}
		const { pack } = opened;
		const bot = kind === 'record' ? recordBot : noneBot;
		const { state } = play(openRoom(pack.exercise, seed), [bot], pack.exercise.horizonMin);
		return { pack, seed, world: state.worlds[SHARED_WORLD] };
	}

	#log({ name, text }: MapPlay & { kind: 'log' }): Played | MapFailure {
		const failure = (what: string, remedy: string): MapFailure => ({ subject: 'log', what, remedy });
		const reading = readLog(text, name, (id) => this.#shelf.byId(id)?.exercise);
		if (!reading.ok) {
			const [{ line, column, what, remedy }] = reading.faults as [FileFault];
			return failure(`${name}, line ${line}, column ${column}: ${what}`, remedy);
		}
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const pack = this.#shelf.byId(first.scenarioId);
		if (pack === undefined) {
			const what = `${name} was played with the scenario '${first.scenarioId}', which is not here`;
			const known = this.#shelf.builtIn.map(({ id }) => id).join(', ');
			return failure(what, `Choose the log of one of these: ${known}.`);
		}
		if (readOnly !== null) {
			const what = `${name} opens only to be read. ${withoutFullStop(readOnly.reason)}`;
			return failure(what, 'Open it at ‘The record as curves’, which shows the results stored in it.');
		}
		const { worlds } = foldLog(log.events);
		return { pack, seed: first.seed, world: worlds[SHARED_WORLD] ?? Object.values(worlds)[0] };
	}
}

function withoutFullStop(sentences: string): string {
	return sentences.replace(/\.$/, '');
}

function marksOf({ scenario, model }: Pack, play: MapPlay, world?: WorldState): MapEventMark[] {
	const releaseMinutes = model.releases.map(({ atMin }) => atMin);
	return eventMarks({ releaseMinutes, acts: actsOf(scenario, play, world), injects: world?.released ?? [] });
}

function actsOf({ record, decisions }: Scenario, play: MapPlay, world?: WorldState): MarkedEvents['acts'] {
	if (play.kind === 'none') return [];
	if (play.kind === 'record') return record.acts.map(({ atMin, does }) => ({ atMin, text: does }));
	return (world?.acts ?? []).flatMap((act) =>
		act.kind === 'decision' ? [{ atMin: act.atMin, text: decisionTitle(decisions, act.decision) }] : []
	);
}
