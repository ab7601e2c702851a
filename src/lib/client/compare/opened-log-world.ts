import { foldLog } from '../../exercise/log/evolve.ts';
import type { Log } from '../../exercise/log/log-file.ts';
import { entry } from '../../exercise/state.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { runningWorlds } from '../../room/conductor/bot-acts.ts';
import { RoomWorld } from '../../room/room-world.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { gridMinuteUpTo } from '../../sim/time/grid.ts';
import type { OpenedLog } from './comparison-facts.ts';

/** A log that has been read, and what to call it. */
export interface NamedLog {
	readonly name: string;
	readonly log: Log;
}

/** The world of a log that is over; of a log with several, the first that was opened. */
export class OpenedLogWorld {
	readonly facts: OpenedLog;
	readonly #world: RoomWorld;

	constructor({ exercise, model }: Pack, seed: string, { name, log }: NamedLog) {
		const state = foldLog(log.events);
		const [id = ''] = runningWorlds(state);
		const played = entry(state.worlds, id);
		this.#world = new RoomWorld(() => simEngine(model, seed), []);
		if (played !== undefined) this.#world.order(worldOrders(exercise, played));
		this.facts = {
			name,
			events: log.events.length,
			endMin: gridMinuteUpTo(exercise.spans, played?.minute ?? 0),
			stored: log.results.find(({ world }) => world === id) ?? null
		};
	}

	/** Its frames at those of the minutes, ascending, that it goes up to. */
	framesAt(minutes: readonly number[]): Frame[] {
		return minutes.filter((minute) => minute <= this.facts.endMin).map((minute) => this.#world.look(minute));
	}

	hashAt(minute: number): string {
		return this.#world.hashAt(Math.min(minute, this.facts.endMin));
	}
}
