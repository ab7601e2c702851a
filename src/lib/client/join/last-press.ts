import type { NoAnswer } from '../network/no-answer.ts';
import type { Retries } from '../network/retries.ts';

/** One try of what somebody asked for. */
export interface Try {
	/** Made by itself: what is on the screen stays until there is an answer. */
	readonly isQuiet: boolean;
	/** Whether something else has been asked for meanwhile. */
	isVoid(): boolean;
}

/** What somebody asked for last. A later press makes what an earlier one still brings void; the last can be tried again. */
export class LastPress {
	readonly #retries: Pick<Retries, 'after' | 'settle'>;
	#count = 0;
	#act: (one: Try) => Promise<void> = () => Promise.resolve();

	constructor(retries: Pick<Retries, 'after' | 'settle'>) {
		this.#retries = retries;
	}

	/** Does what is asked for now. */
	async do(act: (one: Try) => Promise<void>): Promise<void> {
		this.#act = act;
		await this.again();
	}

	/** Does it once more, as somebody wants. */
	async again(): Promise<void> {
		this.void();
		await this.#try(false);
	}

	/** There was no answer: it is tried again later, by itself. */
	tryLater(noAnswer: NoAnswer): void {
		this.#retries.after(noAnswer, () => void this.#try(true));
	}

	/** Whatever it still brings, or would try again, is not wanted any more. */
	void(): void {
		this.#retries.settle();
		this.#count++;
	}

	async #try(isQuiet: boolean): Promise<void> {
		const count = ++this.#count;
		await this.#act({ isQuiet, isVoid: () => count !== this.#count });
	}
}
