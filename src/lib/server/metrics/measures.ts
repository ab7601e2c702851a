import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Engine, Run } from '../../exercise/world/engine.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { Histogram, type Durations } from './histogram.ts';

/** What a thread of rooms has measured since it said so last. */
export interface Measured {
	/** Moving a world on by one piece of work. */
	readonly fold: Durations;
	/** Keeping something, until it would survive a crash. */
	readonly store: Durations;
	/** How late a thread is at most, over some seconds. */
	readonly lag: Durations;
}

/** The delay is sampled so often. */
const LAG_EVERY_MS = 20;

/** How late the thread that makes it is, at most since it was asked last, in seconds. */
export function lagMeter(): () => number {
	const delay = monitorEventLoopDelay({ resolution: LAG_EVERY_MS });
	delay.enable();
	return () => {
		// A delay is told with the time between two samples in it.
		const seconds = Math.max(0, delay.max / 1e9 - LAG_EVERY_MS / 1000);
		delay.reset();
		return seconds;
	};
}

/** What of a store writes nothing. */
const READS: ReadonlySet<keyof LogStore<unknown>> = new Set(['read', 'list', 'rows'] as const);

/** What is measured in a thread of rooms. */
export class Measures {
	readonly #fold = new Histogram();
	readonly #store = new Histogram();
	readonly #lag = new Histogram();
	readonly #late = lagMeter();

	/** The same engine, timed. */
	timedEngine(engine: Engine): Engine {
		const timed = (run: Run): Run => {
			const advance = run.advance.bind(run);
			run.advance = (orders, toMin) => this.#timed(this.#fold, () => advance(orders, toMin));
			return run;
		};
		return { start: () => timed(engine.start()), resume: (saved) => timed(engine.resume(saved)) };
	}

	/** The same store, timed where it writes. */
	timedStore<Summary>(store: LogStore<Summary>): LogStore<Summary> {
		return new Proxy(store, {
			get: (target, name) => {
				const method = Reflect.get(target, name, target) as (...args: unknown[]) => Promise<unknown>;
				if (READS.has(name as keyof LogStore<Summary>)) return method.bind(target);
				return (...args: unknown[]) => this.#timedLater(this.#store, () => method.apply(target, args));
			}
		});
	}

	take(): Measured {
		this.#lag.add(this.#late());
		return { fold: this.#fold.take(), store: this.#store.take(), lag: this.#lag.take() };
	}

	#timed<Result>(histogram: Histogram, work: () => Result): Result {
		const beganMs = performance.now();
		try {
			return work();
		} finally {
			histogram.add((performance.now() - beganMs) / 1000);
		}
	}

	async #timedLater<Result>(histogram: Histogram, work: () => Promise<Result>): Promise<Result> {
		const beganMs = performance.now();
		try {
			return await work();
		} finally {
			histogram.add((performance.now() - beganMs) / 1000);
		}
	}
}
