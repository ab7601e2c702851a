import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { PersonKind } from '../src/lib/room/people/person.ts';
import { Browser, Seat, SETUP } from '../src/lib/server/rooms-api/testing/browser.ts';
import { ROOMS_FILE } from '../src/lib/server/stores/open-database.ts';
import { below, pick, seeded, type Random } from '../src/tools/fuzz/raw-requests.ts';
import { KEPT_NOTE, roomInput, type RoomInput } from '../src/tools/fuzz/room-inputs.ts';
import { ODD } from '../src/tools/fuzz/vocabulary.ts';
import { startBuilt } from '../src/tools/load/built-server.ts';
import { heldMb } from '../src/tools/load/process-figures.ts';
import { isDeepRun } from './deep-run.ts';
import { inParallel } from './raw-sockets.ts';

const INPUTS = isDeepRun ? 100_000 : 10_000;
const STREAMS = INPUTS / 100;
const ROOMS = 4;
const PHONES = 100;
const WIDTH = 24;
/** Answers are remembered for two minutes, and what is limited for each seat. */
const GROWTH_MB_MOST = 25;
const STACK = /\bat .+:\d+:\d+|node:internal|\.[jt]s:\d+/;

interface Room {
	readonly code: string;
	readonly seats: Readonly<Record<PersonKind, readonly Seat[]>>;
}

/** A locked room in its lobby, with somebody of each kind and many phones: each is heard only so often. */
async function openRoom(url: string): Promise<Room> {
	const host = new Browser(url);
	const opened = await host.open(SETUP);
	const desk = new Seat(host, opened.code, opened.person.id);
	const linked = async (kind: 'evaluator' | 'stage' | 'observer') => {
		const browser = new Browser(url);
		const body = { token: opened.links[kind].split('.')[1], name: kind };
		const answer = await browser.post(`/api/rooms/${opened.code}/links`, body);
		return new Seat(browser, opened.code, (answer.body as { person: { id: string } }).person.id);
	};
	const several = (count: number, one: () => Promise<Seat>) =>
		Promise.all(Array.from({ length: count }, one));
	const seats = {
		facilitator: [desk],
		evaluator: await several(20, () => linked('evaluator')),
		stage: await several(10, () => linked('stage')),
		observer: await several(PHONES, () => linked('observer')),
		player: await several(20, () =>
			new Browser(url).join(opened.code, 'player', pick(Math.random, ['sky', 'ward']))
		),
		phone: await several(PHONES, () => new Browser(url).join(opened.audienceCode, 'phone', null))
	};
	await desk.ask({ type: 'lockRoom', players: true, audience: true });
	expect((await desk.browser.post(`${desk.path}/requests`, KEPT_NOTE)).body.answer.kind).toBe('accepted');
	return { code: opened.code, seats };
}

