import { form } from '../plural.ts';

/** What the home page says. */
export const home = {
	title: 'Patchfall: an outage tabletop exercise',
	description:
		'One faulty update, 78 minutes, 8.5 million hosts down: live through 19 July 2024 from the seat you choose, in your browser.',
	nav: {
		label: 'Site',
		how: 'How it works',
		words: 'Glossary',
		compare: 'The record as curves',
		map: 'The map',
		model: 'How good is the model?'
	},
	/** The part between is set in the colour of crashed hosts. */
	headline: { before: 'One update. 78 minutes.', down: '8.5 million hosts down.', after: 'Your decisions.' },
	lead: 'Patchfall is an outage tabletop exercise. Live through 19 July 2024 from the seat you choose, under a budget, and see what your choices did.',
	picture:
		'World map at 05:10 UTC on 19 July 2024, from a run of the record: hosts in Asia, Australia, Europe and the Americas have crashed while it is night in America and morning in Europe.',
	cities: [
		{ name: 'London', time: '06:10', x: 949.8, y: 130.2, dx: 26, dy: -46, anchor: 'start' },
		{ name: 'Mumbai', time: '10:40', x: 1334.4, y: 345.9, dx: 30, dy: 50, anchor: 'start' },
		{ name: 'Tokyo', time: '14:10', x: 1649.9, y: 228.8, dx: -24, dy: -54, anchor: 'end' }
	],
	caption: 'The record at 05:10 UTC, as the model has it.',
	point: '1,000 crashed hosts',
	alone: {
		heading: 'Play alone',
		text: '20 to 75 minutes, by scenario and cut. Any role, no clock unless you want one.',
		summit: 'Start at the summit'
	},
	resume: {
		heading: 'Continue',
		label: (role: string, where: string) => `${role}: ${where}.`,
		button: 'Continue',
		none: 'Your runs are kept on this device and wait here. A saved log opens anywhere.',
		ended: (n: number) =>
			`${form(n, { one: 'One run', other: `${n} runs` })} on this device, all ended. A saved log opens anywhere.`,
		earlier: (n: number) =>
			`${form(n, { one: 'One run', other: `${n} runs` })} on this device, none to be played on with this version. A saved log opens anywhere.`,
		open: 'Open a saved log',
		all: 'All runs on this device'
	},
	together: {
		heading: 'Together',
		text: 'Three to six teams, a stage and evaluators, in one room. No account, no e-mail.',
		host: 'Host a room',
		join: 'Join a room'
	},
	look: {
		heading: 'Look first',
		text: 'What happened that day and what would have happened with nobody deciding, minute by minute.',
		curves: 'As curves',
		map: 'On the map'
	},
	foot: {
		sources: 'Every figure has its source beside it',
		privacy: 'Runs in your browser; nothing is sent anywhere when you play alone',
		licence: 'Free and open source'
	},
	noScript:
		'The exercise runs in your browser and needs JavaScript. Switch it on for this page and load it again.',
	theme: { label: 'Theme', dark: 'Dark', paper: 'Light', system: 'As the system' }
};
