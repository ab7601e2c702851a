import { dollars, whole } from '../../figures.ts';

/** What every player gets on paper. */
export const handout = {
	title: 'Participant Handout',
	below: (scenario: string) => scenario,
	all: {
		heading: 'For everybody',
		rules: 'Rules',
		ruleItems: [
			'Speak for your role. You may know more than it does; it does not.',
			'Decisions are taken in rounds: read, talk, commit. Say the reason: it is worth more than the choice.',
			'Names are never in the log of the exercise. Nobody is ranked.',
			'If something real happens, say “This is real, stop the exercise”.'
		],
		rounds: 'Rounds',
		roundColumns: ['Round', 'Opens at'],
		briefing: 'Briefing'
	},
	role: {
		brief: 'For this role alone',
		owns: 'You own',
		goal: 'You are judged by',
		goalColumns: ['Measure, less is better', 'Weight'],
		noGoal: 'This role is not judged by a measure.',
		budget: 'Your budget',
		budgetColumns: ['', 'Money', 'Attention'],
		prepare: 'To prepare',
		respond: 'For incident and recovery',
		attentionRound: (points: number) => `${whole(points)} each round`,
		attention: (points: number) => whole(points),
		money: (usd: number) => dollars(usd * 100),
		noBudget: 'You may spend what you like.',
		tasks: 'What evaluators watch',
		notes: 'Notes'
	}
};
