import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { ensembleOnDisk, libraryOnDisk } from '../../node/packs-on-disk.ts';
import { nodePool } from '../../node/pool/node-pool.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import type { RunShocks, WatchShocks } from '../../outages/evaluate/evaluating.ts';
import type { RunMany } from '../../room/debriefing.ts';
import type { AnyJob, AnyResult } from '../../room/replay/answer-task.ts';
import { Measures } from '../metrics/measures.ts';
import { openLogs } from '../stores/open-logs.ts';
import { HostedRooms, type OpenLiveRoom } from './hosted-rooms.ts';
import { realMachine } from './machine.ts';
import type { ThreadSetup, ToThread } from './thread-messages.ts';

/** One thread of rooms: their worlds step here, so that the thread that answers people never waits for one. */

const { store, liveRoom } = workerData as ThreadSetup;
const { openLiveRoom } = (await import(liveRoom)) as { openLiveRoom: OpenLiveRoom };
const library = libraryOnDisk();
/** For what a debrief and the next outages run: one at a time, so that rooms under way keep their processor. */
const pool = nodePool<AnyResult, AnyJob>(1);
const measures = new Measures();
const logs = openLogs(store);

const rooms = new HostedRooms({
	library,
	storeFor: (fence) => measures.timedStore(logs(fence)),
	engineOf: ({ model }, seed) => measures.timedEngine(simEngine(model, seed)),
	measured: () => measures.take(),
	openLiveRoom,
	// The kind of a job says what is read off it.
	runMany: pool.runMany.bind(pool) as RunMany,
	runShocks: pool.runMany.bind(pool) as RunShocks,
	watchShocks: pool.runMany.bind(pool) as unknown as WatchShocks,
	ensembleOf: (pack) => ensembleOnDisk(pack, library.parts),
	writer: randomUUID(),
	machine: realMachine,
	tell: (message) => parentPort!.postMessage(message)
});
parentPort!.on('message', (message: ToThread) => void rooms.hear(message));
