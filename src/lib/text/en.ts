import { HOST_STATE_WORDS } from './en/host-states.ts';
import { asReported, dollars, hosts, percent, rounded } from './figures.ts';
import { duration } from './moments.ts';
import { form } from './plural.ts';

export const en = {
	name: 'Patchfall',
	title: 'Patchfall: one faulty update, run twice',
	headline: 'One faulty update, run twice',
	lead: 'A trusted vendor’s update crashes every host that loads it: once as people acted, once with nobody deciding.',
	noScript:
		'The exercise runs in your browser and needs JavaScript. Switch it on for this page and load it again.',
	starting: 'Reading the world and its scenarios …',
	opening: 'Opening …',
	failed: {
		heading: 'The exercise cannot run here',
		remedy:
			'Load the page again. If that does not help, use a browser that runs module workers: Chrome or Edge 80, Firefox 114, Safari 15, or newer.'
	},

	setup: {
		label: 'What to run',
		summary: 'Scenario, seed and files',
		scenario: 'Scenario',
		seed: 'Seed',
		seedHelp: 'Any text. Equal seeds give equal runs.',
		openScenario: 'Open a scenario file',
		openLog: 'Open a log'
	},

	series: { none: 'Nobody decides', log: 'Your log' },
	/** The record is called by its day. */
	record: (day: string) => day,

	clock: {
		utc: 'UTC',
		beforeRelease: (minutes: number) => `${duration(minutes)} before the update goes out`,
		afterRelease: (minutes: number) => `${duration(minutes)} after the update went out`,
		release: 'The update goes out',
		places: [
			{ name: 'Sydney', zone: 'Australia/Sydney' },
			{ name: 'London', zone: 'Europe/London' },
			{ name: 'New York', zone: 'America/New_York' }
		]
	},

	controls: {
		label: 'Time',
		run: 'Run',
		runAgain: 'Run again',
		pause: 'Pause',
		step: (minutes: number) => `Step ${minutes} min`,
		speed: 'Speed',
		speeds: [
			{ pace: 1, label: '1 min/s' },
			{ pace: 10, label: '10 min/s' },
			{ pace: 60, label: '1 h/s' },
			{ pace: 360, label: '6 h/s' }
		],
		toEnd: 'Run to the end',
		restart: 'Start over',
		state: { playing: 'Running', paused: 'Paused', ended: 'At the end' }
	},

	finding: {
		before: 'All is well. The update has not gone out yet.',
		together: (down: number) => `${hosts(down)} down. So far both runs are the same.`,
		apart: (record: number, none: number) =>
			`${hosts(record)} down. With nobody deciding it would be ${rounded(none)}.`,
		end: (record: number, none: number) =>
			`${rounded(record)} hosts crashed. With nobody deciding: ${rounded(none)}.`
	},

	hostsChart: {
		heading: 'Hosts down',
		caption: 'Millions of hosts. The first hours are stretched (cube-root scale); times are UTC.',
		unit: 'M',
		both: 'Both runs',
		acts: 'What people did',
		actsCaption: (done: number, all: number) => `${done} of ${all} acts of the record done`,
		sentence: (
			record: string,
			now: string,
			recordDown: number,
			noneDown: number,
			recordEver: number,
			noneEver: number
		) =>
			`At ${now}: ${record}, ${hosts(recordDown)} down and ${rounded(recordEver)} crashed so far; nobody decides, ${hosts(noneDown)} down and ${rounded(noneEver)} crashed so far.`,
		time: 'Time, UTC'
	},

	table: 'Show as a table',

	states: {
		heading: 'Hosts by state',
		state: 'State',
		difference: 'Difference',
		names: HOST_STATE_WORDS,
		all: 'All hosts',
		note: 'Difference: nobody decides, less the record.'
	},

	figures: {
		label: 'So far',
		crashed: 'Hosts crashed so far',
		down: 'Hosts down now',
		exposed: 'Hosts up without protection',
		losses: 'Losses so far',
		lost: (unit: string) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} lost so far`,
		reported: (n: number) => `reported: ${asReported(n)}`
	},

	services: {
		heading: 'Services, by sector',
		caption: (floor: number) =>
			`Output as a share of what is asked, hanging from 100 %: the missing part is the shape. The pictures end at ${percent(floor)}; the time axis is that of the hosts.`,
		none: 'nobody decides',
		series: (name: string, output: number) => `${name} ${percent(output)}`,
		sentence: (sector: string, record: string, recordOutput: number, noneOutput: number) =>
			`${sector}: ${record}, ${percent(recordOutput)} of what is asked; nobody decides, ${percent(noneOutput)}.`
	},

	losses: {
		heading: 'Losses',
		caption: 'US dollars, all sectors together, since the start.',
		sentence: (record: string, recordCents: number, noneCents: number) =>
			`${record}: ${dollars(recordCents)} lost so far; nobody decides: ${dollars(noneCents)}.`
	},

	sectors: {
		heading: 'Sector by sector',
		sector: 'Sector',
		down: 'Hosts down',
		output: 'Service',
		waiting: 'Work waiting',
		lost: 'Work lost for good',
		losses: 'Losses',
		none: 'Nobody decides',
		unitsOf: 'counted in'
	},

	acts: {
		heading: 'What people did',
		caption: 'The record, minute by minute. With nobody deciding, none of it happens.',
		none: 'The record of this scenario holds no acts: both runs are the same.',
		ahead: (n: number) => `${n} more to come`,
		refused: (n: number) =>
			`${form(n, { one: 'One act', other: `${n} acts` })} of the record could not be carried out in this room:`
	},

	logs: {
		heading: 'Keep it, open it again',
		caption:
			'A log holds what people did and the seed; opened again it leads to the same state, bit for bit. The state hash shows it.',
		run: 'Run',
		hash: 'State hash at this minute',
		moving: 'known when paused',
		download: (series: string) => `Download the log: ${series}`,
		downloadShort: 'Download the log',
		opened: (name: string, events: number) => `${name}, ${events} events`,
		same: (minute: string) => `Same state as stored with the log at ${minute}.`,
		differs: (stored: string) => `Not the state that was stored with the log: ${stored}.`,
		rerunning: 'Playing the log …',
		nothingStored: 'The log holds no stored result to compare with.',
		readOnly: (name: string) => `${name} opens read-only`,
		stored: (minute: number, hash: string) => `Stored result at minute ${minute}: state ${hash}.`,
		rerun: 'Run it again with today’s physics'
	},

	faults: {
		scenario: (file: string, n: number) =>
			`${file} was not opened: ${form(n, { one: 'one thing is wrong', other: `${n} things are wrong` })}`,
		log: (file: string) => `${file} was not opened`,
		noScenario: (id: string) => `it was played with the scenario '${id}', which is not here`,
		openItFirst: 'Open the scenario’s own file first, then the log.',
		goesOn: 'What was open before goes on.',
		place: (file: string, line: number, column: number) => `${file}, line ${line}, column ${column}`,
		remedy: 'What to do:'
	},

	foot: {
		model:
			'Results of a model, not measurements. It is fitted to public figures; each value has its source, or the word “assumed”, in the scenario’s file.',
		privacy: 'Runs in your browser. Nothing is sent anywhere.',
		licence: 'Free and open source, MIT licence.'
	}
};
