import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync, type Plugin } from 'vite';

/**
 * Scripts that stand in `static/` go out without comments and spaces, as all others do: every page begins with them, the
 * page for phones of an audience too.
 */
export function minifyStatic(): Plugin {
	let folder = '';
	return {
		name: 'patchfall-minify-static',
		apply: 'build',
		configResolved: ({ publicDir }) => void (folder = publicDir),
		writeBundle({ dir = '' }) {
			if (!existsSync(folder)) return;
			for (const name of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
				const file = join(dir, name);
				// The server's build has none of them.
				if (existsSync(file)) writeFileSync(file, minifySync(name, readFileSync(file, 'utf8')).code);
			}
		}
	};
}
