import type { RoomState } from '../../../exercise/state.ts';
import type { Step } from '../../perform.ts';
import { seatsOf, standInAt } from './bot-seats.ts';
import type { Live } from '../live.ts';
import { botOf } from '../live-opening.ts';
import type { People } from './people.ts';
import { isParallel } from '../worlds/worlds.ts';

type Played = Pick<Live, 'exercise' | 'people' | 'summary'>;

/**
 * Teams in worlds of their own in which nobody sits: bots play for each from the preparation on, until somebody sits down.
 * Whoever does finds the world at the minute of all others, with what bots have done in it.
 */
export class EmptyTeams {
	#empty: ReadonlySet<string>;

	constructor(people: People) {
		this.#empty = emptyOf(people);
	}

	/** Somebody has come or gone, or the exercise has moved on. */
	async follow({ exercise, people, summary }: Played): Promise<void> {
		if (!isParallel({ summary })) return;
		const before = this.#empty;
		this.#empty = emptyOf(people);
		const { state } = exercise.room;
		if (!isPlayed(state)) return;
		const steps = people.teams.flatMap(({ id }) =>
			seatsOf(state, id).flatMap(({ seat, role }): Step[] => {
				const hasBot = standInAt({ exercise }, seat) !== null;
				if (this.#empty.has(id)) return hasBot ? [] : [setPlayer(seat, botOf(summary.setup, role))];
				return hasBot && before.has(id) ? [setPlayer(seat, null)] : [];
			})
		);
		if (steps.length > 0) await exercise.perform(steps);
	}
}

function emptyOf(people: People): ReadonlySet<string> {
	return new Set(people.teams.flatMap(({ id }) => (people.members(id).length === 0 ? [id] : [])));
}

/** Before, people are still coming; afterwards there is nothing to do. */
function isPlayed({ position: { phase } }: RoomState): boolean {
	return phase === 'preparation' || phase === 'incident' || phase === 'recovery';
}

function setPlayer(seat: string, bot: ReturnType<typeof botOf> | null): Step {
	return () => [{ by: { kind: 'facilitator' }, body: { type: 'setPlayer', payload: { seat, bot } } }];
}
