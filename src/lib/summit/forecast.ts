import type { Summit } from '../scenario/summit.ts';
import { edited, type Edit } from './accord/edits.ts';
import { needsWordOf, newPayers } from './commands/adoption.ts';
import { editsFault } from './commands/check-edits.ts';
import type { SummitRefusal } from './commands/refusals.ts';
import { amendFault, type Amendable } from './commands/text.ts';
import type { OwnView } from './project/project.ts';
import { ownStake } from './value/stake.ts';
import { worthOf, type Worth } from './value/worth.ts';

/** What changes would do, before they are made: as a party sees them from its own brief. */
export type Forecast =
	| { readonly fault: SummitRefusal }
	| {
			readonly fault: null;
			readonly before: Worth;
			readonly after: Worth;
			/** Others whose yes they take, or that of most of the parties. */
			readonly needsYesOf: readonly string[];
			/** Others who would pay: no majority does without their yes. */
			readonly payers: readonly string[];
	  };

/**
 * What changes of a text would come to for a party.
 *
 * @param by who puts them forward: the party itself, unless said
 */
export function forecast(
	summit: Summit,
	table: Amendable,
	edits: readonly Edit[],
	{ brief, trust, walksAwayBelow }: Pick<OwnView, 'brief' | 'trust' | 'walksAwayBelow'>,
	by = brief.id
): Forecast {
	const { text } = table;
	// What somebody else has put forward they were free to.
	const fault = by === brief.id ? amendFault(summit, table, edits, by) : editsFault(summit, text, edits, by);
	if (fault !== null) return { fault: fault.refusal };
	const stake = ownStake(summit, { party: brief, trust, walksAwayBelow });
	const payers = newPayers(edits).filter((id) => id !== by);
	return {
		fault: null,
		before: worthOf(stake, text),
		after: worthOf(stake, edited(text, edits, by)),
		needsYesOf: needsWordOf(text, edits).filter((id) => id !== by && !payers.includes(id)),
		payers
	};
}
