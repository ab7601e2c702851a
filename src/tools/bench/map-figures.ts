import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { ensureChromium } from '../browsers/ensure.ts';
import { projectFolder } from '../project.ts';
import { chromiumFlags } from '../browsers/flags.ts';
import { median } from './measure.ts';
import { digits, type Measured } from './report.ts';

const POINTS = 100_000;
const MANY_POINTS = 1_000_000;
const PICTURES = 120;
const MANY_PICTURES = 24;
/** Half an hour with a snapshot a second. */
const MOMENTS = 1800;

/** What the bench's page (beside the map's own code) puts on its window. */
interface MapBench {
	run(
		points: number,
		pictures: number
	): Promise<{ setUpMs: number; pictureMs: number[]; uploadBytes: number }>;
	particles(points: number, pictures: number): Promise<number[]>;
	play(points: number, snapshots: number): Promise<void>;
}
type Window = { bench: MapBench };

/** Measures the map in a browser: its own layer and Pixi's ParticleContainer on the same counts in the same page. */
export async function measureMap(say: (what: string) => void): Promise<Measured[]> {
	say('the map, in a browser');
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-map-bench-'));
	await build({
		configFile: false,
		logLevel: 'error',
		root: join(projectFolder, 'src', 'lib', 'map', 'bench'),
		base: './',
		build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 4000 }
	});
	const server = createServer((request, response) => void send(folder, request.url ?? '/', response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumFlags] });
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
		await page.waitForFunction(() => 'bench' in window);
		return await figures(page, say);
	} finally {
		await browser.close();
		server.close();
		rmSync(folder, { recursive: true });
	}
}

async function figures(page: Page, say: (what: string) => void): Promise<Measured[]> {
	const run = (points: number, pictures: number) =>
		page.evaluate(([p, n]) => (window as never as Window).bench.run(p, n), [points, pictures] as const);
	const few = await run(POINTS, PICTURES);
	say('the same by ParticleContainer');
	const particles = await page.evaluate(([p, n]) => (window as never as Window).bench.particles(p, n), [
		POINTS,
		PICTURES / 2
	] as const);
	say('the map with a million points');
	const many = await run(MANY_POINTS, MANY_PICTURES);
	say('half an hour of the map');
	await page.reload();
	await page.waitForFunction(() => 'bench' in window);
	await page.evaluate(([p]) => (window as never as Window).bench.play(p, 100), [POINTS] as const);
	const before = await heapMb(page);
	await page.reload();
	await page.waitForFunction(() => 'bench' in window);
	await page.evaluate(([p, snapshots]) => (window as never as Window).bench.play(p, snapshots), [
		POINTS,
		MOMENTS
	] as const);
	const heap = await heapMb(page);
	const baseline = { of: 'ParticleContainer', value: warm(particles, 0.5) };
	const pictures = `${PICTURES} pictures with new counts for every point, software rendering where there is no card`;
	return [
		{ name: 'map_script_ms_p50_100k', value: warm(few.pictureMs, 0.5), note: pictures, baseline },
		{
			name: 'map_script_ms_p95_100k',
			value: warm(few.pictureMs, 0.95),
			note: pictures,
			baseline: { of: 'ParticleContainer', value: warm(particles, 0.95) }
		},
		{ name: 'map_script_ms_p95_1m', value: warm(many.pictureMs, 0.95), note: `${MANY_PICTURES} pictures` },
		{
			name: 'map_setup_ms_100k',
			value: few.setUpMs,
			note: `once, in a fresh page; with a million points ${digits(many.setUpMs)} ms`
		},
		{
			name: 'map_upload_kb_per_frame',
			value: few.uploadBytes / 1000,
			note: `the lines of shares that differ; ${digits(many.uploadBytes / 1000)} kB with a million points`
		},
		{
			name: 'map_heap_mb_after_30_min',
			value: heap,
			note: `${MOMENTS} snapshots; after the first hundred it was ${digits(before)} MB`
		}
	];
}

/** A share of pictures takes at most this long; the first tenth warms up and does not count. */
function warm(pictureMs: readonly number[], share: number): number {
	const counted = pictureMs.slice(Math.floor(pictureMs.length / 10)).sort((a, b) => a - b);
	if (share === 0.5) return median(counted);
	return counted[Math.min(counted.length - 1, Math.floor(counted.length * share))]!;
}

async function heapMb(page: Page): Promise<number> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('HeapProfiler.collectGarbage');
	const { usedSize } = await devtools.send('Runtime.getHeapUsage');
	await devtools.detach();
	return usedSize / 1e6;
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css'
};

async function send(
	folder: string,
	url: string,
	response: {
		writeHead(status: number, headers?: Record<string, string>): unknown;
		end(body?: Buffer): unknown;
	}
): Promise<void> {
	const path = normalize(decodeURIComponent(url.split('?', 1)[0]!)).replace(/^(\.\.[/\\])+/, '');
	try {
		const body = await readFile(join(folder, path));
		response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
		response.end(body);
	} catch {
		response.writeHead(404);
		response.end();
	}
}
