import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { HEARTBEAT_EVERY_MS, CLOSED, PROTOCOL, SILENT_MS } from '../../room/protocol/protocol.ts';
import { missedMessage } from '../rooms/room-feeds.ts';
import type { Gone } from '../rooms/room-pages.ts';
import type { ServedRoom } from '../rooms/served-room.ts';
import type { Dropped } from '../metrics/metrics.ts';
import type { ServerClock } from '../server-clock.ts';
import { ApiRefusal } from './answers.ts';
import { seatIn } from './access.ts';
import type { Asked } from './api-parts.ts';
import { lookOf, welcome } from './poll.ts';

/** Pages send nothing but what the protocol of the socket itself needs. */
export const FROM_PAGE_BYTES_MOST = 4096;
/** A page that is so far behind is better off starting from its cursor again. */
export const WAITING_BYTES_MOST = 1_000_000;

const CODES: Readonly<Record<Gone, number>> = {
	seatGone: CLOSED.seatGone,
	seatMoved: CLOSED.seatMoved,
	roomGone: CLOSED.roomGone,
	restarting: CLOSED.restarting
};
const BEAT = Buffer.from(JSON.stringify({ type: 'beat' }));

/** What is used of a page's socket. */
export type PageSocket = Pick<
	WebSocket,
	'readyState' | 'OPEN' | 'bufferedAmount' | 'send' | 'close' | 'terminate' | 'ping' | 'on'
>;

export type Upgraded = Pick<Asked, 'request' | 'query' | 'code' | 'person' | 'parts' | 'limits'>;

/** The sockets of all pages that are connected. */
export class LiveConnections {
	readonly #server = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: FROM_PAGE_BYTES_MOST
	});
	/** When each was heard of last. */
	readonly #heardMs = new Map<PageSocket, number>();
	/** When each was asked last whether it is there, and how long it took to say so. */
	readonly #asked = new WeakMap<PageSocket, { readonly atMs: number; tookMs: number | null }>();
	readonly #clock: ServerClock;
	readonly #dropped: Record<Dropped, number>;
	readonly #stopBeating: () => void;

	/** @param dropped how many pages have been cut off so far, by why */
	constructor(clock: ServerClock, dropped: Record<Dropped, number>) {
		this.#clock = clock;
		this.#dropped = dropped;
		this.#stopBeating = clock.every(() => this.#beat(), HEARTBEAT_EVERY_MS);
	}

	get count(): number {
		return this.#heardMs.size;
	}

	/** What 19 of 20 pages take at most to answer; null: nothing is known of any. */
	get delayMs(): number | null {
		const all = [...this.#heardMs.keys()].flatMap((page) => this.#asked.get(page)?.tookMs ?? []);
		return all.sort((a, b) => a - b)[Math.max(0, Math.ceil(all.length * 0.95) - 1)] ?? null;
	}

	/** Takes a connection over. Why it is not wanted is said by its close code: a page hears nothing of a status. */
	accept(asked: Upgraded, socket: Duplex, head: Buffer): void {
		this.#server.handleUpgrade(asked.request, socket, head, (page) => this.hold(page, asked));
	}

	/** Serves a page for as long as its socket is open. */
	hold(page: PageSocket, asked: Upgraded): void {
		const heard = () => void this.#heardMs.set(page, this.#clock.nowMs());
		heard();
		page
			.on('pong', heard)
			.on('message', heard)
			.on('pong', () => this.#answered(page));
		page.on('error', () => page.terminate()).on('close', () => this.#heardMs.delete(page));
		void serve(page, asked, (message) => this.#send(page, message));
	}

	close(): void {
		this.#stopBeating();
		for (const page of this.#heardMs.keys()) page.close(CLOSED.restarting);
		// A page that does not answer a goodbye is not waited for.
		this.#clock.later(() => [...this.#heardMs.keys()].forEach((page) => page.terminate()), 300);
	}

	#answered(page: PageSocket): void {
		const asked = this.#asked.get(page);
		if (asked !== undefined) asked.tookMs = this.#clock.nowMs() - asked.atMs;
	}

	#send(page: PageSocket, message: Buffer | string): void {
		if (page.bufferedAmount > WAITING_BYTES_MOST) this.#drop(page, 'slow');
		else page.send(message, { binary: false });
	}

	#drop(page: PageSocket, why: Dropped): void {
		this.#dropped[why]++;
		page.terminate();
	}

	#beat(): void {
		const nowMs = this.#clock.nowMs();
		for (const [page, heardMs] of this.#heardMs) {
			if (nowMs - heardMs > SILENT_MS) this.#drop(page, 'silent');
			else if (page.readyState === page.OPEN) {
				this.#send(page, BEAT);
				this.#asked.set(page, { atMs: nowMs, tookMs: this.#asked.get(page)?.tookMs ?? null });
				page.ping();
			}
		}
	}
}

type Send = (message: Buffer | string) => void;

async function serve(page: PageSocket, asked: Upgraded, send: Send): Promise<void> {
	try {
		if (asked.query.get('protocol') !== `${PROTOCOL}`) return page.close(CLOSED.otherProtocol);
		const { room, seat, token } = await seatIn(asked);
		if (!asked.limits.connections.take(token)) return page.close(TRY_LATER);
		push(page, send, asked, room, seat.person, token);
	} catch (error) {
		page.close(closeCode(error));
	}
}

/** Try again later, in the registry of close codes. */
const TRY_LATER = 1013;

function closeCode(error: unknown): number {
	const { status, body } = error instanceof ApiRefusal ? error.answer : { status: 500, body: null };
	if ((body as { code?: string } | null)?.code === 'seatMoved') return CLOSED.seatMoved;
	if (status === 404) return CLOSED.roomGone;
	return status === 401 ? CLOSED.seatGone : TRY_LATER;
}

function push(
	page: PageSocket,
	send: Send,
	{ parts, query }: Upgraded,
	room: ServedRoom,
	person: string,
	token: string
): void {
	if (page.readyState !== page.OPEN) return;
	const look = lookOf(query);
	const sendMissed = (cursor: string | null) => {
		const missed = room.since(person, cursor, look);
		if (missed !== null) send(missedMessage(missed));
	};
	const greet = () => send(JSON.stringify(welcome(parts.build, room)));
	const stop = room.follow(person, {
		changed: (change) => send(change.message(room.cursor(person, look))),
		anew: () => {
			// It may run by another clock now.
			greet();
			sendMissed(null);
		},
		gone: (why) => page.close(CODES[why]),
		token,
		look
	});
	if (stop === null) return page.close(CODES[room.ended ?? 'seatGone']);
	page.on('close', stop);
	greet();
	sendMissed(query.get('since'));
}
