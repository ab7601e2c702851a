import type { Frame } from '../sim/frame.ts';
import type { Model, Order } from '../sim/model.ts';
import { parameterSpec } from '../sim/parameters.ts';
import {
	createWorld,
	observe,
	restore,
	Runner,
	seedFromText,
	snapshot,
	stateHash,
	type World
} from '../sim/run.ts';

/** One run of a world, which moves forward only. */
export interface Run {
	readonly minute: number;
	/** Advances to the first minute of the grid at or after `toMin`. `orders`: all so far, by minute. */
	advance(orders: readonly Order[], toMin: number): void;
	frame(): Frame;
	/** 64-bit hash of the state, as 16 hexadecimal digits. */
	hash(): string;
	save(): ArrayBuffer;
}

/** What makes runs: the physics, for one scenario and one seed. Tests put something smaller in its place. */
export interface Engine {
	/** A run at minute 0. Of `orders`, those before minute 0 that shape the world itself are in force from its start. */
	start(orders: readonly Order[]): Run;
	/** A run that goes on where `saved` was taken, in a play with the same orders before that. */
	resume(orders: readonly Order[], saved: ArrayBuffer): Run;
}

/** The physics of one scenario under the seed that a text stands for. */
export function simEngine(model: Model, seedText: string): Engine {
	const seed = seedFromText(seedText);
	return {
		start: (orders) => runOf(createWorld(shaped(model, orders), seed)),
		resume: (orders, saved) => runOf(restore(shaped(model, orders), seed, saved))
	};
}

function runOf(world: World): Run {
	const runner = new Runner(world);
	return {
		get minute() {
			return runner.minute;
		},
		advance: (orders, toMin) =>
			runner.advance(
				orders.filter((order) => !shapesWorld(order)),
				toMin
			),
		frame: () => observe(world),
		hash: () => stateHash(world),
		save: () => snapshot(world)
	};
}

/** The model with the orders that count only when they come before minute 0 among its settings. */
function shaped(model: Model, orders: readonly Order[]): Model {
	const settings = orders.filter(shapesWorld).map(({ atMin: _atMin, ...setting }) => setting);
	return settings.length === 0 ? model : { ...model, settings: [...model.settings, ...settings] };
}

function shapesWorld({ parameter, atMin }: Order): boolean {
	return atMin < 0 && parameterSpec(parameter)?.before === true;
}
