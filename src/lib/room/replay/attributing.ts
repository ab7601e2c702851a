import type { AmongBots, Attribution, EnsembleRange, Luck } from '../../debrief/attribution/attribution.ts';
import { keyOf, KnownWorlds, type Coalition } from '../../debrief/attribution/coalition.ts';
import {
	InteractionSampler,
	jointOf,
	lastOf,
	pairsOf,
	worldsOf
} from '../../debrief/attribution/interactions.ts';
import type { Interaction } from '../../debrief/attribution/interactions.ts';
import type { Measure } from '../../debrief/attribution/measures.ts';
import { movedRanges, rangeOf } from '../../debrief/attribution/ranges.ts';
import { LEAST_PAIRS, ShapleySampler, type Estimates } from '../../debrief/attribution/sampler.ts';
import type { Batch } from '../../debrief/pool/pool.ts';
import type { BotProfile } from '../../exercise/log/events.ts';
import type { Order } from '../../sim/model.ts';
import type { Clock } from '../clock.ts';
import type { Pack } from '../scenario-library.ts';
import { itemsOf, type Items } from './items.ts';
import type { PlayScript } from './script.ts';
import { measuresOfPlay, type WorldJob } from './world-runner.ts';

/** Runs worlds of a play on other threads. Rejects where it cannot, or when it is called off. */
export type RunWorlds = (batch: Batch<readonly number[], WorldJob>) => Promise<unknown>;

/** A finished play of some roles. */
export interface FinishedPlay {
	readonly pack: Pack;
	readonly script: PlayScript;
	/** The roles whose decisions are judged. */
	readonly mine: readonly string[];
	readonly seed: string;
}

export interface AttributingParts {
	readonly runWorlds: RunWorlds;
	/** Other accepted values of a scenario's parameters, as orders for the start; none: it has no ensemble. */
	readonly ensembleOf: (pack: Pack) => Promise<readonly (readonly Order[])[]>;
	readonly clock: Clock;
	readonly tell: (attribution: Attribution) => void;
	/** Left out: as much as a person at a screen waits for. */
	readonly effort?: typeof EFFORT;
}

/** Every interval of the first measure is to be narrower than this share of what all decisions did. */
const NARROW = 0.05;
/** More pairs of orders would be for a play in which nothing comes to a point. */
const MOST_PAIRS = 80;
/** How many runs stand beside the worths themselves. */
const EFFORT = { luckSeeds: 8, randomPlays: 40 };
const PLANNED_PLAYS: readonly BotProfile[] = ['record', 'cautious', 'fast', 'thrifty', 'expert'];
/** So many of the ensemble's sets, evenly chosen, each with so many worlds. */
const MEMBERS = 6;
const MEMBER_WORLDS = 32;
/** Interactions are looked for among the decisions that did most, and sampled for the pairs that have most of it. */
const LOOKED_AT = 6;
const SAMPLED_PAIRS = 4;
/** A joint effect below this share of all effects is not worth a sentence (assumed). */
const WORTH_NAMING = 0.03;
const TELL_EVERY_MS = 250;

/**
 * Works out what each decision of a play was worth, run by run, and tells what is known by now. It can be stopped and
 * goes on from where it was; on the same play it comes to the same figures.
 */
export class Attributing {
	readonly #play: FinishedPlay;
	readonly #parts: AttributingParts;
	readonly #items: Items;
	readonly #measures: readonly Measure[];
	readonly #sampler: ShapleySampler;
	/** Worlds that the sampler has asked for and that have not been run. */
	readonly #owed = new Map<string, Coalition>();
	#calledOff = new AbortController();
	#status: Attribution['status'] = 'stopped';
	#runs = 0;
	#toldMs = -Infinity;
	#luck: Luck | null = null;
	#bots: AmongBots | null = null;
	#ensemble: EnsembleRange | null = null;
	#interactions: readonly Interaction[] | null = null;

	constructor(play: FinishedPlay, parts: AttributingParts) {
		this.#play = play;
		this.#parts = parts;
		const { scenario, exercise } = play.pack;
		this.#items = itemsOf(scenario, exercise, play.script, play.mine);
		this.#measures = measuresOfPlay(exercise, scenario.sectors, play.mine);
		const { before } = this.#items;
		this.#sampler = new ShapleySampler({ before, measures: this.#measures.length, seed: play.seed });
	}

