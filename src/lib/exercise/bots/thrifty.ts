import { roleOf } from '../scenario/scenario.ts';
import { planPolicy } from './plan.ts';
import { botOf } from './policy.ts';
import { soundDecisions } from './sound.ts';

/** A decision may cost this share of the money it draws on, and no more. */
const MOST_SHARE = 1 / 3;

/** Takes what is sound and cheap, when it is due. */
export const thriftyBot = botOf(
	'thrifty',
	{ en: 'Spends little: takes nothing that costs more than a third of the budget.' },
	(role) =>
		planPolicy('thrifty', role, (scenario) => {
			const budget = roleOf(scenario, role)?.budget ?? null;
			return soundDecisions(scenario, role).filter(({ isPrepared, known }) => {
				if (budget === null) return true;
				const usd = isPrepared ? budget.preparationUsd : budget.responseUsd;
				return known.costUsd <= usd * MOST_SHARE;
			});
		})
);
