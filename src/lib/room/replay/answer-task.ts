import { answerTask, type PoolAnswer, type PoolTask, type ScenarioRef } from '../../debrief/pool/task.ts';
import type { RunJob } from '../../debrief/pool/run-job.ts';
import type { Size } from '../../scenario/compile/detail.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { ScenarioLibrary } from '../scenario-library.ts';
import { WorldRunner, type WorldJob } from './world-runner.ts';

/** Anything that is asked of a worker of the pool: a run that is read off, or a world of a play that is taken apart. */
export type AnyTask = PoolTask<RunJob> | PoolTask<WorldJob>;
export type AnyAnswer = PoolAnswer<readonly Frame[] | readonly number[]>;

/** Answers every task of the pool. Never throws: the caller waits for an answer. */
export class TaskAnswers {
	readonly #library: ScenarioLibrary;
	/** For the play that was asked for last: its worlds come in hundreds. */
	#runner: { readonly key: string; readonly runner: WorldRunner } | null = null;

	constructor(library: ScenarioLibrary) {
		this.#library = library;
	}

	answer(task: AnyTask): AnyAnswer {
		if (!isOfPlay(task)) return answerTask((source, size) => this.#library.modelOf(source, size), task);
		const { id, scenario, size, job } = task;
		try {
			return { id, frames: this.#runnerOf(scenario, size, job).run(job) };
		} catch (error) {
			return { id, what: error instanceof Error ? error.message : String(error) };
		}
	}

	#runnerOf(source: ScenarioRef, size: Size, { play }: WorldJob): WorldRunner {
		const key = JSON.stringify([source, size, play]);
		if (this.#runner?.key !== key) {
			const { scenario, exercise } = this.#library.packOf(source);
			const model = this.#library.modelOf(source, size);
			this.#runner = { key, runner: new WorldRunner(exercise, model, scenario.sectors, play) };
		}
		return this.#runner.runner;
	}
}

function isOfPlay(task: AnyTask): task is PoolTask<WorldJob> {
	return 'play' in task.job;
}
