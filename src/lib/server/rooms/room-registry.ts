import { randomUUID } from 'node:crypto';
import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import { roomLogText } from '../../room/live/room-log-text.ts';
import type { RoomSetup } from '../../room/people/setup.ts';
import { errorFacts, type writeLog } from '../log.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import type { HandOvers } from '../seats/hand-overs.ts';
import type { LinkedKind, RoomCodes, SeatStore } from '../seats/seat-store.ts';
import { hashOf } from '../seats/tokens.ts';
import type { RoomsStore } from '../stores/rooms-store.ts';
import { realMachine, type Machine } from './machine.ts';
import type { ScenarioFile } from './own-scenario.ts';
import type { ScenarioReading } from './thread-messages.ts';
import type { RoomHosts } from './room-hosts.ts';
import { ThreadBroke, type News } from './room-threads.ts';
import { ServedRoom } from './served-room.ts';
import type { SetupFault } from './setup-fault.ts';

const HOUR_MS = 3_600_000;
/** Longest wait for what rooms are still keeping, when the server stops. */
const CLOSE_GRACE_MS = 1500;
const AWAY_AFTER_MS = 5000;
/** What could not be read at the start is read again after so long. */
const RESTORE_AGAIN_MS = 2000;
/** A rehearsal that nobody has ended is thrown away after so long. */
const REHEARSAL_MS = 6 * HOUR_MS;
/** Rooms at one time, those that can only be read any more among them. */
const ROOMS_MOST = 500;

export interface RegistryParts {
	/** Closed with the rooms. */
	readonly store: RoomsStore;
	readonly log: typeof writeLog;
	readonly threads: number;
	/** Days for which a room that has ended can be read. */
	readonly keepDays: number;
	/** For tests: the machine, the module that opens rooms, the date, and how long a page may be gone. */
	readonly machine?: Machine;
	readonly liveRoom?: URL;
	readonly dateMs?: () => number;
	readonly awayAfterMs?: number;
	readonly hangsAfterMs?: number;
}

export type Opening =
	| {
			readonly kind: 'opened';
			readonly room: ServedRoom;
			readonly links: Readonly<Record<LinkedKind, string>>;
	  }
	| { readonly kind: 'refused'; readonly fault: SetupFault }
	| { readonly kind: 'full'; readonly most: number };

/** A room in a list. */
export interface ListedRoom {
	readonly code: string;
	readonly openedAtMs: number;
	readonly endedAtMs: number | null;
	readonly scenarioId: string;
	readonly teams: readonly string[];
}

/** What a code opens. */
export interface CodeMeaning {
	readonly room: ServedRoom;
	readonly opens: 'players' | 'audience';
}

/** All rooms of a server. */
export class RoomRegistry {
	readonly seats: SeatStore;
	readonly handOvers: HandOvers;
	/** Resolves when the rooms that a server before this one has left are there again. */
	readonly restored: Promise<void>;
	#isRestored = false;
	#isClosed = false;
	readonly #parts: RegistryParts;
	readonly #machine: Machine;
	readonly #store: LogStore<RoomSummary>;
	readonly #hosts: RoomHosts;
	readonly #rooms = new Map<string, ServedRoom>();
	readonly #codes = new Map<string, CodeMeaning>();
	readonly #stopSweeping: () => void;

