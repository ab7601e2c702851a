import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveFrom } from '../../exercise/state.ts';
import type { RoomParts } from '../../room/live/parts.ts';
import { isMapPart } from '../../room/map/map-parts.ts';
import { Browser, Seat, type Page } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
let desk: Seat;
let ana: Seat;
const pages: Page[] = [];
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder, awayAfterMs: 0 });
});
afterAll(async () => {
	await server.close();
	data.remove();
});
beforeEach(async () => {
	const host = new Browser(server.url);
	const room = await host.open();
	desk = new Seat(host, room.code, room.person.id);
	ana = await new Browser(server.url).join(room.code, 'player', 'sky', 'Ana');
});
afterEach(() => pages.splice(0).forEach((page) => page.leave()));

function opened(page: Page): Page {
	pages.push(page);
	return page;
}

const mapIn = (parts: Iterable<string>) => [...parts].filter(isMapPart);
/** Every part of a map that a page has ever been told. */
const everTold = ({ heard }: Page) =>
	heard.flatMap((message) => (message.type === 'changes' ? mapIn(Object.keys(message.parts)) : []));
const minuteOf = (parts: ReadonlyMap<string, unknown>) => (parts.get('frame') as RoomParts['frame']).minute;

describe('R273: of a map', () => {
	test('who opens one is told the whole picture at once, and nothing else again', async () => {
		const folded = opened(ana.live());
		await folded.until((parts) => parts.has('frame'));
		expect(everTold(folded)).toEqual([]);
		folded.leave();
		const open = opened(ana.live(folded.cursor, null, true));
		await open.until((parts) => parts.has('mapWhole'));
		const [first] = open.heard.filter((message) => message.type === 'changes');
		expect(first).toMatchObject({ all: false });
		expect(
			[...open.parts.keys()].filter((part) => !isMapPart(part) && part !== 'me' && part !== 'team')
		).toEqual([]);
		expect(open.parts.has('mapFacts')).toBe(true);
	});

	test('a page that shows none is told nothing as time passes, beside one of the same seat that does', async () => {
		const [folded, open] = [opened(ana.live()), opened(ana.live('', null, true))];
		const staff = opened(desk.live());
		for (const page of [folded, open, staff]) await page.until((parts) => parts.has('frame'));
		const began = minuteOf(open.parts);
		const view = () => (staff.parts.get('view') as RoomParts['view']).projection;
		while (minuteOf(open.parts) === began || mapIn(open.parts.keys()).length < 3) {
			const from = moveFrom(view());
			await desk.ask({ type: 'goOn', from });
			await staff.until(() => JSON.stringify(moveFrom(view())) !== JSON.stringify(from));
		}
		await folded.until((parts) => minuteOf(parts) > began);
		expect(everTold(open).length).toBeGreaterThan(3);
		expect(everTold(folded)).toEqual([]);
		expect(everTold(staff)).toEqual([]);
	});

	test('a desk is told where it looks at a team’s page that shows one', async () => {
		const own = opened(desk.live('', null, true));
		const looking = opened(desk.live('', 'sky', true));
		await looking.until((parts) => parts.has('mapWhole'));
		await own.until((parts) => parts.has('frame'));
		expect(everTold(own)).toEqual([]);
	});

	test('it is the same for who asks and is not pushed', async () => {
		const told = new Set<string>();
		const ask = async (query: string, since = '') => {
			for (const message of await ana.poll(`?since=${encodeURIComponent(since)}${query}`)) {
				if (message.type !== 'changes') continue;
				for (const part of mapIn(Object.keys(message.parts))) told.add(part);
				since = message.cursor;
			}
			return since;
		};
		let since = await ask('&wait=0');
		expect([...told]).toEqual([]);
		while (!told.has('mapWhole')) since = await ask('&map=1', since);
		expect(told).toContain('mapFacts');
	});
});

test('R340: a map that a page shows is drawn again where the thread that drew it has died', async () => {
	const open = opened(ana.live('', null, true));
	await open.until((parts) => parts.has('mapWhole'));
	const before = open.heard.length;
	const code = ana.path.split('/')[3];
	server.rooms.killThread((await server.rooms.byCode(code))!.room.codes.id);
	await open.until(() => everTold({ heard: open.heard.slice(before) } as Page).includes('mapWhole'));
});
