import { randomUUID } from 'node:crypto';
import { ThreadBroke, ThreadGone } from '../rooms/room-threads.ts';
import type { ProcessMessage } from './process-messages.ts';

/** A question is sent again after so long: a message may have been lost. */
const AGAIN_AFTER_MS = 3000;

type Question = Extract<ProcessMessage, { type: 'ask' | 'follow' }>;
type Reply = Extract<ProcessMessage, { type: 'answer' | 'snapshot' | 'broke' | 'notHere' }>;

interface Pending {
	readonly room: string;
	readonly answered: (answer: unknown) => void;
	readonly failed: (error: Error) => void;
	readonly again: NodeJS.Timeout | undefined;
}

/** Questions to other processes that wait for their answers. */
export class PendingQuestions {
	readonly #send: (to: string, message: ProcessMessage) => void;
	readonly #pending = new Map<string, Pending>();

	constructor(send: (to: string, message: ProcessMessage) => void) {
		this.#send = send;
	}

	/**
	 * @param withinMs longest wait, in which it is sent once; missing: until the room is given up
	 * @throws ThreadGone where the room is not there any more, ThreadBroke
	 */
	ask(to: string, question: (id: string) => Question, withinMs?: number): Promise<unknown> {
		const message = question(randomUUID());
		const { id, room } = message;
		return new Promise((resolve, reject) => {
			const again =
				withinMs === undefined
					? setInterval(() => this.#send(to, message), AGAIN_AFTER_MS).unref()
					: undefined;
			const late =
				withinMs === undefined
					? undefined
					: setTimeout(() => this.#settle(id)?.failed(gone()), withinMs).unref();
			this.#pending.set(id, {
				...{ room, again },
				answered: (answer) => (clearTimeout(late), resolve(answer)),
				failed: (error) => (clearTimeout(late), reject(error))
			});
			this.#send(to, message);
		});
	}

	/** @returns the room that its process does not run any more; null: nothing is wrong */
	hear(reply: Reply): string | null {
		const pending = this.#settle(reply.id);
		if (pending === undefined) return null;
		if (reply.type === 'notHere') {
			pending.failed(gone());
			return pending.room;
		}
		if (reply.type === 'broke') pending.failed(new ThreadBroke(reply.facts));
		else pending.answered(reply.answer);
		return null;
	}

	isWaitedFor(id: string): boolean {
		return this.#pending.has(id);
	}

	/** Nothing comes from the process that ran a room. */
	giveUp(room: string): void {
		for (const [id, pending] of [...this.#pending])
			if (pending.room === room) this.#settle(id)?.failed(gone());
	}

	#settle(id: string): Pending | undefined {
		const pending = this.#pending.get(id);
		if (pending !== undefined) clearInterval(pending.again);
		this.#pending.delete(id);
		return pending;
	}
}

const gone = () => new ThreadGone('the process that runs a room has ended');