	/** Starts, or goes on after a stop. Resolves when all is told, or when it has been stopped. Never rejects. */
	async run(): Promise<void> {
		if (this.#status === 'running' || this.#status === 'done') return;
		this.#calledOff = new AbortController();
		const { signal } = this.#calledOff;
		this.#status = 'running';
		this.#tell(true);
		try {
			await this.#sampleUntil(() => this.#sampler.estimates().pairs >= LEAST_PAIRS);
			this.#luck ??= await this.#othersSeeds();
			this.#bots ??= await this.#playsOfBots();
			await this.#sampleUntil(() => this.#isPrecise());
			this.#interactions ??= await this.#interactionsFound();
			this.#ensemble ??= await this.#overEnsemble();
			this.#status = 'done';
		} catch {
			this.#status = signal.aborted ? 'stopped' : 'failed';
		}
		if (signal === this.#calledOff.signal) this.#tell(true);
	}

	/** Runs that have begun are still heard of; nothing new is begun. */
	stop(): void {
		this.#calledOff.abort();
	}

	get #effort(): typeof EFFORT {
		return this.#parts.effort ?? EFFORT;
	}

	get attribution(): Attribution {
		const { worlds, pairs, isExact, total, worths } = this.#sampler.estimates();
		return {
			status: this.#status,
			runs: this.#runs,
			measures: this.#measures,
			decisions: this.#items.decisions,
			...{ worlds, pairs, isExact, total, worths },
			isPrecise: this.#isPrecise(),
			ensemble: this.#ensemble,
			luck: this.#luck,
			bots: this.#bots,
			interactions: this.#interactions
		};
	}

	async #sampleUntil(isEnough: () => boolean): Promise<void> {
		for (;;) {
			const { pairs, isExact } = this.#sampler.estimates();
			if (this.#owed.size === 0) {
				if (isExact || pairs >= MOST_PAIRS || isEnough()) return;
				for (const world of this.#sampler.next()) this.#owed.set(keyOf(world), world);
			}
			await this.#runOwed();
		}
	}

	async #runOwed(): Promise<void> {
		const worlds = [...this.#owed.values()];
		await this.#run(
			worlds.map((world) => this.#keeping(world)),
			(index, values) => {
				this.#owed.delete(keyOf(worlds[index]!));
				this.#sampler.accept(worlds[index]!, values);
			}
		);
	}

	/** Half the interval is told: the whole of it has to be narrow. */
	#isPrecise(): boolean {
		const { worths, isExact } = this.#sampler.estimates();
		if (worths === null) return false;
		if (isExact) return true;
		const whole = allEffects(worths, 0);
		return worths.every(([first]) => first!.halfWidth !== null && 2 * first!.halfWidth <= NARROW * whole);
	}

	/** The same decisions, and none of them, where chance falls otherwise. */
	async #othersSeeds(): Promise<Luck> {
		const { luckSeeds } = this.#effort;
		const seeds = Array.from({ length: luckSeeds }, (_, n) => `${this.#play.seed} ${n + 1}`);
		const all = this.#sampler.precedence.all;
		const values = await this.#run(
			seeds.flatMap((seed) => [this.#keeping(all, seed), this.#keeping([], seed)])
		);
		const asPlayed = seeds.map((_, n) => values[2 * n]!);
		const total = asPlayed.map((played, n) => played.map((value, i) => value - values[2 * n + 1]![i]!));
		return { seeds: luckSeeds, asPlayed: rangeOf(asPlayed), total: rangeOf(total) };
	}

	async #playsOfBots(): Promise<AmongBots> {
		const { randomPlays } = this.#effort;
		const random = Array.from({ length: randomPlays }, (_, n) =>
			this.#job({ kind: 'random', seed: `${this.#play.seed} ${n + 1}` })
		);
		const planned = PLANNED_PLAYS.map((bot) => this.#job({ kind: 'bot', bot }));
		const values = await this.#run([...random, ...planned]);
		const own = this.#sampler.known.of(this.#sampler.precedence.all)[0]!;
		const first = values.map((one) => one[0]!);
		return {
			random: randomPlays,
			planned: PLANNED_PLAYS.length,
			higher: first.filter((value) => value > own).length,
			lower: first.filter((value) => value < own).length,
			range: rangeOf(values)[0]!
		};
	}

