import { counted } from '../figures.ts';

const rowsOf = (rows: readonly number[]) =>
	rows.length === 1
		? `row ${rows[0]}`
		: `rows ${rows.slice(0, 12).join(', ')}${rows.length > 12 ? ' …' : ''}`;
const injects = (n: number) => counted(n, { one: 'inject', other: 'injects' });

/** The page that reads a list of injects into a scenario of one's own. */
export const listImport = {
	title: 'Injects from a list (MSEL) – Patchfall',
	description: 'Read a master scenario events list into a scenario of your own, and play it.',
	heading: 'Injects from a list',
	lead: 'Bring a list of injects (MSEL) as a workbook or as a CSV. What can be read in two ways is asked, not guessed. The file stays on this device and is sent nowhere.',
	layouts:
		'Known layouts: HSEEP’s columns, Blueprint (Standard and MITRE), Cadence, Conducttr, T3SF, PreparedEx and the list that Patchfall hands out. Any other list is read by its headings, or by hand.',
	forWhich: 'Scenario that the injects go into',
	choose: 'Choose a list',
	again: 'Choose another list',
	drop: 'Or drop it anywhere on this page: .xlsx, .csv, .tsv.',
	reading: 'Reading …',
	noScript: 'Lists are read by your browser. That needs JavaScript.',
	noScenario: 'This scenario is no longer on this device. Choose another one.',
	broken: (detail: string) =>
		`Reading the list broke off${detail === '' ? '' : ` (${detail})`}. Reload the page and choose the list again.`,
	read: (file: string, sheet: string | null, layout: string | null) =>
		`${file}${sheet === null ? '' : `, sheet “${sheet}”`}: ${layout === null ? 'a layout that is not known, read by its headings' : `layout ${layout}`}.`,
	found: (count: number, open: number) =>
		open === 0
			? `${injects(count)} can be taken over. Nothing is left to be said.`
			: `${injects(count)} can be taken over so far. ${counted(open, { one: 'thing has', other: 'things have' })} to be said.`,
	columns: {
		heading: 'Columns',
		text: 'What each column was read as. Choose otherwise where it is wrong.',
		label: 'Columns of the list',
		head: ['Column', 'First entry', 'Read as'] as const,
		without: (n: number) => `Column ${n}, without a heading`,
		readAs: (heading: string) => `What “${heading}” is read as`,
		nothing: 'Nothing',
		headingRow: 'The headings stand in row',
		row: (n: number, text: string) => `${n}: ${text}`
	},
	fields: {
		number: 'Number',
		id: 'Id of the inject',
		time: 'Time',
		elapsed: 'Time since the start',
		day: 'Day',
		kind: 'Kind',
		mode: 'Way of delivery',
		from: 'From',
		to: 'To',
		title: 'Title',
		message: 'Message',
		expected: 'Expected response',
		notes: 'Notes, not taken over',
		poll: 'Options of a vote',
		condition: 'Condition, as an expression',
		latest: 'Latest time',
		halts: 'Opens a round'
	},
	clock: {
		heading: 'Clock',
		text: 'Days and times of the list are counted from the start of the exercise.',
		zone: 'The list’s times are those of',
		utc: 'UTC',
		start: 'When the exercise starts, on those clocks',
		startHelp: (day: string, days: number) =>
			`The scenario itself starts on ${day} and lasts ${counted(days, { one: 'day', other: 'days' })}.`,
		first: (day: string) => `Start at the list’s first time, ${day}`,
		own: 'Start when the scenario does'
	},
	questions: {
		heading: 'To be said',
		none: 'Nothing has to be asked about this list.',
		open: 'to be said',
		answered: 'said',
		rows: rowsOf,
		place: (rows: readonly number[], column: string) =>
			[rows.length === 0 ? null : rowsOf(rows), column === '' ? null : `column “${column}”`]
				.filter((part) => part !== null)
				.join(', '),
		choose: 'Choose …',
		dateOrder: {
			dayFirst: 'The day comes first: 7/11 is 7 November',
			monthFirst: 'The month comes first: 7/11 is 11 July'
		},
		whenTwice: { first: 'The first time that clocks show it', second: 'The second time' },
		conditionless: { atTheirTime: 'They go out at their time', leftOut: 'They are left out' },
		whichSheet: 'Sheet that holds the list',
		column: (field: string) => `Column that holds: ${field}`,
		columnAt: (n: number, heading: string) => `${n}: ${heading === '' ? 'without a heading' : heading}`,
		meant: (text: string) => `What “${text}” stands for`,
		everybody: 'Everybody',
		time: (row: number) => `Time of row ${row}`,
		timeHelp: 'Such as 09:30, T+30 or D+1 08:00',
		leaveOut: (rows: readonly number[]) => `Leave out ${rowsOf(rows)}`,
		takeBack: (rows: readonly number[]) => `Take ${rowsOf(rows)} after all`,
		asRead: (row: number) => `Row ${row} is right as it was read`,
		outside: 'Set when the exercise starts under ‘Clock’, or leave them out.'
	},
	injects: {
		heading: 'Injects',
		none: 'No inject can be taken over yet.',
		label: 'Injects that are taken over',
		head: ['Row', 'Time', 'To', 'By', 'Message'] as const,
		everybody: 'Everybody',
		from: (who: string) => `From ${who}`,
		poll: (options: readonly string[]) => `Vote: ${options.join(' | ')}`,
		when: (condition: string) => `Waits for: ${condition}`,
		expected: (text: string) => `Expected: ${text}`,
		leftOut: (n: number) => `${counted(n, { one: 'row is', other: 'rows are' })} left out`,
		leftOutRow: (row: number, why: string) => `Row ${row}: ${why}`
	},
	make: {
		heading: 'Into a scenario',
		text: 'The new scenario is one of your own: it is kept on this device, beside the one that it comes from.',
		name: 'Its name',
		suggested: (title: string, file: string) => `${title}, with ${file}`,
		own: 'The scenario’s own messages',
		beside: { label: 'They stay', small: 'Those of the list come as well.' },
		instead: {
			label: 'They make way',
			small: 'Those that decisions answer stay: without them the scenario would not hold.'
		},
		go: 'Make the scenario and open it',
		save: 'Save the injects as a part',
		partFile: 'injects.yaml',
		blocked: 'Say first what has to be said above.',
		noInjects: 'No inject of the list can be taken over.',
		noName: 'Give the scenario a name.',
		making: 'Making the scenario …',
		saved:
			'The injects are saved as a part of a scenario. Put it beside your scenario’s file and name it under ‘parts’.',
		faulty: (n: number) =>
			`${counted(n, { one: 'thing of the list does', other: 'things of the list do' })} not hold. Mend them in the list, then choose it again.`,
		fault: (row: number | null, what: string, remedy: string) =>
			`${row === null ? '' : `Row ${row}: `}${what}. ${remedy}`,
		more: (n: number) => `And ${n} more.`
	}
};
