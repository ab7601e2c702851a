/** What the briefing says around the scenario's own texts. */
export const briefing = {
	title: (scenario: string) => `Briefing: ${scenario} · Patchfall`,
	kicker: 'Briefing',
	situation: 'Situation',
	localHours: (utc: string) => `What time it is where your hosts are, at ${utc} UTC`,
	localHoursOnStage: (utc: string) => `Local time where hosts are, at ${utc} UTC`,
	you: 'Who you are',
	youTable:
		'You speak for every role at the table. Each keeps its own budget and is judged on its own harms.',
	seats: 'Your seats',
	objectives: 'Objectives',
	objectivesText: 'You rate yourself on these at the end, beside what the model says.',
	capability: (name: string) => `Core capability: ${name}`,
	screen: 'How to read the screen',
	reading: [
		{
			head: 'The clock stands top left.',
			text: 'UTC, and T: minutes since the update went out. While you decide, the world waits.'
		},
		{
			head: 'The map shows hosts, not countries.',
			text: 'A point is a stated number of hosts. “Table” above it says the same in words and numbers.'
		},
		{
			head: 'Messages arrive under “Situation”.',
			text: 'Some are public, some reach you alone. Not everything you hear is true.'
		},
		{
			head: 'Decisions carry their price.',
			text: 'Cost, lead time, attention, and what happens if you do nothing. Until you commit the round, all can be taken back.'
		},
		{
			head: 'Every figure with a dotted line explains itself.',
			text: 'What it counts, its unit, where it comes from, and whether it is sourced or assumed.'
		}
	],
	rounds: (incident: number, recovery: number) =>
		`Preparation, then ${incident} rounds of incident and ${recovery} of recovery, then the hot wash.`,
	marks: {
		heading: 'Marks',
		crashed: 'Crashed',
		unprotected: 'Up, agent down',
		recovered: 'Recovered',
		healthy: 'Healthy',
		asleep: 'Off or asleep',
		compromised: 'Compromised'
	},
	begin: 'Go to preparation',
	back: 'Choose another seat'
};
