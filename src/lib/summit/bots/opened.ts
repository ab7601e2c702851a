import type { Summit } from '../../scenario/summit.ts';
import type { SummitState } from '../state.ts';
import { worthOf, type Worth } from '../value/worth.ts';
import { mindOf } from './mind.ts';
import { marginOf } from './policy.ts';

/** What a bot thought of the text, opened for the debrief. */
export interface OpenedBot {
	readonly party: string;
	readonly worth: Worth;
	readonly walksAwayBelow: number;
	/** What it still asked for above that, when the ballot was called. */
	readonly margin: number;
	readonly trust: Readonly<Record<string, number>>;
}

/** The bots' minds once all is over. People's stay closed. */
export function openedBots(summit: Summit, state: SummitState): OpenedBot[] {
	if (state.result === null) return [];
	return summit.parties
		.filter(({ id }) => state.chairs[id] === 'bot')
		.map(({ id }) => {
			const mind = mindOf(summit, state, id);
			const { walksAwayBelow, trust } = mind.stake;
			const worth = worthOf(mind.stake, state.text);
			return { party: id, worth, walksAwayBelow, margin: marginOf(mind), trust };
		});
}
