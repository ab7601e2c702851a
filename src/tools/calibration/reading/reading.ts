import { byMinute } from '../../../lib/exercise/world/orders.ts';
import { createWorld, Runner, seedFromText, type World } from '../../../lib/sim/run.ts';
import type { Model } from '../../../lib/sim/model.ts';
import type { RunJob } from '../../../lib/debrief/pool/run-job.ts';
import { HostCounts } from './host-counts.ts';
import { ServiceCurves } from './service-curves.ts';

/** What a calibration reads off one run. Plain numbers: it travels between threads and into files. */
export interface Reading {
	/** Figures that parameter sets are accepted by. */
	readonly crashedHosts: number;
	/** Share of the hosts that ever crashed that are back, at {@link BACK_AT_MIN}. */
	readonly backShare: readonly number[];
	/** Losses at the end, in whole US dollars. */
	readonly worldLossUsd: number;
	readonly lossUsd: Readonly<Record<string, number>>;
	/** Figures of the record by id, read as the record says. */
	readonly figures: Readonly<Record<string, number>>;
	/** Orders that the record teaches, by id, and whether they came out. */
	readonly orders: Readonly<Record<string, boolean>>;
}

/** 24 July 12:00 and 26 July 00:00 UTC, between which 97 % must be back, and the end of the run. */
export const BACK_AT_MIN = [7680, 9840, 14_400] as const;

/** How often a run is looked at: often while hosts crash, every half hour while days pass. */
export const LOOK_EVERY: readonly { readonly untilMin: number; readonly everyMin: number }[] = [
	{ untilMin: 240, everyMin: 5 },
	{ untilMin: 1440, everyMin: 15 },
	{ untilMin: 5760, everyMin: 30 },
	{ untilMin: Infinity, everyMin: 60 }
];

/**
 * Runs the world of a job to its end and reads off what the record measured; the job's own minutes are not looked at.
 * The model is that of July 2024: sectors and organisations are looked up by their ids.
 */
export function readRun(model: Model, { seed, orders }: Pick<RunJob, 'seed' | 'orders'>): Reading {
	const world = createWorld(model, seedFromText(seed));
	const runner = new Runner(world);
	const sorted = byMinute(orders);
	const counts = new HostCounts(model);
	const services = new ServiceCurves(model);
	for (let minute = 0; minute < model.clock.horizonMin;) {
		minute += LOOK_EVERY.find(({ untilMin }) => minute < untilMin)!.everyMin;
		runner.advance(sorted, minute);
		counts.look(world, minute);
		services.look(world, minute);
	}
	return {
		crashedHosts: counts.crashed,
		backShare: BACK_AT_MIN.map((minute) => 1 - counts.downAt(minute) / Math.max(1, counts.crashed)),
		...losses(world),
		figures: { ...counts.figures(), ...services.figures() },
		orders: { ...counts.orders(), ...services.orders() }
	};
}

function losses({ model, lossCents }: World): Pick<Reading, 'worldLossUsd' | 'lossUsd'> {
	const bySector = model.sectors.map(() => 0);
	let all = 0;
	lossCents.forEach((cents, site) => {
		bySector[model.sites.sector[site]!]! += cents;
		all += cents;
	});
	const usd = (cents: number) => Math.round(cents / 100);
	return {
		worldLossUsd: usd(all),
		lossUsd: Object.fromEntries(model.sectors.map(({ id }, sector) => [id, usd(bySector[sector]!)]))
	};
}