	/** Opens what is kept. */
	constructor(parts: RegistryParts) {
		this.#parts = parts;
		this.#machine = parts.machine ?? realMachine;
		const { clock } = this.#machine;
		this.seats = parts.store.seats;
		this.handOvers = parts.store.handOvers;
		this.#store = parts.store.logs;
		const liveRoom = parts.liveRoom ?? new URL('./open-live-room.ts', import.meta.url);
		this.#hosts = parts.store.hosts({
			machine: this.#machine,
			liveRoom: liveRoom.href,
			threads: parts.threads,
			...(parts.hangsAfterMs !== undefined && { hangsAfterMs: parts.hangsAfterMs }),
			hear: (news) => this.#hear(news),
			died: (holds, error) => this.#hostDied(holds, error),
			found: (codes) => void this.#known(codes),
			vacant: (id) => this.#rooms.get(id)?.vacant(),
			left: (id) => this.#rooms.get(id)?.hostDied(),
			idle: (id) => this.#rooms.get(id)?.rest(),
			removed: (id) => this.#gone(id),
			moved: (id, person, hash) => this.#rooms.get(id)?.seatMoved(person, hash)
		});
		this.restored = this.#restore();
		this.#stopSweeping = clock.every(() => void this.sweep(), HOUR_MS);
	}

	/** Days for which a room that has ended can be read. */
	get keepDays(): number {
		return this.#parts.keepDays;
	}

	get isRestored(): boolean {
		return this.#isRestored;
	}

	/** By which everything in this server goes. */
	get clock(): Machine['clock'] {
		return this.#machine.clock;
	}

	/** Folder whose disk can be full; null: the disk is another machine's. */
	get folder(): string | null {
		return this.#parts.store.folder;
	}

	/** Why people should not be sent here now, or null. */
	notReady(): 'restoringRooms' | 'storeAway' | null {
		return this.#isRestored ? this.#parts.store.notReady() : 'restoringRooms';
	}

	get store(): LogStore<RoomSummary> {
		return this.#store;
	}

	/** The log of a room as a file; null: it is gone. */
	async logText(id: string, leavesOutTexts: boolean): Promise<string | null> {
		const log = await this.#store.read(id);
		return log === null ? null : roomLogText(log, leavesOutTexts);
	}

	/** Reads a scenario of somebody's own, in the thread of some room. @throws ThreadGone, ThreadBroke */
	readScenario(file: ScenarioFile): Promise<ScenarioReading> {
		return this.#hosts.ask('readScenario', randomUUID(), { file });
	}

	/** @throws ThreadGone, ThreadBroke, or what the store says */
	async open(
		setup: RoomSetup,
		{ file = null, isRehearsal = false }: { file?: ScenarioFile | null; isRehearsal?: boolean } = {}
	): Promise<Opening> {
		if (this.#rooms.size >= ROOMS_MOST) return { kind: 'full', most: ROOMS_MOST };
		const { links, ...codes } = await this.seats.addRoom(randomUUID());
		const room = this.#add(codes);
		const nowMs = this.#dateMs();
		const { code, audienceCode } = codes;
		const times = { openedAtMs: nowMs, changedAtMs: nowMs, endedAtMs: null };
		const summary = { code, audienceCode, setup, ...times, ...(isRehearsal && { isRehearsal }) };
		try {
			const answer = await this.#hosts.ask('open', codes.id, { summary, file });
			if (answer.kind === 'opened') {
				room.isNew();
				return { kind: 'opened', room, links };
			}
			await this.#remove(room);
			return { kind: 'refused', fault: answer.fault };
		} catch (error) {
			await this.#remove(room);
			throw error;
		}
	}

	/** @param code as `readCode` gives it */
	async byCode(code: string): Promise<CodeMeaning | undefined> {
		const known = this.#codes.get(code);
		if (known !== undefined || code === '') return known;
		const codes = await this.#parts.store.roomOf(code);
		if (codes !== null) this.#known(codes);
		return this.#codes.get(code);
	}

	byId(id: string): ServedRoom | undefined {
		return this.#rooms.get(id);
	}

	/** What can be said of each room to who has the host key, the latest first. */
	async list(): Promise<readonly ListedRoom[]> {
		const heads = await this.#store.list();
		return heads
			.filter(({ id, summary }) => this.#rooms.has(id) && !summary.isRehearsal)
			.map(({ summary: { code, setup, openedAtMs, endedAtMs } }) => ({
				...{ code, openedAtMs, endedAtMs },
				scenarioId: setup.scenarioId,
				teams: setup.teams.map(({ name }) => name)
			}))
			.sort((a, b) => b.openedAtMs - a.openedAtMs);
	}

	/** The token is the only one that opens the person's seat from now on. */
	async moveSeat(room: ServedRoom, person: string, token: string): Promise<void> {
		await this.seats.closeSeat(room.codes.id, person, { why: 'moved', atMs: this.#dateMs() }, token);
		room.seatMoved(person, hashOf(token).toString('hex'));
		this.#hosts.seatMoved(room.codes.id, person, token);
	}

	/** What is kept of a room, for who has the right to ask; null: nothing. */
	async summaryOf(id: string): Promise<RoomSummary | null> {
		return (await this.#store.list()).find((head) => head.id === id)?.summary ?? null;
	}

	/** Throws a rehearsal away, with everything that is kept of it. False: it is none. */
	async throwAway(id: string): Promise<boolean> {
		if (!(await this.summaryOf(id))?.isRehearsal) return false;
		await this.forget(id);
		return true;
	}

	/** Deletes rooms that ended long enough ago, and rehearsals left behind, with everything that is kept of them. */
	async sweep(): Promise<void> {
		const nowMs = this.#dateMs();
		const before = nowMs - this.#parts.keepDays * 24 * HOUR_MS;
		const isOver = ({ isRehearsal, openedAtMs, endedAtMs }: RoomSummary) =>
			isRehearsal ? openedAtMs < nowMs - REHEARSAL_MS : endedAtMs !== null && endedAtMs < before;
		try {
			for (const { id, summary } of await this.#store.list()) if (isOver(summary)) await this.forget(id);
		} catch (error) {
			this.#parts.log('error', 'roomsNotSwept', errorFacts(error));
		}
	}

	/** Keeps what is under way and stops, in less than two seconds. */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#stopSweeping();
		for (const room of this.#rooms.values()) room.end('restarting');
		await this.#hosts.close(CLOSE_GRACE_MS);
		await this.#parts.store.close();
	}

	/** Ends the thread of a room as if it had died. For tests. */
	killThread(room: string): void {
		this.#hosts.kill(room);
	}

	async #restore(): Promise<void> {
		await this.#hosts.start();
		while (!this.#isRestored && !this.#isClosed) {
			try {
				await this.#restoreKept();
			} catch (error) {
				// A disk that fails for a moment does not keep people out until somebody starts the server again.
				this.#parts.log('error', 'roomsNotRestored', errorFacts(error));
				await new Promise<void>((resolve) => this.clock.later(resolve, RESTORE_AGAIN_MS));
			}
		}
	}

	async #restoreKept(): Promise<void> {
		await this.sweep();
		const heads = new Map((await this.#store.list()).map((head) => [head.id, head.summary]));
		const opening: Promise<boolean>[] = [];
		for (const codes of await this.seats.rooms()) {
			const summary = heads.get(codes.id);
			// The server ended before the room's log was begun: nobody has been told of it.
			if (summary === undefined) {
				if (this.#hosts.isOurs(codes.id)) await this.seats.removeRoom(codes.id);
				continue;
			}
			const room = this.#known(codes);
			// What has ended, or runs elsewhere, is opened when somebody wants to read it.
			if (summary.endedAtMs === null && this.#hosts.isOurs(codes.id)) opening.push(room.open());
		}
		await Promise.all(opening);
		this.#isRestored = true;
	}

	#known(codes: RoomCodes): ServedRoom {
		return this.#rooms.get(codes.id) ?? this.#add(codes);
	}

	#add(codes: RoomCodes): ServedRoom {
		const room = new ServedRoom(codes, {
			hosts: this.#hosts,
			clock: this.#machine.clock,
			awayAfterMs: this.#parts.awayAfterMs ?? AWAY_AFTER_MS,
			seatRemoved: (person) => void this.#closeSeat(codes.id, person),
			broke: (error) => this.#parts.log('error', 'roomNotOpened', { room: codes.id, ...factsOf(error) })
		});
		this.#rooms.set(codes.id, room);
		this.#codes.set(codes.code, { room, opens: 'players' });
		this.#codes.set(codes.audienceCode, { room, opens: 'audience' });
		return room;
	}

	/** Deletes a room with everything that is kept of it. @throws StoreFault */
	async forget(id: string): Promise<void> {
		const room = this.#rooms.get(id);
		if (room !== undefined) {
			room.end('roomGone');
			await this.#hosts.ask('close', id, {}).catch(() => {});
			await this.#remove(room);
		} else await this.seats.removeRoom(id);
		await this.#store.forget(id);
		this.erased();
	}

	/** What was deleted does not stay behind. */
	erased(): void {
		this.#parts.store.erased();
	}

	async #remove(room: ServedRoom): Promise<void> {
		this.#unlist(room);
		await this.seats.removeRoom(room.codes.id);
	}

	/** Another process has deleted it. */
	#gone(id: string): void {
		const room = this.#rooms.get(id);
		if (room === undefined) return;
		room.end('roomGone');
		this.#unlist(room);
	}

	#unlist({ codes: { id, code, audienceCode } }: ServedRoom): void {
		this.#rooms.delete(id);
		this.#codes.delete(code);
		this.#codes.delete(audienceCode);
	}

	async #closeSeat(room: string, person: string): Promise<void> {
		try {
			await this.seats.closeSeat(room, person, { why: 'removed', atMs: this.#dateMs() });
		} catch (error) {
			// The room knows nobody of that id any more: the token opens nothing anyway.
			this.#parts.log('error', 'seatNotRemoved', errorFacts(error));
		}
	}

	#hear(news: News): void {
		if (news.type === 'failed') this.#parts.log('error', 'roomFailed', { room: news.room, ...news.facts });
		else this.#rooms.get(news.room)?.hear(news);
	}

	#hostDied(holds: (room: string) => boolean, error: unknown): void {
		this.#parts.log('error', 'roomThreadDied', error === null ? {} : errorFacts(error));
		for (const [id, room] of this.#rooms) if (holds(id)) room.hostDied();
	}

	#dateMs(): number {
		return this.#parts.dateMs?.() ?? this.#machine.dateMs();
	}
}

const factsOf = (error: unknown) => (error instanceof ThreadBroke ? error.facts : errorFacts(error));
