import type { HostsParts, RoomHosts } from '../rooms/room-hosts.ts';
import { RoomThreads, ThreadGone } from '../rooms/room-threads.ts';
import type { Calls, CallType, RestoreAnswer } from '../rooms/thread-messages.ts';
import { hashOf } from '../seats/tokens.ts';
import { PATIENCE_MS, type PgDatabase } from '../stores/postgres/pg-database.ts';
import { FollowedRooms } from './followed-rooms.ts';
import { HeldRooms } from './held-rooms.ts';
import { BEAT_EVERY_MS, LEASE_MS, Leases, type Lease } from './leases.ts';
import type { ProcessMessage, RemoteCall } from './process-messages.ts';
import { MessageQueue } from './message-queue.ts';

const LOOK_AGAIN_MS = 200;
/** Longest wait for somebody to run a room. */
const RESTORE_MOST_MS = 40_000;
const LEAVE_PATIENCE_MS = 500;

export interface SharedParts extends HostsParts {
	readonly url: string;
	/** For leases and messages. */
	readonly database: PgDatabase;
	/** Names this process. */
	readonly self: string;
}

/**
 * Rooms that several processes serve. One of them runs a room, decides what is asked of it and moves its clock; every process that
 * has readers of it is told what they are shown, and passes on what they ask. Where the holder dies any other takes over.
 */
export class SharedRooms implements RoomHosts {
	readonly #parts: SharedParts;
	readonly #threads: RoomThreads;
	readonly #leases: Leases;
	readonly #queue: MessageQueue;
	readonly #held: HeldRooms;
	readonly #followed: FollowedRooms;
	/** As they were found last. */
	#known: ReadonlyMap<string, Lease> = new Map();
	#beatMs = -Infinity;
	/** After a time without PostgreSQL others are not taken to be dead before they could say that they live. */
	#judgesFromMs = -Infinity;
	#isBeating = false;
	/** Messages may have been lost with a PostgreSQL that was away. */
	#areMessagesLost = false;
	#beating: NodeJS.Timeout | undefined;
	#isClosed = false;

