import type { Cut } from '../../../scenario/scenario.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';
import type { Choice } from './decisions.ts';

/** The round that choices are put in order for. */
export interface RoundAt {
	readonly minute: number;
	/** The stop before this one; 0 in the first round. */
	readonly lastStopMin: number;
	readonly cut: Pick<Cut, 'recoveryFromMin'>;
	readonly taken: readonly DecisionView[];
}

/** Whether the person sees the choice for the first time in this round. In the first round everything is new. */
export function isNewlyOpen({ card }: Choice, { lastStopMin, cut }: RoundAt): boolean {
	if (lastStopMin === 0 || card.phase === 'preparation') return false;
	const from = Math.max(card.fromMin ?? 0, card.phase === 'recovery' ? cut.recoveryFromMin : 0);
	return from > lastStopMin;
}

/**
 * What opened with this round first, then what was there before, and last what rests on a decision that was not taken
 * before this round. Nothing that is chosen or taken back in the round moves a card.
 */
export function inReadingOrder(choices: readonly Choice[], round: RoundAt): Choice[] {
	const earlier = new Set(
		round.taken.filter(({ atMin }) => atMin < round.minute).map(({ decision }) => decision)
	);
	const rank = (choice: Choice) => {
		if (choice.card.phase === 'preparation') return 0;
		if (choice.card.requires.some((id) => !earlier.has(id))) return 2;
		return isNewlyOpen(choice, round) ? 0 : 1;
	};
	return choices.toSorted((a, b) => rank(a) - rank(b));
}
