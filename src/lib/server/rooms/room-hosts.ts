import type { Measured } from '../metrics/measures.ts';
import type { RoomCodes } from '../seats/seat-store.ts';
import type { Machine } from './machine.ts';
import type { News } from './room-threads.ts';
import type { Calls, CallType, RestoreAnswer } from './thread-messages.ts';

/** Where rooms run, as who answers people knows it. */
export interface RoomHosts {
	/** @throws ThreadGone, ThreadBroke */
	ask<Type extends CallType>(
		type: Type,
		room: string,
		ask: Calls[Type]['ask']
	): Promise<Calls[Type]['answer']>;
	/**
	 * Opens a room from what is kept of it, here or where it runs already. Everything that its audiences are shown is told
	 * before.
	 * @throws ThreadGone where it has to be tried again, ThreadBroke
	 */
	restore(room: string): Promise<RestoreAnswer>;
	/** Whether a page of somebody is connected here. */
	presence(room: string, person: string, isHere: boolean): void;
	/** A seat is on another device now: pages of other processes that came by another token are told so. */
	seatMoved(room: string, person: string, token: string): void;
	/** Begins; resolves when it is known which rooms are to be opened here. */
	start(): Promise<void>;
	/** Whether a room is to be opened at the start: nobody else runs it. */
	isOurs(room: string): boolean;
	/** Lets every room finish what it keeps, for at most so long, and ends. */
	close(graceMs: number): Promise<void>;
	/** Ends the thread of a room as if it had died. For tests. */
	kill(room: string): void;
}

/** What hosts tell. */
export interface HostsParts {
	readonly machine: Machine;
	/** Address of the module that opens rooms. */
	readonly liveRoom: string;
	readonly threads: number;
	/** For tests: how long a thread may be silent. */
	readonly hangsAfterMs?: number;
	readonly hear: (news: News) => void;
	/** What a thread of rooms has measured. */
	readonly measured: (measured: Measured) => void;
	/** What ran these rooms has ended: whatever it held has to be opened again. */
	readonly died: (holds: (room: string) => boolean, error: unknown) => void;
	/** Rooms that another process has opened, or that nobody runs any more. */
	readonly found: (codes: RoomCodes) => void;
	readonly vacant: (room: string) => void;
	/** Another process runs a room now: it is to be opened again. */
	readonly left: (room: string) => void;
	/** Nobody here looks at a room any more that another process runs. */
	readonly idle: (room: string) => void;
	/** Another process has deleted a room. */
	readonly removed: (room: string) => void;
	/** A seat was moved at another process; `hash`: of the token that opens it now. */
	readonly moved: (room: string, person: string, hash: string) => void;
}
