import type { Clock } from '../../room/clock.ts';
import type { ServerMessage } from '../../room/protocol/protocol.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import { FeedReader, type ConnectionStatus } from './feed-reader.ts';
import type { RoomConnection, SendAnswer, StatusChange } from '../connection/room-connection.ts';
import type { WatchDevice } from './device-watch.ts';
import type { Network } from './network.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';
import { RequestSender } from './request-sender.ts';

export interface NetworkConnectionParts {
	readonly network: Network;
	readonly clock: Clock;
	/** Between 0 and 1. */
	readonly draw: () => number;
	readonly makeId: () => string;
	readonly watchDevice: WatchDevice;
}

/** What a page hears of its room: messages of the feed, and how the connection stands. */
export type Hearing = ServerMessage | StatusChange<ConnectionStatus>;

/** A page's end of a room on a server, as its screens know it. */
export interface LiveConnection extends RoomConnection<RequestBody, ServerMessage, ConnectionStatus> {
	/** Whether the page shows a map from now on: of one it is told as long as it does. */
	showMap(isShown: boolean): void;
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
			looksAt: seat.looksAt,
			heard: (message) => this.#tell(message),
			changed: (status) => {
				if (status.kind === 'live' || status.kind === 'polling') this.#sender.tryNow();
				this.#tell({ type: 'status', status });
			}
		});
		this.#sender = new RequestSender({ ...parts, path, ended: (kind) => this.#feed.end(kind) });
		this.#unwatch = watchDevice((what) => {
			if (what === 'left') this.#feed.rest();
			else if (what === 'woke') this.#feed.wake();
			else this.#feed.renew();
		});
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

	showMap(isShown: boolean): void {
		this.#feed.showMap(isShown);
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
