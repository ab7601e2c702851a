import { recordOrders } from '../../lib/exercise/world/orders.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import type { Model, Order } from '../../lib/sim/model.ts';
import { createWorld, Runner, seedFromText } from '../../lib/sim/run.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { nodePool } from '../../lib/node/pool/node-pool.ts';
import { time } from './measure.ts';
import { digits, type Measured } from './report.ts';

const WORKERS = 2;
const RUNS = 40;
const CPU_RUNS = 5;

/** Measures many runs of the debrief-size world, one after the other and by a pool, and the size of a full one. */
export async function measureDebrief(say: (what: string) => void): Promise<Measured[]> {
	const { scenario, model, exercise } = loadPack(DEFAULT_SCENARIO);
	const orders = exercise.record
		.flatMap((act) => recordOrders(exercise, act))
		.sort((a, b) => a.atMin - b.atMin);
	const coarse = compileModel(scenario, 'debrief');
	say('the debrief-size world');
	const alone = time(() => run(coarse, orders));
	say('the debrief-size world by two workers');
	const pooled = await byPool(orders, coarse.clock.horizonMin);
	const aloneCpuMs = cpuMsOf(() => run(coarse, orders));
	const state = createWorld(model, seedFromText('1')).buffer.byteLength;
	const tables = tableBytes(model);
	return [
		{
			name: 'debrief_world_run_ms',
			value: alone.medianMs,
			note: `${coarse.cells.count} cells at ${coarse.sites.count} sites, median of ${alone.runs} warm runs`,
			baseline: { of: 'the fixed loop', value: alone.baselineMs }
		},
		{
			name: 'runs_per_s_2_workers',
			value: pooled.perSecond,
			note:
				`${RUNS} runs, warm; ${digits(pooled.cpuMs)} ms of CPU time each, ${digits(aloneCpuMs)} without a pool: ` +
				'where these are alike, what is missing to twice as many is the work of others on the machine',
			baseline: { of: 'one thread without a pool', value: 1000 / alone.medianMs }
		},
		{
			name: 'world_memory_mb',
			value: (state + tables) / 1e6,
			note: `${digits(state / 1e6)} MB of state, ${digits(tables / 1e6)} MB of tables that all worlds of a scenario share`
		}
	];
}

function run(model: Model, orders: readonly Order[]): unknown {
	const world = createWorld(model, seedFromText('1'));
	new Runner(world).advance(orders, model.clock.horizonMin);
	return world;
}

/** Runs by a pool: how many a second, and the CPU time of all threads for each. */
async function byPool(
	orders: readonly Order[],
	endMin: number
): Promise<{ perSecond: number; cpuMs: number }> {
	const pool = nodePool(WORKERS);
	const jobs = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ seed: String(index), orders, minutes: [endMin] }));
	const batch = { scenario: { kind: 'builtIn', id: DEFAULT_SCENARIO }, size: 'debrief' } as const;
	try {
		await pool.runMany({ ...batch, jobs: jobs(4 * WORKERS) });
		const began = performance.now();
		const before = process.cpuUsage();
		await pool.runMany({ ...batch, jobs: jobs(RUNS) });
		const cpuMs = usedMs(before) / RUNS;
		return { perSecond: (1000 * RUNS) / (performance.now() - began), cpuMs };
	} finally {
		pool.close();
	}
}

/** CPU time of a run, over several. */
function cpuMsOf(act: () => unknown): number {
	const before = process.cpuUsage();
	for (let i = 0; i < CPU_RUNS; i++) act();
	return usedMs(before) / CPU_RUNS;
}

function usedMs(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function tableBytes({ sites, cells }: Model): number {
	let bytes = 0;
	for (const column of [...Object.values(sites), ...Object.values(cells)]) {
		if (ArrayBuffer.isView(column)) bytes += column.byteLength;
	}
	return bytes;
}
