import { BufferImageSource } from 'pixi.js';
import { CELLS_PER_LINE, shareLines, WORDS_PER_CELL } from '../../sim/observe/map/map-shares.ts';
import { changedLines } from './changed-lines.ts';

/** Shares of every map cell as a texture, one texel a cell. What the card has already is not sent again. */
export class ShareTexture {
	readonly source: BufferImageSource;

	constructor(mapCells: number) {
		const height = shareLines(mapCells);
		this.source = new BufferImageSource({
			resource: new Uint32Array(CELLS_PER_LINE * height * WORDS_PER_CELL),
			width: CELLS_PER_LINE,
			height,
			format: 'rgba32uint',
			scaleMode: 'nearest',
			autoGarbageCollect: false
		});
	}

	/** Whether these are the shares that it has. */
	has(shares: Uint32Array): boolean {
		return changedLines(this.#shares, shares) === null;
	}

	/**
	 * Takes these shares as they stand, and sends the lines that differ.
	 * @returns bytes sent
	 */
	put(shares: Uint32Array): number {
		const lines = changedLines(this.#shares, shares);
		if (lines === null) return 0;
		this.source.resource = shares;
		this.source.update(lines.from * CELLS_PER_LINE, lines.until * CELLS_PER_LINE);
		return (lines.until - lines.from) * CELLS_PER_LINE * WORDS_PER_CELL * shares.BYTES_PER_ELEMENT;
	}

	get #shares(): Uint32Array {
		return this.source.resource as Uint32Array;
	}
}

/** Which map cells are shown, one byte each: what filters leave. Sent only when a filter moves. */
export class ShownTexture {
	readonly source: BufferImageSource;
	readonly #bytes: Uint8Array;
	readonly #mapCells: number;

	constructor(mapCells: number) {
		const height = shareLines(mapCells);
		this.#mapCells = mapCells;
		this.#bytes = new Uint8Array(CELLS_PER_LINE * height).fill(255);
		this.source = new BufferImageSource({
			resource: this.#bytes,
			width: CELLS_PER_LINE,
			height,
			format: 'r8unorm',
			scaleMode: 'nearest',
			autoGarbageCollect: false
		});
	}

	set(isShown: (mapCell: number) => boolean): void {
		for (let cell = 0; cell < this.#mapCells; cell++) this.#bytes[cell] = isShown(cell) ? 255 : 0;
		this.source.update();
	}
}
