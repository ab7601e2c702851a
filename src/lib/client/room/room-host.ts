import { readLog } from '../../exercise/read-log.ts';
import { saveLog } from '../../exercise/log-file.ts';
import type { RoomEvent } from '../../exercise/events.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RunMeta, StoredRun } from '../store/run-store.ts';
import type { Pack } from '../worker/shelf.ts';
import { roomFacts, rolesPlayed, scenarioCards } from './cards.ts';
import { Keeper } from './keeper.ts';
import type { RoomWish } from './messages.ts';
import { Queue } from './queue.ts';
import type { KeptRun, NewRun, OpenRoom, RoomNews, RoomPace, ScenarioCard } from './room-client.ts';
import { openedRounds, standingOf } from './rounds.ts';
import { setupOf, temperOf, withSeed } from './solo-log.ts';
import { SoloRoom } from './solo-room.ts';
import { SoloRun } from './solo-run.ts';
import type { Keeping, Surroundings } from './surroundings.ts';
import { roomWords } from './words.ts';
import { foldLog } from '../../exercise/evolve.ts';

/** The scenarios at hand. */
export interface Scenarios {
	readonly builtIn: readonly Scenario[];
	byId(id: string): Pack | undefined;
}

/** What is to be opened could not be, because… */
class NotOpened extends Error {}

/** A run to be opened: how it was set up and what has happened in it. */
interface Opening {
	readonly setup: NewRun;
	readonly events: readonly RoomEvent[];
	/** Null: it is none of this device's yet. */
	readonly meta: RunMeta | null;
	readonly forkedFrom: KeptRun['forkedFrom'];
	readonly isResumed: boolean;
}

/** Answers a page's wishes with news. Holds the run that is open; knows nothing of workers. */
export class RoomHost {
	readonly #shelf: Scenarios;
	readonly #around: Surroundings;
	readonly #tell: (news: RoomNews) => void;
	readonly #tempers: ScenarioCard['tempers'];
	readonly #queue: Queue;
	#keeping: Keeping | null = null;
	#run: SoloRun | null = null;
	#pace: RoomPace = 1;
	#watchesMap = false;

	constructor(
		shelf: Scenarios,
		tempers: ScenarioCard['tempers'],
		around: Surroundings,
		tell: (news: RoomNews) => void
	) {
		this.#shelf = shelf;
		this.#tempers = tempers;
		this.#around = around;
		this.#tell = tell;
		this.#queue = new Queue((error) => tell({ type: 'failed', what: messageOf(error) }));
		tell({ type: 'ready', scenarios: scenarioCards(shelf.builtIn, tempers) });
	}

	/** Resolves when the wish has been seen to. Never rejects. */
	answer(wish: RoomWish): Promise<void> {
		switch (wish.type) {
			// These are answered at once, whatever is being kept.
			case 'setPace':
				this.#pace = wish.pace;
				this.#run?.setPace(wish.pace);
				return Promise.resolve();
			case 'hold':
				this.#run?.hold();
				return Promise.resolve();
			case 'release':
				this.#run?.release();
				return Promise.resolve();
			case 'watchMap':
				this.#watchesMap = wish.on;
				this.#run?.map.watch(wish.on);
				return Promise.resolve();
			case 'lookBack':
				this.#run?.map.lookBack(wish.minute);
				return Promise.resolve();
			case 'open':
			case 'leave':
				this.#run?.abandon();
				break;
			default:
		}
		return this.#queue.add(() => this.#answer(wish));
	}

	/** Resolves when nothing is waiting any more. */
	settled(): Promise<void> {
		return this.#queue.add(() => {});
	}

	async #answer(wish: RoomWish): Promise<void> {
		switch (wish.type) {
			case 'open':
				return this.#open(wish.request);
			case 'leave':
				this.#run = null;
				return;
			case 'listRuns':
				return this.#list();
			case 'forgetRun':
				return this.#forget(wish.runId);
			default:
				if (this.#run === null) return this.#tell({ type: 'refused', what: roomWords().nothingOpen });
				return this.#answerInRun(this.#run, wish);
		}
	}

