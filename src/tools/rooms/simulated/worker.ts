import { parentPort, workerData } from 'node:worker_threads';
import { plant, type Bug } from './bugs.ts';
import type { RunParts } from './outcome.ts';

/** A thread that runs seeds, with a bug in it where it is handed one. */

const { bug } = workerData as { readonly bug: Bug | null };
if (bug !== null) plant(bug);
const { runSeed } = await import('./simulated-rooms.ts');

parentPort!.on('message', (parts: RunParts) => {
	void runSeed(parts).then((outcome) => parentPort!.postMessage(outcome));
});