	/** First where all else is as played, which takes few runs; then, for the pairs with most of it, over orders. */
	async #interactionsFound(): Promise<readonly Interaction[]> {
		const { precedence, known } = this.#sampler;
		const { worths } = this.#sampler.estimates();
		if (worths === null) return [];
		const size = (item: number) => Math.abs(worths[item]![0]!.mean);
		const most = precedence.all.slice().sort((a, b) => size(b) - size(a) || a - b);
		const pairs = pairsOf(precedence, most.slice(0, LOOKED_AT));
		await this.#know(pairs.flatMap((pair) => worldsOf(lastOf(precedence, pair))));
		const joint = (at: number) => Math.abs(jointOf(known, lastOf(precedence, pairs[at]!), 0) ?? 0);
		const chosen = pairs
			.map((_, at) => at)
			.sort((a, b) => joint(b) - joint(a) || a - b)
			.slice(0, SAMPLED_PAIRS)
			.map((at) => pairs[at]!);
		const sampler = new InteractionSampler(precedence, known, chosen, { seed: this.#play.seed, measure: 0 });
		for (let i = 0; i < LEAST_PAIRS; i++) await this.#know(sampler.next());
		return sampler.found(WORTH_NAMING * allEffects(worths, 0));
	}

	/** Every world of the decisions that matter most, under other parameters: without an error of sampling. */
	async #overEnsemble(): Promise<EnsembleRange | null> {
		const members = evenly(await this.#parts.ensembleOf(this.#play.pack), MEMBERS);
		const { worths, total } = this.#sampler.estimates();
		if (members.length === 0 || worths === null) return null;
		const main = this.#sampler.mainGame(MEMBER_WORLDS);
		await this.#know(main.worlds);
		const measures = this.#measures.length;
		const own = main.worths(this.#sampler.known, measures);
		const others: { readonly worths: number[][]; readonly total: number[] }[] = [];
		for (const beforehand of members) {
			const known = new KnownWorlds();
			const { all } = this.#sampler.precedence;
			const worlds = unlike([...main.worlds, all, []]);
			await this.#run(
				worlds.map((world) => this.#keeping(world, this.#play.seed, beforehand)),
				(index, values) => known.set(worlds[index]!, values)
			);
			const none = known.of([]);
			const whole = known.of(all).map((value, measure) => value - none[measure]!);
			others.push({ worths: main.worths(known, measures), total: whole });
		}
		return {
			members: members.length,
			worths: worths.map((one, item) => {
				if (!main.items.includes(item)) return null;
				const means = one.map(({ mean }) => mean);
				return movedRanges(
					means,
					own[item]!,
					others.map(({ worths }) => worths[item]!)
				);
			}),
			total: rangeOf([total, ...others.map((one) => one.total)])
		};
	}

	/** Runs what of these worlds is not known yet. */
	async #know(wanted: readonly Coalition[]): Promise<void> {
		const worlds = unlike(wanted.filter((one) => !this.#sampler.known.has(one)));
		await this.#run(
			worlds.map((world) => this.#keeping(world)),
			(index, values) => this.#sampler.known.set(worlds[index]!, values)
		);
	}

	#keeping(items: Coalition, seed = this.#play.seed, beforehand: readonly Order[] = []): WorldJob {
		const decisions = [...this.#items.others, ...items.map((item) => this.#items.scripted[item]!)];
		return { ...this.#job({ kind: 'kept', decisions }), seed, beforehand };
	}

	#job(decide: WorldJob['decide']): WorldJob {
		const { script, mine, seed } = this.#play;
		return { play: { script, mine }, seed, beforehand: [], decide };
	}

	async #run(
		jobs: readonly WorldJob[],
		heard: (index: number, values: readonly number[]) => void = () => {}
	): Promise<readonly (readonly number[])[]> {
		const all: (readonly number[])[] = [];
		const { signal } = this.#calledOff;
		await this.#parts.runWorlds({
			scenario: this.#play.pack.source,
			size: 'debrief',
			jobs,
			signal,
			onResult: (index, values) => {
				this.#runs += 1;
				all[index] = values;
				heard(index, values);
				this.#tell(false);
			}
		});
		return all;
	}

	#tell(isAlways: boolean): void {
		const now = this.#parts.clock.nowMs();
		if (!isAlways && (this.#calledOff.signal.aborted || now - this.#toldMs < TELL_EVERY_MS)) return;
		this.#toldMs = now;
		this.#parts.tell(this.attribution);
	}
}

/** What all decisions did to a measure, whichever direction each of them worked in. */
function allEffects(worths: NonNullable<Estimates['worths']>, measure: number): number {
	return worths.reduce((sum, one) => sum + Math.abs(one[measure]!.mean), 0);
}

/** Each of these worlds once. */
function unlike(worlds: readonly Coalition[]): Coalition[] {
	return [...new Map(worlds.map((one) => [keyOf(one), one])).values()];
}

/** So many of a list, from its first on, evenly apart. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
	if (items.length <= most) return [...items];
	return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
