import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inlineScriptHashes, readPagePolicies } from './page-policies.ts';
import { policyText } from './security-headers.ts';

let pages: string;
beforeEach(() => (pages = mkdtempSync(join(tmpdir(), 'patchfall-pages-'))));
afterEach(() => rmSync(pages, { recursive: true }));

// `printf 'go()' | openssl dgst -sha256 -binary | base64`
const GO_HASH = 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';

test('a script in the page is allowed by its hash, a script in a file is not listed', () => {
	expect(inlineScriptHashes('<script>go()</script><script src="/a.js"></script>')).toEqual([GO_HASH]);
});

test('each page may run its own scripts and no others', () => {
	mkdirSync(join(pages, 'docs'));
	writeFileSync(join(pages, 'index.html'), '<script>go()</script>');
	writeFileSync(join(pages, 'about.html'), '<p>No script</p>');
	writeFileSync(join(pages, 'docs', 'index.html'), '<p>No script</p>');
	writeFileSync(join(pages, 'about.html.gz'), '');
	expect(Object.fromEntries(readPagePolicies(pages))).toEqual({
		'/': policyText([GO_HASH]),
		'/about': policyText(),
		'/docs/': policyText()
	});
});

test('a build without prerendered pages has no page policies', () => {
	expect(readPagePolicies(join(pages, 'missing')).size).toBe(0);
});
