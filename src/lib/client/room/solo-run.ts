import { injectsSeen } from '../../exercise/injects/injects.ts';
import { saveLog } from '../../exercise/log/log-file.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { RoomState } from '../../exercise/state.ts';
import { stepLengthMin } from '../../sim/time/grid.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Autosave } from '../runs/autosave.ts';
import type { RunHead, RunSummary } from '../runs/run-summary.ts';
import { MapWatch } from '../map/map-watch.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { Debriefing } from './debriefing.ts';
import type { Queue } from './queue.ts';
import type { RoomFacts, RoomNews, RoomPace } from './room-client.ts';
import { RunWorld } from './run-world.ts';
import type { SoloRoom } from './solo-room.ts';
import { progressOf } from './progress-of.ts';
import { Stretch, type StretchRun } from './stretch.ts';
import type { Surroundings } from './surroundings.ts';
import { personsView, pursesOf } from './view.ts';
import { roomWords } from './words.ts';

export interface RunParts {
	readonly pack: Pack;
	readonly facts: RoomFacts;
	readonly room: SoloRoom;
	readonly head: RunHead;
	readonly autosave: Autosave<RunSummary>;
}

/** One run that is open: its room, the world at the minute that is shown, and its being kept. */
export class SoloRun {
	readonly room: SoloRoom;
	readonly #parts: RunParts;
	readonly #queue: Queue;
	readonly #around: Surroundings;
	readonly #tell: (news: RoomNews) => void;
	readonly #world: RunWorld;
	readonly #debriefing: Debriefing;
	/** What a map beside the play is told. */
	readonly map: MapWatch;
	#head: RunHead;
	#pace: RoomPace;
	#stretch: Stretch | null = null;
	#shownMin = 0;
	#messagesShown = 0;
	#isAbandoned = false;
	#hasEnded = false;

	constructor(
		parts: RunParts,
		pace: RoomPace,
		around: Surroundings,
		queue: Queue,
		tell: (news: RoomNews) => void
	) {
		const { pack, room, head } = parts;
		const { seed } = head.summary;
		this.#parts = parts;
		this.room = room;
		this.#head = head;
		this.#pace = pace;
		this.#around = around;
		this.#queue = queue;
		this.#tell = (news) => {
			if (!this.#isAbandoned) tell(news);
		};
		const { spans, horizonMin } = pack.exercise;
		const samples = sampleMinutes(spans, horizonMin, parts.facts.cut.stops);
		this.#world = new RunWorld(() => around.engineOf(pack, seed), samples);
		this.map = new MapWatch({
			pack,
			seed,
			stateAt: (minute) => this.#world.stateAt(minute, this.#shownMin, this.#stretch?.minute ?? 0),
			snapshotAt: (minute) => this.#world.mapSnapshotAt(minute, this.#shownMin, this.#stretch?.minute ?? 0),
			orders: () => this.#world.orders,
			wall: around.wall,
			tell: (news) => this.#tell(news)
		});
		const { runMany, wall } = around;
		this.#debriefing = new Debriefing(pack, seed, this.#world.samples, runMany, wall);
	}

	get head(): RunHead {
		return this.#head;
	}

	/** Keeps what is new, shows the room, and computes the world up to where the run was left. */
	async start(wasCutOff: boolean, watchesMap = false): Promise<void> {
		await this.#keep();
		this.#tell({ type: 'opened', facts: this.#parts.facts });
		this.map.watch(watchesMap);
		this.#debriefing.begin();
		await this.#catchUp();
		if (wasCutOff) this.#tell({ type: 'resumed', minute: this.room.world.minute });
		// A world that was on its way when it was left waits until it is let go.
		if (this.room.standing === 'running') this.#prepareStretch()?.hold();
		this.#show();
		this.#afterEnd();
	}

	async command(body: CommandBody): Promise<void> {
		const refusal = this.room.personal(body);
		if (refusal !== null) return this.#tell({ type: 'refused', what: refusal });
		await this.#keep();
		this.#show();
	}

	async goOn(): Promise<void> {
		if (!this.room.goOn()) return this.#tell({ type: 'refused', what: roomWords().notNow });
		await this.#keep();
		if (this.room.standing === 'running') this.#prepareStretch()?.go();
		this.#show();
	}

	setPace(pace: RoomPace): void {
		this.#pace = pace;
		this.#stretch?.setPace(pace);
	}

