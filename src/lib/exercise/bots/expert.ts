import { planPolicy } from './plan.ts';
import { botOf } from './policy.ts';
import { soundDecisions } from './sound.ts';

/** The scenario's own list for the role, at its moments. */
export const expertBot = botOf(
	'expert',
	{ en: 'Knows the incident: takes the decisions that hindsight recommends, when they work best.' },
	(role) => planPolicy('expert', role, (scenario) => soundDecisions(scenario, role))
);
