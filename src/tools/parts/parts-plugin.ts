import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PRELOAD_HELPER = '\0vite/preload-helper.js';
const LOADER = fileURLToPath(new URL('../../lib/client/parts/page-parts.ts', import.meta.url));

/**
 * Has every dynamic import of the built page go through `loadPart`, which can be tried again. Vite puts a helper of its
 * own around each of them, with the list of files that it needs: this plugin takes that helper's place.
 */
export function partsPlugin(): Plugin {
	return {
		name: 'patchfall-parts',
		apply: 'build',
		enforce: 'pre',
		config: () => ({
			build: {
				// Vite leaves out the list where the part is one file: then there would be nothing to fetch first.
				modulePreload: { resolveDependencies: (file, files) => [...new Set([file, ...files])] }
			}
		}),
		load: {
			order: 'pre',
			handler(id) {
				if (id !== PRELOAD_HELPER) return null;
				return `export { loadPart as __vitePreload } from ${JSON.stringify(LOADER)};`;
			}
		}
	};
}
