import { ownWorldOf } from '../../exercise/project/own-role.ts';
import { injectsSeen } from '../../exercise/injects/injects.ts';
import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { Answer } from '../../exercise/commands/decide.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { decisionOf } from '../../exercise/scenario/scenario.ts';
import type { RoomState, WorldState } from '../../exercise/state.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { refusalText } from '../../text/refusal-text.ts';
import { goOnSteps } from '../../room/conductor/conductor.ts';
import { openingSteps } from '../../room/opening.ts';
import { progressOf } from '../../room/progress.ts';
import { Room, type Appending } from '../../room/room.ts';
import { RunningExercise } from '../../room/running-exercise.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Autosave } from '../runs/autosave.ts';
import type { RunHead, RunSummary } from '../runs/run-summary.ts';
import { logFileOf } from '../runs/shown-run.ts';
import { MapWatch } from '../map/map-watch.ts';
import { Debriefing } from '../../room/debriefing.ts';
import { type RoomMessage, type RoomPace } from './room-client.ts';
import { TABLE, type RoomFacts } from '../../room/facts/room-facts.ts';
import { botIn, teamOf } from './solo-log.ts';
import type { Dependencies } from './dependencies.ts';
import { balancesOf, personsView } from '../../room/feed/persons-view.ts';
import { roomWords } from './words.ts';

export interface RunParts {
	readonly pack: Pack;
	readonly facts: RoomFacts;
	/** The log so far; empty: a new run. */
	readonly events: readonly RoomEvent[];
	readonly head: RunHead;
	readonly autosave: Autosave<RunSummary>;
}

/** One run that is open: its exercise as one person sees it, its being kept, and its hot wash. */
export class SoloRun {
	readonly exercise: RunningExercise;
	readonly #parts: RunParts;
	readonly #around: Dependencies;
	readonly #tell: (message: RoomMessage) => void;
	readonly #debriefing: Debriefing;
	/** What a map beside the play is told. */
	readonly map: MapWatch;
	#head: RunHead;
	#injectsShown = 0;
	#isAbandoned = false;
	#hasEnded = false;

