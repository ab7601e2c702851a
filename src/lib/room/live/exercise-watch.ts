import { injectsSeen } from '../../exercise/injects/injects.ts';
import type { PhasePosition } from '../../exercise/phases/phases.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { Live } from './live.ts';
import type { Publisher } from './publisher.ts';
import { isParallel } from './worlds/worlds.ts';

interface WatchParts {
	/** Where the exercise stood as the room was opened. */
	readonly position: PhasePosition;
	readonly live: () => Live;
	readonly publisher: () => Publisher;
	readonly isClosed: () => boolean;
	readonly failed: (error: unknown) => void;
}

/** What happens around an exercise when its worlds move and when it comes to another step. */
export class ExerciseWatch {
	readonly #parts: WatchParts;
	#position: PhasePosition;
	/** By world, how many messages people have been shown. */
	readonly #injectsShown = new Map<string, number>();

	constructor(parts: WatchParts) {
		this.#parts = parts;
		this.#position = parts.position;
	}

	/** Frames of a world are to be shown. */
	show(world: string, frames: readonly Frame[]): void {
		const publisher = this.#parts.publisher();
		publisher.shows(world, frames);
		this.#takeMap(world, frames.at(-1)!.minute);
		const { state } = publisher;
		const injects = injectsSeen(this.#live.pack.exercise, state, state.worlds[world]!).length;
		publisher.soon(injects === this.#injectsShown.get(world) ? 'time' : 'all');
		this.#injectsShown.set(world, injects);
	}

	/** Where it stands or whether it moves has changed. */
	changed(): void {
		if (this.#parts.isClosed()) return;
		const { debriefings, feedback, agenda, exercise } = this.#live;
		const { position } = exercise.room.state;
		const isAnother = position.phase !== this.#position.phase || position.step !== this.#position.step;
		this.#position = position;
		if (isAnother) {
			this.#thenTell(this.#follow(position));
			if (position.phase !== 'lobby') debriefings.prepare(this.#live);
		}
		this.#thenTell(agenda.follow(exercise.room.state));
		feedback.follow(this.#live).catch(this.#parts.failed);
		if (isAnother) this.#parts.publisher().all();
		else this.#parts.publisher().soon('all');
		debriefings.afterEnd(this.#live).catch(this.#parts.failed);
	}

	get #live(): Live {
		return this.#parts.live();
	}

	#thenTell(done: Promise<void>): void {
		done.then(() => this.#parts.publisher().soon('all'), this.#parts.failed);
	}

	/** Where worlds stop they are at that very minute, so that their maps cost no computing. */
	#takeMap(world: string, minute: number): void {
		const { exercise, maps } = this.#live;
		if (!isParallel(this.#live) || !maps.isWanted(world, minute)) return;
		const map = exercise.world(world).mapSnapshotAt(minute, minute, minute);
		if (map.minute === minute) maps.take(world, map);
	}

	/** A vote whose result has been seen is over when the exercise moves on, and any vote when it ends. */
	async #follow(position: PhasePosition): Promise<void> {
		const { ballots, stage } = this.#live;
		const state = ballots.shown?.state ?? null;
		const isOver = state === 'revealed' || position.phase === 'closed';
		if (state !== null && isOver) await ballots.putAway();
		await stage.follow(position, state !== null && !isOver);
	}
}
