/// <reference lib="webworker" />
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { answerTask, type PoolTask } from '../../debrief/pool/task.ts';

/** The door of one worker of the pool: tasks in, answers out. They come from our own pool and are taken at their word. */

const shelf = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts });

addEventListener('message', ({ data }: MessageEvent<PoolTask>) => {
	postMessage(answerTask((scenario, size) => shelf.modelOf(scenario, size), data));
});
