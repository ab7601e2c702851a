import { BufferImageSource } from 'pixi.js';
import { WORDS_PER_ROW } from '../points/shares.ts';

const WIDTH = 256;

/** Shares of every row as a texture, one texel a row. Only as many texels go to the card as there are rows. */
export class ShareTexture {
	readonly source: BufferImageSource;
	/** Words in use: what packShares fills. */
	readonly words: Uint32Array;
	readonly #rows: number;

	constructor(rows: number) {
		const height = Math.max(1, Math.ceil(rows / WIDTH));
		const all = new Uint32Array(WIDTH * height * WORDS_PER_ROW);
		this.#rows = Math.max(1, rows);
		this.words = all.subarray(0, rows * WORDS_PER_ROW);
		this.source = new BufferImageSource({
			resource: all,
			width: WIDTH,
			height,
			format: 'rgba32uint',
			scaleMode: 'nearest',
			autoGarbageCollect: false
		});
	}

	upload(): void {
		this.source.update(0, Math.ceil(this.#rows / WIDTH) * WIDTH);
	}

	get uploadBytes(): number {
		return (this.source.resource as Uint32Array).byteLength;
	}
}

/** Which rows are shown, one byte each: what filters leave. Uploaded only when a filter moves. */
export class ShownTexture {
	readonly source: BufferImageSource;
	readonly #bytes: Uint8Array;

	constructor(rows: number) {
		const height = Math.max(1, Math.ceil(rows / WIDTH));
		this.#bytes = new Uint8Array(WIDTH * height).fill(255);
		this.source = new BufferImageSource({
			resource: this.#bytes,
			width: WIDTH,
			height,
			format: 'r8unorm',
			scaleMode: 'nearest',
			autoGarbageCollect: false
		});
	}

	set(isShown: (row: number) => boolean): void {
		for (let row = 0; row < this.#bytes.length; row++) this.#bytes[row] = isShown(row) ? 255 : 0;
		this.source.update();
	}
}
