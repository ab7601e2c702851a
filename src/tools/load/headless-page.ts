import { NetworkConnection } from '../../lib/client/network/network-connection.ts';
import type { SendAnswer } from '../../lib/client/connection/room-connection.ts';
import { realClock } from '../../lib/client/real-clock.ts';
import type { RoomParts } from '../../lib/room/live/parts.ts';
import type { ChangesMessage } from '../../lib/room/protocol/protocol.ts';
import type { RequestBody } from '../../lib/room/protocol/requests.ts';
import type { Seat } from '../../lib/server/rooms-api/testing/browser.ts';
import { shownAfter, type Shown } from '../rooms/simulated/device.ts';
import { NodeNetwork } from './node-network.ts';

/** Somebody's page of a room, the real one but for its screen. */
export class HeadlessPage {
	readonly id: string;
	readonly connection: NetworkConnection;
	/** When it heard of the room last. */
	heardMs = 0;
	shown: Shown = new Map();
	readonly #looks = new Set<(message: ChangesMessage) => void>();
	#ids = 0;

	constructor({ browser, code, person }: Seat) {
		this.id = person;
		const network = new NodeNetwork(browser.url, browser);
		this.connection = new NetworkConnection(
			{ code, person },
			{
				network,
				clock: realClock,
				draw: Math.random,
				makeId: () => `${person}-${++this.#ids}`,
				watchDevice: () => () => {}
			}
		);
		this.connection.hear((heard) => {
			if (heard.type === 'status') return;
			this.heardMs = performance.now();
			if (heard.type !== 'changes') return;
			this.shown = shownAfter(this.shown, heard);
			for (const look of [...this.#looks]) look(heard);
		});
	}

	get isThere(): boolean {
		return ['live', 'polling'].includes(this.connection.status.kind);
	}

	part<Key extends keyof RoomParts>(key: Key): RoomParts[Key] | null {
		return (this.shown.get(key) as RoomParts[Key] | undefined) ?? null;
	}

	send(body: RequestBody): Promise<SendAnswer> {
		return this.connection.send(body);
	}

	/** Looks at each change from now on. Returns how to stop. */
	watch(look: (message: ChangesMessage) => void): () => void {
		this.#looks.add(look);
		return () => this.#looks.delete(look);
	}

	/** Resolves, with the time, once what is shown is as wanted. */
	until(isSo: (page: HeadlessPage) => boolean): Promise<number> {
		return new Promise((resolve) => {
			if (isSo(this)) return resolve(performance.now());
			const stop = this.watch(() => {
				if (!isSo(this)) return;
				stop();
				resolve(performance.now());
			});
		});
	}

	close(): void {
		this.#looks.clear();
		this.connection.close();
	}
}
