import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { Projection, WorldView } from '../../exercise/project/project.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { NewRun, OpenRoom, RoomClient, RoomMessage, RoomPace } from './room-client.ts';
import type { Purse, RoomFacts } from '../../room/facts/room-facts.ts';
import type { KeptRun } from '../runs/run-summary.ts';
import type { Progress } from '../../room/progress.ts';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import { beforeNextPicture } from '../before-next-picture.ts';
import type { AskToPersist } from '../store/persistence.ts';
import { Notices, type Notice, type NoticeAct } from './notices.svelte.ts';
import { RoomMap } from './room-map.svelte.ts';
import { sampleOf, withSamples, type Sample } from '../../room/feed/samples.ts';
import { roomWords } from './words.ts';

/** `ready`: something can be opened. `opening`: a run is being read. `failed`: nothing goes any more. */
export type RoomStatus = 'starting' | 'ready' | 'opening' | 'open' | 'failed';

export type { Notice };

type MessageOf<Type extends RoomMessage['type']> = Extract<RoomMessage, { type: Type }>;

/** A pace to begin with: steps of the world's time grid a second. */
export const FIRST_PACE = 8;

const MAKES_A_RUN: Readonly<Record<OpenRoom['kind'], boolean>> = {
	...{ new: true, fork: true, again: true },
	...{ kept: false, resume: false, log: false }
};

/** A run is worth asking for once a round has been played. */
function isWorthKeeping(progress: Progress): boolean {
	return progress.kind === 'hotWash' || (progress.kind === 'deciding' && progress.round > 1);
}

/** What the screens show of a room: its messages as they came, and nothing computed from the clock on the wall. */
export class RoomView {
	status = $state<RoomStatus>('starting');
	failure = $state<string | null>(null);
	/** Known from the start: what can be played. */
	scenarios = $state.raw<readonly ScenarioSummary[]>([]);
	/** Null until a room is open. */
	facts = $state.raw<RoomFacts | null>(null);
	/** Of the run that is open. */
	seed = $state<string | null>(null);
	progress = $state.raw<Progress | null>(null);
	/** The room as the person's team sees it. */
	projection = $state.raw<Projection | null>(null);
	purses = $state.raw<readonly Purse[]>([]);
	/** The world as it is now. */
	now = $state.raw<Frame | null>(null);
	/** What the curves are drawn from, from minute 0 to now. */
	history = $state.raw<readonly Sample[]>([]);
	pace = $state<RoomPace>(FIRST_PACE);
	/** Whether this run is kept on this device; null: not known yet. */
	kept = $state.raw<MessageOf<'kept'> | null>(null);
	/** The runs kept on this device, latest first; null: not asked for yet. */
	runs = $state.raw<readonly KeptRun[] | null>(null);
	/** Null until the run has ended; its parts fill in as they are computed. */
	hotWash = $state.raw<HotWash | null>(null);
	/** Of the person's world at its end; null until then. */
	stateHash = $state<string | null>(null);
	readOnlyLog = $state.raw<MessageOf<'readOnlyLog'> | null>(null);
	/** 0 to 1 while an opened run is computed again up to where it was left. */
	catchingUp = $state(1);

	/** The world that the person plays in, as their team sees it. */
	world = $derived<WorldView | null>(this.projection?.worlds[this.projection.ownWorld ?? ''] ?? null);
	minute = $derived(this.now?.minute ?? this.world?.minute ?? 0);
	/** Decisions that the person's roles have taken (in the hot wash: everybody's). */
	taken = $derived(this.world?.decisions ?? []);
	/** Messages that have reached the person's roles, in the order in which they came. */
	injects = $derived(this.world?.injects ?? []);
	isRunning = $derived(this.progress?.kind === 'running' && !this.progress.paused);

