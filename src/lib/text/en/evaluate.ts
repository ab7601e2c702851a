import { counted } from '../figures.ts';

/** What evaluators read and press, with one hand. */
export const evaluate = {
	title: (code: string) => `Evaluator, room ${code} · Patchfall`,
	opening: 'Evaluator',
	team: 'Team you rate',
	/** What people are in a room; also for the desk's list. */
	kinds: {
		facilitator: 'facilitator',
		evaluator: 'evaluator',
		player: 'player',
		stage: 'stage',
		observer: 'observer',
		phone: 'phone'
	},
	marks: {
		P: 'Performed without challenges',
		S: 'Performed with some challenges',
		M: 'Performed with major challenges',
		U: 'Unable to be performed',
		N: 'Not observed'
	},
	tasks: 'Critical tasks',
	scale:
		'Press one for each task once you have seen it; a later press changes it. P: performed without challenges. S: with some challenges. M: with major challenges. U: unable to be performed. N: not observed.',
	noTasks: 'The roles of this team have no critical tasks in this scenario. Write notes.',
	capability: (name: string) => `Core capability: ${name}`,
	notYet: 'not rated yet',
	before: (marks: readonly string[]) => `before: ${marks.join(', ')}`,
	beforeAt: (mark: string, time: string | null) => (time === null ? mark : `${mark} at ${time}`),
	message: {
		heading: 'What this team has just read',
		none: 'Nothing yet.',
		note: 'Note on this'
	},
	note: {
		heading: 'Note',
		label: 'What you see, in a sentence',
		onMessage: (title: string) => `On the message “${title}”`,
		general: 'On the team as a whole',
		about: 'About',
		add: 'Keep the note',
		yours: 'Your notes',
		time: (minute: string, clock: string) => `${minute} of the exercise, written ${clock}`
	},
	queue: {
		allSent: (n: number) => (n === 0 ? 'Nothing written yet.' : `All ${n} sent.`),
		waiting: (n: number) =>
			`${counted(n, { one: 'waits', other: 'wait' })} to be sent. Writing goes on; they are kept on this device.`,
		refused: (n: number) => `${counted(n, { one: 'was', other: 'were' })} not accepted:`,
		again: 'Send again',
		save: 'Save as file',
		fileName: 'evaluator-notes.txt'
	},
	closed: 'The exercise has ended. Marks and notes are still taken until the room goes.'
};
