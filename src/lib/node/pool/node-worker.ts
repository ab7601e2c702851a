import { parentPort } from 'node:worker_threads';
import { answerTask, type PoolTask } from '../../debrief/pool/task.ts';
import { libraryOnDisk } from '../packs-on-disk.ts';

/** One thread of the pool in Node. */

const library = libraryOnDisk();

parentPort!.on('message', (task: PoolTask) =>
	parentPort!.postMessage(answerTask((source, size) => library.modelOf(source, size), task))
);
