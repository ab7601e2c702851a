import type { Limit, Summit } from '../../scenario/summit.ts';
import { projectSummit, type SummitView } from '../project/project.ts';
import type { SummitState } from '../state.ts';
import { ownStake, type Stake } from '../value/stake.ts';

/**
 * What the bot in a chair knows: its own brief, what a person in that chair would be shown, and the law. Of the others'
 * briefs and of what the model says nothing is in it, so it cannot read minds.
 */
export interface Mind {
	readonly id: string;
	readonly stake: Stake;
	readonly limits: readonly Limit[];
	readonly others: readonly string[];
	readonly view: SummitView;
}

export function mindOf(summit: Summit, state: SummitState, id: string): Mind {
	const view = projectSummit(summit, state, { kind: 'chairs', parties: [id] });
	const own = view.own[id];
	if (own === undefined) throw new RangeError(`there is no party '${id}'`);
	const { brief: party, trust, walksAwayBelow } = own;
	return {
		id,
		stake: ownStake(summit, { party, trust, walksAwayBelow }),
		limits: summit.limits,
		others: summit.parties.map((one) => one.id).filter((one) => one !== id),
		view
	};
}
