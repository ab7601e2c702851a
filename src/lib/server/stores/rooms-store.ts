import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import type { HandOvers } from '../seats/hand-overs.ts';
import type { RoomCodes, SeatStore } from '../seats/seat-store.ts';
import type { HostsParts, RoomHosts } from '../rooms/room-hosts.ts';

/** Where rooms are kept: in a folder of this machine, or in a PostgreSQL that several processes share. */
export type StoreAddress =
	| { readonly kind: 'sqlite'; readonly dataFolder: string }
	| { readonly kind: 'postgres'; readonly url: string };

/** Everything that a server keeps of rooms, and where they run. */
export interface RoomsStore {
	readonly logs: LogStore<RoomSummary>;
	readonly seats: SeatStore;
	readonly handOvers: HandOvers;
	/** Folder whose disk can be full; null: the disk is another machine's. */
	readonly folder: string | null;
	/** The room of a code that somebody else has made meanwhile. */
	roomOf(code: string): Promise<RoomCodes | null>;
	/** Where rooms run: in the threads of this process, or of others too. */
	hosts(parts: HostsParts): RoomHosts;
	/** What was deleted does not stay behind. */
	erased(): void;
	/** Deletes copies of before an upgrade that were made before a moment, in ms since 1970. */
	dropUpgradeCopies(madeBeforeMs: number): Promise<void>;
	/** Why nothing can be kept at this moment, or null. */
	notReady(): 'storeAway' | null;
	close(): Promise<void>;
}
