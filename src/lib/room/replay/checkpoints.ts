import type { Engine } from '../../exercise/world/engine.ts';
import { firstWorldOf } from '../../exercise/state.ts';
import type { Play } from '../play-through.ts';
import { RecordedRun } from './recorded-run.ts';
import type { PlayScript } from './script.ts';

/** A play as it stood at a minute, with its world. */
export interface Checkpoint {
	readonly play: Play;
	/** Goes on with the world from there. */
	readonly resume: (engine: Engine, minutes: readonly number[]) => RecordedRun;
}

/** Saving takes a copy of the world: not at every halt, but before the next of the script's decisions at the latest. */
const GAP_MIN = 10;

/**
 * Where plays of one script have stood before each of its decisions, so that others with the same past go on from there. A
 * play up to a minute follows from what is kept before that minute and from nothing else: it is the key.
 */
export class Checkpoints {
	readonly #most: number;
	/** Least recently used first. */
	readonly #known = new Map<string, Checkpoint>();
	#savedAt: { readonly key: string; readonly minute: number } | null = null;

	/** @param most so many are kept; each holds a copy of the world */
	constructor(most: number) {
		this.#most = most;
	}

	/** Where a play of this script that keeps these decisions can go on: as late as is known. */
	latest(script: PlayScript, kept: readonly boolean[]): Checkpoint | null {
		for (const minute of minutesOf(script).reverse()) {
			const key = keyBefore(script, kept, minute);
			const found = this.#known.get(key);
			if (found === undefined) continue;
			this.#known.delete(key);
			this.#known.set(key, found);
			return found;
		}
		return null;
	}

	/** Keeps a play that stands where time goes on, if a decision of the script lies ahead. */
	keep(script: PlayScript, kept: readonly boolean[], play: Play, world: RecordedRun): void {
		const { minute } = firstWorldOf(play.state);
		const next = minutesOf(script).find((one) => one > minute);
		if (next === undefined) return;
		const key = keyBefore(script, kept, next);
		if (this.#savedAt?.key === key && minute < this.#savedAt.minute + GAP_MIN) return;
		this.#savedAt = { key, minute };
		this.#known.delete(key);
		this.#known.set(key, checkpointOf(play, world));
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= this.#most) break;
			this.#known.delete(oldest);
		}
	}
}

function checkpointOf(play: Play, world: RecordedRun): Checkpoint {
	const [state, frames] = [world.run.save(), new Map(world.frames)];
	return {
		play,
		resume: (engine, minutes) => new RecordedRun(engine.resume(state), { frames: minutes }, { frames })
	};
}

/** Minutes at which something of the script was decided, ascending; what was prepared lies before all of them. */
function minutesOf({ decisions }: PlayScript): number[] {
	return [...new Set(decisions.map(({ atMin }) => atMin))]
		.filter((minute) => minute > 0)
		.sort((a, b) => a - b);
}

/** Names the past that a play has before a minute. */
function keyBefore({ decisions }: PlayScript, kept: readonly boolean[], minute: number): string {
	const past = decisions.map(({ atMin }, index) => (atMin < minute && kept[index] === true ? '1' : '0'));
	return `${minute} ${past.join('')}`;
}
