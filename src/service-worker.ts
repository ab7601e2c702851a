/// <reference lib="webworker" />
import { build, files, prerendered, version } from '$service-worker';

/**
 * After the first visit the page works without a network: everything that a build offers is put by when it is installed.
 *
 * A build's own files never change, so they come from what was put by. Pages come from the network while there is one,
 * so that an update is seen at once, and else from what was put by with their files: old page, old files, all of one
 * build. A new build is put by beside the old one and takes over once no page of the old one is open any more.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'patchfall-';
const CACHE = `${PREFIX}${version}`;
/** Pictures that only the README shows are nothing to put by. */
const OWN_FILES: ReadonlySet<string> = new Set([...build, ...files.filter((file) => !file.endsWith('.png'))]);
const PAGES: ReadonlySet<string> = new Set(prerendered);
/** A network that does not answer a page by then counts as none, where there is something to show instead. */
const PATIENCE_MS = 4000;

worker.addEventListener('install', (event) => {
	event.waitUntil(putBy());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	// What is not this page's own, or changes something, is none of its business.
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (OWN_FILES.has(url.pathname)) event.respondWith(ownFile(request, url.pathname));
	else if (request.mode === 'navigate' && PAGES.has(pathOf(url)))
		event.respondWith(page(request, pathOf(url)));
});

/** All or nothing: a build that is put by in part would fail when it is needed. */
async function putBy(): Promise<void> {
	const cache = await caches.open(CACHE);
	const wanted = [...OWN_FILES, ...PAGES];
	try {
		// Past the browser's own cache: it may still hold a page of the build before.
		await cache.addAll(
			wanted.map((path) => new Request(path, { cache: PAGES.has(path) ? 'reload' : 'default' }))
		);
	} catch (error) {
		await caches.delete(CACHE);
		throw error;
	}
}

async function takeOver(): Promise<void> {
	const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	await Promise.all(others.map((name) => caches.delete(name)));
	// The page of the first visit as well: it may still have to load parts of itself.
	await worker.clients.claim();
}

async function ownFile(request: Request, path: string): Promise<Response> {
	return (await cached(path)) ?? fetch(request);
}

async function page(request: Request, path: string): Promise<Response> {
	const kept = await cached(path);
	if (kept === undefined) return fetch(request);
	try {
		const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
		// A server that is being replaced answers with 502 or 503 for a while.
		return answer.status >= 500 ? kept : answer;
	} catch {
		return kept;
	}
}

async function cached(path: string): Promise<Response | undefined> {
	const cache = await caches.open(CACHE);
	return cache.match(path);
}

/** The server knows a page with and without a slash at its end. */
function pathOf({ pathname }: URL): string {
	return pathname.length > 1 && pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
}
