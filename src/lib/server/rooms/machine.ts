import { Worker } from 'node:worker_threads';
import type { DatabaseSync } from 'node:sqlite';
import { serverClock, type ServerClock } from '../server-clock.ts';
import { FolderLock } from '../stores/folder-lock.ts';
import { openDatabase } from '../stores/open-database.ts';
import type { FromThread, ThreadSetup, ToThread } from './thread-messages.ts';

/** A thread of rooms, as the main thread holds it. */
export interface RoomWorker {
	postMessage(message: ToThread): void;
	/** Ends it; what it has not said is not said any more. */
	terminate(): Promise<unknown>;
	on(event: 'message', hear: (message: FromThread) => void): this;
	on(event: 'error', hear: (error: unknown) => void): this;
	on(event: 'exit', hear: () => void): this;
}

/** What a server of rooms uses of the machine that it runs on. Simulated machines fail as they are told. */
export interface Machine {
	readonly clock: ServerClock;
	/** The date and time, in ms since 1970. */
	readonly dateMs: () => number;
	/** Processor time that this process has had so far, of all its threads. */
	readonly usedMs: () => number;
	/** Holds a data folder for this server alone. @throws FolderInUse */
	readonly hold: (dataFolder: string) => { release(): void };
	readonly openDatabase: (dataFolder: string) => DatabaseSync;
	readonly startThread: (setup: ThreadSetup) => RoomWorker;
}

const SCRIPT = new URL('./room-thread.ts', import.meta.url);

export const realMachine: Machine = {
	clock: serverClock,
	dateMs: () => Date.now(),
	usedMs: () => {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1000;
	},
	hold: (dataFolder) => new FolderLock(dataFolder),
	openDatabase: (dataFolder) => openDatabase(dataFolder),
	startThread: (setup) => new Worker(SCRIPT, { workerData: setup })
};
