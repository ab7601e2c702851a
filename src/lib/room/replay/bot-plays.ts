import type { AmongBots } from '../../debrief/attribution/attribution.ts';
import type { BotProfile } from '../../exercise/log/events.ts';
import type { PlayRuns } from './play-runs.ts';

const PLANNED: readonly BotProfile[] = ['record', 'cautious', 'fast', 'thrifty', 'expert'];
/** So many at a time: what has been played stays where it is stopped. */
const TOGETHER = 40;

/** Plays of bots in a person's place, as many as there have been by now, by the first measure. */
export class BotPlays {
	readonly #runs: PlayRuns;
	#planned: readonly number[] = [];
	#random: readonly number[] = [];

	constructor(runs: PlayRuns) {
		this.#runs = runs;
	}

	/** Plays until there are so many in all. Rejects when it is called off. */
	async upTo(plays: number): Promise<void> {
		const { seed } = this.#runs.play;
		if (this.#planned.length === 0)
			this.#planned = firsts(
				await this.#runs.run(PLANNED.map((bot) => this.#runs.job({ kind: 'bot', bot })))
			);
		for (;;) {
			const played = this.#random.length;
			const count = Math.min(TOGETHER, plays - PLANNED.length - played);
			if (count <= 0) return;
			const jobs = Array.from({ length: count }, (_, n) =>
				this.#runs.job({ kind: 'random', seed: `${seed} ${played + n + 1}` })
			);
			this.#random = [...this.#random, ...firsts(await this.#runs.run(jobs))];
		}
	}

	/** Where a play that came to this lies among them; null: there are none yet. */
	among(own: number): AmongBots | null {
		const all = [...this.#planned, ...this.#random];
		if (all.length === 0) return null;
		return {
			random: this.#random.length,
			planned: this.#planned.length,
			higher: all.filter((value) => value > own).length,
			lower: all.filter((value) => value < own).length,
			range: { low: Math.min(...all), high: Math.max(...all) }
		};
	}
}

function firsts(values: readonly (readonly number[])[]): number[] {
	return values.map((one) => one[0]!);
}
