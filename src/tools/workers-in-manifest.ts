import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Vite leaves out of its manifest what workers load: chunks of their own, and workers that workers start. The service
 * worker keeps what the manifest lists, so without them a page would not work offline.
 */
export function workersInManifest(): Plugin {
	return {
		name: 'patchfall-workers-in-manifest',
		apply: 'build',
		writeBundle({ dir = '' }) {
			const manifest = join(dir, '.vite', 'manifest.json');
			if (!existsSync(manifest)) return;
			const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { readonly file: string }>;
			for (const file of workerFiles(dir)) entries[`worker:${file}`] ??= { file };
			writeFileSync(manifest, JSON.stringify(entries, null, '\t'));
		}
	};
}

/** Scripts in folders called `workers`, as paths from `dir` with forward slashes. */
function workerFiles(dir: string): string[] {
	return readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /\/workers\/.*\.js$/.test(file))
		.sort();
}
