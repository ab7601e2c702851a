import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '../../../lib/room/people/person.ts';
import { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import { Chance } from './chance.ts';
import { Disk } from './disk.ts';
import { CALM, DeviceNetwork } from './network.ts';
import { HOST_KEY, SimulatedServer, type HttpAnswer } from './server.ts';
import { LIBRARY, setupOf } from './small-library.ts';

/* One request in two copies, the second of which is late. */

let time: FakeClock;
let disk: Disk;
let server: SimulatedServer;

beforeEach(() => {
	time = new FakeClock();
	disk = new Disk();
	server = new SimulatedServer({ time, disk, library: LIBRARY, ended: () => {}, complained: () => {} });
});
afterEach(() => {
	server.kill();
	disk.remove();
});

async function ask(url: string, cookie: string, body: unknown): Promise<HttpAnswer> {
	let answer: HttpAnswer | null = null;
	void server.ask('POST', url, cookie, body).then((one) => (answer = one));
	while (answer === null) await time.pass(1);
	return answer;
}

/** Between the copies the log goes on by one event, and something happens. */
async function askTwice(happens: () => void) {
	const opened = await ask('/api/rooms', '', { setup: setupOf('a'), hostKey: HOST_KEY });
	const { code, person } = opened.body as { code: string; person: Person };
	const requests = `/api/rooms/${code}/seats/${person.id}/requests`;
	const delays = [0, 1];
	const chance = Object.assign(new Chance(1, 0), { draw: () => delays.shift() ?? 0 });
	const answeredTwice = vi.fn<(first: unknown, second: unknown) => void>();
	const network = new DeviceNetwork({ time, chance, server, sent: () => {}, answeredTwice });
	network.cookie = opened.headers['Set-Cookie']!.split(';', 1)[0]!;
	network.weather = { ...CALM, delayMs: 1000, duplicates: 1 };
	const asked = vi.spyOn(server, 'ask');
	void network.ask(requests, { body: { id: 'a', type: 'blankStage', blank: true }, withinMs: 5000 });
	await time.pass(600);
	const note = { type: 'command', body: { type: 'note', payload: { text: 'Later' } } };
	await ask(requests, network.cookie, { id: 'b', ...note });
	happens();
	await time.pass(3000);
	const answers = await Promise.all(asked.mock.results.map(({ value }) => value as Promise<HttpAnswer>));
	const versions = answers.map(({ body }) => (body as { answer: { version: number } }).answer.version);
	const [first, noted, second] = versions as [number, number, number];
	return { first, noted, second, answeredTwice };
}

const accepted = (version: number) => ({ answer: { kind: 'accepted', version } });

test('R279: the answers of one process to copies of a request are compared, and are the same', async () => {
	const { first, noted, second, answeredTwice } = await askTwice(() => {});
	expect([noted, second]).toEqual([first + 1, first]);
	expect(answeredTwice.mock.calls).toEqual([[accepted(first), accepted(first)]]);
});

test('R279: they are the same also where the thread of the room has died in between', async () => {
	const { first, noted, second, answeredTwice } = await askTwice(() => server.machine!.endThread());
	expect([noted, second]).toEqual([first + 1, first]);
	expect(answeredTwice.mock.calls).toEqual([[accepted(first), accepted(first)]]);
});
