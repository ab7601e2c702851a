/** How long something took, over several runs of it. */
export interface Timing {
	readonly medianMs: number;
	readonly runs: number;
	/** Median of the fixed loop that ran before each run: how fast the machine was meanwhile. */
	readonly baselineMs: number;
}

/** When to stop repeating. */
export interface Budget {
	readonly warmups: number;
	readonly runsLeast: number;
	readonly runsMost: number;
	/** No run is started after this, once there are enough. */
	readonly ms: number;
}

export const DEFAULT_BUDGET: Budget = { warmups: 2, runsLeast: 3, runsMost: 9, ms: 15_000 };

/** Middle value; of an even number, the mean of the two in the middle. Throws a RangeError on none. */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new RangeError('there is no median of nothing');
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that so many per cent do not exceed. Throws a RangeError on none. */
export function percentile(values: readonly number[], percent: number): number {
	if (values.length === 0) throw new RangeError('there is no percentile of nothing');
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}

/**
 * Times `act` warm: the first runs do not count, and each later one follows a run of the fixed loop, so that a machine
 * busy with something else shows in both.
 */
export function time(
	act: () => unknown,
	budget: Budget = DEFAULT_BUDGET,
	now: () => number = () => performance.now()
): Timing {
	for (let i = 0; i < budget.warmups; i++) act();
	const taken: number[] = [];
	const baseline: number[] = [];
	const started = now();
	while (taken.length < budget.runsMost) {
		if (taken.length >= budget.runsLeast && now() - started > budget.ms) break;
		baseline.push(once(fixedLoop, now));
		taken.push(once(act, now));
	}
	return { medianMs: median(taken), runs: taken.length, baselineMs: median(baseline) };
}

function once(act: () => unknown, now: () => number): number {
	const from = now();
	kept = act();
	return now() - from;
}

/** Results end up here, so that no compiler can leave the work out. */
export let kept: unknown;

const CELLS = new Int32Array(1 << 14);
const ROUNDS = 10_000_000;

/** The same work on every machine: integer hashing and table updates, a few tens of milliseconds. */
export function fixedLoop(): number {
	CELLS.fill(0);
	let x = 0x9e3779b9 | 0;
	for (let i = 0; i < ROUNDS; i++) {
		x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
		x ^= x >>> 15;
		CELLS[x & (CELLS.length - 1)]! += i & 7;
	}
	return x ^ CELLS[7];
}
