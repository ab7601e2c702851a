import { join } from 'node:path';
import type { Browser as RealBrowser, Page } from 'playwright';
import type { Phase } from '../../lib/exercise/phases/phases.ts';
import { moveFrom } from '../../lib/exercise/state.ts';
import { isMapPart } from '../../lib/room/map/map-parts.ts';
import type { RequestBody } from '../../lib/room/protocol/requests.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { Browser, Seat } from '../../lib/server/rooms-api/testing/browser.ts';
import type { HeadlessPage } from '../load/headless-page.ts';
import { withPages, type OpenPage } from '../load/with-pages.ts';
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

/** Measures a room of people in the app as it was built. */
export async function measureRooms(say: (what: string) => void): Promise<Measured[]> {
	const build = join(projectFolder, 'build');
	const phoneJs = firstScreenBytes(build, 'vote.html');
	const teamJs = firstScreenBytes(build, 'room.html');
	return withBuiltApp((browser, url) =>
		withPages(async (open) => {
			const desk = await openRoom(url, open);
			say('joining, in a browser');
			const { page, joinMs } = await joinByPage(browser, url, desk.code);
			say(`a room with ${SOCKETS} screens`);
			const members: HeadlessPage[] = [];
			for (let n = 1; n < SOCKETS; n++) members.push(await joined(url, desk.code, n, open));
			const stepsMs = await steps(desk, members, page);
			say('a running world');
			const weights = await run(desk, members[0]!);
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
					note: `${weights.length} pictures of the world with its map, as a team gets them, not compressed`
				}
			];
		})
	);
}

interface Desk {
	readonly code: string;
	readonly page: HeadlessPage;
	ask(body: RequestBody): Promise<void>;
}

async function openRoom(url: string, open: OpenPage): Promise<Desk> {
	const host = new Browser(url);
	const setup = { scenarioId: DEFAULT_SCENARIO, cut: 'short', seed: 'bench', teams: TEAMS, bots: {} };
	const { code, person } = await host.open(setup);
	const page = open(new Seat(host, code, person.id));
	await page.until(({ shown }) => shown.size > 0);
	return {
		code,
		page,
		async ask(body) {
			const answer = await page.send(body);
			if (answer.kind !== 'accepted') throw new Error(`The room did not do it: ${JSON.stringify(answer)}`);
		}
	};
}

async function joined(url: string, code: string, n: number, open: OpenPage): Promise<HeadlessPage> {
	const seat = await new Browser(url).join(code, 'player', TEAMS[n % TEAMS.length]!.id, `Player ${n}`);
	const page = open(seat);
	await page.until(({ shown }) => shown.size > 0);
	return page;
}

async function joinByPage(
	browser: RealBrowser,
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
async function steps(desk: Desk, members: readonly HeadlessPage[], page: Page): Promise<number[]> {
	await goOn(desk);
	const took: number[] = [];
	for (let n = 0; n < STEPS; n++) {
		const isPaused = n % 2 === 0;
		const shows = (member: HeadlessPage) => member.part('step')?.isPaused === isPaused;
		const all = [
			...members.map((member) => member.until(shows)),
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

/** Lets the world run and weighs what a team is sent with each picture of it, where its page shows the map. */
async function run(desk: Desk, team: HeadlessPage): Promise<readonly number[]> {
	team.connection.showMap(true);
	await team.until(({ shown }) => shown.has('mapWhole'));
	await desk.ask({ type: 'setPace', stepsPerSecond: 8 });
	const weights: number[] = [];
	const stop = team.watch((message) => {
		const bytes = Buffer.byteLength(JSON.stringify(message));
		if ('frame' in message.parts || 'frame' in (message.patches ?? {})) weights.push(bytes);
		// The map comes in a message of its own, behind the frame that it belongs to.
		else if (weights.length > 0 && Object.keys(message.parts).some(isMapPart))
			weights.push(weights.pop()! + bytes);
	});
	while (weights.length < FRAMES && RUNS.includes(positionOf(desk.page).phase)) {
		await goOn(desk);
		await desk.page.until((page) => positionOf(page).step !== 'advance');
	}
	stop();
	return weights;
}

async function goOn({ ask, page }: Desk): Promise<void> {
	const from = positionOf(page);
	await ask({ type: 'goOn', from });
	await page.until(() => JSON.stringify(positionOf(page)) !== JSON.stringify(from));
}

/** Where the exercise stands, of what a facilitator was told last. */
const positionOf = (page: HeadlessPage) => moveFrom(page.part('view')!.projection);
