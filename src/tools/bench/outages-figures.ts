import type { Page } from 'playwright';
import { agreementInFact } from '../../lib/outages/reform/agreement.ts';
import { OutageRunner } from '../../lib/outages/evaluate/outage-runner.ts';
import { SHOCK_KINDS } from '../../lib/outages/shocks/kinds.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { withBuiltApp } from './built-app.ts';
import type { Measured } from './report.ts';

/** Shocks of each kind that are run in this thread, in each of two worlds. */
const SHOCKS = 4;
const LONG_MS = 240_000;
/** Nobody who negotiates is faster: so long the worlds that are there are run before the ballot. */
const NEGOTIATED_MS = 60_000;

/**
 * Measures how soon after a ballot the next outages show, and how soon their median is near enough, in a browser; and how
 * many shocks are run in a second.
 */
export async function measureOutages(say: (what: string) => void): Promise<Measured[]> {
	say('shocks in one thread');
	const perSecond = shocksPerSecond();
	say('a summit in a browser, and the outages after it');
	const { firstS, nearS, runs } = await inBrowser();
	const what = `one person at the summit, ${NEGOTIATED_MS / 1000} s of negotiation before the ballot`;
	return [
		{ name: 'summit_first_curve_s', value: firstS, note: `${what}; from the last vote to the first curves` },
		{ name: 'summit_5pct_s', value: nearS, note: `${what}; ${runs} by then, in all worlds` },
		{
			name: 'summit_runs_per_s',
			value: perSecond,
			note: `${SHOCK_KINDS.length} kinds, ${SHOCKS} shocks of each, without an accord and with what was in fact done, one thread`
		}
	];
}

function shocksPerSecond(): number {
	const { scenario } = loadPack(DEFAULT_SCENARIO);
	const runner = new OutageRunner(scenario);
	const worlds = [null, agreementInFact(scenario.summit!)];
	const run = (from: number) => {
		for (const { id: kind } of SHOCK_KINDS)
			for (const agreement of worlds)
				for (let number = from; number < from + SHOCKS; number++)
					runner.run({ agreement, months: 36, shock: { kind, number }, set: 0, beforehand: [] });
	};
	run(0);
	const began = performance.now();
	// A shock that was run once is kept.
	run(SHOCKS);
	return (1000 * SHOCK_KINDS.length * worlds.length * SHOCKS) / (performance.now() - began);
}

function inBrowser(): Promise<{ firstS: number; nearS: number; runs: string }> {
	return withBuiltApp(async (browser, url) => {
		const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
		page.setDefaultTimeout(LONG_MS);
		await page.goto(`${url}/summit`, { waitUntil: 'networkidle' });
		await negotiate(page);
		await page.waitForTimeout(NEGOTIATED_MS);
		const began = performance.now();
		await page.getByRole('button', { name: 'Yes to this text', exact: true }).click();
		const outages = page.getByRole('region', { name: 'The next outages' });
		await outages.getByRole('heading', { name: 'Shock by shock' }).waitFor();
		const firstS = (performance.now() - began) / 1000;
		await outages.getByText('as near as they have to be').waitFor();
		const nearS = (performance.now() - began) / 1000;
		const [runs = ''] = (await outages.innerText()).match(/[\d,]+ runs/) ?? [];
		return { firstS, nearS, runs };
	});
}

/** One measure tabled beside what the bots table, and no bargaining. */
async function negotiate(page: Page): Promise<void> {
	const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
	const ownTurn = () => page.getByText('Your turn').waitFor();
	await page.getByRole('radio', { name: /National Resilience Office/ }).check();
	await press('Take the chair of National Resilience Office');
	await ownTurn();
	await press('Make your statement');
	await ownTurn();
	await page.getByLabel('A measure', { exact: true }).selectOption({ index: 1 });
	await press('Add to the text');
	await ownTurn();
	await press('Begin to bargain');
	await ownTurn();
	await press('Call the ballot');
}
