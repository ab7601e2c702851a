import { errorMessage } from './error-message.ts';
import type { RunJob } from './run-job.ts';
import type { Size } from '../../scenario/compile/detail.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { PoolAnswer, PoolTask, ScenarioRef } from './task.ts';

/** A thread as the pool needs it: a Web Worker in a page, a worker thread in Node, or none at all in a test. */
export interface PoolWorker<Result = readonly Frame[], Job = RunJob> {
	post(task: PoolTask<Job>): void;
	hear(answer: (answer: PoolAnswer<Result>) => void, broken: (what: string) => void): void;
	close(): void;
}

/** Many runs of one scenario; `Result` is what workers read off a run: frames, unless they say otherwise. */
export interface Batch<Result = readonly Frame[], Job = RunJob> {
	readonly scenario: ScenarioRef;
	readonly size: Size;
	readonly jobs: readonly Job[];
	/** Hears of every run as it comes in, in whatever order they end. */
	readonly onResult?: (index: number, frames: Result) => void;
	/** Runs that have not begun are dropped once it is aborted. */
	readonly signal?: AbortSignal;
}

interface Waiting<Result, Job> {
	readonly task: PoolTask<Job>;
	readonly settle: (answer: PoolAnswer<Result>) => void;
}

/**
 * Runs many jobs on several threads. Each run depends on its job alone, so that results are the same for any number of
 * workers and in any order; only the time they take differs.
 */
export class Pool<Result = readonly Frame[], Job = RunJob> {
	readonly #spawn: () => PoolWorker<Result, Job>;
	readonly #most: number;
	readonly #idle: PoolWorker<Result, Job>[] = [];
	readonly #busy = new Map<PoolWorker<Result, Job>, Waiting<Result, Job>>();
	#queue: Waiting<Result, Job>[] = [];
	#lastId = 0;

	/** @param most workers at one time, at least 1; none is started before there is work for it */
	constructor(spawn: () => PoolWorker<Result, Job>, most: number) {
		this.#spawn = spawn;
		this.#most = Math.max(1, Math.floor(most));
	}

	/**
	 * The frames of every job, in the order of the jobs.
	 * @throws Error with the words of the first run that failed, what `onResult` threw, or the signal's reason
	 */
	runMany({ scenario, size, jobs, onResult, signal }: Batch<Result, Job>): Promise<Result[]> {
		return new Promise((resolve, reject) => {
			const results: Result[] = [];
			let left = jobs.length;
			const mine = new Set<Waiting<Result, Job>>();
			const drop = () => (this.#queue = this.#queue.filter((waiting) => !mine.has(waiting)));
			const fail = (error: unknown) => {
				drop();
				signal?.removeEventListener('abort', abort);
				reject(error instanceof Error ? error : new Error(String(error)));
			};
			const abort = () => {
				drop();
				reject(signal!.reason instanceof Error ? signal!.reason : new Error('the runs were called off'));
			};
			if (signal?.aborted === true) return abort();
			if (left === 0) return resolve(results);
			signal?.addEventListener('abort', abort, { once: true });
			jobs.forEach((job, index) => {
				const settle = (answer: PoolAnswer<Result>) => {
					if (signal?.aborted === true) return;
					if ('what' in answer) return fail(answer.what);
					results[index] = answer.frames;
					try {
						onResult?.(index, answer.frames);
					} catch (error) {
						return fail(error);
					}
					if (--left > 0) return;
					signal?.removeEventListener('abort', abort);
					resolve(results);
				};
				const waiting = { task: { id: ++this.#lastId, scenario, size, job }, settle };
				mine.add(waiting);
				this.#queue.push(waiting);
			});
			this.#dispatch();
		});
	}

	/** Ends every worker; what was running is answered by an error. */
	close(): void {
		const waiting = [...this.#busy.values(), ...this.#queue];
		for (const worker of [...this.#idle, ...this.#busy.keys()]) worker.close();
		this.#idle.length = 0;
		this.#busy.clear();
		this.#queue = [];
		for (const { task, settle } of waiting) settle({ id: task.id, what: 'the pool was closed' });
	}

	#dispatch(): void {
		while (this.#queue.length > 0) {
			let worker: PoolWorker<Result, Job> | null;
			try {
				worker = this.#idle.pop() ?? this.#another();
			} catch (error) {
				// Those that are there take what waits.
				if (this.#busy.size > 0) return;
				return this.#refuseAll(errorMessage(error));
			}
			if (worker === null) return;
			const next = this.#queue.shift()!;
			this.#busy.set(worker, next);
			try {
				worker.post(next.task);
			} catch (error) {
				// A job that cannot travel: its worker is as good as before.
				this.#end(worker, { id: next.task.id, what: errorMessage(error) });
			}
		}
	}

	/** Nobody is there who could run anything. */
	#refuseAll(what: string): void {
		for (const { task, settle } of this.#queue.splice(0)) settle({ id: task.id, what });
	}

	#another(): PoolWorker<Result, Job> | null {
		if (this.#busy.size >= this.#most) return null;
		const worker = this.#spawn();
		worker.hear(
			(answer) => this.#end(worker, answer),
			(what) => this.#lose(worker, what)
		);
		return worker;
	}

	#end(worker: PoolWorker<Result, Job>, answer: PoolAnswer<Result>): void {
		const done = this.#busy.get(worker);
		if (done === undefined || done.task.id !== answer.id) return;
		this.#busy.delete(worker);
		this.#idle.push(worker);
		done.settle(answer);
		this.#dispatch();
	}

	/** A worker that broke takes its run with it and nothing else. */
	#lose(worker: PoolWorker<Result, Job>, what: string): void {
		const lost = this.#busy.get(worker);
		this.#busy.delete(worker);
		const at = this.#idle.indexOf(worker);
		if (at >= 0) this.#idle.splice(at, 1);
		worker.close();
		lost?.settle({ id: lost.task.id, what });
		this.#dispatch();
	}
}
