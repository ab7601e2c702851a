import type { Measure, Party, Summit, SummitRules } from '../../scenario/summit.ts';
import { byId } from '../accord/by-id.ts';
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

/** The stake last made of a row of trust: as long as nobody's trust moves, a party weighs with the same one. */
const lately = new WeakMap<object, { readonly of: readonly Measure[]; readonly stake: Stake }>();

type Own = Pick<Stake, 'party' | 'trust' | 'walksAwayBelow'>;

/** A party's stake, from its own brief: of the other briefs nothing is in it. */
export function ownStake({ measures, rules }: Pick<Summit, 'measures' | 'rules'>, own: Own): Stake {
	const before = lately.get(own.trust);
	if (before?.of === measures && isSame(before.stake, own)) return before.stake;
	const { id } = own.party;
	const stake: Stake = {
		...own,
		rules,
		measures: measures.map((measure) => {
			const grades = measure.grades[id];
			return { ...measure, grades: grades === undefined ? {} : { [id]: grades } };
		})
	};
	lately.set(own.trust, { of: measures, stake });
	return stake;
}

function isSame(stake: Stake, { party, walksAwayBelow }: Own): boolean {
	return stake.party === party && stake.walksAwayBelow === walksAwayBelow;
}

/** A party's stake where whoever asks may know all: for the debrief, and for tests. */
export function stakeOf(summit: Summit, id: string, atFirst: Trust, now: Trust): Stake {
	const party = summit.parties.find((one) => one.id === id);
	if (party === undefined) throw new RangeError(`there is no party '${id}'`);
	const walksAwayBelow = walkAwayOf(summit, party, atFirst, now);
	return ownStake(summit, { party, trust: now[id] ?? {}, walksAwayBelow });
}

export function measureOf({ measures }: Pick<Stake, 'measures'>, id: string): Measure | undefined {
	return byId(measures).get(id);
}
