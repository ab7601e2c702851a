/** The situation manual: what players have before them during a discussion-based exercise. */
export const sitman = {
	title: 'Situation Manual',
	below: (scenario: string) => scenario,
	preface:
		'This manual is for players. It holds no inject ahead of its time; what happens is told during play.',
	agenda: {
		heading: 'Exercise Agenda',
		columns: ['Start Time', 'End Time', 'Activity'],
		note: 'Counted from the start of the session, in hours and minutes. [Put in the times of your day, with registration and breaks.]',
		minute: (hours: number, minutes: string) => `${hours}:${minutes}`,
		welcome: 'Welcome, introductions, rules',
		briefing: 'Briefing: the scenario and the roles',
		preparation: 'Module One: preparation',
		round: (n: number, moment: string) => `Round ${n}: ${moment}`,
		hotWash: 'Hot wash and feedback forms',
		close: 'Closing remarks'
	},
	general: {
		heading: 'General Information',
		objectives: 'Exercise Objectives and Capabilities',
		objectivesLead: 'The objectives and the core capabilities that they are aligned to.',
		objectiveColumns: ['Exercise Objective', 'Core Capability'],
		noObjectives: 'The scenario states none. [Write three to five.]',
		roles: 'Participant Roles and Responsibilities',
		roleText: [
			['Players', 'discuss what happens, weigh it, and decide for the role that they are given.'],
			['Facilitator', 'runs the session, releases injects, keeps the time and asks what nobody has asked.'],
			[
				'Evaluators',
				'watch a team, rate critical tasks and write down what they see. They do not take part.'
			],
			['Observers', 'look on and may be asked for comments in the hot wash.']
		] as const,
		roleLine: (role: string, what: string) => `${role} ${what}`,
		organisations: 'Roles in this exercise',
		structure: 'Exercise Structure',
		structureText: (rounds: number) =>
			`A discussion-based exercise in modules. Preparation comes first, under a budget of money and attention; then the incident and the recovery in ${rounds} rounds. In each round the situation is read, decisions are taken, and the world moves on. A hot wash follows.`,
		guidelines: 'Exercise Guidelines',
		guidelineItems: [
			'It is an open setting in which nobody is graded. Differing views are expected.',
			'Decide on what your role knows and owns at that moment, not on what you read about the real case later.',
			'A decision binds nobody outside of this room. Say what you would do, and why.',
			'What matters is how the decision was made. Problems and workarounds are as valuable as solutions.'
		],
		assumptions: 'Exercise Assumptions and Artificialities',
		assumptionItems: [
			'The scenario is plausible and events happen as they are told; there are no hidden tricks.',
			'Players and their organisations carry fictional names.',
			'The world answers by a model. Its figures are assumptions made visible, not forecasts.',
			'Time is compressed; each round opens at a minute of the scenario’s clock.',
			'Roles that nobody takes are played by the computer.'
		],
		evaluation: 'Exercise Evaluation',
		evaluationText:
			'Evaluators use exercise evaluation guides built on the objectives, core capabilities and critical tasks. Feedback forms at the end and the hot wash go into the after-action report and improvement plan.'
	},
	modules: {
		names: ['One', 'Two', 'Three'],
		heading: (n: string, what: string) => `Module ${n}: ${what}`,
		preparation: 'Preparation',
		incident: 'Incident',
		recovery: 'Recovery',
		scenario: 'Scenario',
		keyIssues: 'Key Issues',
		questions: 'Questions',
		lead: 'Take these as a start, not as a list to be worked off.',
		preparationText:
			'It is an ordinary working month. Nothing has failed, and money and attention have other uses too.',
		incidentText: (moment: string) =>
			`The incident begins at ${moment}. What is known comes in as messages; some are late, some are wrong.`,
		recoveryText:
			'The cause is known. What is left is work: hosts that need hands, keys and access, services with a backlog, people who wait.',
		preparationIssues: [
			'A component that many depend on can fail everywhere at once.',
			'A safeguard costs money and effort before, and shows its worth only in a bad week.',
			'Nobody can prepare for everything.'
		],
		incidentIssues: [
			'Hosts fall silent before anybody knows why.',
			'Accident or attack: what is done in the first hour differs.',
			'What is said in public early is hard to take back.'
		],
		recoveryIssues: [
			'Repair takes hands, keys and reachable sites; there are never enough at once.',
			'Backlogs outlast the failure itself.',
			'False fixes and fraud follow an outage.'
		],
		preparationQuestions: [
			'On which single supplier does your most important service depend, and what would you do for a day without it?',
			'Who may say no to an update, and how fast?',
			'Where are recovery keys kept, and do you reach them when the directory is down?',
			'What have you rehearsed by hand in the past year?'
		],
		incidentQuestions: [
			'What do you know, what do you assume, and what would change your mind?',
			'Who decides to stop, switch off or go on by hand, and who has to be told?',
			'What do you tell customers, staff, the authorities and the press in the first hour?',
			'Which contracts, laws or rules oblige you to report, to whom, and by when?'
		],
		recoveryQuestions: [
			'In which order do you bring services back, and who set that order?',
			'How do you know that a host is back, and safe?',
			'What do you owe those who were harmed, and how do they learn of it?',
			'What would you ask of the vendor before you take its next update?'
		]
	}
};
