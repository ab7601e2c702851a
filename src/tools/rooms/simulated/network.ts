import { EventEmitter } from 'node:events';
import type { Ask, Network, NetworkAnswer } from '../../../lib/client/network/network.ts';
import type { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import type { PageSocket } from '../../../lib/server/rooms-api/live.ts';
import type { Chance } from './chance.ts';
import type { SimulatedServer } from './server.ts';

/** How a device's network is at present. */
export interface Weather {
	/** Of a message, one way. */
	readonly delayMs: number;
	readonly loss: number;
	readonly duplicates: number;
	/** No socket goes through: something between holds them back. */
	readonly holdsSockets: boolean;
}

export const CALM: Weather = { delayMs: 20, loss: 0, duplicates: 0, holdsSockets: false };

/** What the other side has sent before it closes a socket without a word. */
const BROKEN_OFF = 1006;

/** Everything that is sent to a device, as it leaves the server. */
export type Sent = (text: string) => void;

interface NetworkParts {
	readonly time: FakeClock;
	readonly chance: Chance;
	readonly server: SimulatedServer;
	readonly sent: Sent;
	/**
	 * Two copies of one request were answered by one process. Answers are remembered there alone: another process may answer
	 * at a later version.
	 */
	readonly answeredTwice: (first: unknown, second: unknown) => void;
}

/** One device's way to the server. */
export class DeviceNetwork implements Network {
	weather: Weather = CALM;
	cookie = '';
	readonly #parts: NetworkParts;
	readonly #sockets = new Set<DeviceSocket>();

	constructor(parts: NetworkParts) {
		this.#parts = parts;
	}

	openSocket(path: string, hears: Parameters<Network['openSocket']>[1]): { close(): void } {
		const { time, server, sent } = this.#parts;
		const socket = new DeviceSocket(
			time,
			() => this.#delayMs(),
			sent,
			hears,
			() => this.#sockets.delete(socket)
		);
		this.#sockets.add(socket);
		const life = server.lives;
		this.#later(() => {
			if (this.weather.holdsSockets) return;
			if (!server.isUp || server.lives !== life) socket.breakOff(BROKEN_OFF);
			else if (!socket.isClosed) server.connect(socket as unknown as PageSocket, path, this.cookie);
		});
		return { close: () => socket.closedByPage() };
	}

	async ask(path: string, { body, withinMs, signal }: Ask): Promise<NetworkAnswer | null> {
		const { time, chance } = this.#parts;
		const { loss, duplicates } = this.weather;
		return new Promise((resolve) => {
			time.later(() => resolve(null), withinMs);
			signal?.addEventListener('abort', () => resolve(null));
			const copies = chance.is(duplicates) ? 2 : 1;
			const answers = new Map<number, unknown>();
			const answered = (life: number, answer: unknown) => {
				if (answers.has(life)) this.#parts.answeredTwice(answers.get(life), answer);
				else answers.set(life, answer);
			};
			for (let n = 0; n < copies; n++) if (!chance.is(loss)) this.#pass(path, body, resolve, answered);
		});
	}

	/** Every connection is dead, and neither side hears of it. */
	goSilent(): void {
		for (const socket of this.#sockets) socket.goSilent();
	}

	/** The server has ended: it says so to nobody, and the machine that it ran on breaks connections off. */
	serverEnded(): void {
		for (const socket of [...this.#sockets]) socket.breakOff(BROKEN_OFF);
	}

	#pass(
		path: string,
		body: unknown,
		resolve: (answer: NetworkAnswer | null) => void,
		answered: (life: number, body: unknown) => void
	): void {
		const { server, chance } = this.#parts;
		const life = server.lives;
		this.#later(() => {
			// Refused at once, by a machine on which nobody listens; what was under way to the process before is lost.
			if (!server.isUp || server.lives !== life) return resolve(null);
			void server.ask(body === undefined ? 'GET' : 'POST', path, this.cookie, body).then((answer) => {
				if (answer === null) return this.#later(() => resolve(null));
				if (body !== undefined && answer.status === 200) answered(life, answer.body);
				if (chance.is(this.weather.loss)) return;
				const seconds = Number(answer.headers['Retry-After'] ?? Number.NaN);
				const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
				if (body === undefined) this.#parts.sent(JSON.stringify(answer.body));
				this.#later(() => resolve({ status: answer.status, body: answer.body, retryAfterMs }));
			});
		});
	}

	#delayMs(): number {
		return this.weather.delayMs * (0.5 + this.#parts.chance.draw());
	}

	#later(call: () => void): void {
		this.#parts.time.later(call, this.#delayMs());
	}
}

/** Both ends of a socket. Messages come in their order; a slow reader has them wait at the server. */
class DeviceSocket extends EventEmitter {
	readonly OPEN = 1;
	readyState = 1;
	bufferedAmount = 0;
	isClosed = false;
	#isSilent = false;
	#arrivesMs = 0;
	readonly #time: FakeClock;
	readonly #delayMs: () => number;
	readonly #sent: Sent;
	readonly #hears: Parameters<Network['openSocket']>[1];
	readonly #gone: () => void;

	constructor(
		time: FakeClock,
		delayMs: () => number,
		sent: Sent,
		hears: Parameters<Network['openSocket']>[1],
		gone: () => void
	) {
		super();
		this.#time = time;
		this.#delayMs = delayMs;
		this.#sent = sent;
		this.#hears = hears;
		this.#gone = gone;
	}

	send(message: Buffer | string): void {
		if (this.readyState !== this.OPEN) return;
		const text = String(message);
		this.#sent(text);
		this.bufferedAmount += text.length;
		this.#inOrder(() => {
			this.bufferedAmount -= text.length;
			this.#hears.heard(text);
		});
	}

	ping(): void {
		this.#inOrder(() =>
			this.#time.later(() => this.readyState === this.OPEN && this.emit('pong'), this.#delayMs())
		);
	}

	close(code = 1000): void {
		if (this.readyState !== this.OPEN) return;
		this.#endServerSide(code);
		this.#inOrder(() => this.#endPageSide(code));
	}

	terminate(): void {
		this.close(BROKEN_OFF);
	}

	closedByPage(): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.#gone();
		if (!this.#isSilent) this.#time.later(() => this.#endServerSide(1000), this.#delayMs());
	}

	breakOff(code: number): void {
		this.readyState = 3;
		if (!this.#isSilent) this.#time.later(() => this.#endPageSide(code), this.#delayMs());
	}

	goSilent(): void {
		this.#isSilent = true;
	}

	#inOrder(call: () => void): void {
		this.#arrivesMs = Math.max(this.#arrivesMs, this.#time.nowMs() + this.#delayMs());
		this.#time.later(() => {
			if (!this.#isSilent && !this.isClosed) call();
		}, this.#arrivesMs - this.#time.nowMs());
	}

	#endServerSide(code: number): void {
		if (this.readyState !== this.OPEN) return;
		this.readyState = 3;
		this.emit('close', code);
	}

	#endPageSide(code: number): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.#gone();
		this.#hears.closed(code);
	}
}
