import { Runner } from '../world/advance.ts';
import { CELL_STRIDE, CRASHED, EVER_COMPROMISED, EVER_CRASHED, UNDER_REPAIR } from '../world/columns.ts';
import { isolatedAt, otherDownAt } from '../other-defects/columns.ts';
import type { Model, Order } from '../model.ts';
import { seedFromText } from '../random/hash.ts';
import { createWorld } from '../world/create-world.ts';

/** What a run came to, in few numbers. */
export interface Outcome {
	readonly crashed: number;
	readonly compromised: number;
	/** Time that hosts were down, over all hosts, minutes. */
	readonly downHostMin: number;
	/** Minute from which at most 3 in 100 hosts that crashed are down: 97 % are back. */
	readonly backMin: number;
	/** Time that hosts ran and were cut off from every network, over all hosts, minutes. */
	readonly isolatedHostMin: number;
	readonly lossCents: number;
}

/** Notes how many hosts are down at the end of each step. */
export class Recorder {
	readonly #minutes: number[] = [];
	readonly #down: number[] = [];
	#downHostMin = 0;
	#isolatedHostMin = 0;

	sample(minute: number, stepMin: number, down: number, isolated: number): void {
		this.#isolatedHostMin += isolated * stepMin;
		this.#minutes.push(minute);
		this.#down.push(down);
		this.#downHostMin += down * stepMin;
	}

	outcome(crashed: number, compromised: number, lossCents: number): Outcome {
		let last = this.#down.length - 1;
		while (last > 0 && this.#down[last - 1]! <= 0.03 * crashed) last--;
		return {
			crashed,
			compromised,
			downHostMin: this.#downHostMin,
			backMin: this.#minutes[last]!,
			isolatedHostMin: this.#isolatedHostMin,
			lossCents
		};
	}
}

/** Runs the counts engine and says what it came to. */
export function runCounts(model: Model, orders: readonly Order[], seed: number | string): Outcome {
	const world = createWorld(model, seedFromText(seed));
	const runner = new Runner(world);
	const recorder = new Recorder();
	const sum = (column: number) => {
		let hosts = 0;
		for (let at = column; at < world.counts.length; at += CELL_STRIDE) hosts += world.counts[at]!;
		return hosts;
	};
	while (runner.minute < model.clock.horizonMin) {
		const from = runner.minute;
		runner.advance(orders, from + 1);
		let down = 0;
		for (let column = CRASHED; column <= UNDER_REPAIR; column++) down += sum(column);
		let isolated = 0;
		for (let cell = 0; cell < model.cells.count; cell++) {
			down += otherDownAt(world, cell);
			isolated += isolatedAt(world, cell);
		}
		recorder.sample(runner.minute, runner.minute - from, down, isolated);
	}
	const lossCents = world.lossCents.reduce((all, cents) => all + cents, 0);
	return recorder.outcome(sum(EVER_CRASHED), sum(EVER_COMPROMISED), lossCents);
}
