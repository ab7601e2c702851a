/// <reference types="vite/client" />
import type { PackText } from '../room/scenario-library.ts';
import { MODEL_FILE, packsOf } from '../scenario/packs/index.ts';

/** The built-in packs as their files stand, bundled as text: the core never imports files itself. */

const files = import.meta.glob<string>(['../scenario/packs/*.yaml', '../scenario/packs/*/*.yaml'], {
	query: '?raw',
	import: 'default',
	eager: true
});

const FOLDER = '../scenario/packs/';
const texts = Object.fromEntries(
	Object.entries(files).map(([path, text]) => [path.slice(FOLDER.length), text])
);

export const modelTexts: readonly PackText[] = [{ name: MODEL_FILE, text: texts[MODEL_FILE]! }];
export const scenarioTexts: readonly PackText[] = packsOf(texts).map(({ file, text, parts }) => ({
	name: file,
	text,
	parts
}));
export { default as earthText } from '../scenario/worlds/earth.json?raw';
