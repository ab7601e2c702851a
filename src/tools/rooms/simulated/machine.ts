import { LiveRoom } from '../../../lib/room/live/live-room.ts';
import type { RoomSummary } from '../../../lib/room/live/live-room-contract.ts';
import type { ScenarioLibrary } from '../../../lib/room/scenario-library.ts';
import type { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import { HostedRooms } from '../../../lib/server/rooms/hosted-rooms.ts';
import type { Machine, RoomWorker } from '../../../lib/server/rooms/machine.ts';
import type { FromThread, ToThread } from '../../../lib/server/rooms/thread-messages.ts';
import type { ServerClock } from '../../../lib/server/server-clock.ts';
import { SqliteLogStore } from '../../../lib/server/stores/sqlite-log-store.ts';
import type { Disk, GuardedDatabase } from './disk.ts';

/** A day in 2026. */
const DATE_MS = 1_790_000_000_000;
/** A message between threads takes up to so long. */
const MESSAGE_MS = 2;

interface MachineParts {
	readonly time: FakeClock;
	readonly disk: Disk;
	readonly library: ScenarioLibrary;
}

/** What one process of the server uses: once it has ended nothing of it happens any more. */
export class SimulatedMachine implements Machine {
	readonly clock: ServerClock;
	readonly dateMs: () => number;
	readonly #parts: MachineParts;
	#thread: SimulatedThread | null = null;
	#hasEnded = false;
	#threads = 0;

	constructor(parts: MachineParts) {
		this.#parts = parts;
		this.clock = clockWhile(parts.time, () => !this.#hasEnded);
		this.dateMs = () => DATE_MS + parts.time.nowMs();
	}

	/** As if nothing else ran on it. */
	usedMs = () => this.clock.nowMs();
	hold = () => ({ release: () => {} });
	openDatabase = () => this.#parts.disk.open();

	startThread = (): RoomWorker => {
		const { disk, library, time } = this.#parts;
		const isOver = () => this.#hasEnded;
		return (this.#thread = new SimulatedThread({
			...{ time, isOver, library, dateMs: this.dateMs },
			writer: `writer-${DATE_MS + time.nowMs()}-${this.#threads++}`,
			open: () => disk.open()
		}));
	};

	/** The rooms that are open in its thread, by id. */
	get rooms(): ReadonlyMap<string, LiveRoom> {
		return this.#thread?.rooms ?? new Map<string, LiveRoom>();
	}

	/** Kills the process. */
	end(): void {
		this.#hasEnded = true;
	}

	/** Kills its thread alone. */
	endThread(): void {
		void this.#thread?.terminate();
	}
}

interface ThreadParts {
	readonly time: FakeClock;
	readonly isOver: () => boolean;
	readonly library: ScenarioLibrary;
	readonly dateMs: () => number;
	readonly writer: string;
	readonly open: () => GuardedDatabase;
}

/** A thread of rooms that is none: the real rooms, in this very thread, behind messages that take a moment. */
class SimulatedThread implements RoomWorker {
	readonly rooms = new Map<string, LiveRoom>();
	readonly #parts: ThreadParts;
	readonly #database: GuardedDatabase | null = null;
	readonly #hosted: HostedRooms | null = null;
	readonly #listeners: Record<'message' | 'error' | 'exit', ((said: never) => void)[]> = {
		...{ message: [], error: [], exit: [] }
	};
	#hasEnded = false;

	constructor(parts: ThreadParts) {
		this.#parts = parts;
		const { time, library, dateMs, writer, open } = parts;
		try {
			this.#database = open();
		} catch (error) {
			time.later(() => this.#say('error', error as never), 0);
			void this.terminate();
			return;
		}
		const store = new SqliteLogStore<RoomSummary>(this.#database);
		this.#hosted = new HostedRooms({
			...{ library, writer },
			storeFor: () => store,
			machine: { clock: clockWhile(time, () => !this.#isOver), dateMs },
			openLiveRoom: async (parts) => {
				const room = await LiveRoom.open(parts);
				this.rooms.set(parts.id, room);
				return room;
			},
			runMany: () => new Promise(() => {}),
			runShocks: () => new Promise(() => {}),
			watchShocks: () => new Promise(() => {}),
			ensembleOf: () => [],
			tell: (message) => this.#later(() => this.#say('message', message))
		});
	}

	postMessage(message: ToThread): void {
		const copy = structuredClone(message);
		this.#later(() => void this.#hosted?.hear(copy));
	}

	async terminate(): Promise<void> {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		this.rooms.clear();
		this.#database?.end();
		this.#parts.time.later(() => {
			if (!this.#parts.isOver()) this.#say('exit', undefined);
		}, MESSAGE_MS);
	}

	on(event: 'message' | 'error' | 'exit', hear: (said: never) => void): this {
		this.#listeners[event].push(hear);
		return this;
	}

	get #isOver(): boolean {
		return this.#hasEnded || this.#parts.isOver();
	}

	/** Messages come in the order in which they were sent. */
	#later(call: () => void): void {
		this.#parts.time.later(() => {
			if (!this.#isOver) call();
		}, MESSAGE_MS);
	}

	#say(event: 'message' | 'error' | 'exit', said: FromThread | undefined): void {
		for (const hear of this.#listeners[event]) hear(said as never);
	}
}

/** A clock of somebody who may end: then nothing is called any more. */
function clockWhile(time: FakeClock, lives: () => boolean): ServerClock {
	const later: ServerClock['later'] = (call, afterMs) => {
		let isOff = false;
		time.later(() => {
			if (!isOff && lives()) call();
		}, afterMs);
		return () => (isOff = true);
	};
	const every: ServerClock['every'] = (call, everyMs) => {
		let isOff = false;
		const again = () => {
			if (isOff) return;
			call();
			later(again, everyMs);
		};
		later(again, everyMs);
		return () => (isOff = true);
	};
	return { nowMs: () => time.nowMs(), later, every };
}
