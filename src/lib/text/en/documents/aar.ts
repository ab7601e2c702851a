import { counted, dollars, hosts, percent, rounded } from '../../figures.ts';

/** The after-action report with its improvement plan: HSEEP’s sections. */
export const aar = {
	title: 'After-Action Report/Improvement Plan (AAR/IP)',
	below: (scenario: string) => scenario,
	howToUse:
		'What the log of the exercise holds is filled in: objectives, ratings, observations, decisions and figures. What only people can say is left open in square brackets. It is a draft until its findings have been talked through with those who took part, and every corrective action has an owner and dates.',
	whatHappened: {
		heading: 'What happened',
		caption: (team: string) => `Outcome, ${team}`,
		columns: ['', 'As played', 'Record', 'Nobody decides'],
		rows: {
			crashed: 'Hosts crashed',
			peak: 'Most hosts down at once',
			hostHours: 'Host-hours down',
			losses: 'Losses',
			spent: 'Spent on decisions',
			harm: 'Harm to the goals, nobody deciding being 100 %'
		},
		own: (what: string) => `${what}, own`,
		harm: (share: number) => percent(share),
		dollars,
		count: rounded,
		explain:
			'As played: this exercise. Record: what was done on the day, as the model plays it. Nobody decides: no decision is taken. All three on the same seed of chance, to the same minute. Figures are of one run of a model; they are no forecast and no measurement of anybody.',
		notComputed:
			'The log was made with another version of the model or of the scenario: its worlds are not computed here, because the figures would not be those of the exercise.',
		atMinute: (moment: string) => `The figures are as of ${moment}, where the play stood.`
	},
	figures: {
		down: (team: string) => `Hosts down over time, ${team}`,
		after: { hours: (n: number) => `+${n} h`, days: (n: number) => `+${n} d` },
		downUnit: 'Hosts down',
		ownUnit: 'Own hosts down',
		output: (team: string) => `Service over time, ${team}`,
		outputUnit: 'Output, share of demand',
		ownOutput: 'Own output',
		allOutput: 'Output, mean of all sectors',
		number: (n: number, caption: string) =>
			`Figure ${n}. ${caption}. The first hours are stretched (cube-root scale); times are UTC.`,
		peak: (series: string, value: number, moment: string) =>
			`${series}: most at once ${hosts(value)}, at ${moment}.`,
		lowest: (series: string, share: number, moment: string) =>
			`${series}: lowest ${percent(share)} of demand, at ${moment}.`,
		alt: (caption: string, unit: string, sentences: readonly string[]) =>
			`Line chart. ${caption}. Vertical: ${unit.toLowerCase()}. ${sentences.join(' ')}`
	},
	analysis: {
		heading: 'Analysis of Core Capabilities',
		lead: 'Ratings are those that people gave; where nobody rated a task, the model’s rating stands in, marked with an asterisk.',
		table: 'Table 1. Summary of Core Capability Performance',
		columns: ['Objective', 'Core Capability', 'P', 'S', 'M', 'U'],
		tableNote: (asterisk: boolean) =>
			`The numbers count critical tasks, once for each team that was to do them.${asterisk ? ' * At least one of them was rated by the model alone.' : ''}`,
		capability: (name: string) => `Core capability: ${name}`,
		strengths: 'Strengths',
		noStrengths: 'None of its tasks was rated P or S.',
		areas: 'Areas for Improvement',
		noAreas: 'None of its tasks was rated M or U, and none P or S with a remark to follow up.',
		area: (n: number, text: string) => `Area for Improvement ${n}: ${text}`,
		reference: 'Reference:',
		referenceValue: '[the plan, policy or procedure that says how it should be done]',
		analysis: 'Analysis:',
		rated: (team: string, rating: string) => `${team}: ${rating}`,
		byModel: (rating: string) => `${rating} (the model’s rating)`,
		said: (who: string, text: string) => `${who}: “${text}”`,
		related: (titles: string) => `Decisions taken by those responsible: ${titles}.`,
		noRelated: 'Those responsible committed no decision during the exercise.',
		toFill: '[why it happened, and what it led to]',
		none: 'The scenario states no objectives for the roles that were played.'
	},
	decisions: {
		heading: 'Appendix C: Decisions',
		lead: 'Every decision that the teams committed, with the reason that they gave.',
		columns: ['When', 'Decision', 'By', 'Reason given', 'Confidence'],
		confidence: (pct: number) => percent(pct / 100),
		none: 'No decision was committed.'
	},
	ballots: {
		heading: 'Votes',
		columns: ['Question', 'Who voted', 'Result'],
		room: 'Everybody',
		hands: 'by show of hands',
		won: (option: string) => `most votes: ${option}`,
		option: (option: string, votes: number) => `${option}: ${votes}`
	},
	plan: {
		heading: 'Appendix A: Improvement Plan',
		lead: (count: number) =>
			`Developed from ${counted(count, { one: 'area', other: 'areas' })} for improvement. Each corrective action needs one owner, a start and a completion date; HSEEP’s capability elements are Planning, Organization, Equipment, Training and Exercise.`,
		columns: [
			'Core Capability',
			'Issue/Area for Improvement',
			'Corrective Action',
			'Capability Element',
			'Primary Responsible Organization',
			'Organization POC',
			'Start Date',
			'Completion Date'
		],
		element: '[Planning, Organization, Equipment, Training or Exercise]',
		action: '[action]',
		owner: (role: string) => `[the organisation that ${role} stands for]`,
		contact: '[name]',
		date: '[date]'
	},
	participants: {
		heading: 'Appendix B: Exercise Participants',
		lead: 'Who sat in which seat; names of people are in no log. [Add organisations and numbers of people.]',
		columns: ['Team', 'Role', 'Played by'],
		people: 'people',
		bot: (profile: string) => `the computer (${profile})`,
		standIn: (profile: string, since: string) => `people; from ${since} the computer (${profile})`
	}
};
