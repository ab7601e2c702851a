import { zlibSync } from 'fflate';

/** A picture in shades of grey, a byte each: 0 is black. What is printed in black and white loses nothing. */
export interface Bitmap {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const GREY = 0;

/** @param dotsPerInch how large it is on paper where nobody says otherwise */
export function pngFile({ width, height, pixels }: Bitmap, dotsPerInch: number): Uint8Array {
	const line = width;
	// Each line begins with how it is filtered: not at all.
	const filtered = new Uint8Array((line + 1) * height);
	for (let y = 0; y < height; y++)
		filtered.set(pixels.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
	const perMetre = Math.round(dotsPerInch / 0.0254);
	return joined([
		Uint8Array.from(SIGNATURE),
		chunk('IHDR', [...word(width), ...word(height), 8, GREY, 0, 0, 0]),
		chunk('pHYs', [...word(perMetre), ...word(perMetre), 1]),
		chunk('IDAT', zlibSync(filtered, { level: 5 })),
		chunk('IEND', [])
	]);
}

const word = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
	const named = new Uint8Array(4 + data.length);
	named.set([...type].map((letter) => letter.charCodeAt(0)));
	named.set(data, 4);
	return joined([Uint8Array.from(word(data.length)), named, Uint8Array.from(word(crc32(named)))]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
	let value = n;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
	return (crc ^ 0xffffffff) >>> 0;
}
