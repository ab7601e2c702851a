import type { Clock } from '../../room/clock.ts';
import {
	HEARTBEAT_EVERY_MS,
	CLOSED,
	POLL_MS,
	PROTOCOL,
	type ServerMessage
} from '../../room/protocol/protocol.ts';
import type { CommonStatus } from '../connection/room-connection.ts';
import { waitBeforeTry, type Network, type NetworkAnswer } from './network.ts';
import { readPolled, readServerMessage } from './server-message.ts';

/** Two beats missed, and a little for the way. */
export const MISSED_MS = 2 * HEARTBEAT_EVERY_MS + 1000;
/** A socket that has not said a word by then is held back by something between. */
export const FIRST_WORD_MS = 4000;
/** While polling works, a socket is tried so often. */
export const SOCKET_AGAIN_MS = 30_000;
/** A poll that is out for longer than a server lets it wait is lost. */
const POLL_LOST_MS = POLL_MS + 5000;
/** Where a server answers at once with nothing, it is not asked more often than this. */
const POLL_AGAIN_MS = 1000;

export type ConnectionStatus =
	| CommonStatus
	/** Something holds the socket back: the room is asked instead. */
	| { readonly kind: 'polling' }
	/** For good. */
	| { readonly kind: EndKind };

export type EndKind = 'seatGone' | 'seatMoved' | 'roomGone' | 'otherProtocol';

const ENDS: Readonly<Record<number, EndKind>> = {
	[CLOSED.otherProtocol]: 'otherProtocol',
	[CLOSED.seatGone]: 'seatGone',
	[CLOSED.seatMoved]: 'seatMoved',
	[CLOSED.roomGone]: 'roomGone'
};

/** What an HTTP answer means for the seat; null: nothing that ends it. Only what our server says counts as said. */
export function endOf(answer: Pick<NetworkAnswer, 'status' | 'body'> | null): EndKind | null {
	if (answer === null || answer.body === null) return null;
	if (answer.status === 401)
		return (answer.body as { code?: unknown }).code === 'seatMoved' ? 'seatMoved' : 'seatGone';
	if (answer.status === 404) return 'roomGone';
	return answer.status === 426 ? 'otherProtocol' : null;
}

export interface FeedReaderParts {
	readonly network: Network;
	readonly clock: Clock;
	/** Between 0 and 1. */
	readonly draw: () => number;
	/** Path of the seat. */
	readonly path: string;
	/** The team at whose page it looks; missing: it is told what is the seat's own. */
	readonly looksAt?: string | undefined;
	readonly heard: (message: ServerMessage) => void;
	readonly changed: (status: ConnectionStatus) => void;
}

/**
 * Follows what a person is shown: by a WebSocket where it goes through, else by asking. Whatever breaks, it goes on from
 * the last change that it heard of, and nothing is told twice or in the wrong order.
 */
export class FeedReader {
	readonly #parts: FeedReaderParts;
	#status: ConnectionStatus = { kind: 'connecting' };
	#cursor = '';
	#heardMs: number;
	/** Each try has a number; what an earlier one still says is not listened to. */
	#socketTry = 0;
	#socket: { close(): void } | null = null;
	#socketFailures = 0;
	#pollTry = 0;
	#poll: AbortController | null = null;
	#pollFailures = 0;
	#isEnded = false;
	#isResting = false;
	#showsMap = false;

	constructor(parts: FeedReaderParts) {
		this.#parts = parts;
		this.#heardMs = parts.clock.nowMs();
		this.#openSocket();
	}

	get status(): ConnectionStatus {
		return this.#status;
	}

