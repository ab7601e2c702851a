import { agreementInFact } from '../../lib/outages/reform/agreement.ts';
import { OutageRunner } from '../../lib/outages/evaluate/outage-runner.ts';
import { SHOCK_KINDS } from '../../lib/outages/shocks/kinds.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { drivenBrowsers } from '../engines/driven-browsers.ts';
import { startBuilt } from '../load/built-server.ts';
import { loadPack } from '../packs.ts';
import { NEGOTIATED_MS, timeOutages } from './outages-in-browser.ts';
import type { Measured } from './report.ts';

/** Shocks of each kind that are run in this thread, in each of two worlds. */
const SHOCKS = 4;

/**
 * Measures how soon after a ballot the next outages show, and how soon their median is near enough, in every browser that
 * is there; and how many shocks are run in a second.
 */
export async function measureOutages(say: (what: string) => void): Promise<Measured[]> {
	say('shocks in one thread');
	const perSecond = shocksPerSecond();
	return [
		...(await inBrowsers(say)),
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

/** In each browser that is there; in Chromium at least. */
async function inBrowsers(say: (what: string) => void): Promise<Measured[]> {
	const server = await startBuilt();
	const figures: Measured[] = [];
	try {
		for (const { suffix, name, open } of drivenBrowsers()) {
			say(`a summit in ${name}, and the outages after it`);
			const { page, close } = await open();
			try {
				const times = await timeOutages(page, `http://localhost:${server.port}`);
				const what = `${name}, one person at the summit, ${NEGOTIATED_MS / 1000} s of negotiation before the ballot`;
				figures.push(
					{
						name: `summit_first_curve_s${suffix}`,
						value: times.firstS,
						note: `${what}; from the last vote to the first curves`
					},
					{
						name: `summit_5pct_s${suffix}`,
						value: times.nearS,
						note: `${what}; ${times.runs} by then, in all worlds`
					}
				);
			} finally {
				await close();
			}
		}
	} finally {
		await server.stop();
	}
	return figures;
}
