import { hasNotLoaded } from '../not-loaded.ts';
import { PartFault } from './part-fault.ts';

/** What of a page the loading of its parts needs. */
export interface PartSources {
	fetch(url: string): Promise<Response>;
	/** Whether the page has asked for a file already, by a link in its head. */
	isLinked(url: string): boolean;
	/** Applies a style sheet. Rejects, and leaves nothing behind, where it does not come. */
	applyStyles(url: string): Promise<void>;
}

/**
 * Makes the function that every dynamic import of a built page goes through.
 *
 * A module that failed to arrive once fails in the same page for ever: browsers remember that, for it and for all that
 * imports it. So its files are fetched first, which can be repeated, and imported only once all of them have arrived:
 * then they come from the browser's cache.
 *
 * The build moves a handler that is attached to an import directly, as in `import(…).then(…, failed)`, into the import
 * itself, where it hears nothing of the files before it: await the import and catch around it.
 */
export function partLoader(sources: PartSources) {
	/** Files that have arrived or are on their way. */
	const arriving = new Map<string, Promise<void>>();

	function arrival(url: string): Promise<void> {
		const known = arriving.get(url);
		if (known !== undefined) return known;
		const arrived = arrive(url, sources);
		arriving.set(url, arrived);
		arrived.catch(() => arriving.delete(url));
		return arrived;
	}

	/**
	 * @param importPart the import itself
	 * @param urls of all files that it needs
	 */
	return async function loadPart<Part>(
		importPart: () => Promise<Part>,
		urls: readonly string[]
	): Promise<Part> {
		await Promise.all(urls.map(arrival));
		try {
			return await importPart();
		} catch (error) {
			// What the page has linked to was not fetched here: it may still not have come.
			const code = hasNotLoaded(error) ? 'noNetwork' : 'broken';
			throw new PartFault(code, urls[0] ?? String(importPart), error);
		}
	};
}

async function arrive(url: string, { fetch, isLinked, applyStyles }: PartSources): Promise<void> {
	if (isLinked(url)) return;
	const isStyles = new URL(url).pathname.endsWith('.css');
	let response: Response;
	try {
		response = await fetch(url);
		// Only then the whole file has come, and is in the browser's cache.
		await response.arrayBuffer();
	} catch (error) {
		throw new PartFault('noNetwork', url, error);
	}
	if (response.status === 404 || response.status === 410) throw new PartFault('otherVersion', url);
	if (!response.ok) throw new PartFault('serverFails', url);
	// The sign-in page of a hotel's network answers everything with a page of its own.
	const type = response.headers.get('content-type') ?? '';
	if (!type.includes(isStyles ? 'css' : 'javascript')) throw new PartFault('noNetwork', url);
	if (!isStyles) return;
	await applyStyles(url).catch((error: unknown) => {
		throw new PartFault('noNetwork', url, error);
	});
}