	/** The device woke up: what was silent for longer than a beat is not trusted any more. */
	wake(): void {
		if (this.#isResting || this.#parts.clock.nowMs() - this.#heardMs > HEARTBEAT_EVERY_MS + 1000)
			this.renew();
	}

	/** Another network, or somebody pressed: everything anew from where it was. */
	renew(): void {
		if (this.#isEnded) return;
		this.#isResting = false;
		this.#stopPolling();
		this.#socketFailures = 0;
		this.#openSocket();
	}

	/** The page is left: with an open socket no browser would keep it for the back button. `renew` goes on. */
	rest(): void {
		if (this.#isEnded) return;
		this.#stopPolling();
		this.#socketTry++;
		this.#socket?.close();
		this.#socket = null;
		this.#isResting = true;
	}

	/** Whether the page shows a map from now on: of one it is told as long as it does. */
	showMap(isShown: boolean): void {
		this.#showsMap = isShown;
		if (this.#isEnded || this.#isResting) return;
		if (this.#poll === null) return this.#openSocket();
		this.#stopPolling();
		this.#askFeed(++this.#pollTry, true);
	}

	end(kind: EndKind): void {
		if (this.#isEnded) return;
		this.close();
		this.#say({ kind });
	}

	close(): void {
		this.#isEnded = true;
		this.#stopPolling();
		this.#socketTry++;
		this.#socket?.close();
	}

	#openSocket(): void {
		const one = ++this.#socketTry;
		this.#socket?.close();
		const from = this.#cursor;
		let lastMs: number | null = null;
		this.#socket = this.#parts.network.openSocket(`${this.#parts.path}/live?${this.#query(from)}`, {
			heard: (text) => {
				if (one !== this.#socketTry || this.#isEnded) return;
				const isFirst = lastMs === null;
				lastMs = this.#parts.clock.nowMs();
				this.#socketFailures = 0;
				this.#stopPolling();
				// What was asked for meanwhile is newer than what this socket was opened for.
				if (isFirst && from !== this.#cursor) return this.#openSocket();
				this.#say({ kind: 'live' });
				const message = readServerMessage(text);
				if (message !== null) this.#hear(message);
			},
			closed: (code) => {
				if (one !== this.#socketTry || this.#isEnded) return;
				const end = ENDS[code];
				if (end !== undefined) this.end(end);
				else this.#socketLost();
			}
		});
		const watch = () => {
			if (one !== this.#socketTry || this.#isEnded) return;
			const nowMs = this.#parts.clock.nowMs();
			const dueMs = lastMs === null ? nowMs : lastMs + MISSED_MS;
			if (nowMs >= dueMs) this.#socketLost();
			else this.#parts.clock.later(watch, dueMs - nowMs);
		};
		this.#parts.clock.later(watch, FIRST_WORD_MS);
	}

	#query(since: string): string {
		const { looksAt } = this.#parts;
		const at = looksAt === undefined ? '' : `&looksAt=${encodeURIComponent(looksAt)}`;
		return `since=${encodeURIComponent(since)}&protocol=${PROTOCOL}${at}${this.#showsMap ? '&map=1' : ''}`;
	}

	/** The room is asked instead, and a socket is tried again later. */
	#socketLost(): void {
		const one = ++this.#socketTry;
		this.#socket?.close();
		this.#socket = null;
		const isPolling = this.#status.kind === 'polling';
		const waitMs = isPolling ? SOCKET_AGAIN_MS : waitBeforeTry(this.#socketFailures++, this.#parts.draw);
		this.#parts.clock.later(() => {
			if (one === this.#socketTry && !this.#isEnded) this.#openSocket();
		}, waitMs);
		if (this.#poll === null) this.#askFeed(++this.#pollTry, true);
	}

	/** `atOnce`: to be answered without waiting for a change, so that one knows soon whether asking works. */
	#askFeed(one: number, atOnce: boolean): void {
		const poll = new AbortController();
		this.#poll = poll;
		const nowMs = () => this.#parts.clock.nowMs();
		const askedMs = nowMs();
		const query = `${this.#query(this.#cursor)}${atOnce ? '&wait=0' : ''}`;
		void this.#parts.network
			.ask(`${this.#parts.path}/feed?${query}`, { withinMs: POLL_LOST_MS, signal: poll.signal })
			.then((answer) => {
				if (one !== this.#pollTry || this.#isEnded) return;
				const end = endOf(answer);
				if (end !== null) return this.end(end);
				const messages = answer?.status === 200 ? readPolled(answer.body) : null;
				if (messages === null) return this.#pollFailed(one, answer?.retryAfterMs ?? 0);
				this.#pollFailures = 0;
				this.#say({ kind: 'polling' });
				for (const message of messages) this.#hear(message);
				this.#pollLater(
					one,
					false,
					messages.length === 0 && nowMs() - askedMs < POLL_AGAIN_MS ? POLL_AGAIN_MS : 0
				);
			});
	}

	#pollFailed(one: number, atLeastMs: number): void {
		this.#say({ kind: 'lost', sinceMs: this.#heardMs });
		this.#pollLater(one, true, Math.max(atLeastMs, waitBeforeTry(this.#pollFailures++, this.#parts.draw)));
	}

	#pollLater(one: number, atOnce: boolean, waitMs: number): void {
		this.#parts.clock.later(() => {
			if (one === this.#pollTry && !this.#isEnded) this.#askFeed(one, atOnce);
		}, waitMs);
	}

	#stopPolling(): void {
		this.#pollTry++;
		this.#poll?.abort();
		this.#poll = null;
		this.#pollFailures = 0;
	}

	#hear(message: ServerMessage): void {
		this.#heardMs = this.#parts.clock.nowMs();
		if (message.type === 'welcome' && message.protocol !== PROTOCOL) return this.end('otherProtocol');
		if (message.type === 'changes') this.#cursor = message.cursor;
		this.#parts.heard(message);
	}

	#say(status: ConnectionStatus): void {
		if (status.kind === this.#status.kind) return;
		this.#status = status;
		this.#parts.changed(status);
	}
}