	hold(): void {
		if (this.#stretch === null || this.#stretch.isHeld) return;
		this.#stretch.hold();
		this.#show();
	}

	release(): void {
		if (this.#stretch === null || !this.#stretch.isHeld) return;
		this.#stretch.go();
		this.#show();
	}

	/** A round at the minute that is shown; where none has passed since the last one, one step after it. */
	async stopHere(): Promise<void> {
		if (this.#stretch === null) return this.#tell({ type: 'refused', what: roomWords().notNow });
		this.#stretch.hold();
		const { spans, horizonMin } = this.#parts.pack.exercise;
		const from = this.room.world.minute;
		const minute = this.#shownMin > from ? this.#shownMin : from + stepLengthMin(spans, from);
		if (minute >= horizonMin) return this.release();
		const frame = this.#world.look(minute);
		this.#showFrames([frame]);
		await this.#arrive(frame, [], true);
	}

	/** The log up to where time last stood, with the hash of the world there. */
	logFile(): { readonly fileName: string; readonly text: string } {
		const { world, events } = this.room;
		const { scenarioId, role, seed } = this.#head.summary;
		const stateHash = this.stateHash();
		const results = [{ world: SHARED_WORLD, minute: world.minute, stateHash }];
		const name = `${scenarioId}-${role}-seed-${seed.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40)}`;
		return { fileName: `${name}-minute-${world.minute}.log.json`, text: saveLog({ events, results }) };
	}

	/** Of the world at `minute`, by default where time last stood: 16 hexadecimal digits. */
	stateHash(minute = this.room.world.minute): string {
		return this.#world.hashAt(minute);
	}

	/** Gives the run up, as it is kept: says nothing more. */
	abandon(): void {
		this.#isAbandoned = true;
		this.map.close();
		this.#debriefing.callOff();
		this.#stretch?.hold();
		this.#stretch = null;
	}

	async #keep(): Promise<void> {
		this.#world.order(worldOrders(this.#parts.pack.exercise, this.room.world));
		this.#summarise({
			changedAtMs: this.#around.dateMs(),
			progress: progressOf(this.room, this.#stretch?.isHeld ?? true),
			minute: this.room.world.minute
		});
		await this.#parts.autosave.keep(this.#head, this.room.events);
	}

	#summarise(changes: Partial<RunSummary>): void {
		this.#head = { ...this.#head, summary: { ...this.#head.summary, ...changes } };
	}

	async #catchUp(): Promise<void> {
		const { minute } = this.room.world;
		const minutes = this.#world.samples.filter((one) => one < minute);
		for (const [i, one] of minutes.entries()) {
			this.#showFrames([this.#world.look(one)]);
			this.#tell({ type: 'catchingUp', share: i / (minutes.length + 1) });
			await new Promise<void>((resolve) => this.#around.wall.later(resolve, 0));
			if (this.#isAbandoned) return;
		}
		this.#showFrames([this.#world.look(minute)]);
		this.#tell({ type: 'catchingUp', share: 1 });
	}

	#prepareStretch(): Stretch | null {
		if (this.#isAbandoned) return null;
		const { minute } = this.room.world;
		this.#stretch = new Stretch(
			this.#stretchRun(),
			this.#around.wall,
			minute,
			this.room.nextHalt(),
			this.#pace
		);
		return this.#stretch;
	}

	#stretchRun(): StretchRun {
		const { room } = this;
		return {
			spans: this.#parts.pack.exercise.spans,
			look: (minute) => this.#world.look(minute),
			isSampled: (minute) => this.#world.isSampled(minute),
			isWatched: (minute) => room.isWatched(minute),
			due: (frame) => room.due(frame),
			show: (frames) => this.#showFrames(frames),
			reach: (frame, due) => void this.#queue.add(() => this.#arrive(frame, due, false))
		};
	}

	/** Time stops at a frame: for a round, for what another role does, or for messages that are due. */
	async #arrive(frame: Frame, due: readonly string[], isStopped: boolean): Promise<void> {
		const stretch = this.#stretch;
		if (stretch === null || frame.minute <= this.room.world.minute) return;
		const halt = this.room.nextHalt();
		const isHalt = frame.minute >= halt.minute;
		const opens = isStopped || (isHalt && halt.opens) || this.room.doStop(due, frame.minute);
		this.room.arrive({ minute: frame.minute, opens }, due);
		this.#stretch = null;
		await this.#keep();
		if (this.room.standing === 'running') {
			const next = this.#prepareStretch();
			if (stretch.isHeld) next?.hold();
			else next?.go();
		}
		this.#show();
		this.#afterEnd();
	}

	/** The hot wash, from what has been computed beside the play and what that play asks for. */
	#afterEnd(): void {
		if (this.room.standing !== 'hotWash' || this.#isAbandoned || this.#hasEnded) return;
		this.#hasEnded = true;
		const stateHash = this.stateHash();
		const played = this.#world.sampled();
		const told = this.#debriefing.finish(this.room, played, (hotWash) => {
			this.#tell({ type: 'hotWash', hotWash, stateHash });
			this.#remember(hotWash);
		});
		told.catch(() => this.#tell({ type: 'refused', what: roomWords().noSingleRuns }));
	}

	/** What a list of runs shows of one that has ended. */
	#remember({ outcome: { harm } }: HotWash): void {
		if (harm === null || harm.record === null || this.#head.summary.result !== null) return;
		this.#summarise({ result: { harm: harm.played, recordHarm: harm.record } });
		void this.#queue.add(() => this.#parts.autosave.keep(this.#head, this.room.events));
	}

	#showFrames(frames: readonly Frame[]): void {
		const latest = frames.at(-1);
		if (latest === undefined) return;
		this.#shownMin = latest.minute;
		this.#tell({ type: 'frames', frames });
		this.map.show(latest.minute);
		const messages = this.#messages();
		if (messages !== this.#messagesShown && this.#stretch !== null) this.#show();
	}

	/** The room as the person sees it at the minute that is shown: time is logged only when it stops. */
	#shownState(): RoomState {
		const { state, world } = this.room;
		if (this.#shownMin <= world.minute) return state;
		return { ...state, worlds: { ...state.worlds, [SHARED_WORLD]: { ...world, minute: this.#shownMin } } };
	}

	#messages(): number {
		const state = this.#shownState();
		return injectsSeen(this.#parts.pack.exercise, state, state.worlds[SHARED_WORLD]).length;
	}

	#show(): void {
		const { setting } = this.room;
		this.#messagesShown = this.#messages();
		this.#tell({
			type: 'room',
			projection: personsView(setting, this.#shownState()),
			progress: progressOf(this.room, this.#stretch?.isHeld ?? true),
			purses: pursesOf(setting, this.room.state)
		});
	}
}
