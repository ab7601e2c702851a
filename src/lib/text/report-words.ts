import { reports } from './en/reports.ts';
import { localised } from './localised.ts';

/** Only where an exercise has ended are documents offered: these words stand apart from all others. */
export const reportWords = localised({ en: reports });
