import { describe, expect, it } from 'vitest';
import { partLoader, type PartSources } from './load-part.ts';
import { PartFault } from './part-fault.ts';

const FOLDER = 'http://localhost/_app/immutable';
const FILES = ['chunks/part.js', 'chunks/under.js', 'assets/part.css'].map((file) => `${FOLDER}/${file}`);
const part = { default: 'a part' };

type Answer = () => Promise<Response>;
const file: Answer = () =>
	Promise.resolve(new Response('', { headers: { 'content-type': 'text/javascript' } }));
const styles: Answer = () => Promise.resolve(new Response('', { headers: { 'content-type': 'text/css' } }));
const drop: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const answer =
	(status: number): Answer =>
	() =>
		Promise.resolve(new Response('', { status }));
const signIn: Answer = () =>
	Promise.resolve(new Response('<h1>Room number?', { headers: { 'content-type': 'text/html' } }));

/** A page to which each file comes as told by its name, once; afterwards it comes. */
function pageWhere(firstAnswers: Readonly<Record<string, Answer>>, linked: readonly string[] = []) {
	const fetched: string[] = [];
	const applied: string[] = [];
	const sources: PartSources = {
		fetch(url) {
			const name = url.slice(url.lastIndexOf('/') + 1);
			const isFirst = !fetched.includes(name);
			fetched.push(name);
			const usual = name.endsWith('.css') ? styles : file;
			return ((isFirst && firstAnswers[name]) || usual)();
		},
		isLinked: (url) => linked.some((name) => url.endsWith(name)),
		applyStyles: async (url) => void applied.push(url)
	};
	let imports = 0;
	const load = () =>
		partLoaderOf(() => {
			imports++;
			return Promise.resolve(part);
		});
	const loader = partLoader(sources);
	const partLoaderOf = (importPart: () => Promise<typeof part>) => loader(importPart, FILES);
	return { load, partLoaderOf, fetched, applied, imports: () => imports };
}

async function faultOf(work: Promise<unknown>): Promise<string> {
	const error = await work.then(
		() => null,
		(reason: unknown) => reason
	);
	return error instanceof PartFault ? error.code : String(error);
}

describe('a part of the page', () => {
	it('is imported once all of its files have arrived, each fetched once', async () => {
		const page = pageWhere({});
		expect(await Promise.all([page.load(), page.load()])).toEqual([part, part]);
		expect(page.fetched).toEqual(['part.js', 'under.js', 'part.css']);
		expect(page.applied).toEqual(['http://localhost/_app/immutable/assets/part.css']);
	});

	it('does not fetch what the page has linked to from the start', async () => {
		const page = pageWhere({}, ['under.js', 'part.css']);
		await page.load();
		expect(page.fetched).toEqual(['part.js']);
	});

	it.each([
		['the connection is cut', drop, 'noNetwork'],
		['the network asks to sign in', signIn, 'noNetwork'],
		['the server has been rebuilt', answer(404), 'otherVersion'],
		['the server is starting', answer(503), 'serverFails']
	])('is not imported when %s, and comes when it is tried again', async (_, first, code) => {
		for (const name of ['part.js', 'under.js', 'part.css']) {
			const page = pageWhere({ [name]: first });
			expect(await faultOf(page.load())).toBe(code);
			expect(page.imports()).toBe(0);
			expect(await page.load()).toBe(part);
		}
	});

	it('that the page has linked to, and that has not come all the same, is no defect', async () => {
		const page = pageWhere({}, ['part.js']);
		const failed = new TypeError(`Failed to fetch dynamically imported module: ${FILES[0]}`);
		expect(await faultOf(page.partLoaderOf(() => Promise.reject(failed)))).toBe('noNetwork');
	});

	it('that has arrived and does not run is called broken', async () => {
		const page = pageWhere({});
		expect(await faultOf(page.partLoaderOf(() => Promise.reject(new SyntaxError('x'))))).toBe('broken');
	});
});
