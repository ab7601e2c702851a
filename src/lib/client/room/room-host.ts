import type { Scenario } from '../../scenario/scenario.ts';
import type { StoredResult } from '../../exercise/log/log-file.ts';
import { departureOf } from '../../exercise/log/stored-result.ts';
import { departureText } from '../../text/log-fault-text.ts';
import type { OpenedStore } from '../store/open-store.ts';
import { keptRuns, type RunHead, type RunSummary, type StoredRun } from '../runs/run-summary.ts';
import { mapPreview } from '../map/map-preview.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { roomFacts, rolesPlayed, scenarioSummaries } from '../../room/facts/make-facts.ts';
import { StoreFault } from '../../room/store/log-store.ts';
import { Autosave } from '../runs/autosave.ts';
import { keptResults, ResultsKeeper } from '../runs/kept-results.ts';
import { RunClaims } from '../runs/run-claims.ts';
import { logFileOf } from '../runs/shown-run.ts';
import type { RoomRequest } from './messages.ts';
import { NotOpened, NotPlayable, openingOf, packFor, type Opening, type OpeningFrom } from './opening.ts';
import { Queue } from './queue.ts';
import type { NewRun, OpenRoom, RoomMessage, RoomPace } from './room-client.ts';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import { SoloRun } from './solo-run.ts';
import type { Dependencies } from './dependencies.ts';
import { roomWords } from './words.ts';
import { LOG_VERSION } from '../../exercise/log/log-file.ts';

/** The scenarios at hand. */
export interface Scenarios {
	readonly builtIn: readonly Scenario[];
	byId(id: string): Pack | undefined;
}

/** Answers a page's requests with messages. Holds the run that is open; knows nothing of workers. */
export class RoomHost {
	readonly #around: Dependencies;
	readonly #tell: (message: RoomMessage) => void;
	readonly #botTexts: ScenarioSummary['botTexts'];
	readonly #queue: Queue;
	readonly #from: OpeningFrom;
	#keeping: OpenedStore<RunSummary> | null = null;
	readonly #claims: RunClaims;
	#run: SoloRun | null = null;
	/** A run that is shown as it was computed, and not played. */
	#shown: StoredRun | null = null;
	#pace: RoomPace = 1;
	#watchesMap = false;
	#flows: FlowFilter | null = null;

