import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { TaskAnswers, type AnyTask } from '../../room/replay/answer-task.ts';
import { libraryOnDisk } from '../packs-on-disk.ts';

/** One thread of the pool in Node. */

// What a pool runs is for later: people in rooms come first. On other systems a priority would be the whole process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const answers = new TaskAnswers(libraryOnDisk());

parentPort!.on('message', (task: AnyTask) => parentPort!.postMessage(answers.answer(task)));
