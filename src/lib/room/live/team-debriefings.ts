import { isInRounds } from '../../exercise/phases/phases.ts';
import type { Debriefing } from '../debriefing.ts';
import { TABLE } from '../facts/room-facts.ts';
import type { Live } from './live.ts';
import type { FindingEntry, RoomFinding, RoomParts } from './parts.ts';
import { clockWorld, worldOf, worldsOf } from './worlds.ts';

type Played = Pick<Live, 'exercise' | 'people' | 'summary' | 'pack'>;

/** The hot wash of each team of a room: at once what is known, the rest as it is computed. */
export class TeamDebriefings {
	readonly #debriefing: Debriefing;
	/** Something more is known. */
	readonly #told: () => void;
	readonly #hotWashes = new Map<string, RoomParts['hotWash']>();
	#hasBegun = false;

	constructor(debriefing: Debriefing, told: () => void) {
		this.#debriefing = debriefing;
		this.#told = told;
	}

	/** Of a team; undefined: the exercise has not been played yet. */
	hotWashOf(team: string): RoomParts['hotWash'] | undefined {
		return this.#hotWashes.get(team);
	}

	/** What the teams' runs came to, in the order of the teams. */
	findings({ people }: Pick<Live, 'people'>): FindingEntry[] {
		return people.teams.flatMap(({ id, name }) => {
			const told = this.#hotWashes.get(id);
			if (told === undefined) return [];
			const { finding, outcome } = told.hotWash;
			return [{ team: id, name, finding, harm: outcome.harm }];
		});
	}

	/** What all have come to together, where they act in one world and the stage shows findings. */
	roomFinding({
		people,
		stage,
		summary
	}: Pick<Live, 'people' | 'stage' | 'summary'>): RoomFinding | undefined {
		if (!stage.shown.areFindingsOpen || worldsOf({ summary }).length > 1) return undefined;
		for (const { id } of people.teams) {
			const spared = this.#hotWashes.get(id)?.hotWash.finding.hostsSparedToRecord ?? null;
			if (spared !== null) return { hostsSparedToRecord: spared };
		}
		return undefined;
	}

	/** Begins with the runs that need nothing from the teams'. */
	prepare(): void {
		this.#debriefing.begin();
	}

	callOff(): void {
		this.#debriefing.callOff();
	}

	/**
	 * Tells every team's, once, where the world has run to its end: a room that is ended before has nothing to look back on.
	 *
	 * @throws Error where single runs could not be computed; what was told stands
	 */
	async afterEnd({ exercise, people, summary, pack }: Played): Promise<void> {
		const { state } = exercise.room;
		const { minute } = state.worlds[clockWorld({ summary })]!;
		const isOver = minute >= pack.exercise.horizonMin && !isInRounds(state.position.phase);
		if (this.#hasBegun || !isOver) return;
		this.#hasBegun = true;
		const all = people.teams.map(({ id, roles }) => {
			const world = worldOf({ summary }, id);
			const stateHash = exercise.world(world).hashAt(minute);
			const played = exercise.world(world).sampled();
			const role = roles.length === 1 ? roles[0]! : TABLE;
			const of = { role, mine: roles, world, cut: { id: summary.setup.cut } };
			return this.#debriefing.finish(state, of, played, (hotWash) => {
				this.#hotWashes.set(id, { hotWash, stateHash });
				this.#told();
			});
		});
		await Promise.all(all);
	}
}
