import { OutageRunner } from '../../lib/outages/evaluate/outage-runner.ts';
import { meanInterval } from '../../lib/outages/figures/strata.ts';
import type { MeasureEffect, MeasureRow } from '../../lib/outages/figures/measure-table.ts';
import type { Agreement } from '../../lib/outages/reform/agreement.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Measure, Summit } from '../../lib/scenario/summit.ts';
import type { Order } from '../../lib/sim/model.ts';
import { newItem, type Item } from '../../lib/summit/accord/accord.ts';
import { trustAtFirst } from '../../lib/summit/value/trust.ts';

export const MONTHS = 36;
/** Shocks of each kind; each in another set of the model's parameters. */
export const SHOCKS = 8;

/** What a measure is about, where it does nothing by itself. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
	'go-audit': ['sd-rings', 'sd-gates', 're-keys', 'co-manual'],
	'ma-cap': ['ma-switch'],
	'ma-insurance': ['sd-rings', 'sd-gates', 're-keys', 'co-manual'],
	'ma-liability': ['sd-rings', 'sd-gates', 're-keys', 'co-manual'],
	'pr-exceptions': ['pr-kernel-end'],
	'sd-gates': ['sd-bake'],
	'te-cert': ['sd-rings', 'sd-gates', 'te-validator']
};

/** What single measures do to shocks: with and without each, in worlds that meet the same shocks with the same draws. */
export class MeasureStudy {
	readonly #summit: Summit;
	readonly #runner: OutageRunner;
	readonly #members: readonly (readonly Order[])[];
	readonly #shocks: number;

	/** @param members accepted sets of the model's parameters, as orders for the start */
	constructor(
		scenario: Scenario & { readonly summit: Summit },
		members: readonly (readonly Order[])[],
		shocks = SHOCKS
	) {
		this.#shocks = shocks;
		this.#summit = scenario.summit;
		this.#runner = new OutageRunner(scenario);
		this.#members = members;
	}

	/** The measures that stand beside one in both worlds: audits, so that it is kept, what it needs, and what it is about. */
	beside(measure: string): string[] {
		const audit = this.#summit.measures.some(({ id }) => id === 'go-audit') ? ['go-audit'] : [];
		const all = [measure, ...(ABOUT[measure] ?? [])].flatMap((id) => this.#withNeeds(id));
		return [...new Set([...audit, ...all])].filter((id) => id !== measure);
	}

	row(measure: string, kinds: readonly string[]): MeasureRow {
		return {
			measure,
			beside: this.beside(measure),
			effects: kinds.map((kind) => this.effect(measure, kind))
		};
	}

	effect(measure: string, kind: string): MeasureEffect {
		const beside = this.beside(measure).map((id) => atReference(this.#measure(id)));
		const own = strictest(this.#measure(measure));
		const pairs = Array.from({ length: this.#shocks }, (_, number) => {
			const without = this.#lossUsd(beside, kind, number);
			return { without, change: this.#lossUsd([...beside, own], kind, number) - without };
		});
		const loss = pairs.reduce((sum, { without }) => sum + without, 0) / this.#shocks;
		const { value, low, high } = meanInterval([pairs.map(({ change }) => change)])!;
		// Nothing is nothing: a file has no zero below zero.
		const share = (usd: number) => (loss > 0 ? Math.round((10_000 * usd) / loss) / 10_000 + 0 : 0);
		return {
			kind,
			change: share(value),
			low: share(low),
			high: share(high),
			better: pairs.filter(({ change }) => change < 0).length,
			worse: pairs.filter(({ change }) => change > 0).length
		};
	}

	#lossUsd(items: readonly Item[], kind: string, number: number): number {
		const set = this.#members.length === 0 ? 0 : number % this.#members.length;
		const beforehand = this.#members[set] ?? [];
		const agreement: Agreement = {
			items,
			// Everybody signed, at the trust from before the incident.
			signatories: this.#summit.parties.map(({ id }) => id),
			imposed: [],
			trust: trustAtFirst(this.#summit)
		};
		const job = { agreement, months: MONTHS, shock: { kind, number }, set, beforehand };
		// What a test would find has its chance as its weight: fewer shocks tell as much.
		return (1 - this.#runner.chanceCaught(job)) * this.#runner.runReleased(job).lossUsd;
	}

	#withNeeds(id: string): string[] {
		return [...this.#measure(id).requires.flatMap((needed) => this.#withNeeds(needed)), id];
	}

	#measure(id: string): Measure {
		const found = this.#summit.measures.find((one) => one.id === id);
		if (found === undefined) throw new RangeError(`the summit has no measure '${id}'`);
		return found;
	}
}

/** A measure as its first owner would table it. */
function atReference({ id, owners }: Measure): Item {
	return newItem(id, owners[0]!);
}

/** The same with every parameter at its strong end. */
function strictest(measure: Measure): Item {
	const strong = Object.fromEntries(measure.parameters.map(({ id, strong: value }) => [id, value]));
	return { ...atReference(measure), parameters: strong };
}
