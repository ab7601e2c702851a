import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyText } from './security-headers.ts';

/**
 * Reads the prerendered pages of a build and gives each its own Content-Security-Policy, one that allows exactly
 * the inline scripts that stand in that page, by hash.
 *
 * Prerendered pages are plain files: no request handler sees them, and the policy in their `<meta>` cannot forbid
 * framing. So the server sends a header, and the header must know the hashes.
 *
 * @param pagesFolder `build/prerendered`; a missing folder means that nothing was prerendered.
 * @returns policy text by request path (`/`, `/about`).
 */
export function readPagePolicies(pagesFolder: string): Map<string, string> {
	const policies = new Map<string, string>();
	if (!existsSync(pagesFolder)) return policies;
	for (const entry of readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' })) {
		if (!entry.endsWith('.html')) continue;
		const html = readFileSync(join(pagesFolder, entry), 'utf8');
		policies.set(requestPath(entry), policyText(inlineScriptHashes(html)));
	}
	return policies;
}

/** `index.html` → `/`, `about.html` → `/about`, `docs/index.html` → `/docs/`. */
function requestPath(file: string): string {
	const path = '/' + file.replaceAll('\\', '/').replace(/\.html$/, '');
	return path.endsWith('/index') ? path.slice(0, -'index'.length) : path;
}

/** The `sha256-…` source of every inline script in a page, in the order in which they stand. */
export function inlineScriptHashes(html: string): string[] {
	const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi);
	return Array.from(scripts, (match) => match.groups as { attributes: string; text: string })
		.filter(({ attributes }) => !/\bsrc\s*=/i.test(attributes))
		.map(({ text }) => 'sha256-' + createHash('sha256').update(text).digest('base64'));
}
