import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { ReadableError } from '../readable-error.ts';

/** A tag that makes a page load a script, wherever its attributes stand. */
const TAG = /<(?:link|script)\b[^>]*>/g;
const ATTRIBUTE = /\b(rel|href|src)\s*=\s*"([^"]*)"/g;
const INLINE_IMPORT = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
/** Imports that load with their module; `import(…)` waits until it is reached. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;

/**
 * Scripts that a page loads before anybody does anything: what its HTML preloads, runs or imports, and what those
 * modules import. Paths from the root of the site.
 *
 * @param read the text of a script by its path
 */
export function firstScreenScripts(html: string, read: (path: string) => string): string[] {
	const found = new Set<string>();
	const follow = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		for (const [, specifier] of read(path).matchAll(STATIC_IMPORT)) {
			if (specifier.startsWith('.')) follow(posix.join(posix.dirname(path), specifier));
		}
	};
	for (const url of pageScripts(html)) follow(posix.join('/', url).slice(1));
	return [...found].sort();
}

function pageScripts(html: string): string[] {
	const tagged = [...html.matchAll(TAG)].flatMap(([tag]) => {
		const { rel, href, src } = Object.fromEntries(
			[...tag.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value])
		) as Readonly<Record<string, string | undefined>>;
		return rel === 'modulepreload' && href !== undefined ? [href] : src !== undefined ? [src] : [];
	});
	return [...tagged, ...[...html.matchAll(INLINE_IMPORT)].map(([, url]) => url)];
}

/**
 * Bytes of JavaScript, compressed as the server sends it, that a built page loads at first.
 * @param name file of a prerendered page; the home page's where none is named
 * @throws ReadableError when nothing is built
 */
export function firstScreenBytes(
	buildFolder: string,
	name = 'index.html'
): { readonly bytes: number; readonly scripts: number } {
	const page = join(buildFolder, 'prerendered', name);
	if (!existsSync(page)) {
		throw new ReadableError(`The page is not built (${page} is missing). Run "npm run build" first.`);
	}
	const script = (path: string) => readFileSync(join(buildFolder, 'client', path));
	const paths = firstScreenScripts(readFileSync(page, 'utf8'), (path) => script(path).toString());
	const level = constants.Z_BEST_COMPRESSION;
	const bytes = paths.reduce((sum, path) => sum + gzipSync(script(path), { level }).length, 0);
	return { bytes, scripts: paths.length };
}
