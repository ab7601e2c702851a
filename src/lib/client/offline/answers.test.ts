import { describe, expect, it } from 'vitest';
import { answerFile, answerPage, type AnswerSources } from './answers.ts';

const request = new Request('http://localhost/play');
const never = new Promise<never>(() => {});
const broken = () => Promise.reject(new DOMException('storage is broken', 'UnknownError'));
const missing = () => {
	throw new ReferenceError('caches is not defined');
};
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const online = (text = 'network') => Promise.resolve(new Response(text));

/** Sources whose time passes at once where nothing else settles. */
function sourcesOf(stored: AnswerSources['stored'], fetch: AnswerSources['fetch']): AnswerSources {
	return {
		stored,
		fetch: (asked, init) =>
			new Promise((resolve, reject) => {
				init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
				fetch(asked, init).then(resolve, reject);
			}),
		later(act) {
			const timer = setTimeout(act, 0);
			return () => clearTimeout(timer);
		}
	};
}

const textOf = async (answer: Promise<Response>) => (await answer).text();
const stored = (text: string) => () => Promise.resolve(new Response(text));
const nothing = () => Promise.resolve(undefined);

const CACHES: readonly [string, AnswerSources['stored']][] = [
	['rejects', broken],
	['throws', missing],
	['never answers', () => never],
	['is empty', nothing]
];

describe.each(CACHES)('where the cache %s', (_, cache) => {
	it('a file comes from the network', async () => {
		expect(
			await textOf(
				answerFile(
					request,
					'/a.js',
					sourcesOf(cache, () => online())
				)
			)
		).toBe('network');
	});

	it('a page comes from the network', async () => {
		expect(
			await textOf(
				answerPage(
					request,
					'/play',
					sourcesOf(cache, () => online())
				)
			)
		).toBe('network');
	});

	it('a page waits for a slow network as long as it takes', async () => {
		const slow = () =>
			new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('late')), 20));
		expect(await textOf(answerPage(request, '/play', sourcesOf(cache, slow)))).toBe('late');
	});

	it('and there is no network either, the answer fails as it does without a service worker', async () => {
		await expect(answerFile(request, '/a.js', sourcesOf(cache, offline))).rejects.toThrow('Failed to fetch');
		await expect(answerPage(request, '/play', sourcesOf(cache, offline))).rejects.toThrow('Failed to fetch');
	});
});

describe('where the cache is slow', () => {
	const slow = () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('kept')), 20));
	/** The shortest wait for the cache is over at once, the longer one is not. */
	const impatient = (fetch: AnswerSources['fetch']): AnswerSources => ({
		stored: slow,
		fetch,
		later(act, ms) {
			const timer = setTimeout(act, ms > 10_000 ? 10_000 : 0);
			return () => clearTimeout(timer);
		}
	});

	it('the network is asked meanwhile', async () => {
		expect(
			await textOf(
				answerFile(
					request,
					'/a.js',
					impatient(() => online())
				)
			)
		).toBe('network');
	});

	it('it is waited for where there is no network', async () => {
		expect(await textOf(answerFile(request, '/a.js', impatient(offline)))).toBe('kept');
		expect(await textOf(answerPage(request, '/play', impatient(offline)))).toBe('kept');
	});
});

describe('where the cache holds the file', () => {
	it('it comes from there without asking the network', async () => {
		expect(await textOf(answerFile(request, '/a.js', sourcesOf(stored('kept'), offline)))).toBe('kept');
	});

	it('a page comes from the network all the same, so that an update is seen', async () => {
		expect(
			await textOf(
				answerPage(
					request,
					'/play',
					sourcesOf(stored('kept'), () => online())
				)
			)
		).toBe('network');
	});

	it.each<[string, AnswerSources['fetch']]>([
		['fails', offline],
		['never answers', () => never],
		['answers with 502', () => Promise.resolve(new Response('bad gateway', { status: 502 }))]
	])('a page comes from the cache where the network %s', async (_, fetch) => {
		expect(await textOf(answerPage(request, '/play', sourcesOf(stored('kept'), fetch)))).toBe('kept');
	});

	it('a page that is not there any more is said to be missing', async () => {
		const gone = () => Promise.resolve(new Response('', { status: 404 }));
		expect((await answerPage(request, '/play', sourcesOf(stored('kept'), gone))).status).toBe(404);
	});
});
