import { afterEach, expect, test, vi } from 'vitest';
import { webNetwork } from './web-network.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
	['https:', 'wss://rooms.example/live'],
	['http:', 'ws://rooms.example/live']
])('a page of %s opens its socket by %s', (protocol, expected) => {
	const opened: string[] = [];
	vi.stubGlobal('location', { protocol, host: 'rooms.example' });
	vi.stubGlobal(
		'WebSocket',
		class {
			constructor(url: string) {
				opened.push(url);
			}
			addEventListener() {}
		}
	);
	webNetwork.openSocket('/live', { heard: () => {}, closed: () => {} });
	expect(opened).toEqual([expected]);
});
