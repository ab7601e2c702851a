import { randomUUID } from 'node:crypto';
import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import { roomLogText } from '../../room/live/kept/room-log-text.ts';
import type { RoomSetup } from '../../room/people/setup.ts';
import { errorFacts, type writeLog } from '../log.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import type { HandOvers } from '../seats/hand-overs.ts';
import type { LinkedKind, RoomCodes, SeatStore } from '../seats/seat-store.ts';
import { hashOf } from '../seats/tokens.ts';
import type { RoomsStore } from '../stores/rooms-store.ts';
import { Metrics } from '../metrics/metrics.ts';
import type { Gauges } from '../metrics/metrics-text.ts';
import { KnownRooms, type CodeMeaning } from './known-rooms.ts';
import { listed, type ListedRoom } from './listed-room.ts';
import { realMachine, type Machine } from './machine.ts';
import type { ScenarioFile } from './own-scenario.ts';
import type { ScenarioReading } from './thread-messages.ts';
import type { RoomHosts } from './room-hosts.ts';
import { ThreadBroke, type News } from './room-threads.ts';
import { RoomEraser } from './room-eraser.ts';
import { RoomsRestorer } from './rooms-restorer.ts';
import { ServedRoom } from './served-room.ts';
import type { SetupFault } from './setup-fault.ts';

const HOUR_MS = 3_600_000;
/** Longest wait for what rooms are still keeping, when the server stops. */
const CLOSE_GRACE_MS = 1500;
const AWAY_AFTER_MS = 5000;
/** Rooms at one time, those that can only be read any more among them. */
export const ROOMS_MOST = 500;

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

/** All rooms of a server. */
export class RoomRegistry {
	readonly seats: SeatStore;
	readonly handOvers: HandOvers;
	readonly store: LogStore<RoomSummary>;
	readonly eraser: RoomEraser;
	/** What this server counts of itself. */
	readonly metrics = new Metrics();
	readonly #parts: RegistryParts;
	readonly #machine: Machine;
	readonly #hosts: RoomHosts;
	readonly #rooms = new KnownRooms((codes) => this.#made(codes));
	readonly #restorer: RoomsRestorer;
	readonly #stopSweeping: () => void;