	async #answerInRun(run: SoloRun, wish: RoomWish): Promise<void> {
		switch (wish.type) {
			case 'choose': {
				const { decision, rationale, confidencePct } = wish;
				const payload = { world: 'shared', decision, rationale, confidencePct };
				return run.command({ type: 'commitDecision', payload });
			}
			case 'takeBack': {
				const { decision } = wish;
				return run.command({ type: 'withdrawDecision', payload: { world: 'shared', decision } });
			}
			case 'goOn':
				return run.goOn();
			case 'stopHere':
				return run.stopHere();
			case 'send':
				return run.command(wish.body as Parameters<SoloRun['command']>[0]);
			case 'saveLog':
				return this.#tell({ type: 'log', ...run.logFile() });
			default:
		}
	}

	/** The run that was open is put down, whether or not another one takes its place. */
	async #open(request: OpenRoom): Promise<void> {
		try {
			const opening = await this.#opening(request);
			this.#run = null;
			if (opening !== null) await this.#start(opening);
		} catch (error) {
			this.#run = null;
			if (!(error instanceof NotOpened)) throw error;
			this.#tell({ type: 'notOpened', what: error.message });
		}
	}

	/** What to open, or null where it has been told why nothing is. */
	async #opening(request: OpenRoom): Promise<Opening | null> {
		const fresh = { events: [], meta: null, forkedFrom: null, isResumed: false };
		switch (request.kind) {
			case 'new':
				return { ...fresh, setup: request.run };
			case 'again': {
				const { meta } = await this.#stored(request.runId);
				return { ...fresh, setup: { ...meta, seed: request.seed ?? meta.seed } };
			}
			case 'kept':
				return this.#openingKept(request.runId);
			case 'fork': {
				const { runId, round } = request;
				const { meta, events } = await this.#stored(runId);
				const opened = openedRounds(events);
				const at = opened[round - 1];
				if (at === undefined) throw new NotOpened(roomWords().noSuchRound(round, opened.length));
				const seed = request.seed ?? meta.seed;
				const past = withSeed(events.slice(0, at.version), seed);
				if (!this.#isOfToday(past, meta)) return null;
				return { ...fresh, setup: { ...meta, seed }, events: past, forkedFrom: { runId, round } };
			}
			case 'log':
				return this.#openingLog(request.name, request.text);
		}
	}

	async #openingKept(runId: string): Promise<Opening | null> {
		const { store } = await this.#keep();
		const found = await store.takeOver(runId, this.#around.newId()).catch(() => null);
		if (found === null) throw new NotOpened(roomWords().noSuchRun);
		const { meta, events } = found;
		if (!this.#isOfToday(events, meta)) return null;
		return { setup: meta, events, meta, forkedFrom: meta.forkedFrom, isResumed: true };
	}

	#openingLog(name: string, text: string): Opening | null {
		const reading = readLog(text, name, (id) => this.#shelf.byId(id)?.exercise);
		if (!reading.ok) {
			const [{ file, line, what, remedy }] = reading.faults;
			throw new NotOpened(`${file}, line ${line}: ${what}. ${remedy}`);
		}
		const { log, readOnly } = reading;
		if (readOnly !== null) {
			this.#tell({ type: 'readOnlyLog', name, reason: readOnly.reason, results: log.results });
			return null;
		}
		const setup = setupOf(log.events);
		if (setup === null) throw new NotOpened(roomWords().notSolo);
		return { setup, events: log.events, meta: null, forkedFrom: null, isResumed: false };
	}

	/** Whether a kept run can be played on with the physics and the scenario of today; tells why not. */
	#isOfToday(events: readonly RoomEvent[], { title }: KeptRun): boolean {
		const name = title.en;
		const reading = readLog(saveLog({ events, results: [] }), name, (id) => this.#shelf.byId(id)?.exercise);
		if (!reading.ok) throw new NotOpened(roomWords().oldRun(`${reading.faults[0].what}.`));
		if (reading.readOnly === null) return true;
		this.#tell({ type: 'readOnlyLog', name, reason: reading.readOnly.reason, results: [] });
		return false;
	}

	async #start({ setup, events, meta, forkedFrom, isResumed }: Opening): Promise<void> {
		const pack = this.#packOf(setup);
		const { store, fault } = await this.#keep();
		const kept = meta ?? this.#newMeta(pack, setup, forkedFrom);
		const mine = rolesPlayed(pack.scenario, setup.role);
		const others = pack.scenario.roles.map(({ id }) => id).filter((id) => !mine.includes(id));
		const tempers = Object.fromEntries(others.map((role) => [role, temperOf(role, setup)]));
		const room = new SoloRoom(
			{
				scenario: pack.exercise,
				role: setup.role,
				mine,
				cut: setup.cut,
				tempers,
				policies: this.#around.othersOf(pack.exercise, tempers)
			},
			events
		);
		if (events.length === 0) room.begin(setup.seed);
		const facts = roomFacts(pack, kept, this.#tempers);
		const keeper = new Keeper(store, fault, meta === null ? null : events.length, this.#around.wall, (code) =>
			this.#tell({ type: 'kept', ok: code === null, why: code === null ? null : roomWords().notKept[code] })
		);
		const run = new SoloRun(
			{ pack, facts, room, meta: kept, keeper },
			this.#pace,
			this.#around,
			this.#queue,
			this.#tell
		);
		this.#run = run;
		await run.start(isResumed && standingOf(foldLog(events), events) === 'running', this.#watchesMap);
	}

	/** @throws NotOpened where the scenario is not there or has no such role or length */
	#packOf({ scenarioId, role, cut }: NewRun): Pack {
		const pack = this.#shelf.byId(scenarioId);
		const words = roomWords();
		if (pack === undefined) throw new NotOpened(words.noSuchScenario(scenarioId));
		if (rolesPlayed(pack.scenario, role).length === 0) throw new NotOpened(words.noSuchRole(role));
		if (!pack.scenario.cuts.some(({ id }) => id === cut)) throw new NotOpened(words.noSuchCut(cut));
		return pack;
	}

	#newMeta({ scenario }: Pack, setup: NewRun, forkedFrom: KeptRun['forkedFrom']): RunMeta {
		const now = this.#around.dateMs();
		const { scenarioId, role, cut, seed, tempers } = setup;
		return {
			...{ scenarioId, role, cut, seed, tempers, forkedFrom },
			runId: this.#around.newId(),
			writer: this.#around.newId(),
			title: scenario.title,
			roleName: scenario.roles.find(({ id }) => id === role)?.name ?? null,
			startedAtMs: now,
			changedAtMs: now,
			stage: { kind: 'briefing' },
			minute: 0,
			result: null
		};
	}

	/** A run as far as it has come: the open one too, also where it could not be kept. */
	async #stored(runId: string): Promise<StoredRun> {
		if (this.#run?.meta.runId === runId) return { meta: this.#run.meta, events: this.#run.room.events };
		const { store } = await this.#keep();
		const found = await store.read(runId).catch(() => null);
		if (found === null) throw new NotOpened(roomWords().noSuchRun);
		return found;
	}

	async #list(): Promise<void> {
		const { store } = await this.#keep();
		try {
			const runs = (await store.list()).map(({ tempers: _tempers, writer: _writer, ...run }) => run);
			this.#tell({ type: 'runs', runs });
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

	async #keep(): Promise<Keeping> {
		this.#keeping ??= await this.#around.keeping();
		return this.#keeping;
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
