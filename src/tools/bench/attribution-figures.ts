import type { Page } from 'playwright';
import { ShapleySampler } from '../../lib/debrief/attribution/sampler.ts';
import { saveLog } from '../../lib/exercise/log/log-file.ts';
import type { RoomEvent } from '../../lib/exercise/log/events.ts';
import { simEngine } from '../../lib/exercise/world/engine.ts';
import { itemsOf } from '../../lib/room/replay/items.ts';
import { scriptOf, type PlayScript } from '../../lib/room/replay/script.ts';
import { personsPlay } from '../../lib/room/replay/testing/played.ts';
import { WorldRunner } from '../../lib/room/replay/world-runner.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { withBuiltApp } from './built-app.ts';
import { digits, type Measured } from './report.ts';

const SEED = '1';
/** Pairs of orders whose worlds are run in this thread, with and without a shared past. */
const PAIRS = 3;
const LONG_MS = 240_000;

/**
 * Measures how soon decisions of a finished play are known to be worth something, in a browser, and how many worlds are
 * run for it in a second, beside whole runs of the same worlds.
 */
export async function measureAttribution(say: (what: string) => void): Promise<Measured[]> {
	const pack = loadPack(DEFAULT_SCENARIO);
	const { scenario, exercise } = pack;
	const model = compileModel(scenario, 'debrief');
	say('a play to take apart');
	// The vendor has most to decide.
	const role = scenario.roles.find(({ kind }) => kind === 'vendor')!.id;
	const how = { role, cut: 'full', others: 'record', like: 'expert' } as const;
	const { state, events } = personsPlay(exercise, simEngine(model, SEED), SEED, how);
	const script = scriptOf(exercise, state, Object.keys(state.worlds)[0]!);
	const items = itemsOf(scenario, exercise, script, [role]);
	const worlds = worldsOf(items.before);
	say('its worlds, from where those with the same past left off, beside each from minute 0');
	const play = { script, mine: [role] };
	const runs = [true, false].map((sharesPast) => {
		const runner = new WorldRunner(exercise, model, scenario.sectors, play, sharesPast);
		return (decisions: readonly number[]) =>
			void runner.run({ play, seed: SEED, beforehand: [], decide: { kind: 'kept', decisions } });
	});
	const [shared, whole] = perSecond(worlds, runs);
	say('what its decisions were worth, in a browser');
	const { firstS, preciseS, runs: runsByThen } = await inBrowser(logOf(events, script));
	const what = `${script.decisions.length} decisions of one role in the full cut, others on the record`;
	return [
		{
			name: 'attribution_first_s',
			value: firstS,
			note: `${what}; from the press to the first figures`,
			baseline: { of: 'whole runs, by their runs a second', value: (firstS * shared) / whole }
		},
		{
			name: 'attribution_5pct_s',
			value: preciseS,
			note: `the same, until every interval is narrower than 5 % of all effects on the role’s own goal; ${runsByThen} by then, those on luck and bots among them`,
			baseline: { of: 'whole runs, by their runs a second', value: (preciseS * shared) / whole }
		},
		{
			name: 'attribution_runs_per_s',
			value: shared,
			note: `${worlds.length} worlds of ${PAIRS} pairs of orders in one thread; ${digits(shared / whole)} times as many as whole runs`,
			baseline: { of: 'the same worlds, each from minute 0', value: whole }
		}
	];
}

/** So many worlds a second by each of two ways. They take turns, so that a busy machine slows both alike. */
function perSecond(
	worlds: readonly (readonly number[])[],
	ways: readonly ((decisions: readonly number[]) => void)[]
): [number, number] {
	ways.forEach((run) => run([]));
	const spentMs = ways.map(() => 0);
	for (const world of worlds) {
		for (const [way, run] of ways.entries()) {
			const began = performance.now();
			run(world);
			spentMs[way]! += performance.now() - began;
		}
	}
	const [one, other] = spentMs.map((ms) => (1000 * worlds.length) / ms);
	return [one!, other!];
}

function worldsOf(before: readonly (readonly number[])[]): (readonly number[])[] {
	const sampler = new ShapleySampler({ before, measures: 1, seed: SEED });
	return Array.from({ length: PAIRS }, () => sampler.next()).flat();
}

/** The log of the play, as the app keeps those of people who play alone: bots of one kind are a team. */
function logOf(events: readonly RoomEvent[], { seats }: PlayScript): string {
	const bots = new Map(seats.flatMap(({ seat, bot }) => (bot === null ? [] : [[seat, bot] as const])));
	const inTeams = events.map((event): RoomEvent => {
		const bot = event.type === 'seatTaken' ? bots.get(event.seat) : undefined;
		return event.type !== 'seatTaken' || bot === undefined ? event : { ...event, team: `bot.${bot}` };
	});
	return saveLog({ events: inTeams, results: [] });
}

function inBrowser(log: string): Promise<{ firstS: number; preciseS: number; runs: string }> {
	return withBuiltApp(async (browser, url) => {
		const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
		page.setDefaultTimeout(LONG_MS);
		await page.goto(url, { waitUntil: 'networkidle' });
		await drop(page, log);
		// What the hot wash itself asks for is through.
		await page.locator('.hot-wash .evidence .whole').waitFor();
		const began = performance.now();
		await page.locator('.attribution button').click();
		await page.locator('.attribution .worths').waitFor();
		const firstS = (performance.now() - began) / 1000;
		await page.locator('.attribution .caption').getByText('Every interval is narrower').waitFor();
		const preciseS = (performance.now() - began) / 1000;
		const [runs = ''] = (await page.locator('.attribution').innerText()).match(/[\d,]+ runs/) ?? [];
		return { firstS, preciseS, runs };
	});
}

function drop(page: Page, text: string): Promise<void> {
	return page.evaluate((text) => {
		const files = new DataTransfer();
		files.items.add(new File([text], 'run.log.json', { type: 'application/json' }));
		for (const type of ['dragenter', 'dragover', 'drop'])
			document.body.dispatchEvent(
				new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files })
			);
	}, text);
}
