import type { DeskPart } from '../live/desk/staff-parts.ts';

/** What is not there yet as an exercise is about to start, and would be missed soon. */
export type Missing =
	| { readonly kind: 'stage' }
	/** Nobody sits in these teams, and no bot plays for them. */
	| { readonly kind: 'emptyTeams'; readonly teams: readonly string[] }
	/** People sit in these teams, and nobody leads. */
	| { readonly kind: 'noLead'; readonly teams: readonly string[] }
	/** People who have joined and have no team. */
	| { readonly kind: 'waiting'; readonly people: number };

/** Whether nobody would decide for a team: nobody sits in it, and no bot plays all of it. */
export function isEmpty({ seatsTaken, roles, standIns }: DeskPart['teams'][number]): boolean {
	return seatsTaken === 0 && standIns.length < roles.length;
}

/** Nothing is missed in a rehearsal: bots sit in every seat. Where an audience votes no team is missed. */
export function missingAtStart({
	people,
	teams,
	isRehearsal,
	isPresented
}: Pick<DeskPart, 'people' | 'teams' | 'isRehearsal' | 'isPresented'>): readonly Missing[] {
	if (isRehearsal) return [];
	const named = (which: (team: DeskPart['teams'][number]) => boolean) =>
		(isPresented ? [] : teams).filter(which).map(({ name }) => name);
	const empty = named(isEmpty);
	const leaderless = named(({ seatsTaken, lead }) => seatsTaken > 0 && lead === null);
	const waiting = people.filter(({ kind, team, isHere }) => kind === 'player' && team === null && isHere);
	const hasStage = people.some(({ kind, isHere }) => kind === 'stage' && isHere);
	return [
		...(hasStage ? [] : [{ kind: 'stage' } as const]),
		...(empty.length === 0 ? [] : [{ kind: 'emptyTeams', teams: empty } as const]),
		...(leaderless.length === 0 ? [] : [{ kind: 'noLead', teams: leaderless } as const]),
		...(waiting.length === 0 ? [] : [{ kind: 'waiting', people: waiting.length } as const])
	];
}