	/** What a map shows. */
	readonly map: RoomMap;
	readonly #client: RoomClient;
	readonly #save: (fileName: string, text: string) => void;
	readonly #askToPersist: AskToPersist;
	readonly #notices = new Notices();
	/** What was asked to be opened last. */
	#asked: OpenRoom | null = null;
	/** What was asked to be opened had not been answered when everything failed. */
	#failedOpening = false;
	readonly #logReaders: ((log: MessageOf<'log'>) => void)[] = [];

	/**
	 * @param save hands a file to the person
	 * @param askToPersist asks the browser to keep what this page keeps; called when a run is worth it
	 */
	constructor(
		client: RoomClient,
		save: (fileName: string, text: string) => void,
		askToPersist: AskToPersist = () => Promise.resolve(false)
	) {
		this.#client = client;
		this.#askToPersist = askToPersist;
		this.map = new RoomMap(client);
		this.#save = save;
		client.hear(beforeNextPicture((message) => this.#take(message)));
	}

	/** What the person is to be told, until they dismiss it. */
	get notices(): readonly Notice[] {
		return this.#notices.all;
	}

	begin(run: NewRun): void {
		this.#open({ kind: 'new', run });
	}

	/** Goes on with a kept run where it was left. */
	openKept(runId: string): void {
		this.#open({ kind: 'kept', runId });
	}

	/** A new run with the same past up to the beginning of a round; `seed` null: the same. */
	fork(runId: string, round: number, seed: string | null = null): void {
		this.#open({ kind: 'fork', runId, round, seed });
	}

	/** The same choices from the start; `seed` null: the same. */
	again(runId: string, seed: string | null = null): void {
		this.#open({ kind: 'again', runId, seed });
	}

	openLog(name: string, text: string): void {
		this.#open({ kind: 'log', name, text });
	}

	commit(decision: string, rationale: string | null = null, confidencePct: number | null = null): void {
		this.#client.commit(decision, rationale, confidencePct);
	}

	withdraw(decision: string): void {
		this.#client.withdraw(decision);
	}

	goOn(): void {
		this.#client.goOn();
	}

	setPace(pace: RoomPace): void {
		this.pace = pace;
		this.#client.setPace(pace);
	}

	pause(): void {
		this.#client.pause();
	}

	resume(): void {
		this.#client.resume();
	}

	stopHere(): void {
		this.#client.stopHere();
	}

	send(body: CommandBody): void {
		this.#client.send(body);
	}

	/** The run's log as it stands, for whoever reads it on this page. */
	readLog(): Promise<{ readonly fileName: string; readonly text: string }> {
		return new Promise((resolve) => {
			this.#logReaders.push(resolve);
			this.#client.saveLog();
		});
	}

	saveLog(): void {
		this.#client.saveLog();
	}

	/** Does what a notice offers, and dismisses it. */
	act({ id, acts }: Notice, act: NoticeAct): void {
		if (!acts.includes(act)) return;
		if (act === 'saveLog') return this.saveLog();
		this.dismiss(id);
		const runId = this.facts?.runId;
		if (act === 'retry' && this.#asked !== null) this.#open(this.#asked);
		else if (act === 'takeBack' && runId !== undefined) this.openKept(runId);
	}

	/** The page is looked at again: another tab may have gone on with the run meanwhile. */
	checkClaim(): void {
		this.#client.checkClaim();
	}

	listRuns(): void {
		this.#client.listRuns();
	}

	forgetRun(runId: string): void {
		this.#client.forgetRun(runId);
	}

	dismiss(notice: number): void {
		this.#notices.dismiss(notice);
	}

	/** Leaves the open run, which is kept as it stands. */
	leave(): void {
		this.#client.leave();
		this.#putDown();
	}

	/** After everything has failed: from where one was, as far as it was kept. */
	tryAgain(): void {
		if (this.status !== 'failed') return;
		this.#notices.clear();
		this.failure = null;
		this.status = this.facts !== null ? 'open' : this.#failedOpening ? 'opening' : 'starting';
		this.#client.tryAgain();
	}

	close(): void {
		this.#client.close();
	}

	#open(request: OpenRoom): void {
		// A second press before the first is answered would make a second run.
		if (this.status === 'opening' && MAKES_A_RUN[request.kind]) return;
		this.status = 'opening';
		this.readOnlyLog = null;
		this.#notices.clear();
		this.#asked = request;
		this.#client.open(request);
		this.#client.setPace(this.pace);
	}

	#clear(): void {
		this.facts = null;
		this.seed = null;
		this.progress = null;
		this.projection = null;
		this.purses = [];
		this.now = null;
		this.map.clear();
		this.history = [];
		this.hotWash = null;
		this.stateHash = null;
		this.kept = null;
		this.catchingUp = 1;
	}

	#take(message: RoomMessage): void {
		switch (message.type) {
			case 'ready':
				this.scenarios = message.scenarios;
				if (this.status === 'starting') this.status = 'ready';
				return;
			case 'opened':
				this.#clear();
				this.facts = message.facts;
				this.seed = message.seed;
				this.status = 'open';
				return;
			case 'room':
				// For whoever measures how soon the hot wash is there.
				if (message.progress.kind === 'hotWash') performance.mark('patchfall-ended');
				this.projection = message.projection;
				this.progress = message.progress;
				this.purses = message.purses;
				if (isWorthKeeping(message.progress)) void this.#askToPersist();
				return;
			case 'frames':
				return this.#look(message.frames);
			case 'samples':
				this.history = withSamples(this.history, message.samples);
				return;
			case 'catchingUp':
				this.catchingUp = message.share;
				return;
			case 'resumed':
				return this.#notices.tell('resumed', '', { minute: message.minute });
			case 'refused':
				return this.#notices.tell('refused', message.what);
			case 'notAsStored':
				return this.#notices.tell('notAsStored', message.what);
			case 'notOpened':
				this.#putDown();
				return this.#notices.tell('notOpened', message.what, { acts: message.canRetry ? ['retry'] : [] });
			case 'readOnlyLog':
				this.#putDown();
				this.readOnlyLog = message;
				return;
			case 'mapFacts':
			case 'snapshot':
			case 'mapPreview':
				return this.map.take(message);
			case 'kept':
				this.kept = message;
				return this.#tellKept(message);
			case 'tookOver':
				return this.#notices.tell('tookOver', roomWords().tookOver);
			case 'asComputedThen':
				return this.#notices.tell('asComputedThen', message.reason, { acts: ['saveLog'] });
			case 'runs':
				this.runs = message.runs;
				return;
			case 'hotWash':
				this.hotWash = message.hotWash;
				this.stateHash = message.stateHash;
				return;
			case 'log': {
				const reader = this.#logReaders.shift();
				if (reader !== undefined) return reader(message);
				return this.#save(message.fileName, message.text);
			}
			case 'restarted':
				return this.#notices.tell('broken', message.what);
			case 'slow':
				return message.isSlow ? this.#notices.tell('slow', roomWords().slow) : this.#notices.end('slow');
			case 'failed':
				this.#failedOpening = this.status === 'opening';
				this.status = 'failed';
				this.failure = message.what;
		}
	}

	#tellKept({ ok, code, why }: MessageOf<'kept'>): void {
		for (const kind of ['notKept', 'elsewhere'] as const) this.#notices.end(kind);
		if (ok || why === null) return;
		if (code !== 'elsewhere') return this.#notices.tell('notKept', why);
		// It has not been started afresh here, and is not the one that took it over any more.
		for (const kind of ['broken', 'tookOver'] as const) this.#notices.end(kind);
		this.#notices.tell('elsewhere', why, { acts: ['takeBack', 'saveLog'] });
	}

	#look(frames: readonly Frame[]): void {
		const { facts } = this;
		const latest = frames.at(-1);
		if (facts === null || latest === undefined) return;
		this.now = latest;
		this.history = withSamples(
			this.history,
			frames.map((frame) => sampleOf(frame, facts))
		);
	}

	#putDown(): void {
		this.#clear();
		this.status = 'ready';
	}
}
