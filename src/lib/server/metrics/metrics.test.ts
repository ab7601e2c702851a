import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Engine } from '../../exercise/world/engine.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { Browser } from '../rooms-api/testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from '../rooms-api/testing/rooms-server.ts';
import { Histogram, type Durations } from './histogram.ts';
import { Measures } from './measures.ts';
import { makeMetricsServer } from './metrics-server.ts';
import { metricsText, METRICS_TYPE } from './metrics-text.ts';
import { Metrics } from './metrics.ts';

const GAUGES = { isReady: true, rooms: 2, seats: 3, sockets: 1, polling: 0 };
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

test('R323: durations are counted by class, and add up over threads', () => {
	const [one, all] = [new Histogram(), new Histogram()];
	for (const seconds of [0.0005, 0.001, 0.2, 60]) one.add(seconds);
	all.addAll(one.take());
	one.add(0.2);
	all.addAll(one.take());
	expect(all.all.counts).toEqual([2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1]);
	expect(all.all.sumS).toBeCloseTo(60.4015);
	expect(one.all.sumS).toBe(0);
});

test('R323: what moves worlds on and what writes is timed, and does what it did', async () => {
	const measures = new Measures();
	const moved: number[] = [];
	const engine = { start: () => ({ advance: (_orders: unknown, toMin: number) => void moved.push(toMin) }) };
	measures
		.timedEngine(engine as unknown as Engine)
		.start()
		.advance([], 10);
	const store = measures.timedStore(new MemoryLogStore<string>());
	const head = { id: 'a', writer: 'w', format: 1, summary: 'first' };
	await store.create({ head, events: [] });
	await expect(store.putRow('none', 'votes', 'p1', 1)).rejects.toThrow('gone');
	expect((await store.read('a'))!.head).toEqual(head);
	expect(moved).toEqual([10]);
	const count = ({ counts }: Durations) => counts.reduce((sum, one) => sum + one, 0);
	const { fold, store: writes, lag } = measures.take();
	expect([count(fold), count(writes), count(lag)]).toEqual([1, 2, 1]);
	expect(count(measures.take().fold)).toBe(0);
});

test('R323: figures are in the text format of Prometheus', () => {
	const metrics = new Metrics();
	metrics.refused('requests');
	metrics.dropped.slow = 4;
	metrics.store.add(0.004);
	const lines = metricsText(metrics, GAUGES).trimEnd().split('\n');
	for (const line of lines)
		expect(line).toMatch(
			/^(# (HELP|TYPE) patchfall_\w+ .+|patchfall_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/
		);
	for (const line of [
		'patchfall_rooms 2',
		'patchfall_streams{kind="socket"} 1',
		'patchfall_refused_total{code="requests"} 1',
		'patchfall_dropped_total{why="slow"} 4',
		'patchfall_store_seconds_bucket{le="0.0025"} 0',
		'patchfall_store_seconds_bucket{le="0.005"} 1',
		'patchfall_store_seconds_bucket{le="+Inf"} 1',
		'patchfall_store_seconds_count 1'
	])
		expect(lines).toContain(line);
});

test('R323: figures are at one address, which can only be read', async () => {
	const server = makeMetricsServer(() => metricsText(new Metrics(), GAUGES));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closing.push(() => void server.close());
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const answer = await fetch(`${url}/metrics`);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, METRICS_TYPE]);
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
	expect((await fetch(`${url}/`)).status).toBe(404);
});

test('R323: a room is counted: people, pages, refusals by name, writes; nobody is named', async () => {
	const data = dataFolder();
	closing.push(() => data.remove());
	const server: RoomsServer = await startRooms({ dataFolder: data.folder });
	closing.push(() => server.close());
	const browser = new Browser(server.url);
	const { code, person } = await browser.open();
	const ana = await browser.join(code, 'player', 'sky', 'Ana Unmistakable');
	const page = ana.live();
	await page.until(() => true);
	await ana.ask({ type: 'nonsense' } as never);
	await browser.get('/api/rooms/no-code');
	await expect.poll(() => server.rooms.metrics.store.all.sumS, { timeout: 60_000 }).toBeGreaterThan(0);
	const text = metricsText(server.rooms.metrics, {
		isReady: true,
		sockets: server.sockets(),
		...server.rooms.counts
	});
	expect(server.rooms.counts).toMatchObject({ rooms: 1, seats: 2 });
	expect(text).toContain('patchfall_streams{kind="socket"} 1');
	for (const name of ['unreadable', 'unknownCode'])
		expect(text).toContain(`patchfall_refused_total{code="${name}"} 1`);
	expect(text).toMatch(/patchfall_lag_seconds_count\{thread="rooms"\} [1-9]/);
	for (const secret of ['Unmistakable', code, person.id, ana.person, ...browser.cookies.values()])
		expect(text).not.toContain(secret);
});
