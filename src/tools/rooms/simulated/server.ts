import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ScenarioLibrary } from '../../../lib/room/scenario-library.ts';
import type { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import { type LogFacts } from '../../../lib/server/log.ts';
import { RoomsApi } from '../../../lib/server/rooms-api/rooms-api.ts';
import type { PageSocket } from '../../../lib/server/rooms-api/live.ts';
import { RoomRegistry } from '../../../lib/server/rooms/room-registry.ts';
import { openSqliteRooms } from '../../../lib/server/stores/sqlite-rooms-store.ts';
import type { CrashPoint, Disk } from './disk.ts';
import { ProcessEnded } from './disk.ts';
import { SimulatedMachine } from './machine.ts';

export interface SimulatedServerParts {
	readonly time: FakeClock;
	readonly disk: Disk;
	readonly library: ScenarioLibrary;
	/** It has ended: every connection with it is gone. */
	readonly ended: () => void;
	/** Something went wrong that it wrote down. */
	readonly complained: (event: string, facts: LogFacts) => void;
}

export const HOST_KEY = 'the key of the host';

export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** The server of rooms as a process that can be killed and started again: all of it is real but its machine. */
export class SimulatedServer {
	readonly #parts: SimulatedServerParts;
	#life: { readonly machine: SimulatedMachine; readonly rooms: RoomRegistry; readonly api: RoomsApi } | null =
		null;
	/** Counts its processes. */
	lives = 0;

	constructor(parts: SimulatedServerParts) {
		this.#parts = parts;
		this.start();
	}

	get isUp(): boolean {
		return this.#life !== null;
	}

	get registry(): RoomRegistry | null {
		return this.#life?.rooms ?? null;
	}

	get machine(): SimulatedMachine | null {
		return this.#life?.machine ?? null;
	}

	/** Starts a process; where that fails it is for whoever started it to try again. */
	start(): void {
		const { time, disk, library, complained } = this.#parts;
		const machine = new SimulatedMachine({ time, disk, library });
		const life = ++this.lives;
		const log = (level: string, event: string, facts: LogFacts = {}) => {
			if (level !== 'info' && life === this.lives && this.isUp) complained(event, facts);
		};
		try {
			const rooms = new RoomRegistry({
				...{ store: openSqliteRooms(disk.folder, machine), threads: 1, keepDays: 14, machine, log }
			});
			const api = new RoomsApi({
				...{ rooms, hostKey: HOST_KEY, origin: null, addresses: () => [], build: 'b1', log }
			});
			this.#life = { machine, rooms, api };
		} catch (error) {
			machine.end();
			complained('notStarted', { message: String(error) });
		}
	}

	/** Kills the process. */
	kill(): void {
		if (this.#life === null) return;
		this.#life.machine.end();
		this.#life = null;
		this.#parts.disk.endGeneration();
		this.#parts.ended();
	}

	/** Has it stop as it is asked to: it says goodbye first. */
	stop(): void {
		const life = this.#life;
		if (life === null) return;
		life.api.close();
		void life.rooms.close().finally(() => {
			if (life === this.#life) this.kill();
		});
	}

	/** Has it die in the midst of a commit to come. */
	killAt(commits: number, point: CrashPoint): void {
		this.#parts.disk.crashAt(commits, point, () => {
			// The caller of the commit still stands on the stack: what it has open is closed once it is gone.
			this.#life?.machine.end();
			queueMicrotask(() => this.kill());
		});
	}

	/** Answers a request; null: it died meanwhile. */
	async ask(method: 'GET' | 'POST', url: string, cookie: string, body?: unknown): Promise<HttpAnswer | null> {
		const life = this.#life;
		if (life === null) return null;
		const response = new Answering();
		await life.api.answer(requestOf(method, url, cookie, body), response as unknown as ServerResponse);
		return life === this.#life ? response.answer : null;
	}

	/** A page's socket comes in. */
	connect(page: PageSocket, url: string, cookie: string): void {
		this.#life?.api.connect(page, requestOf('GET', url, cookie));
	}
}

/** Whether this is only the end of a process, seen from inside. */
export const isEnd = (error: unknown): boolean =>
	error instanceof ProcessEnded || String((error as Error)?.cause).includes('ProcessEnded');

function requestOf(method: string, url: string, cookie: string, body?: unknown): IncomingMessage {
	const text = body === undefined ? [] : [Buffer.from(JSON.stringify(body))];
	return Object.assign(Readable.from(text), {
		...{ method, url, httpVersion: '1.1', rawHeaders: ['Host', 'a'] },
		headers: { host: 'a', cookie, 'content-type': 'application/json' },
		socket: { remoteAddress: '10.0.0.9' }
	}) as unknown as IncomingMessage;
}

class Answering extends EventEmitter {
	answer: HttpAnswer | null = null;
	#head: Omit<HttpAnswer, 'body'> = { status: 0, headers: {} };
	writableEnded = false;
	headersSent = false;

	writeHead(status: number, headers: Record<string, string>): this {
		this.#head = { status, headers };
		this.headersSent = true;
		return this;
	}

	end(text = ''): this {
		this.answer = { ...this.#head, body: JSON.parse(text) as unknown };
		this.writableEnded = true;
		return this;
	}
}
