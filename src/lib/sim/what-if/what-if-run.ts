import type { Order } from '../model.ts';
import type { Frame } from '../observe/frame.ts';
import { HostSums } from '../observe/host-sums.ts';
import { frameOf, observe } from '../observe/observe.ts';
import { gridMinuteFrom, gridMinuteUpTo } from '../time/grid.ts';
import { Runner } from '../world/advance.ts';
import { NEVER, ORDERS_APPLIED, restore, type World } from '../world/world.ts';
import { Differences } from './differences.ts';
import type { Part, Recording } from './recording.ts';
import type { ChangedSites } from './rest.ts';
import { takeElsewhere, takeServices } from './take-elsewhere.ts';

/** What is run: some sites beside the recording, or, where `part` is null, all. */
interface Running {
	readonly part: Part | null;
	readonly surroundings: ChangedSites | null;
	readonly runner: Runner;
}

/**
 * A run under other orders than a recording, which comes to the same as any run under these orders, bit for bit. Until they
 * differ nothing is run; from there on only the sites that it touches, as long as it touches no others.
 */
export class WhatIfRun {
	readonly #recording: Recording;
	readonly #differences: Differences;
	#minute = 0;
	/** All so far. */
	#orders: readonly Order[] = [];
	/** Null: nothing is different by now. */
	#running: Running | null = null;

	constructor(recording: Recording) {
		this.#recording = recording;
		this.#differences = new Differences(recording.model, recording.orders);
	}

	get minute(): number {
		return this.#minute;
	}

	/** Advances as a {@link Runner} does. */
	advance(orders: readonly Order[], toMin: number): void {
		const { spans, horizonMin } = this.#recording.model.clock;
		const until = gridMinuteFrom(spans, Math.min(toMin, horizonMin));
		this.#orders = orders;
		this.#differences.takeUntil(orders, until);
		if (until > this.#minute) this.#minute = until;
		if (this.#differences.firstMin === NEVER) return;
		const part = this.#running?.part === null ? null : this.#recording.partOf(this.#differences);
		if (this.#running?.part !== part) this.#running = this.#start(part);
		this.#running!.runner.advance(orders, until);
		if (this.#running!.surroundings?.reachedElsewhere !== true) return;
		this.#running = this.#start(null);
		this.#running.runner.advance(orders, until);
	}

	/** The whole world at its minute. What is handed out must not be changed. */
	world(): World {
		if (this.#running === null) {
			const { model, seed } = this.#recording;
			const world = restore(model, seed, this.#recording.at(this.#minute).world.buffer);
			return this.#withOrders(world, this.#minute);
		}
		const { part, runner } = this.#running;
		if (part !== null) takeElsewhere(runner.world, this.#recording.at(this.#minute).world, part.touched);
		return runner.world;
	}

	/** What it looks like at its minute. */
	frame(): Frame {
		if (this.#running === null) return this.#recording.at(this.#minute).frame;
		const { part, runner } = this.#running;
		const { world } = runner;
		if (part === null) return observe(world);
		const recorded = this.#recording.at(this.#minute);
		takeServices(world, recorded.world, part.touched);
		const sums = new HostSums(world.model);
		sums.set(recorded.sums);
		sums.add(recorded.world, part.touched.sites, -1);
		sums.add(world, part.touched.sites);
		return frameOf(world, sums);
	}

	#start(part: Part | null): Running {
		const world = this.#worldBefore();
		const surroundings = part?.surroundings() ?? null;
		return { part, surroundings, runner: new Runner(world, undefined, surroundings) };
	}

	/** As late as it is known before anything differs. */
	#worldBefore(): World {
		const { minute, world } = this.#recording.startBefore(this.#differences.firstMin);
		return this.#withOrders(world, minute);
	}

	/** Notes that its own orders have been applied before a minute: such as came to nothing may be fewer or more. */
	#withOrders(world: World, minute: number): World {
		const last = gridMinuteUpTo(world.model.clock.spans, minute - 1);
		world.clock[ORDERS_APPLIED] = minute === 0 ? 0 : this.#orders.filter(({ atMin }) => atMin <= last).length;
		return world;
	}
}
