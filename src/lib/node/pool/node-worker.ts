import { parentPort } from 'node:worker_threads';
import { TaskAnswers, type AnyTask } from '../../room/replay/answer-task.ts';
import { libraryOnDisk } from '../packs-on-disk.ts';

/** One thread of the pool in Node. */

const answers = new TaskAnswers(libraryOnDisk());

parentPort!.on('message', (task: AnyTask) => parentPort!.postMessage(answers.answer(task)));
