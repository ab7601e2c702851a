import { decimals, percent, whole } from '../figures.ts';
import { form } from '../plural.ts';

const points = (share: number): string => {
	const value = Math.abs(share) * 100;
	return value >= 9.95 ? whole(value) : decimals(value, value < 0.95 ? 2 : 1);
};
const runs = (count: number) => form(count, { one: 'one run', other: `${whole(count)} runs` });

/** What each decision was worth, as the hot wash tells it. */
export const attribution = {
	heading: 'What each decision was worth',
	caption:
		'The whole difference that your decisions made, shared out over them. Each counts by what it adds where it comes in, as the mean over orders in which they could have come; what builds on a decision falls with it. Left out, it is replaced by what happens where nobody takes it. Other people’s choices stay as they were; bots and messages that wait for something react again. Runs are made in a smaller world, so that figures differ a little from those above.',
	/** In a room: whose decisions they are is chosen. */
	ofTeam:
		'The whole difference that a team’s decisions made, shared out over them. Each counts by what it adds where it comes in, as the mean over orders in which they could have come. Left out, it is replaced by what happens where nobody takes it; what others chose stays as it was. It is worked out on this device, from the log of the room, and sent nowhere. Runs are made in a smaller world, so that figures differ a little from those of the hot wash.',
	room: {
		open: 'Read the log',
		opening: 'Reading the log …',
		waiting: 'The log of the room is read and its decisions are left out one by one, on this device.',
		team: 'Team',
		nobody: 'No team took a decision that could be left out.',
		trouble: {
			unreachable:
				'The log of the room could not be fetched. Check the network, then press Read the log again.',
			log: 'The log of the room is of another version: its decisions cannot be left out and played again.',
			scenario:
				'The scenario of the room is not on this device. Add its file under ‘Your own scenario’, then try again.',
			broken: 'The browser broke off. Close other tabs, then press Read the log again.'
		}
	},
	start: 'Work it out',
	stop: 'Stop',
	goOn: 'Go on',
	again: 'Try again',
	waiting: 'It takes from some seconds to a few minutes on this device, and goes on while you read.',
	none: 'No decision was taken that could be left out.',
	measure: 'Measured by',
	status: {
		running: 'Being worked out; figures sharpen as you watch.',
		stopped: 'Stopped. The figures stand as far as they have come.',
		done: 'Done.',
		failed: 'No further run could be made on this device. The figures stand as far as they have come.'
	},
	restsOn: (all: number, worlds: number, pairs: number, isExact: boolean) =>
		isExact
			? `${runs(all)} so far; ${form(worlds, { one: 'one world', other: `all ${whole(worlds)} worlds` })} with and without them: no sampling error.`
			: `${runs(all)} so far; the figures rest on ${whole(worlds)} worlds and ${form(pairs, { one: 'one pair of orders', other: `${whole(pairs)} pairs of orders` })}.`,
	noErrorYet: 'Too few orders so far to say how large the error is.',
	precise: 'Every interval is narrower than 5\u202f% of all effects.',
	measures: {
		harm: 'Harm to what you are judged by, points of 100',
		hostsCrashed: 'Hosts that crashed',
		hostHoursDown: 'Host-hours lost',
		lossUsd: 'Losses, all sectors',
		unprotectedHostHours: 'Host-hours without protection',
		trust: {
			public: 'Trust of the public, points of 100',
			customers: 'Trust of customers, points of 100',
			government: 'Trust of governments, points of 100'
		} as Readonly<Record<string, string>>,
		sectorLossUsd: (sector: string) => `Losses: ${sector}`,
		sectorLostUnits: (sector: string, what: string) => `${sector}: ${what}`,
		notDone: (unit: string) => `${unit} not done`
	},
	columns: {
		decision: 'Decision',
		worth: 'Worth',
		error: 'Sampling error (95\u202f%)',
		ensemble: 'Under other parameters',
		otherwise: 'Left out'
	},
	error: (value: string) => `± ${value}`,
	notYet: 'not yet known',
	noError: 'none',
	range: (low: string, high: string) => `${low} to ${high}`,
	key: {
		bar: 'Bar: worth',
		error: 'Line: sampling error, 95\u202f%',
		ensemble: 'Band: under other parameters of the model'
	},
	total: 'All of them together',
	rest: (count: number) => form(count, { one: 'One smaller one', other: `${count} smaller ones` }),
	all: (count: number) =>
		form(count, { one: 'The decision as a table', other: `All ${count} decisions as a table` }),
	ensemble: (members: number) =>
		`The band shows, for the decisions that matter most, the same in ${whole(members)} other worlds, whose parameters fit the record as well: how far the model may be off, apart from the error of sampling.`,
	noDefault: 'nothing is done',
	interactions: {
		heading: 'How they bear on each other',
		none: 'No two of your decisions did more or less together than each by itself, beyond the error.',
		onlyWith: (one: string, other: string, helped: boolean) =>
			`‘${one}’ ${helped ? 'helped' : 'hurt'} only because of ‘${other}’`,
		onlyTogether: (one: string, other: string, helped: boolean) =>
			`‘${one}’ and ‘${other}’ ${helped ? 'helped' : 'hurt'} only together`,
		eitherDoes: (one: string, other: string) =>
			`Either of ‘${one}’ and ‘${other}’ would have done, and the other adds next to nothing`,
		joint: (one: string, other: string, helped: boolean) =>
			`‘${one}’ and ‘${other}’ ${helped ? 'add to each other' : 'take from each other'}`,
		size: (joint: number, error: number) =>
			`: together ${points(joint)} ± ${points(error)} points ${joint < 0 ? 'less' : 'more'} harm than both alone add up to.`
	},
	luck: {
		heading: 'How much was luck',
		text: (seeds: number, low: string, high: string) =>
			`The same decisions on ${whole(seeds)} other seeds come to ${low} to ${high}. That range is chance, not error.`,
		same: (seeds: number, value: string) =>
			`The same decisions on ${whole(seeds)} other seeds come to ${value}, on each of them: chance hardly counted.`
	},
	bots: {
		heading: 'Among bots',
		text: (random: number, planned: number, worse: number, better: number) =>
			`Of ${whole(random + planned)} plays by bots in the same place on this seed (${whole(random)} take open decisions by chance, ${whole(planned)} by a plan), ${whole(worse)} ended with more harm and ${whole(better)} with less: this play did better than ${percent(worse / (random + planned))} of them.`,
		/** While more are being played. */
		more: 'More of them are being played, up to a thousand.'
	},
	points
};
