import type { LiveRoomParts } from '../live-room-contract.ts';
import type { PreflightPart } from './staff-parts.ts';
import type { People } from '../people/people.ts';
import { Screens } from '../stage/screens.ts';
import { tryWorld, type Trial } from '../trial.ts';

/** What a room knows of whether a workshop will work in it. */
export class Preflight {
	readonly screens = new Screens();
	readonly #parts: LiveRoomParts;
	readonly #stops: readonly number[];
	#trial: Trial | null = null;
	#trying: Promise<void> | null = null;

	constructor(parts: LiveRoomParts, stops: readonly number[]) {
		this.#parts = parts;
		this.#stops = stops;
	}

	/** Once: what is found out does not change. */
	tryWorld(): Promise<void> {
		return (this.#trying ??= tryWorld(this.#parts, this.#stops).then((trial) => void (this.#trial = trial)));
	}

	part(people: People): PreflightPart {
		const stages = people.all.filter(({ kind, id }) => kind === 'stage' && people.isHere(id));
		return {
			screens: this.screens.of(stages.map(({ id }) => id)),
			isOwnScenario: this.#parts.pack.fileName !== null,
			trial: this.#trial
		};
	}
}
