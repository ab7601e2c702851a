import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENARIO_LENGTH_MOST } from '../rooms/own-scenario.ts';
import { playedText } from '../../room/testing/played-pack.ts';
import { scenarioFaultText } from '../../text/scenario-fault-text.ts';
import { Browser, Seat, SETUP } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const FILE = { name: 'mine.yaml', text: playedText() };
const SCENARIO_ID = /^id: *(\S+)/m.exec(FILE.text)![1]!;

const data = dataFolder();
let server: RoomsServer;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
});
afterAll(async () => {
	await server.close();
	data.remove();
});

const setup = {
	scenarioId: SCENARIO_ID,
	cut: 'short',
	seed: 'a',
	teams: [{ id: 'ward', name: 'Ward', roles: ['hospital'] }],
	bots: {}
};

describe('R152: a scenario of somebody’s own', () => {
	test('is read by the server, which says what can be chosen of it', async () => {
		const { status, body } = await new Browser(server.url).post('/api/rooms/scenarios', { file: FILE });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			ok: true,
			scenario: { id: SCENARIO_ID, cuts: [{ id: 'short', rounds: 3 }] }
		});
		expect(JSON.stringify(body)).not.toContain('injects');
	});

	test('with faults is refused with each fault’s line, what is wrong, and what to do', async () => {
		const text = FILE.text.replace('format: 1', 'format: 1\nformta: 2');
		const { body } = await new Browser(server.url).post('/api/rooms/scenarios', {
			file: { name: 'mine.yaml', text }
		});
		expect(body.ok).toBe(false);
		expect(body.faults[0]).toMatchObject({ line: expect.any(Number), path: 'formta' });
		expect(scenarioFaultText(body.faults[0])).toEqual({
			what: "there is no key 'formta' here",
			remedy: "Did you mean 'format'?"
		});
	});

	test('that is larger than any scenario, or comes from another machine without the key, is not read', async () => {
		const browser = new Browser(server.url);
		const file = { name: 'x.yaml', text: 'x'.repeat(SCENARIO_LENGTH_MOST + 1) };
		expect((await browser.post('/api/rooms/scenarios', { file })).status).toBe(400);
		const huge = { name: 'x.yaml', text: 'x'.repeat(4_000_000) };
		expect((await browser.post('/api/rooms/scenarios', { file: huge })).status).toBe(413);
		const far = { 'X-Forwarded-For': '10.0.0.9' };
		expect((await browser.post('/api/rooms/scenarios', { file: FILE }, far)).status).toBe(401);
	});

	test('is played by its room, before and after the server was started again, beside rooms of built-in ones', async () => {
		const host = new Browser(server.url);
		const { status, body: room } = await host.post('/api/rooms', { setup, file: FILE });
		expect(status).toBe(201);
		const other = await new Browser(server.url).open(SETUP);
		const door = async (code: string) =>
			(await host.get(`/api/rooms/${code}`)).body.scenarioTitle.en as string;
		const title = await door(room.code);
		expect(title).not.toBe(await door(other.code));
		const player = await new Browser(server.url).join(room.code, 'player', 'ward', 'Ana');
		const page = player.live();
		await page.until((parts) => parts.has('facts'));
		const facts = page.parts.get('facts') as { decisions: { role: string }[] };
		expect(new Set(facts.decisions.map(({ role }) => role))).toEqual(new Set(['hospital']));
		expect(JSON.stringify([...page.parts])).not.toContain('We cannot go on');
		page.leave();
		await server.close();
		server = await startRooms({ dataFolder: data.folder });
		await server.rooms.restored;
		const again = new Browser(server.url);
		expect((await again.get(`/api/rooms/${room.code}`)).body.scenarioTitle.en).toBe(title);
		expect(new Seat(host, room.code, room.person.id).path).toContain(room.code);
	});

	test('whose id is not the one that the setup names opens nothing', async () => {
		const { status, body } = await new Browser(server.url).post('/api/rooms', {
			setup: { ...setup, scenarioId: 'july-2024' },
			file: FILE
		});
		expect({ status, code: body.code }).toEqual({ status: 400, code: 'unknownScenario' });
	});
});
