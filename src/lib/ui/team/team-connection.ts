import type { SendAnswer } from '../../client/connection/room-connection.ts';
import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { RoomSeries } from '../../client/network/room-series.svelte.ts';
import type { RoomMessage } from '../../client/room/messages.ts';
import type { SoloBody } from '../../client/room/requests.ts';
import type { SoloConnection } from '../../client/room/solo-connection.ts';

type Seen = Pick<LiveRoomView, 'send'> & { readonly series: Pick<RoomSeries, 'showMap'> | null };

/** What a team's screens hear of their room, and ask of it: the same connection as that of a person who plays alone. */
export class TeamConnection implements SoloConnection {
	readonly #live: Seen;
	readonly #listeners = new Set<(message: RoomMessage) => void>();
	#mapIsGone: (() => void) | null = null;
	/** How the connection stands, the team's page shows itself. */
	readonly status = { kind: 'live' } as const;

	constructor(live: Seen) {
		this.#live = live;
	}

	/** A facilitator moves time and a server keeps the run: the rest is not a team's to ask for. */
	send(body: SoloBody, id?: string): Promise<SendAnswer> {
		switch (body.type) {
			case 'command':
				return this.#live.send(body, id);
			case 'goOn':
				return this.#live.send({ type: 'setReady', ready: true }, id);
			case 'watchMap':
				this.#mapIsGone?.();
				this.#mapIsGone = body.on ? (this.#live.series?.showMap() ?? null) : null;
				return Promise.resolve({ kind: 'notSent' });
			default:
				return Promise.resolve({ kind: 'notSent' });
		}
	}

	tell(message: RoomMessage): void {
		for (const listener of this.#listeners) listener(message);
	}

	hear(listener: (message: RoomMessage) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	connectAgain(): void {}

	close(): void {
		this.#listeners.clear();
	}
}
