import type { RequestAnswer } from '../protocol/refusals.ts';

/** Answers that a resend is given again. */
const ANSWERS_MOST = 1000;

/** The same request sent again gets the answer of the first time, and nothing is done again. */
export class Answered {
	readonly #answers = new Map<string, Promise<RequestAnswer>>();

	/** @param answer called where this is the first time; its promise is kept, also while it is not resolved */
	once(key: string, answer: () => Promise<RequestAnswer>): Promise<RequestAnswer> {
		const before = this.#answers.get(key);
		if (before !== undefined) return before;
		const given = answer();
		this.#answers.set(key, given);
		if (this.#answers.size > ANSWERS_MOST) this.#answers.delete(this.#answers.keys().next().value!);
		return given;
	}

	/** It may be tried again: nothing has happened. */
	forget(key: string): void {
		this.#answers.delete(key);
	}
}
