import { errorFacts } from '../log.ts';
import type { Machine } from '../rooms/machine.ts';
import { ThreadBroke, ThreadGone, type News, type RoomThreads } from '../rooms/room-threads.ts';
import type { Calls, CallType, RestoreAnswer } from '../rooms/thread-messages.ts';
import { HeldRoom } from './held-room.ts';
import type { Leases, Taken } from './leases.ts';
import type { ProcessMessage } from './process-messages.ts';

/** Answers that a question that is sent again is given. */
const ANSWERS_MOST = 2000;

interface HeldRoomsParts {
	/** This process. */
	readonly self: string;
	readonly machine: Machine;
	readonly threads: RoomThreads;
	readonly leases: Leases;
	readonly send: (to: string, message: ProcessMessage) => void;
	/** What is new in a room, for people who are connected to this process. */
	readonly hear: (news: News) => void;
}

/** The rooms that this process runs, in its threads. */
export class HeldRooms {
	readonly #parts: HeldRoomsParts;
	readonly #rooms = new Map<string, HeldRoom>();
	readonly #answered = new Map<string, Promise<ProcessMessage>>();

	constructor(parts: HeldRoomsParts) {
		this.#parts = parts;
	}

	get ids(): readonly string[] {
		return [...this.#rooms.keys()];
	}

	get(room: string): HeldRoom | undefined {
		return this.#rooms.get(room);
	}

	/** Opens a new room, which was made with its first fence by this process. */
	async open(room: string, ask: Calls['open']['ask']): Promise<Calls['open']['answer']> {
		const held = this.#hold(room, 1);
		let isOpen = false;
		try {
			const tenure = { fence: '1', runsOn: false };
			const answer = await this.#parts.threads.ask('open', room, { ...ask, tenure });
			isOpen = answer.kind === 'opened';
			return answer;
		} finally {
			if (!isOpen) this.#letGo(room, held);
		}
	}

	/** Runs a room that was taken over. */
	async run(room: string, taken: Taken): Promise<RestoreAnswer> {
		const held = this.#hold(room, taken.fence);
		const { threads, leases } = this.#parts;
		const opening = threads.restore(room, { fence: `${taken.fence}`, runsOn: taken.runsOn });
		held.opened = opening.then(
			({ kind }) => kind === 'opened',
			() => false
		);
		if (await held.opened) await leases.opened(room, taken).catch(() => {});
		else this.#letGo(room, held);
		if ((await opening).kind !== 'opened' || this.#rooms.get(room) === held) return opening;
		// Another process has taken it over while it was being opened.
		await threads.ask('close', room, {});
		throw new ThreadGone('a room was taken over');
	}

	/** Runs a room no more. Resolves once nothing is being kept of it here. @returns whether it did */
	async close(room: string): Promise<boolean> {
		if (!this.#rooms.delete(room)) return false;
		await this.#parts.threads.ask('close', room, {}).catch(() => {});
		return true;
	}

	/** The thread of these rooms has died. */
	died(holds: (room: string) => boolean): void {
		for (const room of this.ids) if (holds(room)) this.#rooms.delete(room);
	}

	/**
	 * Asks a room that runs here. Who has come in by one process has a seat at all of them.
	 * @throws ThreadGone also where another process runs it by now; ThreadBroke
	 */
	async ask<Type extends CallType>(
		type: Type,
		room: string,
		ask: Calls[Type]['ask']
	): Promise<Calls[Type]['answer']> {
		const held = this.#rooms.get(room);
		const answer = await this.#parts.threads.ask(type, room, ask);
		if (held !== undefined && isNotKept(answer) && !(await this.#parts.leases.isHeld(room, held)))
			throw new ThreadGone('a room was taken over');
		if (type === 'join') {
			const joined = answer as Calls['join']['answer'];
			if (joined.kind === 'joined')
				this.tell({ type: 'moved', room, person: joined.person.id, feeds: joined.feeds });
		}
		return answer;
	}

	/** News of a thread. What is still said of a room that another process runs by now is old. */
	tell(news: News): void {
		if (news.type !== 'failed') {
			const held = this.#rooms.get(news.room);
			if (held === undefined) return;
			held.hear(news);
		}
		this.#parts.hear(news);
	}

	/** Answers another process. Asked again, the same question gets the same answer. */
	async answer(message: ProcessMessage & { type: 'ask' | 'follow' }): Promise<void> {
		const before = this.#answered.get(message.id);
		const answer = before ?? this.#answerTo(message);
		if (before === undefined && message.type === 'ask') {
			this.#answered.set(message.id, answer);
			if (this.#answered.size > ANSWERS_MOST) this.#answered.delete(this.#answered.keys().next().value!);
		}
		this.#parts.send(message.from, await answer);
	}

	/** Who was connected to another process than these has gone with it. */
	keepOnly(alive: ReadonlySet<string>): void {
		for (const held of this.#rooms.values()) held.keepOnly(alive);
	}

	async #answerTo(message: ProcessMessage & { type: 'ask' | 'follow' }): Promise<ProcessMessage> {
		const { id, room, from } = message;
		const held = this.#rooms.get(room);
		if (held === undefined || !(await held.opened)) return { type: 'notHere', id };
		try {
			if (message.type === 'ask')
				return { type: 'answer', id, answer: await this.ask(message.call, room, message.ask) };
			const people = await this.#parts.threads.ask('people', room, {});
			// From here to the sending of it nothing else is heard of the room.
			const answer = held.follow(from, people);
			return { type: 'snapshot', id, from: this.#parts.self, room, answer };
		} catch (error) {
			if (error instanceof ThreadGone) return { type: 'notHere', id };
			return { type: 'broke', id, facts: error instanceof ThreadBroke ? error.facts : errorFacts(error) };
		}
	}

	#hold(id: string, fence: number): HeldRoom {
		const { self, send, machine, threads } = this.#parts;
		const held = new HeldRoom({
			...{ id, fence, self, send, machine },
			presence: (person, isHere) => threads.presence(id, person, isHere)
		});
		this.#rooms.set(id, held);
		return held;
	}

	#letGo(room: string, held: HeldRoom): void {
		if (this.#rooms.get(room) === held) this.#rooms.delete(room);
	}
}

/** A room that another process runs can keep nothing any more; what was asked of it is to be asked of that one. */
function isNotKept(answer: Calls[CallType]['answer']): boolean {
	return (
		answer !== null &&
		typeof answer === 'object' &&
		'refusal' in answer &&
		answer.kind === 'refused' &&
		answer.refusal.code === 'notKept'
	);
}
