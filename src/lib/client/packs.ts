/// <reference types="vite/client" />

/** The built-in packs as their files stand, bundled as text: the core never imports files itself. */

const files = import.meta.glob<string>('../scenario/packs/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** `model.yaml` holds what the built-in scenarios share; every other file is a scenario, named after its id. */
const MODEL_CARD = /(^|\.)model\.yaml$/;

export interface PackText {
	readonly name: string;
	readonly text: string;
}

const all: readonly PackText[] = Object.entries(files)
	.map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }))
	.sort((a, b) => (a.name < b.name ? -1 : 1));

export const modelCardTexts = all.filter(({ name }) => MODEL_CARD.test(name));
export const scenarioTexts = all.filter(({ name }) => !MODEL_CARD.test(name));
export { default as earthText } from '../scenario/worlds/earth.json?raw';
