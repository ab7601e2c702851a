import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { PersonKind } from '../../lib/room/people/person.ts';
import { Browser, Seat, SETUP } from '../../lib/server/rooms-api/testing/browser.ts';
import { ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { comeIn } from '../load/come-in.ts';
import { startBuilt } from '../load/built-server.ts';
import { heldMb } from '../load/process-figures.ts';
import { inParallel } from './in-parallel.ts';
import { below, pick, seeded, type Random } from './raw-requests.ts';
import { KEPT_NOTE, roomInput, type RoomInput } from './room-inputs.ts';
import { ODD } from './vocabulary.ts';

const ROOMS = 4;
const PHONES = 40;
/** Inputs that are on their way at the same time. */
const WIDTH = 24;
/** One socket that says what no page does for so many requests. */
const STREAM_EVERY = 100;
const STACK = /\bat .+:\d+:\d+|node:internal|\.[jt]s:\d+/;

/** What became of a server that was sent what nobody should send. */
export interface Fuzzed {
	/** How often each kind of input was answered how. */
	readonly seen: Readonly<Record<string, number>>;
	/** Inputs that made it fail, showed a stack trace, or were answered otherwise than by their name. */
	readonly harm: readonly string[];
	/** From the middle to the end. */
	readonly grownMb: number;
	/** Whether all that is kept is as it was before. */
	readonly isAsItWas: boolean;
	readonly lives: boolean;
	readonly complaints: string;
}

interface Room {
	readonly code: string;
	readonly seats: Readonly<Record<PersonKind, readonly Seat[]>>;
}

/** A locked room in its lobby, with somebody of each kind and many phones: each is heard only so often. */
async function openRoom(url: string): Promise<Room> {
	const host = new Browser(url);
	const opened = await host.open(SETUP);
	const desk = new Seat(host, opened.code, opened.person.id);
	const linked = (kind: 'evaluator' | 'stage' | 'observer') =>
		comeIn(url, opened.code, 'links', { token: opened.links[kind].split('.')[1], name: kind });
	const joined = (code: string, kind: 'player' | 'phone', team: string | null) =>
		comeIn(url, code, 'seats', { kind, team, name: '' });
	const several = (count: number, one: (n: number) => Promise<Seat>) =>
		Promise.all(Array.from({ length: count }, (_, n) => one(n)));
	const seats = {
		facilitator: [desk],
		evaluator: await several(8, () => linked('evaluator')),
		stage: await several(6, () => linked('stage')),
		observer: await several(PHONES, () => linked('observer')),
		player: await several(16, (n) => joined(opened.code, 'player', n % 2 ? 'sky' : 'ward')),
		phone: await several(PHONES, () => joined(opened.audienceCode, 'phone', null))
	};
	await desk.ask({ type: 'lockRoom', players: true, audience: true });
	await desk.browser.post(`${desk.path}/requests`, KEPT_NOTE);
	return { code: opened.code, seats };
}

interface Said {
	readonly status: number;
	readonly text: string;
	readonly retryAfterS: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
/** Null: the connection was closed without an answer. */
function ask(
	port: number,
	{ method, headers, body }: RoomInput,
	path: string,
	cookie: string
): Promise<Said | null> {
	return new Promise((resolve) => {
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
		sent.on('error', () => resolve(null)).end(body ?? '');
	});
}

/** What an answer says, in one word. */
function codeOf({ text, status }: Said): string {
	if (!text.startsWith('{')) return `${status}`;
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

/** Where an input goes, and who sends it. */
function placed(random: Random, { seat: kind, place, path }: RoomInput, room: Room, otherRoom: Room) {
	const seat = kind === null ? null : pick(random, room.seats[kind]);
	const other = (place === 'otherPerson' ? room : otherRoom).seats[kind === 'phone' ? 'player' : 'phone'][0]!;
	const at = place === 'own' ? seat : other;
	return {
		path: `/api/rooms${path}`.replace(':code', at?.code ?? room.code).replace(':person', at?.person ?? 'p0'),
		cookie: seat?.browser.cookie ?? ''
	};
}

const TRIES = 5;

/** What is asked too often is asked again, and what went out on a connection that was just being closed. */
async function answerTo(
	random: Random,
	ask: () => Promise<Said | null>,
	{ answers }: RoomInput
): Promise<Said | null> {
	const isWaitedFor = answers.length > 0 && !answers.includes('tooMany');
	for (let lost = 0; lost < TRIES;) {
		const said = await ask();
		if (said === null) lost++;
		else if (said.status !== 429 || !isWaitedFor) return said;
		const waitS = said?.retryAfterS ?? 0.1;
		await new Promise((resolve) => setTimeout(resolve, waitS * 1000 * (0.5 + random())));
	}
	return null;
}

/** Sends a built server of its own as many inputs, made from a seed. */
export async function fuzzRooms(inputs: number, seed: number): Promise<Fuzzed> {
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
		const { path, cookie } = placed(random, input, rooms[index % ROOMS]!, rooms[(index + 1) % ROOMS]!);
		const said = await answerTo(random, () => ask(server.port, input, path, cookie), input);
		const code = said === null ? 'no answer' : codeOf(said);
		const key = `${input.wrong}: ${code}`;
		seen[key] = (seen[key] ?? 0) + 1;
		const isHarm = said === null || said.status >= 500 || STACK.test(said.text);
		if (isHarm || (input.answers.length > 0 && !input.answers.includes(code)))
			harm.push(
				`seed ${seed + index}: ${said?.text.slice(0, 300)} to ${JSON.stringify(input).slice(0, 600)}`
			);
	};
	await inParallel(inputs / 2, WIDTH, send);
	const before = heldMb(await server.figures());
	await inParallel(inputs / 2, WIDTH, (index) => send(inputs / 2 + index));
	await inParallel(inputs / STREAM_EVERY, 8, async (index) => {
		const random = seeded(seed - index);
		const { seats } = pick(random, rooms);
		const code = await oddSocket(random, pick(random, [...seats.phone, ...seats.observer]), server.port);
		seen[`socket: ${code}`] = (seen[`socket: ${code}`] ?? 0) + 1;
	});
	const grownMb = heldMb(await server.figures()) - before;
	const found = {
		...{ seen, harm, grownMb },
		isAsItWas: keptIn(folder) === kept,
		lives: server.lives(),
		complaints: server.complaints()
	};
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
	return found;
}
