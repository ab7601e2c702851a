import type { Attribution, EnsembleRange, Luck } from '../../debrief/attribution/attribution.ts';
import { keyOf, type Coalition } from '../../debrief/attribution/coalition.ts';
import type { Interaction } from '../../debrief/attribution/interactions.ts';
import type { Measure } from '../../debrief/attribution/measures.ts';
import { allEffects, LEAST_PAIRS, ShapleySampler } from '../../debrief/attribution/sampler.ts';
import type { Order } from '../../sim/model.ts';
import type { Clock } from '../clock.ts';
import type { Pack } from '../scenario-library.ts';
import { BotPlays } from './bot-plays.ts';
import { interactionsFound } from './interactions-found.ts';
import { itemsOf, type Items } from './items.ts';
import { onOtherSeeds } from './other-seeds.ts';
import { overEnsemble } from './over-ensemble.ts';
import { measuresOf, PlayRuns, type FinishedPlay, type KeptWorlds, type RunWorlds } from './play-runs.ts';

export interface AttributingParts {
	readonly runWorlds: RunWorlds;
	/** Other accepted values of a scenario's parameters, as orders for the start; none: it has no ensemble. */
	readonly ensembleOf: (pack: Pack) => Promise<readonly (readonly Order[])[]>;
	/** What worlds of this play came to before; null: nothing is kept. */
	readonly kept: KeptWorlds | null;
	readonly clock: Clock;
	readonly tell: (attribution: Attribution) => void;
	/** Left out: as much as a person at a screen waits for. */
	readonly effort?: typeof EFFORT;
}

/** Every interval of the first measure is to be narrower than this share of what all decisions did. */
const NARROW = 0.05;
/** More pairs of orders would be for a play in which nothing comes to a point. */
const MOST_PAIRS = 80;
/** How many runs stand beside the worths themselves: some plays of bots soon, the others once all else is told. */
const EFFORT = { luckSeeds: 8, firstBotPlays: 45, botPlays: 1000 };
const TELL_EVERY_MS = 250;

/**
 * Works out what each decision of a play was worth, run by run, and tells what is known by now. It can be stopped and
 * goes on from where it was; on the same play it comes to the same figures.
 */
export class Attributing {
	readonly #parts: AttributingParts;
	readonly #items: Items;
	readonly #measures: readonly Measure[];
	readonly #sampler: ShapleySampler;
	readonly #runs: PlayRuns;
	readonly #bots: BotPlays;
	/** Worlds that the sampler has asked for and that have not been run. */
	readonly #owed = new Map<string, Coalition>();
	#status: Attribution['status'] = 'stopped';
	#toldMs = -Infinity;
	#luck: Luck | null = null;
	#ensemble: EnsembleRange | null = null;
	#interactions: readonly Interaction[] | null = null;

	constructor(play: FinishedPlay, parts: AttributingParts) {
		this.#parts = parts;
		const { scenario, exercise } = play.pack;
		this.#items = itemsOf(scenario, exercise, play.script, play.mine);
		this.#measures = measuresOf(play);
		const { before } = this.#items;
		this.#sampler = new ShapleySampler({ before, measures: this.#measures.length, seed: play.seed });
		this.#runs = new PlayRuns(play, this.#items, parts.runWorlds, parts.kept, () => this.#tell(false));
		this.#bots = new BotPlays(this.#runs);
	}

	/** Starts, or goes on after a stop. Resolves when all is told, or when it has been stopped. Never rejects. */
	async run(): Promise<void> {
		this.#runs.isRecalling = false;
		await this.#work();
	}

	/** Tells what can be told from worlds that are kept, and runs none. Never rejects. */
	async recall(): Promise<void> {
		if (!this.#runs.hasKept || this.#status === 'running') return;
		this.#runs.isRecalling = true;
		await this.#work();
	}

	/** Runs that have begun are still heard of; nothing new is begun. */
	stop(): void {
		this.#runs.callOff();
	}

	get attribution(): Attribution {
		const { worlds, pairs, isExact, total, worths } = this.#sampler.estimates();
		const { all } = this.#sampler.precedence;
		const { known } = this.#sampler;
		return {
			status: this.#status,
			runs: this.#runs.count,
			measures: this.#measures,
			decisions: this.#items.decisions,
			...{ worlds, pairs, isExact, total, worths },
			isPrecise: this.#isPrecise(),
			ensemble: this.#ensemble,
			luck: this.#luck,
			bots: known.has(all) ? this.#bots.among(known.of(all)[0]!) : null,
			interactions: this.#interactions
		};
	}

	async #work(): Promise<void> {
		if (this.#status === 'running' || this.#status === 'done') return;
		const { luckSeeds, firstBotPlays, botPlays } = this.#parts.effort ?? EFFORT;
		const runs = this.#runs;
		const signal = runs.begin();
		this.#status = 'running';
		this.#tell(true);
		try {
			await this.#sampleUntil(() => this.#sampler.estimates().pairs >= LEAST_PAIRS);
			this.#luck ??= await onOtherSeeds(runs, this.#sampler.precedence.all, luckSeeds);
			await this.#bots.upTo(firstBotPlays);
			await this.#sampleUntil(() => this.#isPrecise());
			this.#interactions ??= await interactionsFound(runs, this.#sampler);
			this.#ensemble ??= await overEnsemble(
				runs,
				this.#sampler,
				await this.#parts.ensembleOf(runs.play.pack)
			);
			await this.#bots.upTo(botPlays);
			this.#status = 'done';
		} catch {
			this.#status = signal.aborted ? 'stopped' : 'failed';
		}
		if (signal === runs.signal) this.#tell(true);
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
		await this.#runs.run(
			worlds.map((world) => this.#runs.keeping(world)),
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

	#tell(isAlways: boolean): void {
		const now = this.#parts.clock.nowMs();
		if (!isAlways && (this.#runs.signal.aborted || now - this.#toldMs < TELL_EVERY_MS)) return;
		this.#toldMs = now;
		this.#parts.tell(this.attribution);
	}
}
