import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastStop } from '../../fast-stop.ts';
import { makeServer } from '../../http.ts';
import type { LogFacts } from '../../log.ts';
import { NO_PROXIES, type Proxies } from '../../proxies.ts';
import { RoomRegistry, type RegistryParts } from '../../rooms/room-registry.ts';
import { openSqliteRooms } from '../../stores/sqlite-rooms-store.ts';
import type { RoomsStore } from '../../stores/rooms-store.ts';
import { RoomsApi } from '../rooms-api.ts';

export const HOST_KEY = 'the key of the host';

/** A server of rooms as `npm start` makes it, without pages. */
export interface RoomsServer {
	readonly rooms: RoomRegistry;
	readonly url: string;
	/** The errors that it has logged, by event. */
	readonly errors: readonly { readonly event: string; readonly facts: LogFacts }[];
	/** How many sockets are open. */
	sockets(): number;
	close(): Promise<void>;
}

export interface ServerSettings extends Partial<
	Pick<RegistryParts, 'dateMs' | 'awayAfterMs' | 'liveRoom' | 'hangsAfterMs'>
> {
	/** Where rooms are kept: in a folder, or wherever this store keeps them. */
	readonly dataFolder?: string;
	readonly store?: RoomsStore;
	readonly origin?: string;
	readonly proxies?: Proxies;
}

export async function startRooms({
	dataFolder,
	store = openSqliteRooms(dataFolder!),
	origin,
	proxies = NO_PROXIES,
	...parts
}: ServerSettings): Promise<RoomsServer> {
	const errors: { event: string; facts: LogFacts }[] = [];
	const log: RegistryParts['log'] = (level, event, facts = {}) => {
		if (level !== 'info') errors.push({ event, facts });
	};
	const rooms = new RoomRegistry({ store, log, threads: 1, keepDays: 14, ...parts });
	const api = new RoomsApi({
		rooms,
		hostKey: HOST_KEY,
		origin: origin ?? null,
		proxies,
		addresses: () => ['http://10.0.0.5:3000'],
		build: 'b1',
		log
	});
	const server = makeServer({
		handler: (_request, _response, next) => next(),
		pagePolicies: new Map(),
		filePaths: new Set(),
		health: { instance: 'i', notReady: () => rooms.notReady() },
		log,
		rooms: api
	});
	const stop = fastStop(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		rooms,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		errors,
		sockets: () => api.sockets,
		async close() {
			api.close();
			await Promise.all([stop(500), rooms.close()]);
		}
	};
}

/** A folder for one test, and how to remove it. */
export function dataFolder(): { readonly folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-rooms-'));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
