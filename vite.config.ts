import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Connect, type Plugin } from 'vite';
import { devRooms } from './src/lib/server/rooms-api/dev-rooms.ts';
import { readPagePolicies } from './src/lib/server/page-policies.ts';
import { lightPages } from './src/tools/light-pages.ts';
import { workersInManifest } from './src/tools/workers-in-manifest.ts';
import { plainSecurityHeaders, securityHeaders } from './src/lib/server/security-headers.ts';
import { noCanvasProbe } from './src/tools/no-canvas-probe.ts';
import { minifyStatic } from './src/tools/minify-static.ts';
import { partsPlugin } from './src/tools/parts/parts-plugin.ts';
import { readPacks } from './src/tools/read-packs.ts';

const PRERENDERED = '.svelte-kit/output/prerendered/pages';

function setHeaders(
	headersFor: (path: string) => Readonly<Record<string, string>>
): Connect.NextHandleFunction {
	return (request, response, next) => {
		const headers = headersFor((request.url ?? '/').split('?', 1)[0]);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		next();
	};
}

/**
 * The production server's headers, in `vite preview` and as far as hot reloading lets us in `vite dev`: there Vite
 * puts inline styles into modules, so pages get their policy from SvelteKit alone.
 */
function sendSecurityHeaders(): Plugin {
	return {
		name: 'patchfall-security-headers',
		configureServer(server) {
			server.middlewares.use(setHeaders(() => plainSecurityHeaders));
		},
		configurePreviewServer(server) {
			const policies = readPagePolicies(PRERENDERED);
			server.middlewares.use(
				setHeaders((path) => {
					const policy = policies.get(path);
					return policy === undefined
						? securityHeaders
						: { ...securityHeaders, 'Content-Security-Policy': policy };
				})
			);
		}
	};
}

/** Name of the chunk that a module of a scenario pack belongs to; null: of no pack. */
function packOf(id: string): string | null {
	return /\/scenario\/packs\/([^/]+)\/[^/]+\.yaml/.exec(id)?.[1] ?? null;
}

export default defineConfig({
	plugins: [
		sendSecurityHeaders(),
		devRooms(),
		partsPlugin(),
		readPacks(),
		minifyStatic(),
		noCanvasProbe(),
		workersInManifest(),
		lightPages(),
		sveltekit()
	],
	worker: {
		format: 'es',
		plugins: () => [readPacks()],
		// A pack is one file to fetch, however many its author wrote.
		rollupOptions: { output: { codeSplitting: { groups: [{ name: packOf, debugName: 'scenario packs' }] } } }
	},
	server: { port: 3000 },
	preview: { port: 3000 }
});
