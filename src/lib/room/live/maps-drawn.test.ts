import { expect, test } from 'vitest';
import type { FeedKey } from '../feed/audience-key.ts';
import { MAP_DRAWN_MS } from '../map/map-parts.ts';
import { openLiveRoom } from '../testing/live-room.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

/** A room at the beginning of its incident, of whose map no page has asked. */
async function running(): Promise<Opened> {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Ana', 'ward');
	for (let n = 0; n < 3; n++) await room.goOn('p1');
	return room;
}

async function advanced(room: Opened): Promise<void> {
	const { round } = room.step();
	for (let n = 0; n < 10 && room.step().round === round; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
}

const mapsOf = ({ sent }: Opened) => [...sent.keys()].filter((feed) => feed.startsWith('map:'));
const mapMinute = (room: Opened, feed: FeedKey) => {
	const steps = [...(room.feeds.get(feed) ?? [])].filter(([part]) => /^map(Whole|:)/.test(part));
	return Math.max(...steps.map(([, text]) => (JSON.parse(text) as { minute: number }).minute));
};

test('R340: maps that no page shows are not drawn', async () => {
	const room = await running();
	await advanced(room);
	expect(room.part('team:ward', 'clock')!.minute).toBeGreaterThan(0);
	expect(mapsOf(room)).toEqual([]);
});

test('R340: who opens a map is told of it at once, whole, and from then on; nobody else is', async () => {
	const room = await running();
	await advanced(room);
	room.room.drawMap('map:team:ward');
	expect(room.part('map:team:ward', 'mapFacts')).toBeDefined();
	expect(room.part('map:team:ward', 'mapWhole')!.minute).toBe(room.part('team:ward', 'clock')!.minute);
	await advanced(room);
	expect(mapMinute(room, 'map:team:ward')).toBe(room.part('team:ward', 'clock')!.minute);
	expect(mapsOf(room)).toEqual(['map:team:ward']);
});

test('R340: a map that no page shows any more is gone with the next picture of the world, and whole where it is shown again', async () => {
	const room = await running();
	room.room.drawMap('map:stage');
	await room.clock.pass(MAP_DRAWN_MS);
	await advanced(room);
	expect([...room.feeds.get('map:stage')!.keys()]).toEqual([]);
	room.room.drawMap('map:stage');
	expect(room.part('map:stage', 'mapFacts')).toBeDefined();
	expect(room.part('map:stage', 'mapWhole')).toBeDefined();
	expect(mapMinute(room, 'map:stage')).toBe(room.part('stage', 'clock')!.minute);
});

test('R340: where no map is drawn for an audience, asking for one does nothing', async () => {
	const room = await running();
	for (const map of ['map:facilitator', 'map:team:nobody', 'map:door'] as const) room.room.drawMap(map);
	await advanced(room);
	expect(mapsOf(room)).toEqual([]);
});
