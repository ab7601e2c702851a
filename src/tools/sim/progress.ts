/** How far a run is, redrawn on one line of a terminal; elsewhere it says nothing. */
export class Progress {
	readonly #stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
	readonly #now: () => number;
	#drawnMs = -Infinity;

	constructor(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, now: () => number = Date.now) {
		this.#stream = stream;
		this.#now = now;
	}

	show(minute: number, untilMin: number): void {
		if (!this.#stream.isTTY || this.#now() - this.#drawnMs < REDRAW_MS) return;
		this.#drawnMs = this.#now();
		const share = untilMin === 0 ? 100 : Math.floor((100 * minute) / untilMin);
		this.#stream.write(`\r${ERASE_LINE}Minute ${minute} of ${untilMin} (${share} %)`);
	}

	/** Clears the line. */
	end(): void {
		if (this.#stream.isTTY) this.#stream.write(`\r${ERASE_LINE}`);
	}
}

const REDRAW_MS = 100;
const ERASE_LINE = '\u001b[2K';
