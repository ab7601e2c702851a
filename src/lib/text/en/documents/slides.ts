import { counted, dollars, percent, rounded } from '../../figures.ts';

/** For those who report upward: a few slides. */
export const slides = {
	title: (scenario: string) => `Exercise report: ${scenario}`,
	opening: {
		dates: 'Dates: [to be filled in]',
		sponsor: 'Sponsor: [to be filled in]',
		by: 'Reported by: [to be filled in]'
	},
	exercised: {
		heading: 'What was exercised',
		scenario: (text: string) => `Scenario: ${text}`,
		cut: (name: string) => `Length played: ${name}`,
		roles: (roles: string) => `Roles: ${roles}`,
		objectives: (count: number) =>
			`${counted(count, { one: 'objective', other: 'objectives' })}, evaluated by critical task`
	},
	outcome: {
		heading: (team: string) => `What it came to: ${team}`,
		columns: ['', 'As played', 'Record', 'Nobody decides']
	},
	teams: {
		heading: 'What it came to, team by team',
		columns: ['Team', 'Harm to its goals', 'Hosts crashed', 'Losses'],
		note: 'In the order of the tables, not of rank. Harm: of what comes when nobody decides. Hosts and losses: the team’s own where it owns some, else the world’s.',
		harm: (share: number) => percent(share),
		count: rounded,
		dollars
	},
	note: 'One run of a model, on one seed of chance: no forecast, and no measurement of anybody.',
	ratings: {
		heading: 'How it was rated',
		columns: ['Core capability', 'P', 'S', 'M', 'U'],
		note: 'Critical tasks by rating: P without challenges, S with some, M with major challenges, U unable to be performed. * by the model alone.',
		none: 'No critical task was rated.'
	},
	strengths: { heading: 'What went well', none: 'No task was rated P or S.' },
	areas: { heading: 'What is to be improved', none: 'No task was rated M or U.' },
	more: (n: number) => `… and ${counted(n, { one: 'more', other: 'more' })} in the after-action report`,
	next: {
		heading: 'What happens next',
		columns: ['Area for improvement', 'Corrective action', 'Owner', 'By'],
		action: '[action]',
		owner: '[name]',
		by: '[date]',
		note: 'From the draft improvement plan: each action needs one owner, a start and a completion date.'
	}
};