	constructor(parts: SharedParts) {
		this.#parts = parts;
		const { machine, database, self, url, liveRoom, threads, hangsAfterMs } = parts;
		this.#leases = new Leases(database, self);
		this.#queue = new MessageQueue({
			...{ url, database, self },
			hear: (message) => this.#hear(message),
			lost: () => (this.#areMessagesLost = true)
		});
		const send = (to: string, message: ProcessMessage) => this.#queue.send(to, message);
		this.#followed = new FollowedRooms({
			...{ self, send, clock: machine.clock },
			hear: (news) => parts.hear(news),
			lost: (room) => this.#leave(room)
		});
		this.#threads = new RoomThreads({
			machine,
			setup: { store: { kind: 'postgres', url }, liveRoom },
			count: threads,
			...(hangsAfterMs !== undefined && { hangsAfterMs }),
			hear: (news) => this.#held.tell(news),
			measured: parts.measured,
			died: (holds, error) => {
				this.#held.died(holds);
				parts.died((room) => holds(room) && !this.#followed.has(room), error);
			}
		});
		this.#held = new HeldRooms({
			...{ self, send, machine, threads: this.#threads, leases: this.#leases },
			hear: (news) => parts.hear(news)
		});
	}

	get isAway(): boolean {
		return performance.now() - this.#beatMs > LEASE_MS;
	}

	async start(): Promise<void> {
		await this.#leases.enter();
		this.#known = new Map((await this.#leases.beat()).map((lease) => [lease.id, lease]));
		this.#beatMs = performance.now();
		this.#queue.start();
		await this.#threads.start();
		this.#beating = setInterval(() => void this.#beat(), BEAT_EVERY_MS);
	}

	isOurs(room: string): boolean {
		const lease = this.#known.get(room);
		return lease !== undefined && !this.#isOthers(lease);
	}

	ask<Type extends CallType>(
		type: Type,
		room: string,
		ask: Calls[Type]['ask']
	): Promise<Calls[Type]['answer']> {
		if (type === 'open') return this.#held.open(room, ask as Calls['open']['ask']) as Promise<never>;
		if (type === 'close') return this.#held.close(room).then(() => null as Calls[Type]['answer']);
		if (type === 'readScenario' || this.#held.get(room) !== undefined) return this.#held.ask(type, room, ask);
		return this.#followed.ask(room, type as RemoteCall, ask as Calls[RemoteCall]['ask']) as Promise<never>;
	}

	async restore(room: string): Promise<RestoreAnswer> {
		const untilMs = performance.now() + RESTORE_MOST_MS;
		while (!this.#isClosed) {
			const lease = await this.#leases.holderOf(room);
			if (lease === null) return { kind: 'gone' };
			if (this.#isOthers(lease)) {
				const answer = await this.#followed.follow(room, lease.holder!);
				if (answer !== null) return answer;
			} else if (lease.holder === this.#parts.self || lease.holder === null || this.#mayJudge) {
				const taken = await this.#leases.take(room);
				if (taken !== null) return this.#held.run(room, taken);
			}
			// Who holds it cannot open it.
			if (performance.now() > untilMs) throw new Error('nobody runs the room');
			await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
		}
		throw new ThreadGone('the server stops');
	}

	presence(room: string, person: string, isHere: boolean): void {
		const { self } = this.#parts;
		const held = this.#held.get(room);
		if (held !== undefined) return held.presence(self, person, isHere);
		this.#followed.presence(room, person, isHere);
	}

	seatMoved(room: string, person: string, token: string): void {
		const hash = hashOf(token).toString('hex');
		const tell = (processes: readonly string[]) => {
			for (const to of processes) this.#queue.send(to, { type: 'seatMoved', room, person, hash });
		};
		// Where it cannot be told the other device finds out at its next request.
		this.#leases.others().then(tell, () => {});
	}

	async close(graceMs: number): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#beating);
		await this.#threads.close(graceMs);
		await this.#leases.leave(LEAVE_PATIENCE_MS).catch(() => {});
		this.#followed.close();
		await this.#queue.close();
	}

	kill(room: string): void {
		this.#threads.kill(room);
	}

	get #mayJudge(): boolean {
		return performance.now() >= this.#judgesFromMs;
	}

	#isOthers({ holder, isAlive }: Pick<Lease, 'holder' | 'isAlive'>): boolean {
		return holder !== null && holder !== this.#parts.self && isAlive;
	}

	#hear(message: ProcessMessage): void {
		switch (message.type) {
			case 'ask':
			case 'follow':
				return void this.#held.answer(message);
			case 'snapshot':
			case 'answer':
			case 'broke':
			case 'notHere':
			case 'news':
				return this.#followed.hear(message);
			case 'presence':
				return this.#held.get(message.room)?.presence(message.from, message.person, message.isHere);
			case 'unfollow':
				return this.#held.get(message.room)?.unfollow(message.from);
			case 'seatMoved':
				return this.#parts.moved(message.room, message.person, message.hash);
		}
	}

	/** A room does not run any more where it ran until now. */
	#leave(room: string): void {
		const wasHeld = this.#held.get(room) !== undefined;
		void this.#held.close(room);
		const wasFollowed = this.#followed.leave(room);
		if (wasHeld || wasFollowed) this.#parts.left(room);
	}

	async #beat(): Promise<void> {
		if (this.#isBeating || this.#isClosed) return;
		this.#isBeating = true;
		// Null: PostgreSQL is away. Rooms wait for it, and this process says that it is not ready.
		const leases = await this.#leases.beat().catch(() => null);
		this.#isBeating = false;
		if (leases === null) this.#areMessagesLost = true;
		else this.#take(leases);
	}

	/** Goes by what is known of all rooms at this moment. */
	#take(leases: readonly Lease[]): void {
		if (this.#isClosed) return;
		const nowMs = performance.now();
		if (this.isAway) this.#judgesFromMs = nowMs + LEASE_MS;
		// What rooms could not keep for so long they have given up: they go on from what is kept.
		if (nowMs - this.#beatMs > PATIENCE_MS) for (const id of this.#held.ids) this.#leave(id);
		this.#beatMs = nowMs;
		const areMessagesLost = this.#areMessagesLost;
		this.#areMessagesLost = false;
		const before = this.#known;
		this.#known = new Map(leases.map((lease) => [lease.id, lease]));
		for (const id of before.keys()) if (!this.#known.has(id)) this.#remove(id);
		for (const lease of leases) {
			if (!before.has(lease.id)) this.#parts.found(lease);
			// Whoever is asked of it still may have died.
			if (lease.fence !== before.get(lease.id)?.fence || (!lease.isAlive && this.#mayJudge))
				this.#followed.giveUp(lease.id);
			this.#follows(lease, areMessagesLost);
		}
		void this.#dropDead();
	}

	#follows(lease: Lease, areMessagesLost: boolean): void {
		const { id, fence } = lease;
		const held = this.#held.get(id);
		// What was asked before it was taken is older than that.
		if (held !== undefined) return fence > held.fence ? this.#leave(id) : undefined;
		const isDead = !lease.isAlive && this.#mayJudge;
		const followedFence = this.#followed.fenceOf(id);
		if (followedFence === undefined) {
			if (!this.#isOthers(lease) && (isDead || lease.holder === this.#parts.self) && isRunning(lease))
				this.#parts.vacant(id);
			return;
		}
		if (fence > followedFence || (isDead && fence === followedFence) || areMessagesLost)
			return this.#leave(id);
		if (this.#followed.restIfIdle(id)) this.#parts.idle(id);
	}

	/** Another process has deleted a room. */
	#remove(room: string): void {
		void this.#held.close(room);
		this.#followed.leave(room);
		this.#parts.removed(room);
	}

	/** Who was connected to a process that has died is not here any more. */
	async #dropDead(): Promise<void> {
		if (this.#held.ids.length === 0 || !this.#mayJudge) return;
		const alive = new Set([this.#parts.self, ...((await this.#leases.others().catch(() => null)) ?? [])]);
		this.#held.keepOnly(alive);
	}
}

/** A room that has ended runs only while somebody reads it; one that was never begun has nothing to run. */
const isRunning = ({ hasEnded, hasLog }: Lease) => hasLog && !hasEnded;
