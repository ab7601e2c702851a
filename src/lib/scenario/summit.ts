import type { COMMON_OUTCOMES, PRIVATE_OUTCOMES, SummitEntry, THEMES } from './schema/summit.ts';

export type CommonOutcome = (typeof COMMON_OUTCOMES)[number];
export type PrivateOutcome = (typeof PRIVATE_OUTCOMES)[number];
export type Outcome = CommonOutcome | PrivateOutcome | 'money';
export type Theme = (typeof THEMES)[number];

/** What a scenario says of the summit: every party, measure and fact that it names is there. */
export type Summit = Omit<SummitEntry, 'rules'> & { readonly rules: NonNullable<SummitEntry['rules']> };
export type SummitRules = Summit['rules'];
export type Party = Summit['parties'][number];
export type Measure = Summit['measures'][number];
export type MeasureParameter = Measure['parameters'][number];
export type Limit = Summit['limits'][number];
export type Conduct = Summit['conduct'][number];
export type TextCondition = Limit['when'][number];
export type RedLine = Party['redLines'][number];
export type HistoryItem = Summit['history'][number];
