import type { Measure, Party, Summit, SummitRules } from '../../scenario/summit.ts';
import type { Trust } from './trust.ts';
import { walkAwayOf } from './walk-away.ts';

/** What a party needs to know to weigh a text: its own brief, what measures are, and whom it believes. */
export interface Stake {
	readonly party: Party;
	/** With this party's own grades and nobody else's. */
	readonly measures: readonly Measure[];
	readonly rules: SummitRules;
	/** By the other party. */
	readonly trust: Readonly<Record<string, number>>;
	/** Points under which it is better off without an accord. */
	readonly walksAwayBelow: number;
}

/** A party's stake: of the other briefs nothing is in it. */
export function stakeOf(summit: Summit, id: string, atFirst: Trust, now: Trust): Stake {
	const party = summit.parties.find((one) => one.id === id);
	if (party === undefined) throw new RangeError(`there is no party '${id}'`);
	return {
		party,
		measures: summit.measures.map((measure) => {
			const own = measure.grades[id];
			return { ...measure, grades: own === undefined ? {} : { [id]: own } };
		}),
		rules: summit.rules,
		trust: now[id] ?? {},
		walksAwayBelow: walkAwayOf(summit, party, atFirst, now)
	};
}

export function measureOf({ measures }: Pick<Stake, 'measures'>, id: string): Measure | undefined {
	return measures.find((measure) => measure.id === id);
}