	constructor(parts: RunParts, pace: RoomPace, around: Dependencies, tell: (message: RoomMessage) => void) {
		const { pack, facts, events, head } = parts;
		const { seed } = head.summary;
		this.#parts = parts;
		this.#head = head;
		this.#around = around;
		this.#tell = (message) => {
			if (!this.#isAbandoned) tell(message);
		};
		const { spans, horizonMin } = pack.exercise;
		const samples = sampleMinutes(spans, horizonMin, facts.cut.stops);
		const room = new Room({
			scenario: pack.exercise,
			events,
			append: (appending) => this.#keep(appending),
			publish: () => {}
		});
		this.exercise = new RunningExercise({
			room,
			policiesOf: around.policiesOf,
			engine: () => around.engineOf(pack, seed),
			samples,
			clock: around.clock,
			pace: { unit: 'steps', perSecond: pace },
			show: (_world, frames) => this.#showFrames(frames),
			changed: () => this.#changed(),
			failed: (error) => this.#tell({ type: 'failed', what: String(error) })
		});
		const { exercise } = this;
		this.map = new MapWatch({
			pack,
			seed,
			stateAt: (minute) =>
				exercise.world(this.world).stateAt(minute, this.#shownMin, exercise.computedMin(this.world)),
			snapshotAt: (minute) =>
				exercise.world(this.world).mapSnapshotAt(minute, this.#shownMin, exercise.computedMin(this.world)),
			orders: () => exercise.world(this.world).orders,
			wall: around.clock,
			tell: (message) => this.#tell(message)
		});
		this.#debriefing = new Debriefing(pack, seed, samples, around.runMany, around.clock);
	}

	get head(): RunHead {
		return this.#head;
	}

	get room(): Room {
		return this.exercise.room;
	}

	/** Keeps what is new, shows the room, and computes the world up to where the run was left. */
	async start(isResumed: boolean, watchesMap = false): Promise<void> {
		const { events } = this.#parts;
		if (events.length === 0) await this.#begin();
		else await this.#keep({ events, state: this.room.state });
		const { writer, summary } = this.#head;
		this.#tell({ type: 'opened', facts: this.#parts.facts, writer, seed: summary.seed });
		this.map.watch(watchesMap);
		this.#debriefing.begin();
		await this.#catchUp();
		if (this.#isAbandoned) return;
		const { minute } = this.#worldState(this.room.state);
		await this.exercise.start();
		// What was on its way when it was left is paused now: the person is told.
		if (isResumed && this.#isRunning('paused')) this.#tell({ type: 'resumed', minute });
	}

	/** A command of the person's, in the name of the seat that it is for. */
	async command(body: CommandBody): Promise<void> {
		this.#answered(await this.exercise.submit({ by: { kind: 'seat', seat: this.#seatFor(body) }, body }));
	}

	async goOn(): Promise<void> {
		this.#answered(await this.exercise.goOn());
	}

	setPace(pace: RoomPace): void {
		this.exercise.setPace({ unit: 'steps', perSecond: pace });
	}

	async pause(): Promise<void> {
		if (this.#isRunning('running')) await this.exercise.pause();
	}

	async resume(): Promise<void> {
		if (this.#isRunning('paused')) await this.exercise.resume();
	}

	/** A round at the minute that is shown. */
	async stopHere(): Promise<void> {
		if (this.room.state.position.step !== 'advance') return this.#answered(null);
		await this.exercise.stopHere();
	}

	/** The log up to where time last stood, with the hash of the world there. */
	logFile(): { readonly fileName: string; readonly text: string } {
		return logFileOf({ head: this.#head, events: this.room.events }, [this.result()]);
	}

	/** What the person's world has come to where time last stood. */
	result() {
		const { minute } = this.#worldState(this.room.state);
		return { world: this.world, minute, stateHash: this.exercise.world(this.world).hashAt(minute) };
	}

	/** Another tab goes on with the run: it is paused here, and nothing more of it is kept. */
	yield(): void {
		this.#parts.autosave.yield();
		void this.pause();
	}

	/** Gives the run up, as it is kept: says nothing more. */
	abandon(): void {
		this.#isAbandoned = true;
		this.map.close();
		this.#debriefing.callOff();
		this.exercise.close();
	}

	/** The world in which the person acts. */
	get world(): string {
		const { role } = this.#parts.facts;
		return ownWorldOf(this.room.state, role === TABLE ? TABLE : role)!;
	}

	get #shownMin(): number {
		return this.exercise.shownMin(this.world);
	}

	#worldState({ worlds }: RoomState): WorldState {
		return worlds[this.world];
	}

	#isRunning(clock: 'running' | 'paused'): boolean {
		const { position } = this.room.state;
		return position.step === 'advance' && position.clock === clock;
	}

	/** Creates the exercise with everybody in their seats, and goes to its briefing. */
	async #begin(): Promise<void> {
		const { pack } = this.#parts;
		const { summary } = this.#head;
		const seats = pack.exercise.roles.map(({ id }) => {
			return { seat: id, role: id, team: teamOf(id, summary), bot: botIn(id, summary) };
		});
		await this.room.perform(() => openingSteps(summary.seed, summary.cut, seats));
		await this.room.perform((room, events) => goOnSteps(room, this.exercise.conducting, events));
	}

	#seatFor(body: CommandBody): string {
		const { mine } = this.#parts.facts;
		const isAboutDecision = 'decision' in body.payload;
		const role = isAboutDecision
			? decisionOf(this.#parts.pack.exercise, String(body.payload.decision))?.role
			: undefined;
		// A decision of somebody else's is refused by its own rule.
		return role !== undefined && mine.includes(role) ? role : (mine[0] ?? 'nobody');
	}

	#answered(answer: Answer | null): void {
		if (answer === null) return this.#tell({ type: 'refused', what: roomWords().notNow });
		if (answer.kind !== 'refused') return;
		const { refusal } = answer;
		const what = refusal.code === 'decisionsClosed' ? roomWords().whileRunning : refusalText(refusal);
		this.#tell({ type: 'refused', what });
	}

	async #keep({ events, state }: Pick<Appending, 'events' | 'state'>): Promise<void> {
		const { exercise } = this.#parts.pack;
		const { role } = this.#parts.facts;
		const world = ownWorldOf(state, role === TABLE ? TABLE : role)!;
		this.#summarise({
			changedAtMs: this.#around.dateMs(),
			progress: progressOf({ scenario: exercise, state }, world),
			minute: state.worlds[world].minute
		});
		await this.#parts.autosave.keep(this.#head, events);
	}

