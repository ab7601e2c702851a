import type { StoredResult } from '../../exercise/log/log-file.ts';
import { departureOf } from '../../exercise/log/stored-result.ts';
import { LOG_VERSION } from '../../exercise/log/log-file.ts';
import type { FlowFilter } from '../../sim/observe/flows/host-flows.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { roomFacts, rolesPlayed, scenarioSummaries } from '../../room/facts/make-facts.ts';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import { refused } from '../../room/live/handlers.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { NotPlayableReason } from '../../room/protocol/solo-faults.ts';
import { mapPreview } from '../map/map-preview.ts';
import { Autosave } from '../runs/autosave.ts';
import { keptResults, ResultsKeeper } from '../runs/kept-results.ts';
import { KeptRuns } from '../runs/kept-runs.ts';
import { RunClaims } from '../runs/run-claims.ts';
import { parentRunOf } from '../runs/parent-run.ts';
import type { RunHead, RunSummary, StoredRun } from '../runs/run-summary.ts';
import { logFileOf } from '../runs/shown-run.ts';
import { breakdownOf } from './breakdown.ts';
import type { Dependencies } from './dependencies.ts';
import type { RoomMessage } from './messages.ts';
import { NotOpened, NotPlayable } from './not-opened.ts';
import type { NewRun, OpenRoom } from './open-room.ts';
import { openingOf, packFor, type Opening, type OpeningFrom } from './opening.ts';
import { Queue } from './queue.ts';
import { isOfRoom, type SoloRequest, type SoloRoomRequest } from './requests.ts';
import { SoloRun } from './solo-run.ts';

/** The scenarios of this device. */
export interface Scenarios {
	/** Brings those that a request is about: built-in ones from the build, authors' from where they are kept. */
	bring(request: unknown): Promise<void>;
	/** One that has been brought. */
	byId(ref: string): Pack | undefined;
	ofLog(id: string, contentHash: string): Pack | undefined;
}

/** Answers a page's requests, and tells it of the run that is open. Knows nothing of workers. */
export class RoomHost {
	readonly #around: Dependencies;
	readonly #tell: (message: RoomMessage) => void;
	readonly #botTexts: ScenarioSummary['botTexts'];
	readonly #queue: Queue;
	readonly #scenarios: Scenarios;
	readonly #from: OpeningFrom;
	readonly #kept: KeptRuns;
	readonly #claims: RunClaims;
	#run: SoloRun | null = null;
	/** A run that is shown as it was computed, and not played. */
	#shown: StoredRun | null = null;
	/** What holds for whatever run is open. */
	#pace: number | null = 1;
	#watchesMap = false;
	#flows: FlowFilter | null = null;

