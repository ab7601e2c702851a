import { ownWorldOf } from '../../../exercise/project/own-role.ts';
import type { DecisionAct } from '../../../exercise/state.ts';
import type { Person } from '../../people/person.ts';
import type { Live } from '../live.ts';

/** How many of the other members were of somebody's mind in the round that was closed last. */
export interface Agreement {
	readonly round: number;
	readonly agreed: number;
	/** Others who said what they would do. */
	readonly of: number;
}

/** Null: decisions are open, nobody else said anything, or the person did not. */
export function agreementOf(live: Live, person: Person): Agreement | null {
	const { position, rounds } = live.exercise.room.state;
	const round = rounds.at(-1);
	const isClosed = position.step === 'advance' || position.step === 'situation';
	if (person.team === null || round === undefined || !isClosed) return null;
	const choices = new Map(live.rounds.advice(person.team).map((one) => [one.person, one.decision]));
	const lead = live.people.leadOf(person.team);
	const committed = ownActs(live, person.team).filter(({ atMin }) => atMin === round.atMin);
	const taken = committed.map(({ decision }) => decision);
	const own = person.id === lead ? undefined : choices.get(person.id);
	if (person.id !== lead && own === undefined) return null;
	// Who leads is of the mind of those whose advice was taken.
	const agrees = (decision: string | null) =>
		decision === null ? taken.length === 0 : taken.includes(decision);
	const others = [...choices].filter(([id]) => id !== person.id && id !== lead).map(([, choice]) => choice);
	const agreed = others.filter((choice) => (person.id === lead ? agrees(choice) : choice === own)).length;
	const leadAgrees = person.id !== lead && lead !== null && agrees(own!) ? 1 : 0;
	const of = others.length + (person.id !== lead && lead !== null ? 1 : 0);
	return of === 0 ? null : { round: round.round, agreed: agreed + leadAgrees, of };
}

/** How sure the team was of each of its decisions: for its lead, who said so. */
export function confidencesOf(live: Live, person: Person): Readonly<Record<string, number>> {
	if (person.team === null || !live.people.isLead(person)) return {};
	return Object.fromEntries(
		ownActs(live, person.team).flatMap(({ decision, confidencePct }) =>
			confidencePct === null ? [] : [[decision, confidencePct]]
		)
	);
}

/** What a team has decided in its world, in that order. */
export function ownActs({ exercise }: Pick<Live, 'exercise'>, team: string): DecisionAct[] {
	const { state } = exercise.room;
	const world = ownWorldOf(state, team);
	const acts = world === null ? [] : (state.worlds[world]?.acts ?? []);
	return acts.flatMap((act) =>
		act.kind === 'decision' && state.seats[act.seat]?.team === team ? [act] : []
	);
}
