import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { contentPolicy } from './src/lib/server/content-policy.js';

/**
 * SvelteKit's own root component hides its screen-reader announcer by an inline style, which the content policy
 * refuses with an error in every visitor's console. The same style stands in app.css.
 *
 * @type {import('svelte/compiler').PreprocessorGroup}
 */
const announcerWithoutInlineStyle = {
	name: 'announcer-without-inline-style',
	markup({ content, filename }) {
		if (!filename?.replaceAll('\\', '/').endsWith('/generated/root.svelte')) return;
		return { code: content.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1') };
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: [announcerWithoutInlineStyle, vitePreprocess()],
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),
		// How often a page that stays open asks whether the server has been given another version.
		version: { pollInterval: 300_000 },
		// What a hall loads at once does without one: the pages under (site) register it.
		serviceWorker: { register: false },
		csp: { mode: 'auto', directives: contentPolicy }
	}
};
