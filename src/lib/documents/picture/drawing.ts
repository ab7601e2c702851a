import { glyph, LINE_HEIGHT } from './letters.ts';
import type { Bitmap } from './png.ts';

/** 0 is black, 255 is white. */
export type Grey = number;
export const BLACK: Grey = 0;

export interface Point {
	readonly x: number;
	readonly y: number;
}

const UNBROKEN = [1_000_000, 0] as const;
const PIECE = 24;

/** Draws smooth lines and letters into a bitmap, the same to the last pixel everywhere. */
export class Drawing {
	readonly bitmap: Bitmap;

	constructor(width: number, height: number) {
		this.bitmap = { width, height, pixels: new Uint8Array(width * height).fill(255) };
	}

	/** @param dash lengths of what is drawn and what is left out; null: one unbroken line */
	path(
		points: readonly Point[],
		thickness: number,
		grey: Grey,
		dash: readonly [number, number] | null = null
	): void {
		let along = 0;
		for (let i = 1; i < points.length; i++) {
			const [from, to] = [points[i - 1]!, points[i]!];
			const length = Math.sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
			this.#dashed(from, to, length, along, thickness, grey, dash ?? UNBROKEN);
			along += length;
		}
	}

	/** @param x of its left end, middle or right end; `y`: of the line it stands on */
	text(text: string, x: number, y: number, align: 'left' | 'middle' | 'right', grey: Grey): void {
		let at = Math.round(x - textWidth(text) * { left: 0, middle: 0.5, right: 1 }[align]);
		const top = Math.round(y - LINE_HEIGHT * 0.76);
		for (const letter of text) {
			const { width, advance, alpha } = glyph(letter);
			for (let i = 0; i < alpha.length; i++) {
				if (alpha[i] > 0) this.#blend(at + (i % width), top + Math.floor(i / width), alpha[i] / 15, grey);
			}
			at += advance;
		}
	}

	#dashed(
		from: Point,
		to: Point,
		length: number,
		along: number,
		thickness: number,
		grey: Grey,
		[on, off]: readonly [number, number]
	): void {
		let done = 0;
		while (done < length) {
			const phase = (along + done) % (on + off);
			// In short pieces: only pixels near the line are looked at.
			const step = Math.min(length - done, PIECE, phase < on ? on - phase : on + off - phase);
			const at = (share: number): Point => ({
				x: from.x + (to.x - from.x) * share,
				y: from.y + (to.y - from.y) * share
			});
			if (phase < on) this.#segment(at(done / length), at((done + step) / length), thickness, grey);
			// A step too short to count would never end.
			done += Math.max(step, 0.01);
		}
	}

	/** Every pixel near the segment, darkened by how much of it the line covers. */
	#segment(from: Point, to: Point, thickness: number, grey: Grey): void {
		const half = thickness / 2;
		const [dx, dy] = [to.x - from.x, to.y - from.y];
		const squared = dx * dx + dy * dy;
		const reach = half + 1;
		for (let y = Math.floor(Math.min(from.y, to.y) - reach); y <= Math.max(from.y, to.y) + reach; y++) {
			for (let x = Math.floor(Math.min(from.x, to.x) - reach); x <= Math.max(from.x, to.x) + reach; x++) {
				const share =
					squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / squared));
				const [nx, ny] = [from.x + dx * share - x, from.y + dy * share - y];
				const cover = Math.min(1, half + 0.5 - Math.sqrt(nx * nx + ny * ny));
				if (cover > 0) this.#blend(x, y, cover, grey);
			}
		}
	}

	/** Darkens only: where two pieces of one line meet nothing is covered twice. */
	#blend(x: number, y: number, cover: number, grey: Grey): void {
		const { width, height, pixels } = this.bitmap;
		if (x < 0 || y < 0 || x >= width || y >= height) return;
		const at = y * width + x;
		const mixed = Math.round(255 + (grey - 255) * cover);
		if (mixed < pixels[at]) pixels[at] = mixed;
	}
}

export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) width += glyph(letter).advance;
	return width;
}
