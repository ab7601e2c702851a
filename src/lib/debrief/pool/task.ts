import { errorMessage } from './error-message.ts';
import type { Recordings } from './recordings.ts';
import { runJob, type RunJob } from './run-job.ts';
import type { Size } from '../../scenario/compile/detail.ts';
import type { Model } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';

/** A scenario that every worker has at hand, or the text of an author's file. */
export type ScenarioRef =
	| { readonly kind: 'builtIn'; readonly id: string }
	| { readonly kind: 'file'; readonly name: string; readonly text: string };

/** One run for a worker of the pool. */
export interface PoolTask<Job = RunJob> {
	readonly id: number;
	readonly scenario: ScenarioRef;
	readonly size: Size;
	readonly job: Job;
}

/** What a worker answers: the frames that the job asked for (or what else is read off), or what went wrong in words. */
export type PoolAnswer<Result = readonly Frame[]> =
	{ readonly id: number; readonly frames: Result } | { readonly id: number; readonly what: string };

/** Finds the tables of a scenario, or says why not. */
export type Models = (scenario: ScenarioRef, size: Size) => Model;

/** Runs a task. Never throws: the caller waits for an answer. `recordings` are kept from one task to the next. */
export function answerTask(
	models: Models,
	{ id, scenario, size, job }: PoolTask,
	recordings?: Recordings
): PoolAnswer {
	try {
		return { id, frames: runJob(models(scenario, size), job, recordings) };
	} catch (error) {
		return { id, what: errorMessage(error) };
	}
}
