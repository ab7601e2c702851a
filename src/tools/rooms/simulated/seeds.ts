import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Bug } from './bugs.ts';
import { withoutNeedless } from './shrink.ts';
import type { Failure, Outcome, RunParts } from './outcome.ts';

/** A thread for runs. */
export class Runner {
	readonly #worker: Worker;

	constructor(bug: Bug | null = null) {
		this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { bug } });
	}

	async run(parts: RunParts): Promise<Outcome> {
		this.#worker.postMessage(parts);
		const [outcome] = (await once(this.#worker, 'message')) as [Outcome];
		return outcome;
	}

	async close(): Promise<void> {
		await this.#worker.terminate();
	}
}

/** A seed that failed, with no more steps than it needs. */
export interface FailedSeed {
	readonly seed: number;
	readonly failure: Failure;
	/** The steps that it needs. */
	readonly steps: readonly number[];
}

/** Does something with each of several, as many at a time as there are cores. */
export async function onAllCores<Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<void>
): Promise<void> {
	const left = [...items];
	const line = async () => {
		for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
	};
	await Promise.all(Array.from({ length: Math.max(2, availableParallelism() - 1) }, line));
}

/** Runs seeds on all cores until one fails; null: none does. @param ran is told the outcome of each */
export async function firstFailure(
	seeds: readonly number[],
	steps: number,
	ran: (outcome: Outcome) => void = () => {}
): Promise<FailedSeed | null> {
	const idle: Runner[] = [];
	let failed: FailedSeed | null = null;
	await onAllCores(seeds, async (seed) => {
		if (failed !== null) return;
		const runner = idle.pop() ?? new Runner();
		const outcome = await runner.run({ seed, steps });
		ran(outcome);
		if (outcome.failure !== null && failed === null) {
			const run = (parts: RunParts) => runner.run(parts);
			failed = { seed, ...(await withoutNeedless(seed, outcome.failure, run)) };
		}
		idle.push(runner);
	});
	for (const runner of idle) await runner.close();
	return failed;
}

/** What has to be known to run a failed seed again. */
export function describeFailure({ seed, failure, steps }: FailedSeed): string {
	return [
		`Seed ${seed} at commit ${commit()} fails in step ${failure.step}: ${failure.what}`,
		`It needs the steps ${steps.join(', ')}:`,
		...failure.done.slice(-40).map((done) => `  ${done}`),
		failure.stack
	].join('\n');
}

function commit(): string {
	try {
		return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	} catch {
		return 'unknown';
	}
}
