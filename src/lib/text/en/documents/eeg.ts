/** Exercise evaluation guides: HSEEP’s headings. */
export const eeg = {
	title: 'Exercise Evaluation Guide',
	below: (scenario: string) => scenario,
	how: 'One guide for each objective. What evaluators rated and wrote during play is filled in; the rest is for them to complete.',
	fields: {
		name: 'Exercise Name',
		date: 'Exercise Date',
		organization: 'Organization/Jurisdiction',
		venue: 'Venue',
		objective: 'Exercise Objective',
		capability: 'Core Capability',
		sources: 'Source(s)',
		sourcesValue: '[plans, policies and procedures that this capability rests on]'
	},
	columns: [
		'Organizational Capability Target',
		'Associated Critical Tasks',
		'Observation Notes and Explanation of Rating',
		'Target Rating'
	],
	tableCaption: (objective: string) => `Evaluation of: ${objective}`,
	notRated: 'not rated',
	rating: (who: string, mark: string, team: string) => `${who}, ${team}: ${mark}`,
	note: (who: string, team: string, when: string) =>
		`Note by ${who}, ${team}${when === '' ? '' : `, ${when}`}:`,
	model: (mark: string) => `The model’s rating: ${mark}`,
	final: 'Final Core Capability Rating',
	finalValue: '[to be agreed among the evaluators]',
	evaluator: 'Evaluator Information',
	evaluatorRows: ['Name', 'E-mail', 'Phone'],
	further: 'Further observations',
	furtherText: 'Notes on no task in particular, in the order in which they were written.',
	noFurther: 'No notes beside the tasks were written.',
	none: 'The scenario states no objectives for the roles that were played. Evaluators can still write observations here.'
};
