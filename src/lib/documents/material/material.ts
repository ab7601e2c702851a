import { ownOf } from '../../debrief/figures/own.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { PHASES } from '../../exercise/phases/phases.ts';
import type { RoomState, WorldState } from '../../exercise/state.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import { TABLE } from '../../room/facts/room-facts.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Cut, Localized, Role } from '../../scenario/scenario.ts';

/** What documents are made of: a scenario, the log of an exercise, and what its worlds came to. */
export interface Material {
	readonly pack: Pick<Pack, 'scenario' | 'exercise'>;
	readonly events: readonly RoomEvent[];
	readonly state: RoomState;
	/** The length that was played; null: as the facilitator opened rounds. */
	readonly cut: Cut | null;
	/** Those whose play is reported. */
	readonly parties: readonly Party[];
	/** What the next outages come to with what a summit agreed on; null or missing: they were not run here. */
	readonly outages?: Evaluation | null;
	/** An author's text in the language of the documents, else in English. */
	readonly say: (text: Localized) => string;
}

/** A team, and the world in which it acted. */
export interface Party {
	readonly team: string;
	readonly roles: readonly Role[];
	readonly world: string;
	/** What its run came to; null: the worlds cannot be computed, because the log is of another physics or scenario. */
	readonly wash: HotWash | null;
	readonly hasOwn: boolean;
}

/** Whether the incident has begun: before it there is nothing to report. */
export function isPlayed({ state }: Pick<Material, 'state'>): boolean {
	return PHASES.indexOf(state.position.phase) >= PHASES.indexOf('incident');
}

/** Whether the play has come to its end. */
export function isOver({ state }: Pick<Material, 'state'>): boolean {
	return PHASES.indexOf(state.position.phase) >= PHASES.indexOf('hotWash');
}

/** The worlds that were played, without what-ifs and without those that bots alone played beside people. */
export function reportedWorlds({
	parties,
	state
}: Material): readonly { id: string; world: WorldState; party: Party }[] {
	const seen = new Set<string>();
	return parties.flatMap((party) => {
		if (seen.has(party.world)) return [];
		seen.add(party.world);
		const world = state.worlds[party.world];
		return world === undefined ? [] : [{ id: party.world, world, party }];
	});
}

/**
 * Alone, in one world, or each team in its own. Alone is only what is surely so: of a room documents say less, because
 * others read them.
 */
export function waysOf({
	state,
	events
}: Pick<Material, 'state' | 'events'>): 'solo' | 'shared' | 'parallel' {
	if (state.exercise!.ways === 'parallel') return 'parallel';
	const people = Object.values(state.seats).filter(({ bot }) => bot === null);
	const isOneSeat = people.length === 1 && people[0]!.team === people[0]!.role;
	const isTable = people.length > 0 && people.every(({ team }) => team === TABLE);
	const isStaffed = events.some(
		(event) =>
			['injectPlanned', 'ballotClosed', 'standingAllowed'].includes(event.type) ||
			((event.type === 'rated' || event.type === 'noted') && event.author.kind !== 'seat')
	);
	return (isOneSeat || isTable) && !isStaffed ? 'solo' : 'shared';
}

export function ownsSomething(pack: Material['pack'], roles: readonly string[]): boolean {
	return ownOf(pack.scenario, roles) !== null;
}
