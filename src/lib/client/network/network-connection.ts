import type { Clock } from '../../room/clock.ts';
import type { ServerMessage } from '../../room/protocol/protocol.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import { FeedReader, type ConnectionStatus } from './feed-reader.ts';
import type { RoomConnection, SendAnswer, StatusChange } from '../connection/room-connection.ts';
import type { Network } from './network.ts';
import { RequestSender } from './request-sender.ts';

export interface NetworkConnectionParts {
	readonly network: Network;
	readonly clock: Clock;
	/** Between 0 and 1. */
	readonly draw: () => number;
	readonly makeId: () => string;
	/** Tells of a device that woke up (`woke`) or changed its network (`online`). Returns how not to be told any more. */
	readonly watchDevice: (tell: (what: 'woke' | 'online') => void) => () => void;
}

/** Which seat of which room a page is for. */
export interface SeatAddress {
	readonly code: string;
	readonly person: string;
}

/** What a page hears of its room: messages of the feed, and how the connection stands. */
export type Hearing = ServerMessage | StatusChange<ConnectionStatus>;

/** A page's end of a room on a server, as its screens know it. */
export type LiveConnection = RoomConnection<RequestBody, ServerMessage, ConnectionStatus>;

export function seatPath({ code, person }: SeatAddress): string {
	return `/api/rooms/${encodeURIComponent(code)}/seats/${encodeURIComponent(person)}`;
}

/** A page's end of a room on a server, over the network. */
export class NetworkConnection implements LiveConnection {
	readonly #feed: FeedReader;
	readonly #sender: RequestSender;
	readonly #listeners = new Set<(heard: Hearing) => void>();
	readonly #unwatch: () => void;

	constructor(seat: SeatAddress, { watchDevice, ...parts }: NetworkConnectionParts) {
		const path = seatPath(seat);
		this.#feed = new FeedReader({
			...parts,
			path,
			heard: (message) => this.#tell(message),
			changed: (status) => this.#tell({ type: 'status', status })
		});
		this.#sender = new RequestSender({ ...parts, path, ended: (kind) => this.#feed.end(kind) });
		this.#unwatch = watchDevice((what) => (what === 'woke' ? this.#feed.wake() : this.#feed.renew()));
	}

	get status(): ConnectionStatus {
		return this.#feed.status;
	}

	/** @param id of what may have been sent before */
	send(body: RequestBody, id?: string): Promise<SendAnswer> {
		return this.#sender.send(body, id);
	}

	/** Returns how to stop hearing. */
	hear(listener: (heard: Hearing) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Somebody wants it to be tried again now. */
	connectAgain(): void {
		this.#feed.renew();
	}

	close(): void {
		this.#unwatch();
		this.#feed.close();
		this.#sender.close();
		this.#listeners.clear();
	}

	#tell(heard: Hearing): void {
		for (const listener of this.#listeners) listener(heard);
	}
}