	#summarise(changes: Partial<RunSummary>): void {
		this.#head = { ...this.#head, summary: { ...this.#head.summary, ...changes } };
	}

	async #catchUp(): Promise<void> {
		const { minute } = this.#worldState(this.room.state);
		const world = this.exercise.world(this.world);
		const minutes = world.samples.filter((one) => one < minute);
		for (const [i, one] of minutes.entries()) {
			this.exercise.showAt(this.world, one);
			this.#tell({ type: 'catchingUp', share: i / (minutes.length + 1) });
			await new Promise<void>((resolve) => this.#around.clock.later(resolve, 0));
			if (this.#isAbandoned) return;
		}
		this.exercise.showAt(this.world, minute);
		this.#tell({ type: 'catchingUp', share: 1 });
	}

	#changed(): void {
		this.#show();
		this.#afterEnd();
	}

	/** The hot wash, from what has been computed beside the play and what that play asks for. */
	#afterEnd(): void {
		if (this.room.state.position.phase !== 'hotWash' || this.#isAbandoned || this.#hasEnded) return;
		this.#hasEnded = true;
		const { stateHash } = this.result();
		const played = this.exercise.world(this.world).sampled();
		const told = this.#debriefing.finish(this.room.state, this.#parts.facts, played, (hotWash) => {
			this.#tell({ type: 'hotWash', hotWash, stateHash });
			this.#remember(hotWash);
		});
		told.catch(() => this.#tell({ type: 'refused', what: roomWords().noSingleRuns }));
	}

	/** What a list of runs shows of one that has ended. */
	#remember({ outcome: { harm } }: HotWash): void {
		if (harm === null || harm.record === null || this.#head.summary.result !== null) return;
		this.#summarise({ result: { harm: harm.played, recordHarm: harm.record } });
		void this.room.whenIdle(() => this.#parts.autosave.keep(this.#head, this.room.events));
	}

	#showFrames(frames: readonly Frame[]): void {
		this.#tell({ type: 'frames', frames });
		this.map.show(frames.at(-1)!.minute);
		if (this.#injects() !== this.#injectsShown && this.exercise.isMoving) this.#show();
	}

	/** The room as the person sees it at the minute that is shown: time is logged only when it stops. */
	#shownState(): RoomState {
		const { state } = this.room;
		const world = this.#worldState(state);
		if (this.#shownMin <= world.minute) return state;
		return { ...state, worlds: { ...state.worlds, [this.world]: { ...world, minute: this.#shownMin } } };
	}

	#injects(): number {
		const state = this.#shownState();
		return injectsSeen(this.#parts.pack.exercise, state, this.#worldState(state)).length;
	}

	#show(): void {
		const { pack, facts } = this.#parts;
		this.#injectsShown = this.#injects();
		this.#tell({
			type: 'room',
			projection: personsView(pack.exercise, facts, this.#shownState()),
			progress: progressOf(this.room.view, this.world),
			purses: balancesOf(pack.exercise, facts, this.room.state)
		});
	}
}
