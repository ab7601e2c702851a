import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Browser, Page } from 'playwright';
import type { Phase } from '../../lib/exercise/phases/phases.ts';
import { moveFrom } from '../../lib/exercise/state.ts';
import { patched } from '../../lib/room/feed/patch.ts';
import type { RoomParts } from '../../lib/room/live/parts.ts';
import { PROTOCOL, type ServerMessage } from '../../lib/room/protocol/protocol.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { readScenario } from '../packs.ts';
import { projectFolder } from '../project.ts';
import { withBuiltApp } from './built-app.ts';
import { firstScreenBytes } from './first-screen.ts';
import { percentile } from './measure.ts';
import type { Measured } from './report.ts';

const SOCKETS = 30;
const STEPS = 20;
/** Pictures of a running world that are weighed at most. */
const FRAMES = 120;
/** Before the world has come to its end. */
const RUNS: readonly Phase[] = ['lobby', 'briefing', 'preparation', 'incident', 'recovery'];
/** As many as it takes for everybody to find a seat. */
const TEAMS = readScenario(DEFAULT_SCENARIO)
	.roles.filter(({ kind }) => kind !== 'table')
	.slice(0, 4)
	.map(({ id }, i) => ({ id: `team-${i + 1}`, name: `Team ${i + 1}`, roles: [id] }));

/** Somebody in a room, by a socket of their own. */
interface Member {
	readonly socket: WebSocket;
	/** Parts as they were told last. */
	readonly parts: Map<string, unknown>;
	/** Resolves, with the time, once a part is as it should be. */
	heardOf<Part extends 'step' | 'view'>(
		part: Part,
		holds: (value: RoomParts[Part] | undefined) => boolean
	): Promise<number>;
	readonly weights: number[];
}

/** Measures a room of people in the app as it was built. */
export async function measureRooms(say: (what: string) => void): Promise<Measured[]> {
	const build = join(projectFolder, 'build');
	const phoneJs = firstScreenBytes(build, 'vote.html');
	const teamJs = firstScreenBytes(build, 'room.html');
	return withBuiltApp(async (browser, url) => {
		const desk = await openRoom(url);
		say('joining, in a browser');
		const { page, joinMs } = await joinByPage(browser, url, desk.code);
		say(`a room with ${SOCKETS} screens`);
		const members: Member[] = [];
		for (let n = 1; n < SOCKETS; n++) members.push(await joinBySocket(url, desk.code, n));
		const stepsMs = await steps(desk, members, page);
		say('a running world');
		const weights = await run(desk, members[0]!);
		for (const { socket } of members) socket.close();
		desk.member.socket.close();
		return [
			{
				name: 'join_to_first_screen_ms',
				value: joinMs,
				note: 'from choosing a team to the team’s page, on this machine'
			},
			{ name: 'phone_js_gzip_kb', value: phoneJs.bytes / 1000, note: `${phoneJs.scripts} scripts` },
			{
				name: 'team_js_gzip_kb',
				value: teamJs.bytes / 1000,
				note: `${teamJs.scripts} scripts before the seat is known; the screens of play come after them`
			},
			{
				name: 'command_to_all_screens_ms_p95',
				value: percentile(stepsMs, 95),
				note: `${stepsMs.length} presses of pause and “Go on”, ${SOCKETS} screens`
			},
			{
				name: 'frame_bytes_p95',
				value: percentile(weights, 95),
				note: `${weights.length} messages with a picture of the world, as a team gets them, not compressed`
			}
		];
	});
}

interface Desk {
	readonly code: string;
	readonly member: Member;
	ask(body: object): Promise<void>;
}

async function openRoom(url: string): Promise<Desk> {
	const setup = { scenarioId: DEFAULT_SCENARIO, cut: 'short', seed: 'bench', teams: TEAMS, bots: {} };
	const answer = await post(`${url}/api/rooms`, { setup }, '', url);
	const { code, person } = answer.body as { code: string; person: { id: string } };
	const path = `/api/rooms/${code}/seats/${person.id}`;
	const member = await connect(url, path, answer.cookie);
	let asked = 0;
	return {
		code,
		member,
		async ask(body) {
			const id = `bench-${++asked}`;
			const { body: said } = await post(`${url}${path}/requests`, { id, ...body }, answer.cookie, url);
			const { kind } = (said as { answer: { kind: string } }).answer;
			if (kind !== 'accepted') throw new Error(`The room did not do it: ${JSON.stringify(said)}`);
		}
	};
}

