import { counted, large, percent, rounded } from '../figures.ts';

/** What the big screen says. Few words, readable from the last row. */
export const stage = {
	title: (code: string) => `Stage, room ${code} · Patchfall`,
	opening: 'The stage',
	fullScreen: 'Full screen (F5)',
	waiting: 'waiting for the desk',
	nextUp: { closeVote: 'next: close', reveal: 'next: result', run: 'next: time runs' },
	welcome: {
		heading: 'Sit with your team and join',
		text: 'No account, any name.',
		forPhones: 'You decide, with your phone',
		noApp: 'No app. No account.',
		wifi: 'Wi-Fi',
		password: 'password',
		or: 'Scan, or type this address and the code',
		seats: (n: number) => (n === 0 ? 'nobody yet' : counted(n, { one: 'seat taken', other: 'seats taken' }))
	},
	scan: 'Scan, or join with',
	qr: 'Code to scan to join this room',
	utc: 'UTC',
	in: (minutes: string) => `${minutes} in`,
	from: (from: string) => `From ${from}`,
	calm: 'No message has reached everybody yet.',
	preparation: 'What do you buy before anything happens?',
	deciding: 'Teams are deciding',
	paused: 'We pause.',
	runsTo: (stop: string) => `Time runs to ${stop}.`,
	runsToEnd: 'Time runs to the end.',
	earlier: 'Before that',
	rules: {
		aims: 'What we are here for',
		heading: 'How we work',
		lines: [
			'Nobody is to blame.',
			'Plans count as they are.',
			'Decide with what you have.',
			'Talk at your table; its lead commits.',
			'Phones stay out, on this page.'
		]
	},
	roundOpens: { yours: 'Talk it over. Your lead commits.' },
	test: 'Can the last row read this line?',
	figures: {
		down: 'hosts down',
		unprotected: 'up, agent down',
		recovered: 'recovered',
		service: (sector: string) => `${sector}, service`,
		value: large,
		share: percent
	},
	world: {
		heading: 'Hosts down so far; the first hours are stretched',
		point: (hosts: number) => `one point: ${rounded(hosts)} hosts`,
		curve: (now: string, most: string) => `Hosts down over time: ${now} now, ${most} at most so far.`
	},
	services: {
		heading: (floor: string) => `Services, from what is asked down to ${floor}`,
		sector: (sector: string, now: string, least: string) => `${sector}: ${now} now, at least ${least} so far.`
	},
	hotWash: {
		heading: 'Hot wash',
		questions: ['What do we keep?', 'What do we change?'],
		text: 'Two minutes a team. Nobody is ranked.',
		times: (n: number) => `× ${n}`,
		more: (n: number) => `and ${n} more`
	},
	findings: {
		heading: 'The harm that was left, against nobody deciding',
		row: (team: string, harm: string) => `${team}: ${harm} of the harm that comes when nobody decides`,
		record: 'the record',
		none: 'nobody decides',
		unknown: 'being measured',
		talks: 'has the word'
	},
	thanks: {
		heading: 'Thank you.',
		text: 'Your team’s result stays on your own page for some days.',
		alone: 'Play the same day alone: scan, or type',
		qr: 'Code to scan to play alone'
	},
	gone: {
		heading: 'This room has been erased.',
		text: 'Its host has erased it, or the days are over for which it was kept. Nothing of it is left here.'
	}
};