	/** Opens what is kept. */
	constructor(parts: RegistryParts) {
		this.#parts = parts;
		this.#machine = parts.machine ?? realMachine;
		const { clock } = this.#machine;
		this.seats = parts.store.seats;
		this.handOvers = parts.store.handOvers;
		this.store = parts.store.logs;
		const liveRoom = parts.liveRoom ?? new URL('./open-live-room.ts', import.meta.url);
		this.#hosts = parts.store.hosts({
			machine: this.#machine,
			liveRoom: liveRoom.href,
			threads: parts.threads,
			...(parts.hangsAfterMs !== undefined && { hangsAfterMs: parts.hangsAfterMs }),
			hear: (news) => this.#hear(news),
			measured: (measured) => this.metrics.measured(measured),
			died: (holds, error) => this.#hostDied(holds, error),
			found: (codes) => void this.#rooms.known(codes),
			vacant: (id) => this.#rooms.byId(id)?.vacant(),
			left: (id) => this.#rooms.byId(id)?.hostDied(),
			idle: (id) => this.#rooms.byId(id)?.rest(),
			removed: (id) => this.#gone(id),
			moved: (id, person, hash) => this.#rooms.byId(id)?.seatMoved(person, hash)
		});
		const { store, log, keepDays } = parts;
		this.eraser = new RoomEraser({
			...{ store, log, keepDays, rooms: this.#rooms, hosts: this.#hosts },
			dateMs: () => this.#dateMs()
		});
		this.#restorer = new RoomsRestorer({
			...{ store: this.store, seats: this.seats, hosts: this.#hosts, clock, log },
			known: (codes) => this.#rooms.known(codes),
			sweep: () => this.eraser.sweep()
		});
		this.#stopSweeping = clock.every(() => void this.eraser.sweep(), HOUR_MS);
	}

	/** Days for which a room that has ended can be read. */
	get keepDays(): number {
		return this.#parts.keepDays;
	}

	/** Resolves when the rooms that a server before this one has left are there again. */
	get restored(): Promise<void> {
		return this.#restorer.restored;
	}

	get isRestored(): boolean {
		return this.#restorer.notReady === null;
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
	notReady(): 'restoringRooms' | 'roomsNotRestored' | 'storeAway' | null {
		return this.#restorer.notReady ?? this.#parts.store.notReady();
	}

	/** How much there is at this moment. */
	get counts(): Pick<Gauges, 'rooms' | 'seats' | 'polling'> {
		const { all } = this.#rooms;
		return {
			rooms: all.length,
			seats: all.reduce((sum, room) => sum + room.seats, 0),
			polling: all.reduce((sum, room) => sum + room.polling, 0)
		};
	}

	/** The log of a room as a file; null: it is gone. */
	async logText(id: string, leavesOutTexts: boolean): Promise<string | null> {
		const log = await this.store.read(id);
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
		if (this.#rooms.count >= ROOMS_MOST) return { kind: 'full', most: ROOMS_MOST };
		const { links, ...codes } = await this.seats.addRoom(randomUUID());
		const room = this.#rooms.known(codes);
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
			await this.eraser.remove(room);
			return { kind: 'refused', fault: answer.fault };
		} catch (error) {
			await this.eraser.remove(room);
			throw error;
		}
	}

	/** @param code as `readCode` gives it */
	async byCode(code: string): Promise<CodeMeaning | undefined> {
		const known = this.#rooms.byCode(code);
		if (known !== undefined || code === '') return known;
		const codes = await this.#parts.store.roomOf(code);
		if (codes !== null) this.#rooms.known(codes);
		return this.#rooms.byCode(code);
	}

	byId(id: string): ServedRoom | undefined {
		return this.#rooms.byId(id);
	}

	/** What can be said of each room to who has the host key, the latest first. */
	async list(): Promise<readonly ListedRoom[]> {
		return listed(await this.store.list(), (id) => this.#rooms.byId(id) !== undefined);
	}

	/** The token is the only one that opens the person's seat from now on. */
	async moveSeat(room: ServedRoom, person: string, token: string): Promise<void> {
		await this.seats.closeSeat(room.codes.id, person, { why: 'moved', atMs: this.#dateMs() }, token);
		room.seatMoved(person, hashOf(token).toString('hex'));
		this.#hosts.seatMoved(room.codes.id, person, token);
	}

	/** Keeps what is under way and stops, in less than two seconds. */
	async close(): Promise<void> {
		this.#restorer.stop();
		this.#stopSweeping();
		for (const room of this.#rooms.all) room.end('restarting');
		await this.#hosts.close(CLOSE_GRACE_MS);
		await this.#parts.store.close();
	}

	/** Ends the thread of a room as if it had died. For tests. */
	killThread(room: string): void {
		this.#hosts.kill(room);
	}

	#made(codes: RoomCodes): ServedRoom {
		return new ServedRoom(codes, {
			hosts: this.#hosts,
			clock: this.#machine.clock,
			awayAfterMs: this.#parts.awayAfterMs ?? AWAY_AFTER_MS,
			seatRemoved: (person) => void this.#closeSeat(codes.id, person),
			broke: (error) => this.#parts.log('error', 'roomNotOpened', { room: codes.id, ...factsOf(error) })
		});
	}

	/** Another process has deleted it. */
	#gone(id: string): void {
		const room = this.#rooms.byId(id);
		if (room === undefined) return;
		room.end('roomGone');
		this.#rooms.forget(room);
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
		else this.#rooms.byId(news.room)?.hear(news);
	}

	#hostDied(holds: (room: string) => boolean, error: unknown): void {
		this.#parts.log('error', 'roomThreadDied', error === null ? {} : errorFacts(error));
		for (const room of this.#rooms.all) if (holds(room.codes.id)) room.hostDied();
	}

	#dateMs(): number {
		return this.#parts.dateMs?.() ?? this.#machine.dateMs();
	}
}

const factsOf = (error: unknown) => (error instanceof ThreadBroke ? error.facts : errorFacts(error));