	constructor(
		scenarios: Scenarios,
		botTexts: ScenarioSummary['botTexts'],
		around: Dependencies,
		tell: (message: RoomMessage) => void
	) {
		this.#botTexts = botTexts;
		this.#around = around;
		this.#tell = tell;
		this.#kept = new KeptRuns(around.openStore);
		this.#scenarios = scenarios;
		const withScenario = async (run: StoredRun) => {
			await scenarios.bring(run.head.summary.scenarioId);
			return run;
		};
		this.#from = {
			packOf: (ref) => scenarios.byId(ref),
			packOfLog: (id, contentHash) => scenarios.ofLog(id, contentHash),
			// The open run counts as it stands, also where it could not be kept.
			stored: async (runId) => withScenario(this.#openRun(runId) ?? (await this.#kept.read(runId))),
			engineOf: around.engineOf,
			takeOver: async (runId) => withScenario(await this.#kept.takeOver(runId, around.newId())),
			tell
		};
		this.#claims = new RunClaims(around.channel, {
			writerOf: (runId) => this.#kept.writerOf(runId),
			lost: () => this.#run?.yield(),
			taken: () => tell({ type: 'tookOver' })
		});
		this.#queue = new Queue((error) => tell({ type: 'failed', breakdown: breakdownOf(error) }));
		tell({ type: 'ready' });
	}

	/** Resolves when the request has been seen to. Never rejects. */
	async answer(request: SoloRequest): Promise<RequestAnswer> {
		switch (request.type) {
			// These are answered at once, whatever is being kept.
			case 'setPace':
				this.#pace = request.stepsPerSecond;
				this.#run?.setPace(this.#pace);
				return this.#accepted();
			case 'watchMap':
				this.#watchesMap = request.on;
				this.#run?.map.watch(request.on);
				return this.#accepted();
			case 'watchFlows':
				this.#flows = request.scope;
				this.#run?.map.watchFlows(request.scope);
				return this.#accepted();
			case 'pause':
			case 'resume':
			case 'lookBack':
				return this.#run?.answer(request) ?? refused('nothingOpen', {});
			case 'checkClaim':
				await this.#claims.check();
				return this.#accepted();
			case 'open':
			case 'leave':
				this.#claims.release();
				this.#run?.abandon();
				break;
			default:
		}
		let answer = refused('notKept', {});
		await this.#queue.add(async () => {
			answer = isOfRoom(request) ? await this.#answerInRoom(request) : await this.#answerInLibrary(request);
		});
		return answer;
	}

	/** Resolves when nothing is waiting any more. */
	settled(): Promise<void> {
		return this.#queue.add(() => {});
	}

	/** Done, at the version of the open run; 0: none is open. */
	#accepted(): RequestAnswer {
		return { kind: 'accepted', version: this.#run?.room.state.version ?? 0 };
	}

	async #answerInLibrary(request: Exclude<SoloRequest, SoloRoomRequest>): Promise<RequestAnswer> {
		if (request.type === 'open') await this.#open(request.what);
		else if (request.type === 'leave') this.#run = this.#shown = null;
		else if (request.type === 'describe') await this.#describe(request.scenarioId);
		else if (request.type === 'previewMap') await this.#preview(request.scenarioId);
		return this.#accepted();
	}

	async #answerInRoom(request: SoloRoomRequest): Promise<RequestAnswer> {
		if (this.#run !== null) return this.#run.answer(request);
		if (this.#shown === null) return refused('nothingOpen', {});
		if (request.type !== 'saveLog') return refused('shownOnly', {});
		this.#tell({ type: 'log', ...logFileOf(this.#shown, []) });
		return this.#accepted();
	}

	/** The run that was open is put down, whether or not another one takes its place. */
	async #open(request: OpenRoom): Promise<void> {
		try {
			this.#shown = null;
			await this.#scenarios.bring(request);
			const opening = await openingOf(request, this.#from);
			this.#run = null;
			if (opening !== null) await this.#start(opening);
		} catch (error) {
			this.#run = null;
			if (error instanceof NotPlayable) return this.#showOnly(error.run, error.reason);
			if (!(error instanceof NotOpened)) throw error;
			this.#tell({ type: 'notOpened', fault: error.fault, canRetry: error.canRetry });
		}
	}

	async #start(opening: Opening): Promise<void> {
		const { setup, events, head, isKept, forkedFrom, isResumed, results } = opening;
		const pack = packFor(setup, this.#from);
		const { store, fault } = await this.#kept.open();
		const kept = head ?? this.#newHead(pack, setup, forkedFrom);
		const { role, cut, bots } = kept.summary;
		const mine = rolesPlayed(pack.scenario, role);
		const told = roomFacts(pack, { runId: kept.id, role, mine, cut, bots }, this.#botTexts);
		// Whoever asks for the scenario of this run asks for this version of it.
		const facts = { ...told, scenario: { ...told.scenario, id: kept.summary.scenarioId } };
		const autosave = new Autosave(store, fault, isKept ? events.length : null, this.#around.clock, (code) =>
			this.#tell({ type: 'kept', fault: code })
		);
		const keeper = new ResultsKeeper(kept.id, store, this.#around.clock);
		let isParentTold = false;
		const tellParent = async () => {
			if (isParentTold) return;
			isParentTold = true;
			const parent = await parentRunOf(store, kept.summary).catch(() => null);
			if (parent === null || run !== this.#run) return;
			const message = { type: 'parent', parent } as const;
			keeper.hear(message);
			this.#tell(message);
		};
		const run: SoloRun = new SoloRun(
			{ pack, facts, events, head: kept, autosave },
			this.#pace,
			this.#around,
			(message) => {
				if (message.type === 'hotWash') void tellParent();
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
		if (departure !== null) this.#tell({ type: 'notAsStored', departure });
	}

	#newHead({ scenario }: Pack, setup: NewRun, forkedFrom: RunSummary['forkedFrom']): RunHead {
		const now = this.#around.dateMs();
		const { scenarioId, role, cut, seed, bots, signal } = setup;
		return {
			id: this.#around.newId(),
			writer: this.#around.newId(),
			format: LOG_VERSION,
			summary: {
				...{ scenarioId, role, cut, seed, bots, forkedFrom },
				...(signal !== undefined && { signal }),
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

	#openRun(runId: string): StoredRun | null {
		const run = this.#run;
		return run?.head.id === runId ? { head: run.head, events: run.room.events } : null;
	}

	/** Shows what is kept of a run that cannot be played on: its results as they were computed, and its log. */
	async #showOnly(run: StoredRun, reason: NotPlayableReason): Promise<void> {
		const { store } = await this.#kept.open();
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
		this.#tell({ type: 'asComputedThen', reason });
	}

	async #preview(ref: string): Promise<void> {
		await this.#scenarios.bring(ref);
		const pack = this.#scenarios.byId(ref);
		if (pack !== undefined) this.#tell({ ...mapPreview(pack), scenarioId: ref });
	}

	/** Nothing is told of a scenario that is not there, or that nobody can play alone. */
	async #describe(ref: string): Promise<void> {
		await this.#scenarios.bring(ref);
		const pack = this.#scenarios.byId(ref);
		const [summary] = pack === undefined ? [] : scenarioSummaries([pack.scenario], this.#botTexts);
		this.#tell({ type: 'described', ref, scenario: summary === undefined ? null : { ...summary, id: ref } });
	}
}
