import { counted, rounded } from '../figures.ts';
import { expressionFields } from './expression-fields.ts';

/** What the run sheet of the desk says, and the form in which a message is written. */
export const sheet = {
	heading: 'Run sheet',
	released: (n: number, of: number) => `${n} of ${of} released`,
	kinds: { standard: 'standard', contingency: 'contingency', adaptive: 'adaptive' },
	toAll: 'to all',
	to: (roles: readonly string[]) => `to ${roles.join(', ')}`,
	reading: (seconds: number) => `${seconds} s to read`,
	states: {
		released: 'released',
		next: 'next',
		planned: 'planned',
		waiting: 'on condition',
		held: 'by hand',
		parked: 'parked',
		onGoOn: 'goes out on “Go on”',
		overtaken: 'its time has passed'
	},
	by: (who: string) => `by ${who}`,
	opened: (n: number, of: number) =>
		n === of && of > 1
			? `all ${of} teams have opened it`
			: `${n} of ${counted(of, { one: 'team has', other: 'teams have' })} opened it`,
	asks: 'asks for an answer',
	answered: (title: string, time: string) => `answered at ${time}: “${title}”`,
	unanswered: (follows: string) => `nobody answered. ${follows}`,
	isWriting: (who: string) => (who === '' ? 'Another desk is editing' : `${who} is editing`),
	corrects: (title: string) => `Corrects “${title}”`,
	condition: (text: string) => `Waits for ${text}`,
	stands: (name: string, now: number | boolean | string) =>
		`${name}: ${typeof now === 'number' ? rounded(now) : typeof now === 'boolean' ? (now ? 'yes' : 'no') : now}`,
	/** What a condition asks for. */
	terms: {
		fields: expressionFields as Readonly<Record<string, string>>,
		of: (whose: string, what: string) => `${whose}, ${what}`,
		taken: (decision: string) => `“${decision}” taken`,
		minute: 'minutes since the start'
	},
	inWorlds: (n: number, of: number) => `holds in ${n} of ${counted(of, { one: 'world', other: 'worlds' })}`,
	expected: (text: string) => `Expected: ${text}`,
	acts: {
		release: 'Release now',
		releaseAt: (time: string) => `Release now, lands ${time}`,
		releaseOnGoOn: 'Release on “Go on”',
		callOff: 'Do not release',
		releaseOf: (label: string, title: string) => `${label}: ${title}`,
		park: 'Park',
		back: 'As planned',
		later: (minutes: number) => `+${minutes} min`,
		laterLabel: (minutes: number) => `Move it ${minutes} minutes later`,
		edit: 'Edit',
		copy: 'Copy',
		drop: 'Throw away',
		dropSure: 'Throw away for good?',
		correct: 'Send a correction',
		history: 'Earlier texts and times',
		restore: 'Back to this'
	},
	goingOut: {
		out: (title: string | null, time: string | null) =>
			`Going out${time === null ? '' : ` at ${time}`}${title === null ? '' : `: ${title}`} …`,
		now: 'Send at once',
		stop: 'Stop'
	},
	write: 'Write a message',
	later: 'By hand, or when the world calls for it',
	tray: 'Tray',
	past: 'Overtaken',
	filters: { label: 'Show', all: 'All', ahead: 'Not yet', parked: 'Parked' },
	team: { label: 'For', all: 'all teams' },
	empty: 'Nothing is left to come.',
	noneParked: 'Nothing is parked.',
	revision: {
		first: 'As the scenario has it',
		at: (time: string) => `for ${time}`,
		parked: 'parked'
	},
	editor: {
		write: 'Write a message',
		edit: (title: string) => `Edit “${title}”`,
		correct: (title: string) => `Correct “${title}”`,
		correctionTitle: (title: string) => `Correction: ${title}`,
		close: 'Close',
		title: 'Title',
		body: 'Text',
		from: 'From',
		channel: 'How it arrives',
		to: 'For whom',
		everybody: 'Everybody',
		when: 'When it goes out',
		timings: { asWritten: 'As the scenario plans it', parked: 'By hand, from the tray', at: 'At a time' },
		time: 'Time (UTC)',
		save: 'Save',
		saveAndRelease: 'Save and release',
		nobody: 'Choose at least one role, or everybody.',
		missing: 'Give it a title, a text and a sender.',
		changed: 'Somebody else has saved another text meanwhile.',
		theirs: 'Saved now',
		yours: 'Yours',
		keepTheirs: 'Keep theirs',
		saveYours: 'Save yours over it'
	}
};
