import type { CommandBody } from '../../exercise/commands/commands.ts';
import { moveFrom } from '../../exercise/state.ts';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import type { Progress } from '../../room/progress.ts';
import { breakdownText, soloRefusalText, soloWords } from '../../text/solo-text.ts';
import { beforeNextPicture } from '../before-next-picture.ts';
import type { StatusChange } from '../connection/room-connection.ts';
import type { AskToPersist } from '../store/persistence.ts';
import type { RoomMessage } from './messages.ts';
import { Notices, type Notice, type NoticeAct } from './notices.svelte.ts';
import type { NewRun, OpenRoom } from './open-room.ts';
import { OpenRun } from './open-run.svelte.ts';
import type { SoloBody } from './requests.ts';
import { RoomMap } from './room-map.svelte.ts';
import type { SoloConnection, SoloStatus } from './solo-connection.ts';

/** `ready`: something can be opened. `opening`: a run is being read. `failed`: nothing goes any more. */
export type RoomStatus = 'starting' | 'ready' | 'opening' | 'open' | 'failed';

export type { Notice };

type MessageOf<Type extends RoomMessage['type']> = Extract<RoomMessage, { type: Type }>;

/** A pace to begin with: steps of the world's time grid a second. */
export const FIRST_PACE = 8;

const MAKES_A_RUN: Readonly<Record<OpenRoom['kind'], boolean>> = {
	...{ new: true, fork: true, forkAt: true, again: true },
	...{ kept: false, resume: false, log: false }
};

/** A run is worth asking for once a round has been played. */
function isWorthKeeping(progress: Progress): boolean {
	return progress.kind === 'hotWash' || (progress.kind === 'deciding' && progress.round > 1);
}

/** What the screens show of a room and ask of it. */
export class RoomView extends OpenRun {
	status = $state<RoomStatus>('starting');
	/** Why nothing goes any more. */
	failure = $state<string | null>(null);
	/** Scenarios that were asked for, by what names them; null: it is not here, or cannot be played alone. */
	described = $state.raw<Readonly<Record<string, ScenarioSummary | null>>>({});
	pace = $state<number | null>(FIRST_PACE);
	readOnlyLog = $state.raw<MessageOf<'readOnlyLog'> | null>(null);

	/** What a map shows. */
	readonly map: RoomMap;
	readonly #connection: SoloConnection;
	readonly #save: (fileName: string, text: string) => void;
	readonly #askToPersist: AskToPersist;
	readonly #notices = new Notices();
	/** What was asked to be opened last. */
	#asked: OpenRoom | null = null;
	/** What was asked to be opened had not been answered when everything failed. */
	#failedOpening = false;
	/** The person has asked for a new connection: that there is one is no news to them. */
	#isTryingAgain = false;
	readonly #logReaders: ((log: MessageOf<'log'>) => void)[] = [];

	/**
	 * @param save hands a file to the person
	 * @param askToPersist asks the browser to keep what this page keeps; called when a run is worth it
	 */
	constructor(
		connection: SoloConnection,
		save: (fileName: string, text: string) => void,
		askToPersist: AskToPersist = () => Promise.resolve(false)
	) {
		super();
		this.#connection = connection;
		this.#askToPersist = askToPersist;
		this.map = new RoomMap(connection);
		this.#save = save;
		connection.hear(
			beforeNextPicture<RoomMessage | StatusChange<SoloStatus>>((heard) =>
				heard.type === 'status' ? this.#stand(heard.status) : this.#take(heard)
			)
		);
	}

	/** What the person is to be told, until they dismiss it. */
	get notices(): readonly Notice[] {
		return this.#notices.all;
	}

	/** Asks for a scenario as a setup screen shows it. */
	describe(ref: string): void {
		void this.#ask({ type: 'describe', scenarioId: ref });
	}

