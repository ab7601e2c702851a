import { aar } from './en/documents/aar.ts';
import { accord } from './en/documents/accord.ts';
import { common } from './en/documents/common.ts';
import { curves } from './en/documents/curves.ts';
import { eeg } from './en/documents/eeg.ts';
import { feedback } from './en/documents/feedback.ts';
import { handbook } from './en/documents/handbook.ts';
import { handout } from './en/documents/handout.ts';
import { msel } from './en/documents/msel.ts';
import { sitman } from './en/documents/sitman.ts';
import { slides } from './en/documents/slides.ts';
import { localised } from './localised.ts';

/** What documents say: many words that no screen shows, so they stand apart from all others. */
export const documentWords = localised({
	en: { accord, common, msel, eeg, aar, sitman, handbook, handout, feedback, slides, curves }
});
