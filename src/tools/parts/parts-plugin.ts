import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PRELOAD_HELPER = '\0vite/preload-helper.js';
const LOADER = fileURLToPath(new URL('../../lib/client/parts/page-parts.ts', import.meta.url));

/**
 * Has every dynamic import of the built page go through `loadPart`, which can be tried again. Vite puts a helper of its
 * own around each of them, with the list of files that it needs: this plugin takes that helper's place.
 */
export function partsPlugin(): Plugin {
	let base = '/';
	let isRelative = false;
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
		configResolved(config) {
			({ base } = config);
			isRelative = base === './' || base === '';
		},
		load: {
			order: 'pre',
			handler(id) {
				if (id !== PRELOAD_HELPER) return null;
				// As Vite lists them: from the file that imports, or from the base of the page.
				const url = isRelative
					? 'new URL(file, importer)'
					: `new URL(${JSON.stringify(base)} + file, location.href)`;
				return [
					`import { loadPart } from ${JSON.stringify(LOADER)};`,
					'export const __vitePreload = (part, files = [], importer) =>',
					`	loadPart(part, files.map((file) => ${url}.href));`
				].join('\n');
			}
		}
	};
}
