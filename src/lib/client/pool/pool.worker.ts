/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { errorMessage } from '../../debrief/pool/error-message.ts';
import { TaskAnswers, type AnyTask } from '../../room/replay/answer-task.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';

/**
 * One thread of the pool: tasks in, answers out, at the port it is handed. They come from our own pool and are not checked
 * again.
 */

const library = new ScenarioLibrary(SHARED_TEXTS);
const answers = new TaskAnswers(library);

addEventListener('message', ({ data: tasks }: MessageEvent<MessagePort>) => {
	tasks.onmessage = ({ data }: MessageEvent<AnyTask>) => void answer(data, tasks);
});

async function answer(task: AnyTask, tasks: MessagePort): Promise<void> {
	try {
		// One scenario has hundreds of runs: what is at hand is not looked up again for each.
		if (task.scenario.kind === 'file' || !library.has(task.scenario.id))
			await loadPacksFor(task.scenario, library);
	} catch (error) {
		return tasks.postMessage({ id: task.id, what: errorMessage(error) });
	}
	tasks.postMessage(answers.answer(task));
}
