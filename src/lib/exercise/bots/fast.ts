import { planPolicy } from './plan.ts';
import { botOf } from './policy.ts';
import { soundDecisions } from './sound.ts';

/** Points of attention that a measure of preparation may take. */
const QUICK_ATTENTION = 1;

/** Prepares what is quickly done, and takes each sound decision of the incident as soon as it is open. */
export const fastBot = botOf(
	'fast',
	{ en: 'Prepares only what is quickly done; in the incident it acts at the first moment it can.' },
	(role) =>
		planPolicy('fast', role, (scenario) =>
			soundDecisions(scenario, role)
				.filter(({ isPrepared, known }) => !isPrepared || known.attention <= QUICK_ATTENTION)
				.map(({ decision, known }) => ({ decision, atMin: known.fromMin ?? 0 }))
		)
);
