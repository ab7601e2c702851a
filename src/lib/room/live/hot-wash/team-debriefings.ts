import { isInRounds } from '../../../exercise/phases/phases.ts';
import type { HotWash } from '../../../debrief/hot-wash/hot-wash.ts';
import type { Clock } from '../../clock.ts';
import type { Debriefed, Debriefing } from '../../debriefing.ts';
import { washWithoutTexts } from '../kept/erase-texts.ts';
import { TABLE } from '../../facts/room-facts.ts';
import type { Live } from '../live.ts';
import type { FindingEntry, RoomFinding, RoomParts } from '../parts.ts';
import { clockWorld, isParallel, worldOf } from '../worlds/worlds.ts';

/** Each team reads its own finding for so long before anybody else does. */
const OWN_FIRST_MS = 60_000;

type Played = Pick<Live, 'exercise' | 'people' | 'summary' | 'pack'>;

/** The hot wash of each team of a room: at once what is known, the rest as it is computed. */
export class TeamDebriefings {
	readonly #debriefing: Debriefing;
	/** Something more is known. */
	readonly #told: () => void;
	readonly #hotWashes = new Map<string, RoomParts['hotWash']>();
	readonly #clock: Clock;
	/** What a world that still runs has come to, and when it was looked at. */
	readonly #soFar = new Map<string, { readonly version: number; readonly wash: HotWash }>();
	#hasBegun = false;
	#othersFromMs: number | null = null;
	#alikeBelow: number | null = null;
	#chance: Promise<void> | null = null;

	constructor(debriefing: Debriefing, clock: Clock, told: () => void) {
		this.#debriefing = debriefing;
		this.#clock = clock;
		this.#told = told;
	}

	/** Differences of harm that are chance; null: not known yet. */
	get alikeBelow(): number | null {
		return this.#alikeBelow;
	}

	/** How long it takes until a team may be shown what others came to: each reads its own finding first. Null: nobody has one. */
	othersInMs(): number | null {
		return this.#othersFromMs === null ? null : Math.max(0, this.#othersFromMs - this.#clock.nowMs());
	}

	/** All have read their own. */
	openToOthers(): void {
		if (this.#othersFromMs !== null) this.#othersFromMs = this.#clock.nowMs();
	}

	/** A team's, also while its world still runs; null: there is nothing to say yet. */
	washNow({ exercise, people, summary }: Played, team: string): HotWash | null {
		const told = this.#hotWashes.get(team);
		if (told !== undefined) return told.hotWash;
		const { state } = exercise.room;
		const worldId = worldOf({ summary }, team);
		const minute = state.worlds[worldId]?.minute ?? 0;
		if (minute === 0 || !isInRounds(state.position.phase)) return null;
		const before = this.#soFar.get(team);
		if (before?.version === state.version) return before.wash;
		const world = exercise.world(worldId);
		const played = world.sampledUntil(minute);
		// A room that is opened again comes to where it was left step by step.
		if (played.length < world.samples.filter((one) => one <= minute).length) return null;
		const of = debriefedOf(summary, people.team(team)!.roles, worldId);
		const wash = this.#debriefing.soFar(state, of, played);
		this.#soFar.set(team, { version: state.version, wash });
		return wash;
	}

	/** Of a team; undefined: the exercise has not been played yet. */
	hotWashOf(team: string): RoomParts['hotWash'] | undefined {
		return this.#hotWashes.get(team);
	}

	/** Reasons that people gave are told no more. */
	eraseTexts(): void {
		for (const [team, told] of this.#hotWashes)
			this.#hotWashes.set(team, { ...told, hotWash: washWithoutTexts(told.hotWash) });
		this.#soFar.clear();
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
		if (!stage.shown.areFindingsOpen || isParallel({ summary })) return undefined;
		for (const { id } of people.teams) {
			const spared = this.#hotWashes.get(id)?.hotWash.finding.hostsSparedToRecord ?? null;
			if (spared !== null) return { hostsSparedToRecord: spared };
		}
		return undefined;
	}

	/** Begins with the runs that need nothing from the teams', and that nobody has to wait for then. */
	prepare({ people, summary }: Pick<Live, 'people' | 'summary'>): void {
		this.#debriefing.begin();
		if (isParallel({ summary })) void this.#measureChance(people.teams[0]!.roles);
	}

	/** How far equal decisions lie apart does not depend on what is decided. What failed can be measured again. */
	#measureChance(roles: readonly string[]): Promise<void> {
		this.#chance ??= this.#debriefing.chance(roles).then((alikeBelow) => {
			this.#alikeBelow = alikeBelow;
			if (alikeBelow === null) this.#chance = null;
			this.#told();
		});
		return this.#chance;
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
		this.#othersFromMs = this.#clock.nowMs() + (isParallel({ summary }) ? OWN_FIRST_MS : 0);
		if (isParallel({ summary })) this.#clock.later(() => this.#told(), OWN_FIRST_MS);
		const all = people.teams.map(({ id, roles }) => {
			const worldId = worldOf({ summary }, id);
			const world = exercise.world(worldId);
			const stateHash = world.hashAt(minute);
			const played = world.sampled();
			const of = debriefedOf(summary, roles, worldId);
			return this.#debriefing.finish(state, of, played, (hotWash) => {
				this.#hotWashes.set(id, { hotWash, stateHash });
				this.#told();
			});
		});
		await Promise.all(all);
		if (!isParallel({ summary })) return;
		const { roles } = people.teams[0]!;
		await this.#measureChance(roles);
		// It may have been under way, and failed while the last runs were computed.
		if (this.#alikeBelow === null) await this.#measureChance(roles);
	}
}

/** What of an exercise a team's hot wash is about. */
export function debriefedOf(
	{ setup }: Played['summary'],
	roles: readonly string[],
	world: string
): Debriefed {
	return { role: roles.length === 1 ? roles[0]! : TABLE, mine: roles, cut: { id: setup.cut }, world };
}
