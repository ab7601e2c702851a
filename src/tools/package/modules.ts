import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** The end of what names another module of ours: in an import, or as an address that a thread is started with. */
const OURS = /(\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])(\.{1,2}\/[^'"]+)\2/g;
const PACKAGE = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[\w./-]+)?\1/g;
/** Types are named in comments of JavaScript, also those of packages that nothing is taken from. */
const COMMENT = /^\s*(\/\*|\*|\/\/).*$/gm;

export interface Modules {
	/** By path in the project, ending in `.js`. */
	readonly texts: ReadonlyMap<string, string>;
	/** Names of the packages that they import. */
	readonly packages: readonly string[];
}

/**
 * Modules and everything that they import, made JavaScript: Node reads no TypeScript of packages that are installed.
 * Lines and columns stay what they are.
 * @param entries paths in the project
 */
export function modulesAsJavaScript(projectFolder: string, entries: readonly string[]): Modules {
	const texts = new Map<string, string>();
	const packages = new Set<string>();
	const seen = new Set<string>();
	const left = [...entries];
	for (let path = left.pop(); path !== undefined; path = left.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		const source = readFileSync(join(projectFolder, path), 'utf8');
		const text = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
		const here = new URL(path, 'file:///');
		for (const [, , , other] of text.matchAll(OURS))
			if (/\.(ts|js)$/.test(other!)) left.push(new URL(other!, here).pathname.slice(1));
		for (const [, , name] of text.replace(COMMENT, '').matchAll(PACKAGE)) packages.add(name!);
		texts.set(
			asJs(path),
			text.replace(OURS, (_all, before, quote, other) => `${before}${quote}${asJs(other)}${quote}`)
		);
	}
	return { texts, packages: [...packages].sort() };
}

const asJs = (path: string) => path.replace(/\.ts$/, '.js');
