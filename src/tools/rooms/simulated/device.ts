import { NetworkConnection } from '../../../lib/client/network/network-connection.ts';
import type { DeviceNews } from '../../../lib/client/network/device-watch.ts';
import type { SendAnswer } from '../../../lib/client/connection/room-connection.ts';
import { patched } from '../../../lib/room/feed/patch.ts';
import type { RoomParts } from '../../../lib/room/live/parts.ts';
import type { Person } from '../../../lib/room/people/person.ts';
import type { ChangesMessage } from '../../../lib/room/protocol/protocol.ts';
import type { RequestBody } from '../../../lib/room/protocol/requests.ts';
import type { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import type { Chance } from './chance.ts';
import { DeviceNetwork, type Sent } from './network.ts';
import type { SimulatedServer } from './server.ts';

/** What a page has been shown, by part. */
export type Shown = Map<string, unknown>;

/** Earlier states of a page that are tried again later. */
const REMEMBERED_MOST = 4;

interface DeviceParts {
	readonly time: FakeClock;
	readonly chance: Chance;
	readonly server: SimulatedServer;
	readonly sent: Sent;
	readonly answeredTwice: (first: unknown, second: unknown) => void;
	readonly code: string;
	readonly cookie: string;
	readonly person: Person;
	/** The team whose page a facilitator looks at. */
	readonly looksAt?: string;
}

/** A device with the page of one person: the real end of a room, over a network that fails as it is told. */
export class Device {
	readonly person: Person;
	/** By which it came in. */
	readonly code: string;
	readonly network: DeviceNetwork;
	readonly connection: NetworkConnection;
	readonly looksAt: string | null;
	shown: Shown = new Map();
	/** What it was shown at some cursors. */
	readonly remembered: { readonly cursor: string; readonly shown: Shown }[] = [];
	cursor = '';
	/** What its own clock is ahead. */
	#aheadMs = 0;
	#tell: (what: DeviceNews) => void = () => {};
	#ids = 0;

	constructor({ code, cookie, person, looksAt, ...around }: DeviceParts) {
		this.person = person;
		this.code = code;
		this.looksAt = looksAt ?? null;
		const { time, chance } = around;
		this.network = new DeviceNetwork(around);
		this.network.cookie = cookie;
		const seat = { code, person: person.id, ...(looksAt !== undefined && { looksAt }) };
		this.connection = new NetworkConnection(seat, {
			network: this.network,
			clock: {
				nowMs: () => time.nowMs() + this.#aheadMs,
				later: (call, afterMs) => time.later(call, afterMs)
			},
			draw: () => chance.draw(),
			makeId: () => `${person.id}-${++this.#ids}`,
			watchDevice: (tell) => {
				this.#tell = tell;
				return () => {};
			}
		});
		this.connection.hear((heard) => {
			if (heard.type !== 'changes') return;
			this.shown = shownAfter(this.shown, heard);
			this.cursor = heard.cursor;
			if (!chance.is(0.05)) return;
			this.remembered.push({ cursor: heard.cursor, shown: this.shown });
			if (this.remembered.length > REMEMBERED_MOST) this.remembered.shift();
		});
	}

	part<Key extends keyof RoomParts>(key: Key): RoomParts[Key] | null {
		return (this.shown.get(key) as RoomParts[Key] | undefined) ?? null;
	}

	nextId(): string {
		return `${this.person.id}-${++this.#ids}`;
	}

	send(body: RequestBody, id: string): Promise<SendAnswer> {
		return this.connection.send(body, id);
	}

	/** Its clock is set to another time. */
	setClock(aheadMs: number): void {
		this.#aheadMs = aheadMs;
	}

	/** It wakes up, comes to another network, or its page is left. */
	news(what: DeviceNews): void {
		this.#tell(what);
	}

	close(): void {
		this.connection.close();
	}
}

/** What is shown once a message was taken in. */
export function shownAfter(shown: Shown, { all, parts, patches = {} }: ChangesMessage): Shown {
	const after: Shown = all ? new Map<string, unknown>() : new Map(shown);
	for (const [key, patch] of Object.entries(patches)) after.set(key, patched(after.get(key), patch));
	for (const [key, value] of Object.entries(parts)) {
		if (value === null) after.delete(key);
		else after.set(key, value);
	}
	return after;
}
