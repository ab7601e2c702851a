import { errorMessage } from '../../debrief/pool/error-message.ts';
import { answerTask, type PoolAnswer, type PoolTask, type ScenarioRef } from '../../debrief/pool/task.ts';
import { Recordings } from '../../debrief/pool/recordings.ts';
import type { RunJob } from '../../debrief/pool/run-job.ts';
import { OutageRunner, type OutageJob, type WatchJob } from '../../outages/evaluate/outage-runner.ts';
import type { ShockCourse } from '../../outages/world/course.ts';
import type { Outcome } from '../../outages/world/outcome.ts';
import type { Size } from '../../scenario/compile/detail.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { ScenarioLibrary } from '../scenario-library.ts';
import { WorldRunner, type WorldJob } from './world-runner.ts';

/** Anything that is asked of a worker of the pool: a run that is read off, a world of a play, one of the next outages. */
export type AnyJob = RunJob | WorldJob | OutageJob | WatchJob;
export type AnyTask = PoolTask<RunJob> | PoolTask<WorldJob> | PoolTask<OutageJob | WatchJob>;
export type AnyResult = readonly Frame[] | readonly number[] | Outcome | ShockCourse;
export type AnyAnswer = PoolAnswer<AnyResult>;

/** Answers every task of the pool. Never throws: the caller waits for an answer. */
export class TaskAnswers {
	readonly #library: ScenarioLibrary;
	readonly #recordings = new Recordings();
	/** For the play that was asked for last: its worlds come in hundreds. */
	#runner: { readonly key: string; readonly runner: WorldRunner } | null = null;

	/** For the scenario whose shocks were asked for last. */
	#outages: { readonly key: string; readonly runner: OutageRunner } | null = null;

	constructor(library: ScenarioLibrary) {
		this.#library = library;
	}

	answer(task: AnyTask): AnyAnswer {
		if (isShock(task)) return this.#shock(task);
		if (!isOfPlay(task))
			return answerTask((source, size) => this.#library.modelOf(source, size), task, this.#recordings);
		const { id, scenario, size, job } = task;
		try {
			return { id, frames: this.#runnerOf(scenario, size, job).run(job) };
		} catch (error) {
			return { id, what: errorMessage(error) };
		}
	}

	#shock({ id, scenario, job }: PoolTask<OutageJob | WatchJob>): AnyAnswer {
		try {
			const key = JSON.stringify(scenario);
			if (this.#outages?.key !== key)
				this.#outages = { key, runner: new OutageRunner(this.#library.packOf(scenario).scenario) };
			const { runner } = this.#outages;
			return { id, frames: 'reads' in job ? runner.watch(job) : runner.run(job) };
		} catch (error) {
			return { id, what: errorMessage(error) };
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

function isOfPlay(task: PoolTask<RunJob> | PoolTask<WorldJob>): task is PoolTask<WorldJob> {
	return 'play' in task.job;
}

function isShock(task: AnyTask): task is PoolTask<OutageJob | WatchJob> {
	return 'shock' in task.job;
}
