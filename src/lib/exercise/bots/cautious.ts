import { planPolicy } from './plan.ts';
import { botOf } from './policy.ts';
import { soundDecisions } from './sound.ts';

/** How long it waits for a second source. */
const WAIT_MIN = 45;

/** Prepares all that is sound; in the incident it waits for confirmation, unless that would be too late. */
export const cautiousBot = botOf(
	'cautious',
	{ en: 'Prepares thoroughly; in the incident it waits 45 minutes for confirmation before it acts.' },
	(role) =>
		planPolicy('cautious', role, (scenario) =>
			soundDecisions(scenario, role).map(({ decision, atMin, known: { untilMin } }) => {
				const later = atMin + WAIT_MIN;
				return { decision, atMin: untilMin !== null && later >= untilMin ? atMin : later };
			})
		)
);
