import { unzlibSync } from 'fflate';
import { letters } from './letters.generated.ts';

/**
 * The letters of pictures: Atkinson Hyperlegible Next, drawn once by `node src/tools/build-letters.ts`. Where nothing
 * draws letters, as on a command line, pictures have the same ones.
 */

export interface Glyph {
	readonly width: number;
	readonly advance: number;
	/** How dark each pixel is, 0 to 15, row by row. */
	readonly alpha: Uint8Array;
}

/** As they are kept: of each letter its width and advance, and the darkness of all of them, packed. */
export interface Letters {
	readonly height: number;
	readonly glyphs: readonly (readonly [letter: string, width: number, advance: number])[];
	readonly alpha: string;
}

export const LINE_HEIGHT = letters.height;
const UNKNOWN = '?';

let read: Map<string, Glyph> | null = null;

export function glyph(letter: string): Glyph {
	read ??= readAll();
	return read.get(letter) ?? read.get(UNKNOWN)!;
}

function readAll(): Map<string, Glyph> {
	const packed = Uint8Array.from(atob(letters.alpha), (sign) => sign.charCodeAt(0));
	const all = unzlibSync(packed);
	let at = 0;
	return new Map(
		letters.glyphs.map(([letter, width, advance]) => {
			const size = width * LINE_HEIGHT;
			return [letter, { width, advance, alpha: all.slice(at, (at += size)) }];
		})
	);
}
