import type { Engine } from '../exercise/world/engine.ts';
import type { Frame } from '../sim/observe/frame.ts';
import { RoomWorld } from './room-world.ts';

export interface ShownWorldsParts {
	readonly engine: () => Engine;
	/** The minutes that every curve has. */
	readonly samples: readonly number[];
	/** Frames of a world to be shown, ascending. */
	readonly show: (world: string, frames: readonly Frame[]) => void;
}

interface ShownWorld {
	readonly world: RoomWorld;
	shownMin: number;
}

/** The worlds of a room, each made when it is first asked for, and up to where they are shown. */
export class ShownWorlds {
	readonly #parts: ShownWorldsParts;
	readonly #made: (id: string) => void;
	readonly #worlds = new Map<string, ShownWorld>();
	#isClosed = false;

	/** @param made gives a new world what has been done in it */
	constructor(parts: ShownWorldsParts, made: (id: string) => void) {
		this.#parts = parts;
		this.#made = made;
	}

	world(id: string): RoomWorld {
		return this.#shown(id).world;
	}

	/** The minute of a world that is shown: it runs ahead of the log, which says where time has stopped. */
	shownMin(id: string): number {
		return this.#shown(id).shownMin;
	}

	/** Shows a world at a minute that it has been at. */
	showAt(id: string, minute: number): void {
		this.show(id, [this.world(id).look(minute)]);
	}

	show(id: string, frames: readonly Frame[]): void {
		const latest = frames.at(-1);
		if (latest === undefined || this.#isClosed) return;
		this.#shown(id).shownMin = latest.minute;
		this.#parts.show(id, frames);
	}

	/** Shows nothing any more. */
	close(): void {
		this.#isClosed = true;
	}

	#shown(id: string): ShownWorld {
		const known = this.#worlds.get(id);
		if (known !== undefined) return known;
		const { engine, samples } = this.#parts;
		const made = { world: new RoomWorld(engine, samples), shownMin: 0 };
		this.#worlds.set(id, made);
		this.#made(id);
		return made;
	}
}
