import type { RequestAnswer } from '../protocol/refusals.ts';
import type { Clock } from '../clock.ts';

/** For so long an answer is remembered: four times as long as a page sends a request again. */
const REMEMBERED_MS = 120_000;

interface Given {
	readonly answer: Promise<RequestAnswer>;
	readonly atMs: number;
}

/**
 * The same request sent again gets the answer of the first time, and nothing is done: an answer is final. What was refused is
 * not done later, however late a copy of it arrives; who tries again sends another.
 */
export class Answered {
	readonly #clock: Clock;
	/** By key, the latest last. */
	readonly #given = new Map<string, Given>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/**
	 * @param answer called where this is the first time; its promise is kept, also while it is not resolved. Where it rejects
	 * nobody has been answered, and the next copy is asked anew
	 */
	once(key: string, answer: () => Promise<RequestAnswer>): Promise<RequestAnswer> {
		const before = this.#given.get(key);
		if (before !== undefined) return before.answer;
		const atMs = this.#clock.nowMs();
		for (const [old, given] of this.#given) {
			if (given.atMs > atMs - REMEMBERED_MS) break;
			this.#given.delete(old);
		}
		const given = { answer: answer(), atMs };
		this.#given.set(key, given);
		given.answer.catch(() => {
			if (this.#given.get(key) === given) this.#given.delete(key);
		});
		return given.answer;
	}
}
