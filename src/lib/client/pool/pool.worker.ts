/// <reference lib="webworker" />
import { answerTask, type PoolTask } from '../../debrief/pool/task.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';

/** One worker of the pool: tasks in, answers out. They come from our own pool and are not checked again. */

const library = new ScenarioLibrary(SHARED_TEXTS);

addEventListener('message', ({ data }: MessageEvent<PoolTask>) => {
	void answer(data);
});

async function answer(task: PoolTask): Promise<void> {
	try {
		// One scenario has hundreds of runs: what is at hand is not looked up again for each.
		if (task.scenario.kind === 'file' || !library.has(task.scenario.id))
			await loadPacksFor(task.scenario, library);
	} catch (error) {
		return postMessage({ id: task.id, what: error instanceof Error ? error.message : String(error) });
	}
	postMessage(answerTask((scenario, size) => library.modelOf(scenario, size), task));
}
