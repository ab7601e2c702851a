import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { SendAnswer } from '../connection/room-connection.ts';

/** Requests over a message port that have no answer yet. */
export class PendingRequests {
	readonly #waiting = new Map<string, (answer: SendAnswer) => void>();
	#last = 0;

	/** An id of its own, and when it is answered. */
	add(id = `p${++this.#last}`): { readonly id: string; readonly answer: Promise<SendAnswer> } {
		return { id, answer: new Promise((resolve) => this.#waiting.set(id, resolve)) };
	}

	answered(id: string, answer: RequestAnswer): void {
		this.#settle(id, answer);
	}

	notSent(id: string): void {
		this.#settle(id, { kind: 'notSent' });
	}

	/** The end that was to answer is gone. */
	giveUp(): void {
		for (const resolve of this.#waiting.values()) resolve({ kind: 'notSent' });
		this.#waiting.clear();
	}

	#settle(id: string, answer: SendAnswer): void {
		this.#waiting.get(id)?.(answer);
		this.#waiting.delete(id);
	}
}
