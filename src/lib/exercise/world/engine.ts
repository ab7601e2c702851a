import type { Frame } from '../../sim/observe/frame.ts';
import { mapSnapshotOf, type MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { Model, Order } from '../../sim/model.ts';
import {
	createWorld,
	Observer,
	restore,
	Runner,
	seedFromText,
	snapshot,
	stateHash,
	type World
} from '../../sim/run.ts';

/** One run of a world, which moves forward only. */
export interface Run {
	readonly minute: number;
	/** Advances to the first minute of the grid at or after `toMin`. `orders`: all so far, by minute. */
	advance(orders: readonly Order[], toMin: number): void;
	frame(): Frame;
	/** What a map shows of it now. */
	mapSnapshot(): MapSnapshot;
	/** 64-bit hash of the state, as 16 hexadecimal digits. */
	hash(): string;
	save(): ArrayBuffer;
}

/** What makes runs: the physics, for one scenario and one seed. Tests put something smaller in its place. */
export interface Engine {
	/** A run at minute 0. */
	start(): Run;
	/** A run that goes on where `saved` was taken, in a play with the same orders before that. */
	resume(saved: ArrayBuffer): Run;
}

/** The physics of one scenario under the seed that a text stands for. */
export function simEngine(model: Model, seedText: string): Engine {
	const seed = seedFromText(seedText);
	return {
		start: () => runOf(createWorld(model, seed)),
		resume: (saved) => runOf(restore(model, seed, saved))
	};
}

function runOf(world: World): Run {
	const runner = new Runner(world);
	let observer: Observer | null = null;
	return {
		get minute() {
			return runner.minute;
		},
		advance: (orders, toMin) => runner.advance(orders, toMin),
		frame: () => (observer ??= new Observer(world)).frame(),
		mapSnapshot: () => mapSnapshotOf(world),
		hash: () => stateHash(world),
		save: () => snapshot(world)
	};
}
