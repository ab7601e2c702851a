import type { Author, Part } from '../log/events.ts';
import {
	entry,
	type Ballot,
	type DecisionAct,
	type ReleasedInject,
	type RoomState,
	type WorldState
} from '../state.ts';
import type { Audience } from './audience.ts';

/** So many votes have to be in before counts are shown. */
export const COUNTS_FROM_VOTES = 5;

/**
 * Who may see what: the only place where that is decided.
 *
 * The facilitator sees the seed, and facilitator and evaluators (the staff) see what lies ahead and all that is written,
 * save that notes stay with their authors: the facilitator's with the facilitator, a player's with that player, and the
 * evaluators' with the staff. A team sees its own; stage, phones and observers see what everybody may. `revealed` opens
 * injects, decisions and rationales of the part played, and nothing else.
 */
export interface Sight {
	readonly facilitator: boolean;
	readonly staff: boolean;
	/** Sees every world run, though not what is decided in it. */
	readonly allWorlds: boolean;
	readonly team: string | null;
	readonly seat: string | null;
	/** Roles that its team plays. */
	readonly roles: ReadonlySet<string>;
	readonly reveals: readonly Part[];
}

export function sightOf(state: RoomState, audience: Audience): Sight {
	const none = {
		facilitator: false,
		staff: false,
		allWorlds: false,
		team: null,
		seat: null,
		roles: new Set<string>(),
		reveals: state.reveals
	};
	switch (audience.kind) {
		case 'facilitator':
			return { ...none, facilitator: true, staff: true, allWorlds: true };
		case 'evaluator':
			return { ...none, staff: true, allWorlds: true };
		case 'team': {
			const { team } = audience;
			// Where teams play in worlds of their own, bots sit in a team's seats for the roles that it does not play.
			const seats = Object.values(state.seats).filter((seat) => seat.team === team && seat.bot === null);
			const isOwn = audience.seat !== undefined && entry(state.seats, audience.seat)?.team === team;
			return {
				...none,
				team,
				seat: isOwn ? audience.seat! : null,
				roles: new Set(seats.map(({ role }) => role))
			};
		}
		case 'stage':
			return { ...none, allWorlds: true };
		case 'phone':
		case 'observer':
			return none;
		default:
			return unknownAudience(audience);
	}
}

function unknownAudience(audience: never): never {
	throw new TypeError(`there is no audience ${JSON.stringify(audience)}`);
}

/** Whether the run of a world may be watched: its frames, its curves. */
export function seesWorld(sight: Sight, { team }: Pick<WorldState, 'team'>): boolean {
	return sight.allWorlds || team === null || team === sight.team || sight.reveals.includes('incident');
}

/** Whether it acts in a world, or watches over those who do. */
export function actsIn(sight: Sight, { team }: Pick<WorldState, 'team'>): boolean {
	return sight.staff || team === null || team === sight.team;
}

export function seesInject(
	sight: Sight,
	{ team }: Pick<WorldState, 'team'>,
	{ to, part }: Pick<ReleasedInject, 'to' | 'part'>
): boolean {
	if (sight.staff || sight.reveals.includes(part)) return true;
	const isHere = team === null || team === sight.team;
	return isHere && (to === null || to.some((role) => sight.roles.has(role)));
}

export function seesDecision(
	sight: Sight,
	state: RoomState,
	{ team }: Pick<WorldState, 'team'>,
	{ seat: id, part }: Pick<DecisionAct, 'seat' | 'part'>
): boolean {
	const seat = entry(state.seats, id);
	// What bots did for its roles in its world before it came is its own.
	const isForOwn = seat !== undefined && isOwnTeam(sight, team ?? undefined) && sight.roles.has(seat.role);
	const isOwn = isOwnTeam(sight, seat?.team) && seat?.bot === null;
	return sight.staff || sight.reveals.includes(part) || isOwn || isForOwn;
}

/** How sure somebody was stays between them and the staff, even when decisions are revealed. */
export function seesConfidence(sight: Sight, seat: string): boolean {
	return sight.staff || sight.seat === seat;
}

/** Whether a bot acts for the people of a seat is for them and the staff to know. */
export function seesStandIn(sight: Sight, team: string | undefined): boolean {
	return sight.staff || isOwnTeam(sight, team);
}

/** A vote that has been counted is the facilitator's, until it is revealed to all who could vote or look on. */
export function seesBallot(sight: Sight, { team, isRevealed }: Pick<Ballot, 'team' | 'isRevealed'>): boolean {
	if (!isRevealed) return sight.facilitator;
	return sight.staff || team === null || isOwnTeam(sight, team);
}

/** Where few have voted, counts would say who voted for what: then all but the staff learn what won, and no more. */
export function seesCounts(sight: Sight, { tally }: Pick<Ballot, 'tally'>): boolean {
	return sight.staff || tally.reduce((sum, { votes }) => sum + votes, 0) >= COUNTS_FROM_VOTES;
}

export function seesRating(sight: Sight, { author }: { readonly author: Author }): boolean {
	return sight.staff || (author.kind === 'seat' && author.seat === sight.seat);
}

export function seesNote(sight: Sight, { author }: { readonly author: Author }): boolean {
	if (author.kind === 'facilitator') return sight.facilitator;
	return author.kind === 'evaluator' ? sight.staff : author.seat === sight.seat;
}

function isOwnTeam(sight: Sight, team: string | undefined): boolean {
	return team !== undefined && sight.team === team;
}
