/** Single bits, one after the other, as bytes. */
export class BitWriter {
	readonly #bytes: number[] = [];
	#byte = 0;
	#used = 0;

	/** The lowest `count` bits of a number, at most 32, the highest of them first. */
	write(bits: number, count: number): void {
		for (let left = count; left > 0;) {
			const now = Math.min(8 - this.#used, left);
			left -= now;
			this.#byte = (this.#byte << now) | ((bits >>> left) & ((1 << now) - 1));
			this.#used += now;
			if (this.#used === 8) this.#next();
		}
	}

	/** All bytes; the last one is filled up with noughts. */
	finish(): readonly number[] {
		if (this.#used > 0) {
			this.#byte <<= 8 - this.#used;
			this.#next();
		}
		return this.#bytes;
	}

	#next(): void {
		this.#bytes.push(this.#byte);
		this.#byte = 0;
		this.#used = 0;
	}
}

/** Reads them again. `bytes`: a string of which each character is a byte. */
export class BitReader {
	readonly #bytes: string;
	#at = 0;

	constructor(bytes: string) {
		this.#bytes = bytes;
	}

	/** @throws RangeError where there are none left */
	read(count: number): number {
		let bits = 0;
		for (let left = count; left > 0;) {
			const place = this.#at >> 3;
			if (place >= this.#bytes.length) throw new RangeError('the text is cut off');
			const unread = 8 - (this.#at & 7);
			const now = Math.min(unread, left);
			const byte = this.#bytes.charCodeAt(place);
			bits = (bits << now) | ((byte >> (unread - now)) & ((1 << now) - 1));
			this.#at += now;
			left -= now;
		}
		return bits >>> 0;
	}
}
