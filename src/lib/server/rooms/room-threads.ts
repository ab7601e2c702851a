import { createHash } from 'node:crypto';
import type { LogFacts } from '../log.ts';
import type { Measured } from '../metrics/measures.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Machine, RoomWorker } from './machine.ts';
import type { RoomHosts } from './room-hosts.ts';
import type {
	Calls,
	CallType,
	FromThread,
	RestoreAnswer,
	Tenure,
	ThreadSetup,
	ToThread
} from './thread-messages.ts';

/** The thread of a room has ended before it answered: it may be asked again once the room is open again. */
export class ThreadGone extends Error {}

/** A question that a thread could not answer. */
export class ThreadBroke extends Error {
	readonly facts: LogFacts;
	constructor(facts: LogFacts) {
		super('a room could not answer');
		this.facts = facts;
	}
}

interface Pending {
	readonly resolve: (answer: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** A thread is asked so often whether it is still there. */
const PING_EVERY_MS = 2000;
/** One that has not answered for so long hangs. Its longest piece of work takes about a second. */
export const HANGS_AFTER_MS = 20_000;

export type News = Exclude<FromThread, { type: 'answer' | 'broke' | 'pong' }>;

export interface ThreadsParts {
	readonly machine: Pick<Machine, 'clock' | 'startThread' | 'usedMs'>;
	readonly setup: ThreadSetup;
	readonly count: number;
	/** For tests: how long a thread may be silent. */
	readonly hangsAfterMs?: number;
	readonly hear: (news: News) => void;
	readonly measured: (measured: Measured) => void;
	/** A thread has ended that nobody has ended. Whatever it held has to be opened again, in the one that follows. */
	readonly died: (holds: (room: string) => boolean, error: unknown) => void;
}

/** A few threads that hold all rooms, each room always in the same one. A thread that dies is replaced. */
export class RoomThreads implements RoomHosts {
	readonly #parts: ThreadsParts;
	readonly #threads: (Thread | null)[];
	/** Rooms are opened again one after the other, so that it is known which of them a thread dies of. */
	readonly #lines: Promise<unknown>[];
	#closed = false;

	constructor(parts: ThreadsParts) {
		this.#parts = parts;
		this.#threads = Array.from({ length: parts.count }, () => null);
		this.#lines = this.#threads.map(() => Promise.resolve());
	}

	/** @throws ThreadGone, ThreadBroke */
	ask<Type extends CallType>(
		type: Type,
		room: string,
		ask: Calls[Type]['ask']
	): Promise<Calls[Type]['answer']> {
		return this.#of(room).ask(type, room, ask);
	}

	/**
	 * Opens a room from what is kept of it.
	 * @throws ThreadGone where the thread has died of it, ThreadBroke
	 */
	restore(room: string, tenure?: Tenure): Promise<RestoreAnswer> {
		const slot = slotOf(room, this.#threads.length);
		const answer = this.#lines[slot].then(() =>
			this.ask('restore', room, tenure === undefined ? {} : { tenure })
		);
		this.#lines[slot] = answer.catch(() => {});
		return answer;
	}

	presence(room: string, person: string, isHere: boolean): void {
		this.#of(room).post({ type: 'presence', room, person, isHere });
	}

	/** Starts all threads now, and not when each is first needed. */
	async start(): Promise<void> {
		this.#threads.forEach((_, slot) => this.#at(slot));
	}

	/** All rooms are. */
	isOurs(): boolean {
		return true;
	}

	/** All pages are connected to this process, which knows it. */
	seatMoved(): void {}

	/** Lets every room finish what it keeps, for at most so long, and ends the threads. */
	async close(graceMs: number): Promise<void> {
		this.#closed = true;
		const running = this.#threads.filter((thread) => thread !== null);
		let callOff = () => {};
		const late = new Promise<void>(
			(resolve) => (callOff = this.#parts.machine.clock.later(resolve, graceMs))
		);
		const closing = running.map((thread) => thread.ask('closeAll', '', {}).catch(() => {}));
		await Promise.race([Promise.all(closing), late]);
		callOff();
		await Promise.all(running.map((thread) => thread.end()));
	}

	/** Ends the thread of a room as if it had died. For tests. */
	kill(room: string): void {
		void this.#of(room).end();
	}

	#of(room: string): Thread {
		return this.#at(slotOf(room, this.#threads.length));
	}

	#at(slot: number): Thread {
		const { machine, setup, died, hangsAfterMs = HANGS_AFTER_MS } = this.#parts;
		const known = this.#threads[slot];
		if (known !== null) return known;
		const thread = new Thread(machine, setup, hangsAfterMs, this.#parts, (error) => {
			if (this.#threads[slot] === thread) this.#threads[slot] = null;
			if (!this.#closed) died((room) => slotOf(room, this.#threads.length) === slot, error);
		});
		this.#threads[slot] = thread;
		return thread;
	}
}

/** Always the same for a room, and spread evenly. */
function slotOf(room: string, count: number): number {
	return createHash('sha256').update(room).digest().readUInt32BE() % count;
}

/** One thread, and the questions that it has not answered yet. */
class Thread {
	readonly #worker: RoomWorker;
	readonly #pending = new Map<number, Pending>();
	readonly #stopPinging: () => void;
	#lastId = 0;
	#ended = false;

	constructor(
		{ clock, startThread, usedMs }: ThreadsParts['machine'],
		setup: ThreadSetup,
		hangsAfterMs: number,
		{ hear, measured }: Pick<ThreadsParts, 'hear' | 'measured'>,
		died: (error: unknown) => void
	) {
		this.#worker = startThread(setup);
		let error: unknown = null;
		const heartbeat = new Heartbeat(hangsAfterMs);
		this.#stopPinging = clock.every(
			() => {
				if (heartbeat.hangs(clock.nowMs(), usedMs())) {
					error = new Error('a thread of rooms hangs');
					void this.end();
				} else this.post({ type: 'ping' });
			},
			Math.min(PING_EVERY_MS, hangsAfterMs / 4)
		);
		this.#worker
			.on('message', (message: FromThread) => {
				heartbeat.heard(clock.nowMs());
				if (message.type === 'pong') return void (message.measured !== null && measured(message.measured));
				if (message.type === 'answer') this.#settle(message.id)?.resolve(message.answer);
				else if (message.type === 'broke') this.#settle(message.id)?.reject(new ThreadBroke(message.facts));
				else hear(message);
			})
			.on('error', (reason) => (error = reason))
			.on('exit', () => {
				this.#ended = true;
				this.#stopPinging();
				died(error);
				for (const { reject } of this.#pending.values())
					reject(new ThreadGone('the thread of a room has ended'));
				this.#pending.clear();
			});
	}

	ask<Type extends CallType>(
		type: Type,
		room: string,
		ask: Calls[Type]['ask']
	): Promise<Calls[Type]['answer']> {
		return new Promise((resolve, reject) => {
			if (this.#ended) return reject(new ThreadGone('the thread of a room has ended'));
			const id = ++this.#lastId;
			this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
			this.post({ type, id, room, ask } as ToThread);
		});
	}

	post(message: ToThread): void {
		this.#worker.postMessage(message);
	}

	end(): Promise<unknown> {
		return this.#worker.terminate();
	}

	#settle(id: number): Pending | undefined {
		const pending = this.#pending.get(id);
		this.#pending.delete(id);
		return pending;
	}
}
