/** The controller and evaluator handbook: for the exercise's staff alone. */
export const handbook = {
	title: 'Controller/Evaluator Handbook',
	below: (scenario: string) => `${scenario}. For facilitators, controllers and evaluators only.`,
	secret:
		'It holds every inject and what is expected of players. Players must not see it before the exercise is over.',
	staff: {
		heading: 'Exercise staff',
		columns: ['Role', 'What they do', 'Name and contact'],
		rows: [
			['Exercise Director', 'Answers for the exercise; starts it, and stops it for a real emergency.'],
			['Facilitator', 'Leads the discussion at the desk: opens rounds, releases injects, keeps the time.'],
			['Controller', 'Delivers injects at the minute in the list and reports what players do with them.'],
			[
				'Evaluator',
				'Watches one team, rates its critical tasks and writes down what was seen, with the time.'
			],
			['Simulator', 'Answers calls in the name of organisations that are not in the room.'],
			['Safety Officer', 'Watches the room; may stop play at any time.'],
			['Observer', 'Looks on and says nothing during play.']
		] as const
	},
	control: {
		heading: 'Running the exercise',
		items: [
			'Before: check the room, the stage, the codes and the network; rehearse with bots in every seat.',
			'Open: read the briefing aloud, say the marking, and say how a real emergency is called.',
			'In each round: let teams read, then ask; close when the leads have committed or time is up.',
			'A team that is stuck gets a question, not an answer. An inject that comes too early is kept back.',
			'Say what was changed in the list: the log keeps it.',
			'Close: hot wash at once, feedback forms before people leave.'
		]
	},
	events: {
		heading: 'Master Scenario Events List',
		lead: 'The injects in their order. The whole list with all columns is the spreadsheet beside this handbook.',
		columns: ['No.', 'Time', 'Kind', 'From, to', 'Message', 'Expected response'],
		fromTo: (from: string, to: string, mode: string) => `${from} → ${to} (${mode})`,
		waits: (condition: string) => `When: ${condition}`
	},
	expected: {
		heading: 'Expected player actions',
		lead: 'What somebody who knows the incident would decide in each role, and when. Players may find something better: rate what it achieved.',
		columns: ['When', 'Decision', 'Why it matters'],
		prepared: 'in preparation',
		none: 'The scenario holds no such list.'
	},
	evaluation: {
		heading: 'How to evaluate',
		items: [
			'Read the guides of your team’s objectives before the day.',
			'Write what was said and done, with the time; keep judgement for the rating.',
			'Rate each critical task when it is over. You can change a rating: the earlier one stays visible.',
			'“Not observed” is a rating like the others. Do not guess.',
			'Compare notes with the other evaluators right after the hot wash.'
		],
		tasks: 'Objectives and critical tasks',
		taskColumns: ['Objective', 'Core Capability', 'Critical Task', 'Roles']
	},
	hotWash: {
		heading: 'Hot wash',
		lead: 'Right after play, twenty to thirty minutes. Facts first, judgement later, nobody is blamed.',
		questions: [
			'What happened, in one sentence for each team?',
			'Which decision would you take again, and which one sooner?',
			'What did you not know that somebody in the room knew?',
			'Which plan, contract or rule helped, and which one was in the way?',
			'What has to change by when, and who starts?'
		]
	}
};
