import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { Debriefing } from '../../room/debriefing.ts';
import type { RoomFacts } from '../../room/facts/room-facts.ts';
import { scriptOf } from '../../room/replay/script.ts';
import type { RunningExercise } from '../../room/running-exercise.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { betweenStops } from '../../room/stops.ts';
import { PlayAttribution } from '../attribution/play-attribution.ts';
import type { Dependencies } from './dependencies.ts';
import type { RoomMessage } from './messages.ts';

export interface RunDebriefParts {
	readonly pack: Pack;
	readonly facts: RoomFacts;
	readonly seed: string;
	readonly exercise: RunningExercise;
	/** Minutes at which whole runs are compared, ascending. */
	readonly samples: readonly number[];
	/** The world in which the person acts. */
	readonly world: () => string;
	readonly around: Dependencies;
	readonly tell: (message: RoomMessage) => void;
	/** The hot wash is known, or more of it. */
	readonly ended: (hotWash: HotWash) => void;
}

/** What one run is told of what its decisions did: at each stop, in the hot wash, and as it is attributed after that. */
export class RunDebrief {
	readonly #parts: RunDebriefParts;
	readonly #debriefing: Debriefing;
	#hasEnded = false;
	#isClosed = false;
	/** What decisions were worth, once the run has ended. */
	#attribution: PlayAttribution | null = null;
	/** The stop that was told of last, as the version of its room. */
	#toldStop = -1;

	constructor(parts: RunDebriefParts) {
		const { pack, seed, samples, around } = parts;
		this.#parts = parts;
		this.#debriefing = new Debriefing(pack, seed, samples, around.runMany, around.clock);
	}

	/** Begins with the runs that need nothing from the person's. */
	begin(): void {
		this.#debriefing.begin();
	}

	/** The room has changed: what is due now is told once. @param stateHash of the person's world as it stands */
	changed(stateHash: () => string): void {
		void this.#afterAdvance();
		this.#afterEnd(stateHash);
	}

	/** What each decision was worth is told as it sharpens, or no more. False: the run has not ended. */
	attribute(on: boolean): boolean {
		if (!this.#hasEnded) return false;
		this.#attribution?.set(on);
		return true;
	}

	close(): void {
		this.#isClosed = true;
		this.#debriefing.callOff();
		this.#attribution?.close();
	}

	get #debriefed() {
		return { ...this.#parts.facts, world: this.#parts.world() };
	}

	/** What has changed since the last stop, once for each stop. */
	async #afterAdvance(): Promise<void> {
		const { exercise, tell } = this.#parts;
		const { state } = exercise.room;
		const now = state.rounds.at(-1);
		if (state.position.step !== 'decide' || now === undefined || this.#toldStop === now.version) return;
		const stops = betweenStops(state, exercise.world(this.#parts.world()), now.atMin);
		if (stops === null) return;
		this.#toldStop = now.version;
		const feedback = await this.#debriefing.feedback(state, this.#debriefed, stops).catch(() => null);
		if (feedback !== null) tell({ type: 'feedback', feedback });
	}

	/** The hot wash, from what has been computed beside the play and what that play asks for. */
	#afterEnd(hashNow: () => string): void {
		const { exercise, tell, ended, world } = this.#parts;
		const { state } = exercise.room;
		if (state.position.phase !== 'hotWash' || this.#isClosed || this.#hasEnded) return;
		this.#hasEnded = true;
		const stateHash = hashNow();
		const played = exercise.world(world()).sampled();
		const told = this.#debriefing.finish(state, this.#debriefed, played, (hotWash) => {
			tell({ type: 'hotWash', hotWash, stateHash });
			ended(hotWash);
		});
		told.catch(() => tell({ type: 'noSingleRuns' }));
		this.#openAttribution();
	}

	/** Tells what is kept of an earlier look at it. */
	#openAttribution(): void {
		const { pack, facts, seed, around, exercise, tell, world } = this.#parts;
		const { mine } = facts;
		if (mine.length === 0) return;
		const script = scriptOf(pack.exercise, exercise.room.state, world());
		this.#attribution = new PlayAttribution({ pack, script, mine, seed }, around, (attribution) =>
			tell({ type: 'attribution', attribution })
		);
	}
}
