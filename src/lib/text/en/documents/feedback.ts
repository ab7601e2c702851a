/** The participant feedback form. */
export const feedback = {
	title: 'Participant Feedback Form',
	below: (scenario: string) => scenario,
	lead: 'Two minutes that make the next exercise better. Leave out your name if you like.',
	about: 'About you',
	aboutRows: ['Name (if you like)', 'Organisation', 'Role in the exercise'],
	part: (n: number, what: string) => `Part ${n}: ${what}`,
	assessment: 'the exercise',
	scale: '1: strongly disagree, 5: strongly agree. Tick one in each row.',
	columns: ['Statement', '1', '2', '3', '4', '5'],
	box: '☐',
	statements: [
		'The exercise was well organised and kept its time.',
		'The scenario was plausible for my organisation.',
		'The briefing and my role’s brief gave me what I needed to take part.',
		'The right people and functions were in the room.',
		'The messages were clear, and hard enough.',
		'The pace left time to think and to talk.',
		'I know better now what I would do in such an outage.',
		'I know better now whom I would call.'
	],
	capabilities: 'core capabilities',
	capabilityLead: 'How well did what you saw show each of them? 1: not at all, 5: entirely.',
	open: 'in your words',
	questions: [
		'The three most important strengths that the exercise showed:',
		'The three most important areas for improvement:',
		'What one thing should your organisation change first, and who could start it?',
		'What should we do otherwise next time?'
	]
};
