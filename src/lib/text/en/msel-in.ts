/** What is said when a list of injects is read in: what was found, and what has to be asked. */
export const mselIn = {
	faults: {
		empty: (file: string) => `${file} is empty. Save the list again.`,
		tooLarge: (file: string) => `${file} is far too large for a list of injects. Choose another file.`,
		zipBomb: (file: string) =>
			`${file} would unpack to far more than a list of injects holds. It was not opened. Save the list into a new workbook.`,
		oldWorkbook: (file: string) =>
			`${file} is a workbook of the old kind (.xls). Open it and save it as .xlsx or as CSV.`,
		lockedWorkbook: (file: string) =>
			`${file} is locked with a password. Open it, take the password off and save it again.`,
		renamedText: (file: string) =>
			`${file} is no workbook, whatever its name says: it looks like text. If it is a CSV, let its name end in .csv.`,
		otherArchive: (file: string) =>
			`${file} is an archive of something else, no workbook. Choose the .xlsx file itself.`,
		damaged: (file: string) =>
			`${file} is damaged: saving or downloading it was probably cut off. Fetch it again.`
	},
	layouts: {
		patchfall: 'the list as it is made here',
		hseep: 'HSEEP’s columns',
		blueprint: 'Blueprint, standard',
		mitre: 'Blueprint, MITRE',
		cadence: 'Cadence',
		conducttr: 'Conducttr',
		t3sf: 'T3SF',
		preparedex: 'PreparedEx'
	},
	layout: (name: string | null, sheet: string | null) =>
		`${sheet === null ? '' : `Sheet “${sheet}”. `}${name === null ? 'A layout that is not known: columns by their headings.' : `Layout: ${name}.`}`,
	column: (field: string, heading: string) => `  ${field}: “${heading}”`,
	inject: (row: number, time: string, to: string, title: string) =>
		`  row ${row}, ${time}, to ${to}: ${title}`,
	everybody: 'all',
	leftOut: (row: number, why: string) => `  row ${row}: ${why}`,
	why: {
		hidden: 'left out, it is hidden',
		struck: 'left out, it is struck through',
		empty: 'left out, it has no text',
		said: 'left out, as you said',
		noCondition: 'left out, it says no condition'
	},
	place: (row: number | null, column: string) =>
		[row === null ? null : `row ${row}`, column === '' ? null : `column “${column}”`]
			.filter((part) => part !== null)
			.join(', '),
	/** What has to be asked. */
	questions: {
		dateOrder: (text: string) => `“${text}” may be two days.`,
		comesTwice: (text: string) => `“${text}” comes twice, because clocks are set back.`,
		neverComes: (text: string) => `“${text}” never comes, because clocks are set forward.`,
		noTimeOfDay: (text: string) => `“${text}” has no time of day.`,
		noTime: () => 'It has no time.',
		notATime: (text: string) => `“${text}” is no time that can be read.`,
		beforeStart: (text: string) => `“${text}” lies before the exercise begins.`,
		afterEnd: (text: string) => `“${text}” lies after the exercise has ended.`,
		whichSheet: (text: string) => `Several sheets hold a list: ${text}.`,
		whichColumn: (text: string) => `Columns ${text} are called alike.`,
		noColumn: () => 'There is no such column.',
		noHeadings: () => 'No row of headings was found.',
		moreCells: (text: string) =>
			`It has more cells than there are headings, from “${text}” on. Perhaps a sign between cells stands in a text.`,
		noCondition: (text: string) => `“${text}” is a contingency inject and does not say what it waits for.`,
		unknownRole: (text: string) => `“${text}” is no role of the scenario.`,
		unknownMode: (text: string) => `“${text}” is no way that messages come.`
	},
	/** What answers them at the command line. */
	remedies: {
		dateOrder: () => 'Say --dates dayFirst or --dates monthFirst.',
		comesTwice: () => 'Say --twice first or --twice second.',
		neverComes: (row: string) => `Say another time with --time ${row}=TIME, or --without ${row}.`,
		noTimeOfDay: (row: string) => `Say one with --time ${row}=TIME, or --without ${row}.`,
		noTime: (row: string) => `Say one with --time ${row}=TIME, or --without ${row}.`,
		notATime: (row: string) =>
			`Say one with --time ${row}=TIME, like 2024-07-19 04:30, 04:30, T+30 or D+1 08:00, or --without ${row}.`,
		beforeStart: (row: string) => `Check --start and --zone, or say --without ${row}.`,
		afterEnd: (row: string) => `Check --start and --zone, or say --without ${row}.`,
		whichSheet: () => 'Say which with --sheet NAME.',
		whichColumn: () => 'Say which one holds with --column FIELD=NUMBER.',
		noColumn: () => 'Say which one it is with --column FIELD=NUMBER.',
		noHeadings: () =>
			'Say which row it is with --headings ROW, and what its columns hold with --column FIELD=NUMBER.',
		moreCells: (row: string) =>
			`Put such texts in quotation marks, or say --as-read ${row} or --without ${row}.`,
		noCondition: () => 'Say --conditionless atTheirTime or --conditionless leftOut.',
		unknownRole: (_row: string, text: string) =>
			`Say which one with --means "${text}=ROLE", or --means "${text}=" for everybody.`,
		unknownMode: (_row: string, text: string) => `Say which one with --means "${text}=CHANNEL".`
	},
	found: (count: number) => `${count} injects can be taken over:`,
	asked: (count: number) => `${count} things have to be said before the list can be taken over:`,
	wrote: (file: string, count: number) =>
		`${file} holds ${count} injects as a part of a scenario. Copy its list into your scenario’s file, then npm run sim -- --scenario FILE says whether all of it holds.`,
	preview: 'Nothing was written: say --out FILE to write it.'
};
