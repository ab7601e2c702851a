import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The addresses that a build serves as files: what stands in `client` and the pages in `prerendered`. They can be
 * read and nothing else; the adapter's file server would answer any method.
 * @param buildFolder a missing folder holds no files
 */
export function readFilePaths(buildFolder: string): Set<string> {
	const client = filesIn(join(buildFolder, 'client')).map((file) => `/${file}`);
	const pages = filesIn(join(buildFolder, 'prerendered'));
	return new Set([...client, ...pages.flatMap(pagePaths)]);
}

/** `about.html` → `/about` and `/about/`; the other spelling of a page is answered by a redirection. */
function pagePaths(file: string): string[] {
	const path = `/${file}`;
	const page = path.replace(/(\/index)?\.html$/, '');
	return page === path ? [path] : [page, `${page}/`];
}

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/')
		);
}
