import { meanInterval, quantileInterval, quantiles, type Strata } from '../figures/strata.ts';
import { SHOCK_KINDS } from '../shocks/kinds.ts';
import type { Outcome } from '../world/outcome.ts';
import {
	EXCEEDED,
	WORLDS,
	type Change,
	type Curve,
	type Slice,
	type SliceFigures,
	type WorldName
} from './evaluation.ts';

const KINDS = SHOCK_KINDS.map(({ id }) => id);
/** Fewer shocks in both worlds say nothing of the difference. */
const LEAST_PAIRS = 6;
const TAIL = 0.95;

/** What was run, by world, kind and number of the shock. */
export class Collected {
	readonly #outcomes = new Map<WorldName, Map<string, (Outcome | undefined)[]>>();
	readonly #sectors: readonly string[];
	readonly #sets: number;

	/** @param sets parameter sets, which shocks go through in turn */
	constructor(sectors: readonly string[], sets: number) {
		this.#sectors = sectors;
		this.#sets = sets;
		for (const world of WORLDS) this.#outcomes.set(world, new Map(KINDS.map((kind) => [kind, []])));
	}

	add(world: WorldName, kind: string, number: number, outcome: Outcome): void {
		this.#outcomes.get(world)!.get(kind)![number] = outcome;
	}

	of(world: WorldName, kind: string, number: number): Outcome | undefined {
		return this.#outcomes.get(world)!.get(kind)![number];
	}

	/** Nothing of this world has been run any more. */
	forget(world: WorldName): void {
		this.#outcomes.set(world, new Map(KINDS.map((kind) => [kind, []])));
	}

	/** Shocks of each kind that every kind has by now. */
	rounds(world: WorldName): number {
		return Math.min(...KINDS.map((kind) => this.#known(world, kind).length));
	}

	/** Half of the interval of a world's median over all shocks, as a share of the median without an accord. */
	medianError(world: WorldName): number | null {
		const own = this.#strata(world, { of: 'all' });
		const none = this.#strata('none', { of: 'all' });
		if (own.every(({ length }) => length === 0) || none.every(({ length }) => length === 0)) return null;
		const { low, high } = quantileInterval(own, 0.5, this.#sets);
		const [median] = quantiles(none, [0.5]);
		return median! > 0 ? (high - low) / 2 / median! : null;
	}

	/** By kind, of what has been run: number of the shock whose loss is nearest the median where nothing was agreed. */
	typical(): Record<string, number> {
		const found: Record<string, number> = {};
		for (const kind of KINDS) {
			const losses = this.#outcomes
				.get('none')!
				.get(kind)!
				.flatMap((one, number) => (one === undefined ? [] : [{ number, lossUsd: one.lossUsd }]))
				.sort((a, b) => a.lossUsd - b.lossUsd || a.number - b.number);
			const middle = losses[Math.floor(losses.length / 2)];
			if (middle !== undefined) found[kind] = middle.number;
		}
		return found;
	}

	figures(): SliceFigures[] {
		const slices: Slice[] = [
			{ of: 'all' },
			...KINDS.map((id): Slice => ({ of: 'kind', id })),
			...this.#sectors.map((id): Slice => ({ of: 'sector', id }))
		];
		return slices.map((slice) => ({
			slice,
			curves: {
				none: this.#curve('none', slice),
				record: this.#curve('record', slice),
				accord: this.#curve('accord', slice)
			},
			change: { none: this.#change('none', slice), record: this.#change('record', slice) }
		}));
	}

	#curve(world: WorldName, slice: Slice): Curve | null {
		const strata = this.#strata(world, slice);
		const runs = strata.reduce((sum, { length }) => sum + length, 0);
		if (runs === 0) return null;
		return {
			runs,
			lossUsd: quantiles(
				strata,
				EXCEEDED.map((share) => 1 - share)
			),
			median: quantileInterval(strata, 0.5, this.#sets),
			tail: quantileInterval(strata, TAIL, this.#sets)
		};
	}

	/** The same shocks in both worlds, one by one. */
	#change(from: WorldName, slice: Slice): Change | null {
		const value = this.#valueOf(slice);
		const strata = this.#kindsOf(slice).map((kind) =>
			this.#outcomes
				.get('accord')!
				.get(kind)!
				.flatMap((accord, number) => {
					const other = this.of(from, kind, number);
					return accord === undefined || other === undefined ? [] : [value(accord) - value(other)];
				})
		);
		const all = strata.flat();
		const mean = meanInterval(strata, this.#sets);
		if (mean === null || all.length < LEAST_PAIRS) return null;
		return {
			mean,
			worse: all.filter((one) => one > 0).length / all.length,
			isUnclear: mean.low <= 0 && mean.high >= 0
		};
	}

	#strata(world: WorldName, slice: Slice): Strata {
		const value = this.#valueOf(slice);
		return this.#kindsOf(slice).map((kind) => this.#known(world, kind).map(value));
	}

	#kindsOf(slice: Slice): readonly string[] {
		return slice.of === 'kind' ? [slice.id] : KINDS;
	}

	#valueOf(slice: Slice): (outcome: Outcome) => number {
		if (slice.of !== 'sector') return ({ lossUsd }) => lossUsd;
		const s = this.#sectors.indexOf(slice.id);
		return ({ sectorLossUsd }) => sectorLossUsd[s] ?? 0;
	}

	#known(world: WorldName, kind: string): Outcome[] {
		return this.#outcomes
			.get(world)!
			.get(kind)!
			.filter((one) => one !== undefined);
	}
}