	/** What was said of a scenario no longer holds: its file was added anew. */
	forgetDescription(ref: string): void {
		this.described = Object.fromEntries(Object.entries(this.described).filter(([one]) => one !== ref));
		if (this.map.preview?.scenarioId === ref) this.map.preview = null;
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

	/** A new run with the same past up to a minute, in a round of decisions. */
	forkAt(runId: string, atMin: number): void {
		this.#open({ kind: 'forkAt', runId, atMin });
	}

	/** The same choices from the start; `seed` null: the same. */
	again(runId: string, seed: string | null = null): void {
		this.#open({ kind: 'again', runId, seed });
	}

	openLog(name: string, text: string): void {
		this.#open({ kind: 'log', name, text });
	}

	commit(decision: string, rationale: string | null = null, confidencePct: number | null = null): void {
		this.#command('commitDecision', { decision, rationale, confidencePct });
	}

	/** Agrees to what another role has asked for, or declines it. */
	confirm(decision: string, agrees: boolean): void {
		this.#command('confirmDecision', { decision, agrees });
	}

	withdraw(decision: string): void {
		this.#command('withdrawDecision', { decision });
	}

	/** Any other command: a rating, a note. */
	send({ type, payload }: CommandBody): void {
		this.#command(type, { ...payload });
	}

	/** On from the briefing, from preparation, or from a round: closes it and lets the world run to the next one. */
	goOn(): void {
		if (this.projection !== null) void this.#ask({ type: 'goOn', from: moveFrom(this.projection) });
	}

	/** Works out what each decision was worth, or stops with that. */
	attribute(on: boolean): void {
		void this.#ask({ type: 'attribute', on });
	}

	setPace(pace: number | null): void {
		this.pace = pace;
		void this.#ask({ type: 'setPace', stepsPerSecond: pace });
	}

	/** Pauses the running world where it is. */
	pause(): void {
		void this.#ask({ type: 'pause' });
	}

	resume(): void {
		void this.#ask({ type: 'resume' });
	}

	/** Opens a round at the minute that is shown. */
	stopHere(): void {
		void this.#ask({ type: 'stopHere' });
	}

	/** The run's log as it stands, for a reader on this page. */
	readLog(): Promise<{ readonly fileName: string; readonly text: string }> {
		return new Promise((resolve) => {
			this.#logReaders.push(resolve);
			this.saveLog();
		});
	}

	saveLog(): void {
		void this.#ask({ type: 'saveLog' });
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
		void this.#ask({ type: 'checkClaim' });
	}

	dismiss(notice: number): void {
		this.#notices.dismiss(notice);
	}

	/** Leaves the open run, which is kept as it stands. */
	leave(): void {
		void this.#ask({ type: 'leave' });
		this.#putDown();
	}

	/** After everything has failed: from where one was, as far as it was kept. */
	tryAgain(): void {
		if (this.status !== 'failed') return;
		this.#notices.clear();
		this.failure = null;
		this.status = this.facts !== null ? 'open' : this.#failedOpening ? 'opening' : 'starting';
		this.#isTryingAgain = true;
		this.#connection.connectAgain();
	}

	close(): void {
		this.#connection.close();
	}

	#command(type: CommandBody['type'], payload: Readonly<Record<string, unknown>>): void {
		void this.#ask({ type: 'command', body: { type, payload } });
	}

	/** What the room refuses, the person is told. */
	async #ask(body: SoloBody): Promise<void> {
		const answer = await this.#connection.send(body);
		if (answer.kind === 'refused') this.#notices.tell('refused', soloRefusalText(answer.refusal));
	}

	#open(what: OpenRoom): void {
		// A second press before the first is answered would make a second run.
		if (this.status === 'opening' && MAKES_A_RUN[what.kind]) return;
		this.status = 'opening';
		this.readOnlyLog = null;
		this.#notices.clear();
		this.#asked = what;
		void this.#ask({ type: 'open', what });
		this.setPace(this.pace);
	}

	#stand(status: SoloStatus): void {
		switch (status.kind) {
			case 'connecting':
				if (!this.#isTryingAgain) this.#notices.tell('broken', soloWords.restarted);
				this.#isTryingAgain = false;
				return;
			case 'live':
				return this.#notices.end('slow');
			case 'lost':
				return this.#notices.tell('slow', soloWords.slow);
			case 'failed':
				this.#failedOpening = this.status === 'opening';
				this.status = 'failed';
				this.failure = breakdownText(status.breakdown);
		}
	}

	#take(message: RoomMessage): void {
		this.takeOfRun(message);
		this.#notices.hear(message);
		switch (message.type) {
			case 'described':
				this.described = { ...this.described, [message.ref]: message.scenario };
				return;
			case 'ready':
				if (this.status === 'starting') this.status = 'ready';
				return;
			case 'opened':
				this.status = 'open';
				return;
			case 'room':
				// For measuring how soon the hot wash is there.
				if (message.progress.kind === 'hotWash') performance.mark('patchfall-ended');
				if (isWorthKeeping(message.progress)) void this.#askToPersist();
				return;
			case 'notOpened':
				return this.#putDown();
			case 'readOnlyLog':
				this.#putDown();
				this.readOnlyLog = message;
				return;
			case 'mapFacts':
			case 'snapshot':
			case 'mapPreview':
				return this.map.take(message);
			case 'log': {
				const reader = this.#logReaders.shift();
				if (reader !== undefined) return reader(message);
				return this.#save(message.fileName, message.text);
			}
			case 'failed':
				return this.#stand({ kind: 'failed', breakdown: message.breakdown });
		}
	}

	protected override clear(): void {
		super.clear();
		this.map.clear();
	}

	#putDown(): void {
		this.clear();
		this.status = 'ready';
	}
}
