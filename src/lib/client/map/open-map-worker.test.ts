import { afterEach, expect, test, vi } from 'vitest';
import type { MapNews } from './messages.ts';
import { openMapWorker } from './open-map-worker.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser without workers is told as a map that does not run, once somebody hears', async () => {
	vi.stubGlobal('Worker', undefined);
	const news: MapNews[] = [];
	openMapWorker((one) => news.push(one)).ask({ type: 'at', lane: '', minute: 0, flows: null });
	await vi.waitUntil(() => news.length > 0);
	expect(news).toMatchObject([{ type: 'failed', failure: { subject: 'map', remedy: 'Reload the page.' } }]);
});

test('a worker that dies is no log that was not opened', () => {
	const workers: EventTarget[] = [];
	vi.stubGlobal(
		'Worker',
		class extends EventTarget {
			constructor() {
				super();
				workers.push(this);
			}
		}
	);
	const news: MapNews[] = [];
	openMapWorker((one) => news.push(one));
	workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
	expect(news).toMatchObject([
		{ failure: { subject: 'map', what: expect.stringContaining('did not start') } }
	]);
});