	constructor(
		library: Scenarios,
		botTexts: ScenarioSummary['botTexts'],
		around: Dependencies,
		tell: (message: RoomMessage) => void
	) {
		this.#botTexts = botTexts;
		this.#around = around;
		this.#tell = tell;
		this.#from = {
			packOf: (id) => library.byId(id),
			stored: (runId) => this.#stored(runId),
			takeOver: (runId) => this.#takeOver(runId),
			tell
		};
		this.#claims = new RunClaims(around.channel, {
			writerOf: (runId) => this.#writerOf(runId),
			lost: () => this.#run?.yield(),
			taken: () => tell({ type: 'tookOver' })
		});
		this.#queue = new Queue((error) => tell({ type: 'failed', what: messageOf(error) }));
		tell({ type: 'ready', scenarios: scenarioSummaries(library.builtIn, botTexts) });
	}

	/** Resolves when the request has been seen to. Never rejects. */
	answer(request: RoomRequest): Promise<void> {
		switch (request.type) {
			// These are answered at once, whatever is being kept.
			case 'setPace':
				this.#pace = request.pace;
				this.#run?.setPace(request.pace);
				return Promise.resolve();
			case 'pause':
				return this.#run?.pause() ?? Promise.resolve();
			case 'resume':
				return this.#run?.resume() ?? Promise.resolve();
			case 'watchMap':
				this.#watchesMap = request.on;
				this.#run?.map.watch(request.on);
				return Promise.resolve();
			case 'watchFlows':
				this.#flows = request.scope;
				this.#run?.map.watchFlows(request.scope);
				return Promise.resolve();
			case 'lookBack':
				this.#run?.map.lookBack(request.minute);
				return Promise.resolve();
			case 'checkClaim':
				return this.#claims.check().then(() => {});
			case 'open':
			case 'leave':
				this.#claims.release();
				this.#run?.abandon();
				break;
			default:
		}
		return this.#queue.add(() => this.#answer(request));
	}

	/** Resolves when nothing is waiting any more. */
	settled(): Promise<void> {
		return this.#queue.add(() => {});
	}

	async #answer(request: RoomRequest): Promise<void> {
		switch (request.type) {
			case 'open':
				return this.#open(request.what);
			case 'leave':
				this.#run = null;
				this.#shown = null;
				return;
			case 'previewMap':
				return this.#preview(request.scenarioId);
			case 'listRuns':
				return this.#list();
			case 'forgetRun':
				return this.#forget(request.runId);
			default:
				if (this.#run === null) return this.#answerWithoutRun(request);
				return this.#answerInRun(this.#run, request);
		}
	}

	#answerWithoutRun(request: RoomRequest): void {
		if (this.#shown === null) return this.#tell({ type: 'refused', what: roomWords().nothingOpen });
		if (request.type !== 'saveLog') return this.#tell({ type: 'refused', what: roomWords().shownOnly });
		this.#tell({ type: 'log', ...logFileOf(this.#shown, []) });
	}

	async #answerInRun(run: SoloRun, request: RoomRequest): Promise<void> {
		switch (request.type) {
			case 'commitDecision': {
				const { decision, rationale, confidencePct } = request;
				const payload = { world: run.world, decision, rationale, confidencePct };
				return run.command({ type: 'commitDecision', payload });
			}
			case 'withdrawDecision': {
				const { decision } = request;
				return run.command({ type: 'withdrawDecision', payload: { world: run.world, decision } });
			}
			case 'goOn':
				return run.goOn();
			case 'stopHere':
				return run.stopHere();
			case 'command':
				return run.command(request.body as Parameters<SoloRun['command']>[0]);
			case 'saveLog':
				return this.#tell({ type: 'log', ...run.logFile() });
			default:
		}
	}

	/** The run that was open is put down, whether or not another one takes its place. */
	async #open(request: OpenRoom): Promise<void> {
		try {
			this.#shown = null;
			const opening = await openingOf(request, this.#from);
			this.#run = null;
			if (opening !== null) await this.#start(opening);
		} catch (error) {
			this.#run = null;
			if (error instanceof NotPlayable) return this.#showOnly(error.run, error.message);
			if (!(error instanceof NotOpened)) throw error;
			this.#tell({ type: 'notOpened', what: error.message, canRetry: error.canRetry });
		}
	}

	async #start(opening: Opening): Promise<void> {
		const { setup, events, head, isKept, forkedFrom, isResumed, results } = opening;
		const pack = packFor(setup, this.#from);
		const { store, fault } = await this.#keep();
		const kept = head ?? this.#newHead(pack, setup, forkedFrom);
		const { role, cut, bots } = kept.summary;
		const mine = rolesPlayed(pack.scenario, role);
		const facts = roomFacts(pack, { runId: kept.id, role, mine, cut, bots }, this.#botTexts);
		const autosave = new Autosave(store, fault, isKept ? events.length : null, this.#around.clock, (code) =>
			this.#tell({
				...{ type: 'kept', ok: code === null, code },
				why: code === null ? null : roomWords().notKept[code]
			})
		);
		const keeper = new ResultsKeeper(kept.id, store, this.#around.clock);
		const run = new SoloRun(
			{ pack, facts, events, head: kept, autosave },
			this.#pace,
			this.#around,
			(message) => {
				keeper.hear(message);
				this.#tell(message);
			}
		);
		this.#run = run;
		this.#claims.claim(kept.id, kept.writer);
		run.map.watchFlows(this.#flows);
		await run.start(isResumed, this.#watchesMap);
		this.#compare(run, results);
	}

	/** Says when the world of a log has not come to the state that was stored with it. */
	#compare(run: SoloRun, results: readonly StoredResult[]): void {
		if (run !== this.#run || results.length === 0) return;
		const departure = departureOf(results, run.result());
		if (departure !== null) this.#tell({ type: 'notAsStored', what: departureText(departure) });
	}

	#newHead({ scenario }: Pack, setup: NewRun, forkedFrom: RunSummary['forkedFrom']): RunHead {
		const now = this.#around.dateMs();
		const { scenarioId, role, cut, seed, bots } = setup;
		return {
			id: this.#around.newId(),
			writer: this.#around.newId(),
			format: LOG_VERSION,
			summary: {
				...{ scenarioId, role, cut, seed, bots, forkedFrom },
				title: scenario.title,
				roleName: scenario.roles.find(({ id }) => id === role)?.name ?? null,
				startedAtMs: now,
				changedAtMs: now,
				progress: { kind: 'briefing' },
				minute: 0,
				result: null
			}
		};
	}

	/** The open run counts as it stands, also where it could not be kept. */
	async #stored(runId: string): Promise<StoredRun> {
		if (this.#run?.head.id === runId) return { head: this.#run.head, events: this.#run.room.events };
		const { store } = await this.#keep();
		return this.#found(store.read(runId));
	}

	async #takeOver(runId: string): Promise<StoredRun> {
		const { store } = await this.#keep();
		return this.#found(store.takeOver(runId, this.#around.newId()));
	}

	/** @throws NotOpened where a run is not there, or may be there and cannot be read */
	async #found(answer: Promise<StoredRun | null>): Promise<StoredRun> {
		const { fault } = await this.#keep();
		const run = await answer.catch((error: unknown) => {
			throw new NotOpened(roomWords().notRead(error instanceof StoreFault ? error.code : 'broken'), true);
		});
		if (run !== null) return run;
		if (fault !== null) throw new NotOpened(roomWords().notRead(fault));
		throw new NotOpened(roomWords().noSuchRun);
	}

	/** The only one who may append to a run; null: unknown. */
	async #writerOf(runId: string): Promise<string | null> {
		const { store } = await this.#keep();
		const heads = await store.list().catch(() => []);
		return heads.find(({ id }) => id === runId)?.writer ?? null;
	}

	/** Shows what is kept of a run that cannot be played on: its results as they were computed, and its log. */
	async #showOnly(run: StoredRun, reason: string): Promise<void> {
		const { store } = await this.#keep();
		this.#shown = run;
		// Without them the log is there still.
		const results = await keptResults(store, run.head.id).catch(() => null);
		if (results === null) {
			const { title, result: harm } = run.head.summary;
			this.#tell({ type: 'readOnlyLog', name: title.en, reason, results: [], harm, canSave: true });
			return;
		}
		const { seed } = run.head.summary;
		// Results kept by earlier versions tell no seed with the opened run.
		for (const message of results as readonly RoomMessage[])
			this.#tell(message.type === 'opened' ? { ...message, seed } : message);
		this.#tell({ type: 'asComputedThen', reason: roomWords().asComputedThen(reason) });
	}

	#preview(scenarioId: string): void {
		const pack = this.#from.packOf(scenarioId);
		if (pack !== undefined) this.#tell(mapPreview(pack));
	}

	async #list(): Promise<void> {
		const { store } = await this.#keep();
		try {
			this.#tell({ type: 'runs', runs: keptRuns(await store.list()) });
		} catch {
			this.#tell({ type: 'runs', runs: [] });
			this.#tell({ type: 'refused', what: roomWords().noList });
		}
	}

	async #forget(runId: string): Promise<void> {
		const { store } = await this.#keep();
		await store.forget(runId).catch(() => this.#tell({ type: 'refused', what: roomWords().notForgotten }));
		return this.#list();
	}

	async #keep(): Promise<OpenedStore<RunSummary>> {
		this.#keeping ??= await this.#around.openStore();
		return this.#keeping;
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
