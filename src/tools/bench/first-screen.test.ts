import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstScreenBytes, firstScreenScripts } from './first-screen.ts';

const PAGE = `<link rel="icon" href="./favicon.svg"><link href="./_app/start.js" rel="modulepreload">
<link rel="stylesheet" href="./_app/page.css"><script type="module" src="./_app/extra.js"></script>
<script>Promise.all([import("./_app/start.js"), import('./_app/app.js')])</script>`;

const SCRIPTS: Record<string, string> = {
	'_app/start.js': 'import{a}from"./shared.js";import"./effect.js";',
	'_app/app.js': 'import {b} from "./shared.js"; const later=()=>import("./later.js");',
	'_app/extra.js': 'export*from"../_app/deep/one.js"',
	'_app/shared.js': 'import"./start.js";',
	'_app/effect.js': '',
	'_app/deep/one.js': '',
	'_app/later.js': ''
};

test('a page loads what it preloads, runs and imports, and what that imports in turn: once, and not what waits', () => {
	expect(firstScreenScripts(PAGE, (path) => SCRIPTS[path])).toEqual([
		'_app/app.js',
		'_app/deep/one.js',
		'_app/effect.js',
		'_app/extra.js',
		'_app/shared.js',
		'_app/start.js'
	]);
});

let build: string;
beforeEach(() => (build = mkdtempSync(join(tmpdir(), 'patchfall-build-'))));
afterEach(() => rmSync(build, { recursive: true }));

test('scripts are counted compressed, each by itself, as they are sent', () => {
	mkdirSync(join(build, 'prerendered'));
	mkdirSync(join(build, 'client', '_app'), { recursive: true });
	writeFileSync(join(build, 'prerendered', 'index.html'), '<script src="/_app/one.js"></script>');
	const one = 'import "./two.js";' + 'one();'.repeat(500);
	const two = 'two();'.repeat(500);
	writeFileSync(join(build, 'client', '_app', 'one.js'), one);
	writeFileSync(join(build, 'client', '_app', 'two.js'), two);
	const bytes = [one, two].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
	expect(firstScreenBytes(build)).toEqual({ bytes, scripts: 2 });
});

test('what is not built is said, with what to do', () => {
	expect(() => firstScreenBytes(build)).toThrow('Run "npm run build" first.');
});
