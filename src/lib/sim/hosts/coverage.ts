import { exp } from '../exact/exp.ts';
import { CLASS_COUNT } from '../model.ts';
import type { World } from '../world/world.ts';

/**
 * Coverage of an organisation whose score among its peers is `score`: the median organisation's odds that a host meets
 * the defect, times exp(sigma × score). So a few organisations are hit nearly whole and most in part, whatever the
 * median; where it is 1, all are hit whole. (Logit-normal; the shape is assumed.)
 */
export function coverageOf(median: number, sigma: number, score: number): number {
	const odds = median * exp(sigma * score);
	const rest = 1 - median;
	return odds > 0 ? odds / (odds + rest) : 0;
}

/** By cell: the share of its hosts that meet a defect of their vendor. Rings never reach the others. */
export class Coverage {
	readonly ofCell: Float64Array;
	readonly #world: World;
	/** The values that {@link ofCell} was worked out from. */
	readonly #median: Float64Array;
	readonly #sigma: Float64Array;
	#medianThen: Float64Array | null = null;
	#sigmaThen: Float64Array | null = null;

	constructor(world: World) {
		const { layout, values, model } = world;
		const groups = model.sectors.length + model.organisations.length;
		const medianAt = layout.offset['update.coverage'];
		const sigmaAt = layout.offset['update.coverageSigma'];
		this.#world = world;
		this.#median = values.subarray(medianAt, medianAt + groups * CLASS_COUNT);
		this.#sigma = values.subarray(sigmaAt, sigmaAt + groups);
		this.ofCell = new Float64Array(model.cells.count);
	}

	/** Brings every cell up to date; cheap when no value has changed. */
	prepare(): void {
		if (same(this.#median, this.#medianThen) && same(this.#sigma, this.#sigmaThen)) return;
		this.#medianThen = this.#median.slice();
		this.#sigmaThen = this.#sigma.slice();
		const { cells, sites } = this.#world.model;
		for (let cell = 0; cell < cells.count; cell++) {
			const group = sites.group[cells.site[cell]!]!;
			const median = this.#median[group * CLASS_COUNT + cells.hostClass[cell]!]!;
			this.ofCell[cell] = coverageOf(median, this.#sigma[group]!, cells.coverageScore[cell]!);
		}
	}
}

function same(now: Float64Array, then: Float64Array | null): boolean {
	if (then === null) return false;
	for (let i = 0; i < now.length; i++) if (now[i] !== then[i]) return false;
	return true;
}