interface Said {
	readonly status: number;
	readonly text: string;
	readonly retryAfterS: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
function ask(
	port: number,
	{ method, headers, body }: RoomInput,
	path: string,
	cookie: string
): Promise<Said> {
	return new Promise((resolve, reject) => {
		const sent = httpRequest(
			{ agent, port, host: '127.0.0.1', method, path, headers: { ...headers, Cookie: cookie } },
			(answer) => {
				let text = '';
				answer.setEncoding('utf8');
				answer.on('data', (chunk) => (text += chunk));
				answer.on('end', () =>
					resolve({
						status: answer.statusCode!,
						text,
						retryAfterS: Number(answer.headers['retry-after'] ?? 0)
					})
				);
			}
		);
		sent.on('error', reject).end(body ?? '');
	});
}

/** What an answer says, in one word. */
function codeOf({ text }: Said): string {
	const body = JSON.parse(text) as { code?: string; answer?: { kind: string; refusal?: { code: string } } };
	return body.code ?? body.answer?.refusal?.code ?? body.answer?.kind ?? 'something';
}

/** All that is kept, as text. */
function keptIn(folder: string): string {
	const database = new DatabaseSync(join(folder, ROOMS_FILE), { readOnly: true });
	try {
		const tables = database
			.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
			.all();
		return JSON.stringify(
			tables.map(({ name }) => database.prepare(`SELECT * FROM "${String(name)}" ORDER BY 1, 2, 3`).all())
		);
	} finally {
		database.close();
	}
}

/** A socket that says and asks for what no page does; resolves once it is closed. */
function oddSocket(random: Random, seat: Seat, port: number): Promise<number> {
	const since = encodeURIComponent(pick(random, ODD));
	const protocol = random() < 0.3 ? encodeURIComponent(pick(random, ODD)) : '2';
	const url = `ws://127.0.0.1:${port}${seat.path}/live?since=${since}&protocol=${protocol}`;
	const socket = new WebSocket(url, { headers: { Cookie: seat.browser.cookie } });
	return new Promise((resolve) => {
		socket.on('open', () => {
			for (let n = below(random, 5); n > 0; n--)
				if (socket.readyState === socket.OPEN)
					socket.send(
						random() < 0.5 ? pick(random, ODD) : Buffer.alloc(below(random, 9000), below(random, 256))
					);
			setTimeout(() => socket.close(), below(random, 50));
		});
		socket.on('error', () => {}).on('close', (code) => resolve(code));
	});
}

test(`R326: of ${INPUTS} inputs that nobody should send none is done, none makes the server fail, and each is told why`, async () => {
	test.setTimeout(3_600_000);
	const seed = isDeepRun ? Date.now() % 2 ** 31 : 20_240_719;
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-fuzzed-'));
	const server = await startBuilt({ PATCHFALL_DATA: folder });
	const url = `http://127.0.0.1:${server.port}`;
	const rooms = await Promise.all(Array.from({ length: ROOMS }, () => openRoom(url)));
	const kept = keptIn(folder);
	const seen: Record<string, number> = {};
	const harm: string[] = [];

	const send = async (index: number) => {
		const random = seeded(seed + index);
		const input = roomInput(random);
		const room = rooms[index % ROOMS]!;
		const seat = input.seat === null ? null : pick(random, room.seats[input.seat]);
		const other = input.place === 'otherPerson' ? room : rooms[(index + 1) % ROOMS]!;
		const at =
			input.place === 'own' || seat === null
				? seat
				: other.seats[input.seat === 'phone' ? 'player' : 'phone'][0]!;
		const path = `/api/rooms${input.path}`
			.replace(':code', at?.code ?? room.code)
			.replace(':person', at?.person ?? 'p0');
		for (;;) {
			const said = await ask(server.port, input, path, seat?.browser.cookie ?? '');
			const code = said.text.startsWith('{') ? codeOf(said) : `${said.status}`;
			const isHarm = said.status >= 500 || STACK.test(said.text);
			const isExpected = input.answers.length === 0 || input.answers.includes(code);
			if (!isHarm && code === 'tooMany' && !input.answers.includes(code) && input.answers.length > 0) {
				await new Promise((resolve) => setTimeout(resolve, said.retryAfterS * 1000 * (0.5 + random())));
				continue;
			}
			const key = `${input.wrong}: ${code}`;
			seen[key] = (seen[key] ?? 0) + 1;
			if (isHarm || !isExpected)
				harm.push(
					`seed ${seed + index}: ${said.status} ${said.text.slice(0, 300)} to ${JSON.stringify(input).slice(0, 600)}`
				);
			return;
		}
	};
	await inParallel(INPUTS / 2, WIDTH, send);
	const before = heldMb(await server.figures());
	await inParallel(INPUTS / 2, WIDTH, (index) => send(INPUTS / 2 + index));
	await inParallel(STREAMS, 8, async (index) => {
		const random = seeded(seed - index);
		const { seats } = pick(random, rooms);
		const code = await oddSocket(random, pick(random, [...seats.phone, ...seats.observer]), server.port);
		seen[`socket: ${code}`] = (seen[`socket: ${code}`] ?? 0) + 1;
	});
	const grownMb = heldMb(await server.figures()) - before;
	console.log(`seed ${seed}, ${grownMb.toFixed(1)} MB more: ${JSON.stringify(seen)}`);

	expect(harm.slice(0, 5)).toEqual([]);
	expect(server.lives(), server.complaints()).toBe(true);
	expect(server.complaints()).toBe('');
	expect(keptIn(folder) === kept).toBe(true);
	expect(grownMb).toBeLessThan(GROWTH_MB_MOST);
	// Each kind of wrong has been said by its name.
	const named = [
		...['malformed: malformed', 'unreadable: unreadable', 'wrong role: notForYou', 'oversized: tooLarge'],
		...['out of phase: noBallot', 'out of phase: voteClosed', 'foreign room or seat: noSeat'],
		...['replayed: accepted', 'joining: refused', 'other headers: foreignOrigin', 'other headers: notJson']
	];
	expect(named.filter((one) => (seen[one] ?? 0) < INPUTS / 1000)).toEqual([]);
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});
