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
import type { Recording } from '../../sim/what-if/recording.ts';
import { WhatIfRun } from '../../sim/what-if/what-if-run.ts';

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

/** The physics of a recording's world: a run steps only what differs from the recording. One that is resumed steps all. */
export function engineBeside(recording: Recording): Engine {
	return {
		start: () => runBeside(recording),
		resume: (saved) => runOf(restore(recording.model, recording.seed, saved))
	};
}

function runBeside(recording: Recording): Run {
	const run = new WhatIfRun(recording);
	return {
		get minute() {
			return run.minute;
		},
		advance: (orders, toMin) => run.advance(orders, toMin),
		frame: () => run.frame(),
		mapSnapshot: () => mapSnapshotOf(run.world()),
		hash: () => stateHash(run.world()),
		save: () => snapshot(run.world())
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
