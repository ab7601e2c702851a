import { parentPort } from 'node:worker_threads';
import { answerTask, type Models, type PoolTask } from '../../lib/debrief/pool/task.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import type { Model } from '../../lib/sim/model.ts';
import { readScenario } from '../packs.ts';

/** One thread of the pool in Node. */

const compiled = new Map<string, Model>();

const models: Models = (source, size) => {
	if (source.kind === 'file') throw new Error('files are read by their name here: give it as the id');
	const key = `${size} ${source.id}`;
	const known = compiled.get(key) ?? compileModel(readScenario(source.id), size);
	compiled.set(key, known);
	return known;
};

parentPort!.on('message', (task: PoolTask) => parentPort!.postMessage(answerTask(models, task)));
