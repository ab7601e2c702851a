/** One question at a time; of those that come meanwhile, the last counts. */
export class LatestOnly<Question> {
	readonly #put: (question: Question) => void;
	#isAsked = false;
	#next: { readonly question: Question } | null = null;

	/** @param put puts a question to the one who answers; nothing else is put until `answered` */
	constructor(put: (question: Question) => void) {
		this.#put = put;
	}

	ask(question: Question): void {
		if (this.#isAsked) {
			this.#next = { question };
			return;
		}
		this.#next = null;
		this.#isAsked = true;
		this.#put(question);
	}

	/**
	 * The answer is here, or will not come.
	 * @returns whether a question had come meanwhile, which is put now
	 */
	answered(): boolean {
		this.#isAsked = false;
		const next = this.#next;
		if (next !== null) this.ask(next.question);
		return next !== null;
	}
}
