import { agendaStanding, HOT_WASH_LEAST_MIN, type Agenda, type Section } from './agenda.ts';

/** A way to be on time again. What it saves is what the projected end comes forward by when it is taken. */
export type Offer =
	/** A round is passed over. */
	| {
			readonly kind: 'leaveOut';
			readonly round: number;
			readonly savesMin: number;
			readonly changes: Changes;
	  }
	/** Each of the rounds to come gets less. */
	| {
			readonly kind: 'shorterRounds';
			readonly rounds: number;
			readonly seconds: number;
			readonly savesMin: number;
			readonly changes: Changes;
	  }
	| { readonly kind: 'shorterHotWash'; readonly savesMin: number; readonly changes: Changes }
	/** The end is what it is. */
	| { readonly kind: 'endLater'; readonly byMin: number };

/** Minutes that sections are planned with instead, by their id. */
export type Changes = Readonly<Record<string, number>>;

/** Nothing is offered before it is as late as this. */
export const OFFERED_FROM_MIN = 3;
const ROUND_LEAST_MIN = 3;
const SHORTER_MIN = 1.5;

/** What can be done about being late, largest saving first. None: it is not late, or nothing can be done. */
export function offersOf(agenda: Agenda, nowMs: number): Offer[] {
	const standing = agendaStanding(agenda, nowMs);
	if (standing === null || agenda.current === null || standing.lateMin <= OFFERED_FROM_MIN) return [];
	const later = agenda.sections.slice(agenda.current + 1);
	const rounds = later.filter(({ kind, plannedMin }) => kind === 'round' && plannedMin > 0);
	const offers = [leaveOut(rounds), shorterRounds(rounds), shorterHotWash(later)];
	return [
		...offers.filter((offer) => offer !== null),
		{ kind: 'endLater', byMin: Math.ceil(standing.lateMin) }
	];
}

/** Not the last one: it is where a run comes to its point. Not the next one, where others are left. */
function leaveOut(rounds: readonly Section[]): Offer | null {
	const one = rounds.at(-2) ?? rounds.at(-1);
	if (one === undefined) return null;
	return { kind: 'leaveOut', round: one.round!, savesMin: one.plannedMin, changes: { [one.id]: 0 } };
}

function shorterRounds(rounds: readonly Section[]): Offer | null {
	const long = rounds.filter(({ plannedMin }) => plannedMin - SHORTER_MIN >= ROUND_LEAST_MIN);
	if (long.length === 0) return null;
	return {
		kind: 'shorterRounds',
		rounds: long.length,
		seconds: SHORTER_MIN * 60,
		savesMin: long.length * SHORTER_MIN,
		changes: Object.fromEntries(long.map(({ id, plannedMin }) => [id, plannedMin - SHORTER_MIN]))
	};
}

function shorterHotWash(later: readonly Section[]): Offer | null {
	const hotWash = later.find(({ kind }) => kind === 'hotWash');
	if (hotWash === undefined || hotWash.plannedMin <= HOT_WASH_LEAST_MIN) return null;
	return {
		kind: 'shorterHotWash',
		savesMin: hotWash.plannedMin - HOT_WASH_LEAST_MIN,
		changes: { [hotWash.id]: HOT_WASH_LEAST_MIN }
	};
}
