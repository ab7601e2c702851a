import { ownWorldOf } from '../../exercise/project/own-role.ts';
import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { isSamePlace, moveFrom, type RoomState, type WorldState } from '../../exercise/state.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { goOnSteps } from '../../room/conductor/conductor.ts';
import { answerOfStep, refused } from '../../room/live/handlers.ts';
import { openingSteps } from '../../room/opening.ts';
import { inWorld, seatFor, type AskedCommand } from '../../room/own-seat.ts';
import { progressOf } from '../../room/progress.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import { Room, type Appending } from '../../room/room.ts';
import { RunningExercise } from '../../room/running-exercise.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Autosave } from '../runs/autosave.ts';
import type { RunHead, RunSummary } from '../runs/run-summary.ts';
import { logFileOf } from '../runs/shown-run.ts';
import { MapWatch } from '../map/map-watch.ts';
import { TABLE, type RoomFacts } from '../../room/facts/room-facts.ts';
import { botIn, teamOf } from './solo-log.ts';
import type { Dependencies } from './dependencies.ts';
import { breakdownOf } from './breakdown.ts';
import type { RoomMessage } from './messages.ts';
import { PersonsRoom } from './persons-room.ts';
import { RunDebrief } from './run-debrief.ts';
import type { SoloRoomRequest } from './requests.ts';

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
	readonly #debrief: RunDebrief;
	/** What a map beside the play is told. */
	readonly map: MapWatch;
	readonly #shown: PersonsRoom;
	#head: RunHead;
	#isAbandoned = false;

	constructor(
		parts: RunParts,
		pace: number | null,
		around: Dependencies,
		tell: (message: RoomMessage) => void
	) {
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
			failed: (error) => this.#tell({ type: 'failed', breakdown: breakdownOf(error) })
		});
		const { exercise } = this;
		this.#shown = new PersonsRoom(parts, exercise, () => this.world, this.#tell);
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
		this.#debrief = new RunDebrief({
			...{ pack, facts, seed, samples, exercise, around },
			world: () => this.world,
			tell: this.#tell,
			ended: (hotWash) => this.#remember(hotWash)
		});
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
		this.#debrief.begin();
		await this.#catchUp();
		if (this.#isAbandoned) return;
		const { minute } = this.#worldState(this.room.state);
		await this.exercise.start();
		// What was on its way when it was left is paused now: the person is told.
		if (isResumed && this.#isRunning('paused')) this.#tell({ type: 'resumed', minute });
	}

	async answer(request: SoloRoomRequest): Promise<RequestAnswer> {
		switch (request.type) {
			case 'command':
				return this.#command(request.body);
			case 'goOn':
				if (!isSamePlace(request.from, moveFrom(this.room.state)))
					return refused('alreadyMovedBy', { by: null });
				return answerOfStep(await this.exercise.goOn());
			case 'pause':
				if (this.#isRunning('running')) await this.exercise.pause();
				return this.#accepted();
			case 'resume':
				if (this.#isRunning('paused')) await this.exercise.resume();
				return this.#accepted();
			case 'stopHere':
				// A round at the minute that is shown; at the very end there is none to open.
				if (this.room.state.position.step !== 'advance') return refused('notNow', {});
				await this.exercise.stopHere();
				return this.#accepted();
			case 'setPace':
				this.setPace(request.stepsPerSecond);
				return this.#accepted();
			case 'saveLog':
				this.#tell({ type: 'log', ...this.#logFile() });
				return this.#accepted();
			case 'watchMap':
				this.map.watch(request.on);
				return this.#accepted();
			case 'watchFlows':
				this.map.watchFlows(request.scope);
				return this.#accepted();
			case 'lookBack':
				this.map.lookBack(request.minute);
				return this.#accepted();
			case 'attribute':
				return this.#debrief.attribute(request.on) ? this.#accepted() : refused('notNow', {});
		}
	}

	setPace(pace: number | null): void {
		this.exercise.setPace({ unit: 'steps', perSecond: pace });
	}

	/** A command of the person's, in the name of the seat that it is for. */
	async #command(asked: AskedCommand): Promise<RequestAnswer> {
		const { mine } = this.#parts.facts;
		const seat = seatFor(this.#parts.pack.exercise, mine, asked.payload.decision);
		const body = inWorld(asked, this.world) as CommandBody;
		return answerOfStep(await this.exercise.submit({ by: { kind: 'seat', seat }, body }));
	}

	#accepted(): RequestAnswer {
		return { kind: 'accepted', version: this.room.state.version };
	}

	/** The log up to where time last stood, with the hash of the world there. */
	#logFile(): { readonly fileName: string; readonly text: string } {
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
		if (this.#isRunning('running')) void this.exercise.pause();
	}

	/** Gives the run up, as it is kept: says nothing more. */
	abandon(): void {
		this.#isAbandoned = true;
		this.map.close();
		this.#debrief.close();
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
		const vendor = summary.signal === undefined ? {} : { signal: summary.signal };
		await this.room.perform(() => openingSteps(summary.seed, summary.cut, seats, 'shared', vendor));
		await this.room.perform((room, events) => goOnSteps(room, this.exercise.conducting, events));
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
		this.#shown.show();
		this.#debrief.changed(() => this.result().stateHash);
	}

	/** What a list of runs shows of one that has ended. */
	#remember({ outcome: { harm } }: HotWash): void {
		if (harm === null || harm.record === null || this.#head.summary.result !== null) return;
		this.#summarise({ result: { harm: harm.played, recordHarm: harm.record } });
		void this.room.whenIdle(() => this.#parts.autosave.keep(this.#head, this.room.events));
	}

	#showFrames(frames: readonly Frame[]): void {
		this.#shown.showFrames(frames);
		this.map.show(frames.at(-1)!.minute);
	}
}
