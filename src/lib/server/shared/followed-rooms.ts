import { ThreadGone, type News } from '../rooms/room-threads.ts';
import type { Calls, RestoreAnswer } from '../rooms/thread-messages.ts';
import type { ServerClock } from '../server-clock.ts';
import { PendingQuestions } from './pending-questions.ts';
import type { ProcessMessage, RemoteCall, Snapshot } from './process-messages.ts';

/** Longest wait for what the holder of a room shows. */
const FOLLOW_MS = 15_000;
/** A room that nobody here has asked for so long, and that no page is connected to, is followed no more. */
const IDLE_MS = 60_000;

/** A room that another process runs and this one shows. */
interface Followed {
	readonly holder: string;
	readonly fence: number;
	readonly epoch: string;
	/** Number of the next news. */
	next: number;
	readonly here: Set<string>;
	usedMs: number;
}

interface FollowedRoomsParts {
	/** This process. */
	readonly self: string;
	readonly clock: ServerClock;
	readonly send: (to: string, message: ProcessMessage) => void;
	/** What is new in a room, for people who are connected to this process. */
	readonly hear: (news: News) => void;
	/** A room does not run any more where it ran, or something of it has been lost on the way. */
	readonly lost: (room: string) => void;
}

/** The rooms that other processes run and that people who are connected to this one are shown. */
export class FollowedRooms {
	readonly #parts: FollowedRoomsParts;
	readonly #questions: PendingQuestions;
	readonly #rooms = new Map<string, Followed>();

	constructor(parts: FollowedRoomsParts) {
		this.#parts = parts;
		this.#questions = new PendingQuestions(parts.send);
	}

	has(room: string): boolean {
		return this.#rooms.has(room);
	}

	/** By which number its holder writes; undefined: it is not followed. */
	fenceOf(room: string): number | undefined {
		return this.#rooms.get(room)?.fence;
	}

	/** Shows a room that runs elsewhere. Null: it does not run there. */
	async follow(room: string, holder: string): Promise<RestoreAnswer | null> {
		const { self: from, clock } = this.#parts;
		try {
			const follow = (id: string): ProcessMessage & { type: 'follow' } => ({
				type: 'follow',
				id,
				from,
				room
			});
			const { people, nowMs } = (await this.#questions.ask(holder, follow, FOLLOW_MS)) as Snapshot;
			return { kind: 'opened', people, aheadMs: nowMs - clock.nowMs() };
		} catch (error) {
			if (error instanceof ThreadGone) return null;
			throw error;
		}
	}

	/** Asks the process that runs it. @throws ThreadGone, ThreadBroke */
	async ask<Type extends RemoteCall>(room: string, call: Type, ask: Calls[Type]['ask']): Promise<unknown> {
		const followed = this.#rooms.get(room);
		if (followed === undefined) throw new ThreadGone('a room is being opened');
		followed.usedMs = performance.now();
		const { self: from } = this.#parts;
		return this.#questions.ask(followed.holder, (id) => ({ type: 'ask', id, from, room, call, ask }));
	}

	hear(message: ProcessMessage & { type: 'snapshot' | 'answer' | 'broke' | 'notHere' | 'news' }): void {
		if (message.type === 'news') return this.#hearNews(message);
		if (message.type === 'snapshot') {
			if (this.#questions.isWaitedFor(message.id)) this.#begin(message);
			return void this.#questions.hear(message);
		}
		const room = this.#questions.hear(message);
		if (room !== null) this.#parts.lost(room);
	}

	/** Whether a page of somebody is connected here. */
	presence(room: string, person: string, isHere: boolean): void {
		const followed = this.#rooms.get(room);
		if (followed === undefined) return;
		if (isHere) followed.here.add(person);
		else followed.here.delete(person);
		const { self: from, send } = this.#parts;
		send(followed.holder, { type: 'presence', from, room, person, isHere });
	}

	/** Shows it no more, where nobody here has looked at it for a while. @returns whether that is so */
	restIfIdle(room: string): boolean {
		const followed = this.#rooms.get(room);
		if (followed === undefined || followed.here.size > 0) return false;
		if (performance.now() - followed.usedMs < IDLE_MS) return false;
		this.#rooms.delete(room);
		this.#parts.send(followed.holder, { type: 'unfollow', from: this.#parts.self, room });
		return true;
	}

	/** Follows it no more where it ran until now. @returns whether it did */
	leave(room: string): boolean {
		const wasFollowed = this.#rooms.delete(room);
		this.giveUp(room);
		return wasFollowed;
	}

	/** Whoever is asked of it may have died: it is asked again elsewhere. */
	giveUp(room: string): void {
		this.#questions.giveUp(room);
	}

	/** Waits for no answer any more. */
	close(): void {
		for (const room of this.#rooms.keys()) this.giveUp(room);
	}

	/** A room that runs elsewhere is shown from now on. */
	#begin({ room, from, answer: { feeds, fence, epoch } }: ProcessMessage & { type: 'snapshot' }): void {
		const usedMs = performance.now();
		this.#rooms.set(room, { holder: from, fence, epoch, next: 0, here: new Set(), usedMs });
		for (const [feed, changes] of feeds)
			this.#parts.hear({ type: 'publish', room, feed, told: { changes, patches: {}, forLate: [] } });
	}

	#hearNews({ room, epoch, n, news }: ProcessMessage & { type: 'news' }): void {
		const followed = this.#rooms.get(room);
		if (followed === undefined) return;
		// Sent twice.
		if (epoch === followed.epoch && n < followed.next) return;
		// Something has been lost on the way: all of it is asked for anew.
		if (epoch !== followed.epoch || n > followed.next) return this.#parts.lost(room);
		followed.next++;
		this.#parts.hear(news);
	}
}
