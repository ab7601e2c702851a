import { parentPort } from 'node:worker_threads';
import { errorMessage } from '../../lib/debrief/pool/error-message.ts';
import type { PoolAnswer, PoolTask } from '../../lib/debrief/pool/task.ts';
import { readRun, type Reading } from './reading/reading.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import type { Model } from '../../lib/sim/model.ts';
import { readScenario } from '../packs.ts';

/** One thread of a calibration: it reads off each run what the record measured. */

const compiled = new Map<string, Model>();

function modelOf({ scenario, size }: PoolTask): Model {
	if (scenario.kind === 'file') throw new Error('files are read by their name here: give it as the id');
	const key = `${size} ${scenario.id}`;
	const model = compiled.get(key) ?? compileModel(readScenario(scenario.id), size);
	compiled.set(key, model);
	return model;
}

function answer(task: PoolTask): PoolAnswer<Reading> {
	try {
		return { id: task.id, frames: readRun(modelOf(task), task.job) };
	} catch (error) {
		return { id: task.id, what: errorMessage(error) };
	}
}

parentPort!.on('message', (task: PoolTask) => parentPort!.postMessage(answer(task)));
