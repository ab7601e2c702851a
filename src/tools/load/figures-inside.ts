import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';
import type { ProcessFigures, ThreadFigures } from './process-figures.ts';

/*
 * Read first by each thread of a server: it tells, when it is asked, what it holds. Nothing of the server knows of it.
 */

const CHANNEL = 'patchfall-figures';
/** A thread that is busy for longer than this is left out. */
const PATIENCE_MS = 20_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function ownFigures(): ThreadFigures {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	const resources = process.getActiveResourcesInfo();
	return {
		thread: threadId,
		heapMb: heapUsed / 1e6,
		buffersMb: arrayBuffers / 1e6,
		timers: resources.filter((kind) => kind === 'Timeout' || kind === 'Immediate').length,
		handles: resources.filter((kind) => kind !== 'Timeout' && kind !== 'Immediate').length,
		listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
	};
}

const channel = new BroadcastChannel(CHANNEL);
if (isMainThread) {
	/** Threads that have said that they are there. */
	const threads = new Set<number>();
	let answered = new Map<number, ThreadFigures>();
	let isComplete = () => {};
	channel.onmessage = ({ data }: { data: unknown }) => {
		const message = data as { hello?: number; bye?: number; figures?: ThreadFigures };
		if (message.hello !== undefined) threads.add(message.hello);
		if (message.figures === undefined) return;
		answered.set(message.figures.thread, message.figures);
		if (answered.size === threads.size) isComplete();
	};
	const tell = async () => {
		answered = new Map();
		const { promise, resolve } = Promise.withResolvers<void>();
		isComplete = resolve;
		const late = setTimeout(resolve, PATIENCE_MS);
		channel.postMessage('tell');
		if (threads.size === 0) resolve();
		await promise;
		clearTimeout(late);
		const { user, system } = process.cpuUsage();
		const figures: ProcessFigures = {
			cpuS: (user + system) / 1e6,
			rssMb: process.memoryUsage.rss() / 1e6,
			files: openFiles(),
			threads: [ownFigures(), ...answered.values()]
		};
		process.send?.({ figures });
	};
	process.on('message', (message) => {
		if (message === 'figures') void tell();
	});
	// Whoever has started it has died: nobody would ever stop it.
	process.once('disconnect', () => process.exit(1));
	// The question alone keeps no server from ending.
	process.channel?.unref();
} else {
	channel.onmessage = ({ data }: { data: unknown }) => {
		if (data === 'tell') channel.postMessage({ figures: ownFigures() });
	};
	channel.postMessage({ hello: threadId });
}
channel.unref();

/** Null: this system does not tell. */
function openFiles(): number | null {
	try {
		return readdirSync('/proc/self/fd').length;
	} catch {
		return null;
	}
}
