/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import { answerFile, answerPage, type AnswerSources } from '$lib/client/offline/answers.ts';
import { TAKE_OVER } from '$lib/client/offline/messages.ts';

/**
 * After the first visit the page works without a network: everything that a build offers is stored when it is
 * installed. A build's own files come from the cache, pages from the network while there is one. A cache that fails
 * takes nothing away: then everything comes from the network.
 *
 * A new build is stored beside the old one and takes over once no page of the old one is open any more, or when the
 * person asks for it.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'patchfall-';
const CACHE = `${PREFIX}${version}`;
/** Pictures that only the README shows need not be stored. */
const OWN_FILES: ReadonlySet<string> = new Set([...build, ...files.filter((file) => !file.endsWith('.png'))]);
const PAGES: ReadonlySet<string> = new Set(prerendered);
/** Names of these files come from their content: one of an earlier build is the same file still. */
const CODE = `${base}/_app/immutable/`;

const sources: AnswerSources = {
	async stored(path) {
		const own = await (await caches.open(CACHE)).match(path);
		if (own !== undefined || !path.startsWith(CODE)) return own;
		// A page of the build before may still be open in another tab and need parts of itself.
		return caches.match(path);
	},
	fetch: (request, init) => fetch(request, init),
	later(act, ms) {
		const timer = setTimeout(act, ms);
		return () => clearTimeout(timer);
	}
};

worker.addEventListener('install', (event) => {
	event.waitUntil(storeBuild());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});

worker.addEventListener('message', ({ data }) => {
	if (data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	// What is not this page's own, or changes something, goes to the network untouched.
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	const path = pathOf(url);
	if (OWN_FILES.has(url.pathname) || url.pathname.startsWith(CODE))
		event.respondWith(answerFile(request, url.pathname, sources));
	else if (request.mode === 'navigate' && PAGES.has(path))
		event.respondWith(answerPage(request, path, sources));
});

/** All or nothing: a build that is stored in part would fail when it is needed. */
async function storeBuild(): Promise<void> {
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
	// The page of the first visit as well: it may still have to load parts of itself.
	await worker.clients.claim();
	// Builds that cannot be removed cost space and nothing else.
	await removeOldBuilds().catch(() => {});
}

/** The latest of the others stays for its open pages; names come in the order in which they were made. */
async function removeOldBuilds(): Promise<void> {
	const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
	await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** The server knows a page with and without a slash at its end. */
function pathOf({ pathname }: URL): string {
	return pathname.length > 1 && pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
}
