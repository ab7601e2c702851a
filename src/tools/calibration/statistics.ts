/** The value below which a share of the sample lies, between neighbours in proportion (Hyndman and Fan's type 7). */
export function quantile(sample: readonly number[], share: number): number {
	const sorted = [...sample].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const below = Math.floor(at);
	const low = sorted[below]!;
	const high = sorted[Math.min(sorted.length - 1, below + 1)]!;
	return low + (high - low) * (at - below);
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function ranks(sample: readonly number[]): number[] {
	const order = sample.map((_, index) => index).sort((a, b) => sample[a]! - sample[b]! || a - b);
	const result = new Array<number>(sample.length).fill(0);
	for (let from = 0; from < order.length;) {
		let to = from + 1;
		while (to < order.length && sample[order[to]!] === sample[order[from]!]) to++;
		for (let i = from; i < to; i++) result[order[i]!] = (from + to + 1) / 2;
		from = to;
	}
	return result;
}

/** Spearman's rank correlation, −1 to 1; 0 where one of the two does not vary. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
	const x = ranks(a);
	const y = ranks(b);
	const middle = (a.length + 1) / 2;
	let xy = 0;
	let xx = 0;
	let yy = 0;
	for (let i = 0; i < x.length; i++) {
		xy += (x[i]! - middle) * (y[i]! - middle);
		xx += (x[i]! - middle) * (x[i]! - middle);
		yy += (y[i]! - middle) * (y[i]! - middle);
	}
	return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
