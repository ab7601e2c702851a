import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, Seat, type Opened } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
let host: Browser;
let room: Opened;
let desk: Seat;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
	host = new Browser(server.url);
	room = await host.open();
	desk = new Seat(host, room.code, room.person.id);
});
afterAll(async () => {
	await server.close();
	data.remove();
});

test('R125: a rehearsal of a room is another room with bots in every seat; thrown away, nothing is left of it', async () => {
	const before = (await host.get(`/api/rooms/${room.code}`)).body;
	const { status, body } = await host.post(`${desk.path}/rehearsals`, {});
	expect(status).toBe(201);
	const rehearsal = body as unknown as Opened;
	expect(rehearsal.code).not.toBe(room.code);
	const seat = new Seat(host, rehearsal.code, rehearsal.person.id);
	const door = (await host.get(`/api/rooms/${rehearsal.code}`)).body as {
		teams: readonly { seatsTaken: number }[];
	};
	expect(door.teams.every(({ seatsTaken }) => seatsTaken === 3)).toBe(true);

	expect((await host.post(`${seat.path}/rehearsals/end`, {})).status).toBe(200);
	expect((await host.get(`/api/rooms/${rehearsal.code}`)).status).toBe(404);
	expect((await host.get(seat.path)).status).toBe(404);
	expect((await host.get(`/api/rooms/${room.code}`)).body).toEqual(before);
});

test('R125: only a desk opens a rehearsal, and nothing but a rehearsal is thrown away', async () => {
	expect((await new Browser(server.url).post(`${desk.path}/rehearsals`, {})).status).toBe(401);
	expect(await host.post(`${desk.path}/rehearsals/end`, {})).toMatchObject({
		status: 409,
		body: { code: 'noRehearsal' }
	});
	expect((await host.get(desk.path)).status).toBe(200);
});
