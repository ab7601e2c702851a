import type { Words } from '../../../text/words.ts';
import { momentOf } from '../../live/moment.ts';
import type { MainAction } from './main-action.ts';

/** The main button's words; those of a cue are made of more than of where the exercise stands: see cue-label.ts. */
export function mainLabel(
	action: Exclude<MainAction, { kind: 'cue' }>,
	startMinute: number,
	words: Words['desk']['main']
): string {
	switch (action.kind) {
		case 'openPreparation':
		case 'openDecisions':
			return words[action.kind](action.minutes);
		case 'closePreparation':
		case 'closeDecisions':
			return words[action.kind](action.toMin === null ? null : momentOf(startMinute, action.toMin));
		case 'skipRound':
			return words.skipRound(
				action.round,
				action.toMin === null ? null : momentOf(startMinute, action.toMin)
			);
		case 'closeUndecided':
			return words.closeUndecided(action.undecided);
		default:
			return words[action.kind];
	}
}