async function joinBySocket(url: string, code: string, n: number): Promise<Member> {
	const seat = { kind: 'player', name: `Player ${n}`, team: TEAMS[n % TEAMS.length]!.id };
	const { body, cookie } = await post(`${url}/api/rooms/${code}/seats`, seat, '', url);
	const { person } = body as { person: { id: string } };
	return connect(url, `/api/rooms/${code}/seats/${person.id}`, cookie);
}

async function connect(url: string, path: string, cookie: string): Promise<Member> {
	const address = `${url.replace('http', 'ws')}${path}/live?since=&protocol=${PROTOCOL}`;
	const socket = new WebSocket(address, { headers: { Cookie: cookie, Origin: url } });
	const parts = new Map<string, unknown>();
	const weights: number[] = [];
	const waiting = new Set<() => void>();
	socket.on('message', (data) => {
		const text = String(data);
		const message = JSON.parse(text) as ServerMessage;
		if (message.type !== 'changes') return;
		const { patches = {} } = message;
		for (const [part, patch] of Object.entries(patches)) parts.set(part, patched(parts.get(part), patch));
		for (const [part, value] of Object.entries(message.parts)) parts.set(part, value);
		if ('frame' in message.parts || 'frame' in patches) weights.push(Buffer.byteLength(text));
		for (const look of [...waiting]) look();
	});
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	return {
		socket,
		parts,
		weights,
		heardOf: (part, holds) =>
			new Promise((resolve) => {
				const look = () => {
					if (!holds(parts.get(part) as RoomParts[typeof part] | undefined)) return;
					waiting.delete(look);
					resolve(performance.now());
				};
				waiting.add(look);
				look();
			})
	};
}

async function post(url: string, body: unknown, cookie: string, origin: string) {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie },
		body: JSON.stringify(body)
	});
	if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
	const [set = ''] = answer.headers.getSetCookie();
	return { body: (await answer.json()) as unknown, cookie: set.split(';')[0]! };
}

async function joinByPage(
	browser: Browser,
	url: string,
	code: string
): Promise<{ page: Page; joinMs: number }> {
	const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
	await page.goto(`${url}/join#${code}`);
	await page.getByRole('textbox').fill('Ana');
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: /Team 2/ }).click();
	const beganMs = performance.now();
	await page.waitForURL(/\/room\?/);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	return { page, joinMs: performance.now() - beganMs };
}

/** Pause and go on, again and again: how long until the last screen shows it. */
async function steps(desk: Desk, members: readonly Member[], page: Page): Promise<number[]> {
	await goOn(desk);
	const took: number[] = [];
	for (let n = 0; n < STEPS; n++) {
		const isPaused = n % 2 === 0;
		const shows = (step: RoomParts['step'] | undefined) => step?.isPaused === isPaused;
		const all = [
			...members.map((member) => member.heardOf('step', shows)),
			page
				.getByText('Paused', { exact: false })
				.first()
				.waitFor({ state: isPaused ? 'visible' : 'hidden' })
				.then(() => performance.now())
		];
		const beganMs = performance.now();
		await desk.ask({ type: isPaused ? 'pause' : 'resume' });
		took.push(Math.max(...(await Promise.all(all))) - beganMs);
	}
	return took;
}

/** Lets the world run and weighs what a team is sent. */
async function run(desk: Desk, team: Member): Promise<readonly number[]> {
	await desk.ask({ type: 'setPace', stepsPerSecond: 8 });
	const before = team.weights.length;
	const isOver = () => !RUNS.includes(positionOf(viewOf(desk.member)).phase);
	while (team.weights.length - before < FRAMES && !isOver()) {
		await goOn(desk);
		await desk.member.heardOf('view', (view) => positionOf(view).step !== 'advance');
	}
	return team.weights.slice(before);
}

async function goOn({ ask, member }: Desk): Promise<void> {
	const from = positionOf(viewOf(member));
	await ask({ type: 'goOn', from });
	await member.heardOf('view', (view) => JSON.stringify(positionOf(view)) !== JSON.stringify(from));
}

/** Where the exercise stands, of what a facilitator was told last. */
function positionOf(view: RoomParts['view'] | undefined) {
	return moveFrom(view!.projection);
}

const viewOf = ({ parts }: Member) => parts.get('view') as RoomParts['view'] | undefined;
