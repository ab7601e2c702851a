import type { DecisionDetails } from '../../../room/facts/scenario-summary.ts';
import type { Choice } from './decisions.ts';

/** What decisions of preparation are about, in the order in which an outage meets it. */
export const DECISION_THEMES = ['updates', 'fleet', 'recovery', 'service', 'attackers', 'words'] as const;
export type DecisionTheme = (typeof DECISION_THEMES)[number];

const THEME_OF: Readonly<Record<string, DecisionTheme>> = {
	rollout: 'updates',
	update: 'updates',
	fleet: 'fleet',
	platform: 'recovery',
	repair: 'recovery',
	service: 'service',
	activity: 'service',
	exposure: 'attackers',
	vendor: 'words',
	trust: 'words'
};

/** The theme of a decision, by the lever that it moves first. */
export function themeOf({ moves }: Pick<DecisionDetails, 'moves'>): DecisionTheme {
	return THEME_OF[moves] ?? 'service';
}

/** Choices by theme, in the order of themes; themes without any are left out. */
export function byTheme(choices: readonly Choice[]): { theme: DecisionTheme; choices: Choice[] }[] {
	return DECISION_THEMES.map((theme) => ({
		theme,
		choices: choices.filter(({ card }) => themeOf(card) === theme)
	})).filter((group) => group.choices.length > 0);
}
