import type { Summit } from '../../scenario/summit.ts';
import type { Coalition } from '../../debrief/attribution/coalition.ts';
import { ShapleySampler } from '../../debrief/attribution/sampler.ts';
import { meanInterval } from '../figures/strata.ts';
import { SHOCK_KINDS } from '../shocks/kinds.ts';
import type { Contributions } from './evaluation.ts';

/** Items that are put in and left out together, and which of them need which. */
export interface Game {
	readonly of: Contributions['of'];
	readonly items: readonly { readonly id: string; readonly measures: readonly string[] }[];
	readonly before: readonly (readonly number[])[];
}

/** The themes of an accord, or its measures one by one. */
export function gameOf(
	of: Contributions['of'],
	{ measures }: Pick<Summit, 'measures'>,
	inIt: readonly string[]
): Game {
	const found = measures.filter(({ id }) => inIt.includes(id));
	if (of === 'themes') {
		const themes = [...new Set(found.map(({ theme }) => theme))];
		const items = themes.map((id) => ({
			id,
			measures: found.filter(({ theme }) => theme === id).map((one) => one.id)
		}));
		return { of, items, before: items.map(() => []) };
	}
	return {
		of,
		items: found.map(({ id }) => ({ id, measures: [id] })),
		before: found.map(({ requires }) =>
			requires.map((id) => found.findIndex((one) => one.id === id)).filter((item) => item >= 0)
		)
	};
}

/** With so few worlds all of them are run. */
const LISTED_MOST = 8;

/** A world of a walk that has to be run. */
export interface Step {
	readonly kind: string;
	readonly number: number;
	readonly coalition: Coalition;
	readonly measures: readonly string[];
}

/**
 * Shares out over items what an accord does, shock by shock: through each shock goes one random order and its opposite
 * (see {@link ShapleySampler}). What differs between shocks is the error that is told.
 */
export class Walks {
	readonly #game: Game;
	readonly #known: (kind: string, number: number, end: 'all' | 'none') => number | undefined;
	readonly #found = new Map<string, number[][]>();
	#shocks = 0;
	#runs = 0;

	/** @param known what a shock comes to with all items and with none, where that has been run already */
	constructor(game: Game, known: (kind: string, number: number, end: 'all' | 'none') => number | undefined) {
		this.#game = game;
		this.#known = known;
		for (const { id } of SHOCK_KINDS) this.#found.set(id, []);
	}

	/** Whether a shock has been taken apart. */
	has(kind: string, number: number): boolean {
		return this.#found.get(kind)!.length > number;
	}

	/** Takes one shock apart, the next of its kind; `run` says what worlds come to, in their order. */
	async take(
		kind: string,
		number: number,
		run: (steps: readonly Step[]) => Promise<readonly number[]>
	): Promise<void> {
		const { before, items } = this.#game;
		const sampler = new ShapleySampler({
			before,
			measures: 1,
			seed: `${this.#game.of} ${kind} ${number}`,
			listedMost: LISTED_MOST
		});
		const steps: Step[] = [];
		for (const coalition of sampler.next()) {
			const end = coalition.length === 0 ? 'none' : coalition.length === items.length ? 'all' : null;
			const value = end === null ? undefined : this.#known(kind, number, end);
			if (value === undefined)
				steps.push({ kind, number, coalition, measures: coalition.flatMap((item) => items[item]!.measures) });
			else sampler.accept(coalition, [value]);
		}
		const values = await run(steps);
		this.#runs += steps.length;
		steps.forEach(({ coalition }, index) => sampler.accept(coalition, [values[index]!]));
		const { worths } = sampler.estimates();
		this.#found.get(kind)!.push(worths!.map(([worth]) => worth!.mean));
		this.#shocks += 1;
	}

	contributions(): Contributions {
		return {
			of: this.#game.of,
			shocks: this.#shocks,
			runs: this.#runs,
			items: this.#game.items.map(({ id }, item) => {
				const strata = [...this.#found].map(([kind, walks]) => ({
					kind,
					values: walks.map((one) => one[item]!)
				}));
				return {
					id,
					// With one shock of each kind they are all that is known of how shocks differ.
					mean:
						meanInterval(strata.map(({ values }) => values)) ??
						meanInterval([strata.flatMap(({ values }) => values)]),
					byKind: Object.fromEntries(strata.map(({ kind, values }) => [kind, meanInterval([values])]))
				};
			})
		};
	}
}
