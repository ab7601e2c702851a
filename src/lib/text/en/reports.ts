/** Where documents are offered. */
export const reports = {
	heading: 'Reports and data',
	lead: 'Made in this browser from the log, and sent nowhere. What only people can say is left open in square brackets.',
	ofRoom:
		'What players wrote for themselves, and how sure they said they were, is in none of them but the log with texts: that one is for staff.',
	documents: {
		aar: {
			name: 'After-action report and improvement plan',
			what: 'What happened with figures, each core capability with strengths and areas for improvement, and a plan that waits for owners and dates. A draft to be finished by people.'
		},
		slides: { name: 'Slides', what: 'A few slides for those who report upward. A draft.' },
		eeg: {
			name: 'Exercise evaluation guides',
			what: 'A form for each objective, with the ratings and notes that were given.'
		},
		msel: {
			name: 'Master scenario events list',
			what: 'Every inject in HSEEP’s columns, with when it was released and by what.'
		},
		sitman: {
			name: 'Situation manual',
			what: 'For players: agenda, overview, roles, rules, and questions for each module. It tells no inject.'
		},
		handbook: {
			name: 'Controller and evaluator handbook',
			what: 'For staff alone: all injects, what is expected of players, how to rate, questions for the hot wash.'
		},
		handout: { name: 'Participant handout', what: 'Briefing and rules, and a page for each role.' },
		feedback: { name: 'Participant feedback form', what: 'Two pages to be filled in before people leave.' },
		accord: {
			name: 'The accord',
			what: 'What the summit agreed on: who does what by when, who pays, who voted what, and what was in fact agreed.'
		},
		curves: {
			name: 'Curves',
			what: 'Hosts, services, losses and trust over time, as a table with units: as played, the record, nobody decides.'
		},
		log: { name: 'Log', what: 'Every event, one JSON object a line. Names of people are never in it.' }
	},
	/** By the name of the file. */
	formats: {
		docx: 'DOCX',
		xlsx: 'XLSX',
		pptx: 'PPTX',
		csv: 'CSV',
		'log.jsonl': 'JSONL, with texts',
		'log-without-texts.jsonl': 'JSONL, without texts'
	},
	download: (format: string, name: string) => `${format}: ${name}`,
	all: 'All of them in one ZIP',
	zip: 'exercise-documents.zip',
	making: (name: string) => `${name}: being made.`,
	makingWithRuns: (name: string) =>
		`${name}: being made. The worlds of the exercise are run once more for it.`,
	made: (name: string) => `${name}: made.`,
	noFigures: (name: string) =>
		`${name} cannot be made: the log is of another version of the model, so that its figures would not be those of the exercise.`,
	withoutFigures: 'The log is of another version of the model: figures of its worlds are left out.',
	otherScenario: (id: string, fileName: string) =>
		`It was played with the scenario file ‘${id}’, which this page does not have. Save the log and run: npm run export -- ${fileName} --scenario FILE --out DIR`,
	badLog: (what: string) => `The log could not be read: ${what}`,
	broken: 'The documents could not be made here. Load the page again and try once more.',
	noLog: 'The log did not come from the server. Try again when the connection is back.'
};
