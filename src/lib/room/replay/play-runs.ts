import { keyOf, type Coalition, type KnownWorlds } from '../../debrief/attribution/coalition.ts';
import type { Batch } from '../../debrief/pool/pool.ts';
import { contentHash } from '../../scenario/hash.ts';
import type { Order } from '../../sim/model.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';
import type { Pack } from '../scenario-library.ts';
import type { Items } from './items.ts';
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

/** What worlds of one play came to when they were run before, by {@link jobKeyOf}. */
export interface KeptWorlds {
	readonly count: number;
	of(job: string): readonly number[] | undefined;
	keep(job: string, values: readonly number[]): void;
}

export function measuresOf({ pack: { exercise, scenario }, mine }: FinishedPlay) {
	return measuresOfPlay(exercise, scenario.sectors, mine);
}

/** By what a play is known again: the same decisions of the same people in the same world, read by the same measures. */
export function playKeyOf(play: FinishedPlay): string {
	const { script, mine, seed, pack } = play;
	const { contentHash: content } = pack.exercise;
	return contentHash(JSON.stringify([ENGINE_VERSION, content, measuresOf(play), script, mine, seed]));
}

/** By what one world of a play is known again. */
export function jobKeyOf({ decide, seed, beforehand }: WorldJob): string {
	return contentHash(JSON.stringify([decide, seed, beforehand]));
}

/** The worlds of one play: run where they are not kept, and counted either way. */
export class PlayRuns {
	/** Worlds whose results have come, of every kind. */
	count = 0;
	/** Whether only worlds that are kept are wanted: any other calls it off. */
	isRecalling = false;
	readonly play: FinishedPlay;
	readonly #items: Items;
	readonly #runWorlds: RunWorlds;
	readonly #kept: KeptWorlds | null;
	readonly #heard: () => void;
	#calledOff = new AbortController();

	/** @param heard is called after each result */
	constructor(
		play: FinishedPlay,
		items: Items,
		runWorlds: RunWorlds,
		kept: KeptWorlds | null,
		heard: () => void
	) {
		this.play = play;
		this.#items = items;
		this.#runWorlds = runWorlds;
		this.#kept = kept;
		this.#heard = heard;
	}

	get signal(): AbortSignal {
		return this.#calledOff.signal;
	}

	get hasKept(): boolean {
		return this.#kept !== null && this.#kept.count > 0;
	}

	/** Runs may begin, after a stop too. */
	begin(): AbortSignal {
		this.#calledOff = new AbortController();
		return this.#calledOff.signal;
	}

	/** Nothing new is begun; what has begun is still heard of. */
	callOff(): void {
		this.#calledOff.abort();
	}

	/** The world in which these decisions were taken, and what others decided. */
	keeping(items: Coalition, seed = this.play.seed, beforehand: readonly Order[] = []): WorldJob {
		const decisions = [...this.#items.others, ...items.map((item) => this.#items.scripted[item]!)];
		return { ...this.job({ kind: 'kept', decisions }), seed, beforehand };
	}

	job(decide: WorldJob['decide']): WorldJob {
		const { script, mine, seed } = this.play;
		return { play: { script, mine }, seed, beforehand: [], decide };
	}

	/** What these worlds come to, in their order. Rejects where they cannot be run, and when it is called off. */
	async run(
		jobs: readonly WorldJob[],
		heard: (index: number, values: readonly number[]) => void = () => {}
	): Promise<readonly (readonly number[])[]> {
		const all: (readonly number[])[] = [];
		const take = (index: number, values: readonly number[]) => {
			this.count += 1;
			all[index] = values;
			heard(index, values);
			this.#heard();
		};
		const missing: number[] = [];
		for (const [index, job] of jobs.entries()) {
			const known = this.#kept?.of(jobKeyOf(job));
			if (known === undefined) missing.push(index);
			else take(index, known);
		}
		if (missing.length === 0) return all;
		if (this.isRecalling) this.callOff();
		const { signal } = this;
		if (signal.aborted) throw new Error('called off');
		await this.#runWorlds({
			scenario: this.play.pack.source,
			size: 'debrief',
			jobs: missing.map((index) => jobs[index]!),
			signal,
			onResult: (at, values) => {
				this.#kept?.keep(jobKeyOf(jobs[missing[at]!]!), values);
				take(missing[at]!, values);
			}
		});
		return all;
	}

	/** Runs what of these worlds is not known yet. */
	async know(wanted: readonly Coalition[], known: KnownWorlds): Promise<void> {
		const worlds = distinct(wanted.filter((one) => !known.has(one)));
		await this.run(
			worlds.map((world) => this.keeping(world)),
			(index, values) => known.set(worlds[index]!, values)
		);
	}
}

/** Each of these worlds once. */
export function distinct(worlds: readonly Coalition[]): Coalition[] {
	return [...new Map(worlds.map((one) => [keyOf(one), one])).values()];
}
