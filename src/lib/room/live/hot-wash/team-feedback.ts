import type { Feedback } from '../../../debrief/feedback/feedback.ts';
import { isInRounds } from '../../../exercise/phases/phases.ts';
import type { Debriefing } from '../../debriefing.ts';
import { betweenStops } from '../../stops.ts';
import type { Live } from '../live.ts';
import { debriefedOf } from './team-debriefings.ts';
import { clockWorld, worldOf } from '../worlds/worlds.ts';

type Played = Pick<Live, 'exercise' | 'people' | 'summary'>;

/** After each advance, for each team: what has changed of what it is judged by, and what of that came from it. */
export class TeamFeedback {
	readonly #debriefing: Pick<Debriefing, 'feedback'>;
	/** Something more is known. */
	readonly #told: () => void;
	readonly #byTeam = new Map<string, Feedback>();
	/** The minute of the stop that was told of last. */
	#stopMin = 0;

	constructor(debriefing: Pick<Debriefing, 'feedback'>, told: () => void) {
		this.#debriefing = debriefing;
		this.#told = told;
	}

	/** Undefined: there was no stop, or it is not known yet. */
	of(team: string): Feedback | undefined {
		return this.#byTeam.get(team);
	}

	/** Once for each stop, one team after the other: nobody waits for it. */
	async follow({ exercise, people, summary }: Played): Promise<void> {
		const { state } = exercise.room;
		const { phase, step } = state.position;
		const minute = state.worlds[clockWorld({ summary })]?.minute ?? 0;
		if (!isInRounds(phase) || step === 'advance' || minute === 0 || minute === this.#stopMin) return;
		const played = people.teams.flatMap(({ id, roles }) => {
			const world = worldOf({ summary }, id);
			const stops = betweenStops(state, exercise.world(world), minute);
			return stops === null ? [] : [{ id, stops, of: debriefedOf(summary, roles, world) }];
		});
		if (played.length < people.teams.length) return;
		this.#stopMin = minute;
		for (const { id, stops, of } of played) {
			const feedback = await this.#debriefing.feedback(state, of, stops).catch(() => null);
			if (this.#stopMin !== minute) return;
			if (feedback !== null) this.#byTeam.set(id, feedback);
			this.#told();
		}
	}
}
