/** One thing after the other: what is asked for while something is being kept waits for it. */
export class Queue {
	readonly #failed: (error: unknown) => void;
	#last: Promise<void> = Promise.resolve();

	constructor(failed: (error: unknown) => void) {
		this.#failed = failed;
	}

	/** Does `task` when all before it is done. Never rejects: what a task throws is told. */
	add(task: () => void | Promise<void>): Promise<void> {
		this.#last = this.#last.then(task).catch(this.#failed);
		return this.#last;
	}
}
