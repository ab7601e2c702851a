import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromiumFlags } from './browsers/flags.ts';
import { findChromium } from './browsers/find.ts';
import { projectFolder } from './project.ts';
import { ReadableError, runCommand } from './readable-error.ts';

/** Draws the letters of the documents' pictures: `node src/tools/build-letters.ts`, only where they should change. */

const FONT = join(
	projectFolder,
	'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
);
const OUT = join(projectFolder, 'src/lib/documents/picture/letters.generated.ts');
const SIZE = 30;
const HEIGHT = 40;
const BASELINE = Math.round(HEIGHT * 0.76);

const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).join('');
const LETTERS = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’“”…−€\u202f';

interface Drawn {
	readonly letter: string;
	readonly width: number;
	readonly advance: number;
	readonly alpha: readonly number[];
}

await runCommand(async () => {
	const executablePath = findChromium();
	if (executablePath === null)
		throw new ReadableError('There is no Chromium to draw the letters with. Install one.');
	const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
	const page = await browser.newPage();
	const font = readFileSync(FONT).toString('base64');
	const drawn = await page.evaluate(
		async ({ font, letters, size, height, baseline }) => {
			const face = new FontFace('Letters', `url(data:font/woff2;base64,${font})`, { weight: '200 800' });
			document.fonts.add(await face.load());
			const canvas = new OffscreenCanvas(size * 3, height);
			const context = canvas.getContext('2d', { willReadFrequently: true })!;
			context.font = `400 ${size}px Letters`;
			return [...letters].map((letter): Drawn => {
				const { width: advance, actualBoundingBoxRight } = context.measureText(letter);
				const width = Math.max(1, Math.ceil(Math.max(advance, actualBoundingBoxRight)) + 1);
				context.clearRect(0, 0, canvas.width, height);
				context.fillText(letter, 0, baseline);
				const { data } = context.getImageData(0, 0, width, height);
				const alpha = Array.from({ length: width * height }, (_, n) => Math.round(data[n * 4 + 3]! / 17));
				return { letter, width, advance: Math.round(advance), alpha };
			});
		},
		{ font, letters: LETTERS, size: SIZE, height: HEIGHT, baseline: BASELINE }
	);
	await browser.close();
	const glyphs = drawn.map(({ letter, width, advance }) => [letter, width, advance]);
	const alpha = deflateSync(Uint8Array.from(drawn.flatMap((one) => one.alpha)), { level: 9 });
	const letters = { height: HEIGHT, glyphs, alpha: alpha.toString('base64') };
	writeFileSync(
		OUT,
		`import type { Letters } from './letters.ts';\n\nexport const letters: Letters = ${JSON.stringify(letters)};\n`
	);
});
