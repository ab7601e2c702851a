import { afterEach, expect, test, vi } from 'vitest';
import type { MapMessage } from './messages.ts';
import { openMapWorker } from './open-map-worker.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser without workers is told as a map that does not run, once somebody hears', async () => {
	vi.stubGlobal('Worker', undefined);
	const message: MapMessage[] = [];
	openMapWorker((one) => message.push(one)).ask({ type: 'at', series: '', minute: 0, flows: null });
	await vi.waitUntil(() => message.length > 0);
	expect(message).toMatchObject([{ type: 'failed', fault: { code: 'broken' } }]);
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
			terminate(): void {}
		}
	);
	const message: MapMessage[] = [];
	openMapWorker((one) => message.push(one));
	workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
	expect(message).toMatchObject([{ fault: { code: 'didNotStart' } }]);
});
