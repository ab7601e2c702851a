import type { RatingMark } from '../../exercise/log/events.ts';
import { decimals, dollarsCompact, hosts, percent, rounded, whole } from '../figures.ts';
import { duration } from '../moments.ts';
import { form } from '../plural.ts';

/** A share of nobody acting's harm as points of 100, with one digit where it is small: `24`, `0.4`. */
const points = (share: number): string => {
	const value = Math.abs(share) * 100;
	return value >= 9.95 ? whole(value) : decimals(value, 1);
};

/** A quantity in a unit that the scenario names. */
const quantity = (value: number, unit: string): string => {
	if (unit === 'US$') return dollarsCompact(value * 100);
	if (unit === 'share') return percent(value);
	return value > 0 && value < 10 ? decimals(value, 1) : rounded(value);
};

const more = (change: number, unit: string): string => {
	const size = unit === 'share' ? `${points(change)}\u00a0points` : quantity(Math.abs(change), unit);
	if (change >= 0) return `${size} more`;
	return `${size} ${unit === 'US$' || unit === 'share' ? 'less' : 'fewer'}`;
};

/** What the hot wash says. */
export const hotWash = {
	title: (scenario: string) => `Hot wash · ${scenario} · Patchfall`,
	bar: (day: string, role: string, cut: string) => `Hot wash, ${day}, ${role}, ${cut.toLowerCase()}`,
	table: 'the whole table',
	computing: 'The run has ended. Its outcome is being put together.',
	quantity,

	finding: {
		waiting:
			'Your run is over. What it comes to is being measured against the record and against nobody acting.',
		alone: (harm: number) =>
			`You came through with ${percent(harm)} of the harm that comes when nobody acts.`,
		better: (harm: number, record: number) =>
			`You came through with ${percent(harm)} of the harm that comes when nobody acts. The record had ${percent(record)}.`,
		alike: (harm: number) =>
			`You did about as well as the record: ${percent(harm)} of the harm that comes when nobody acts.`,
		worse: (harm: number, record: number) =>
			`The record had ${percent(record)} of the harm that comes when nobody acts. You had ${percent(harm)}.`,
		best: (title: string, harm: number, withOthers: boolean, when: string) =>
			`Of your own decisions, ‘${title}’${withOthers ? ' with what builds on it' : ''} lowered it most: by ${points(harm)} points of 100${when}.`,
		sooner: (minutes: number) => `, taken ${duration(minutes)} sooner than in the record`,
		later: (minutes: number) => `, though taken ${duration(minutes)} later than in the record`,
		slight: 'No single decision of yours made much difference: none moved it by half a point of 100.',
		noneHelped: 'None of your decisions lowered it.',
		spared: (count: number) => `${hosts(count)} that crashed in the record never went down.`,
		notSpared: (count: number) => `${hosts(count)} crashed that stayed up in the record.`
	},

	key: {
		harm: 'Harm to your goals',
		crashed: 'Hosts crashed, world',
		record: (value: string) => `record ${value}`,
		none: (value: string) => `nobody acts ${value}`
	},

	runs: { played: 'This run', record: 'Record', none: 'Nobody acts' },
	recordIs: 'Record: what was done that day, as the model plays it. Nobody acts: no seat decides anything.',
	notYet: 'not yet',

	outcome: {
		heading: 'Outcome',
		caption: 'At the end of the run, all three on this seed.',
		goal: 'Your goals, less is better',
		own: 'Your hosts and services',
		world: 'The world',
		harm: 'Harm index',
		weighs: (weight: number) => `weighs ${percent(weight)}`,
		rows: {
			hostsCrashed: 'Hosts crashed',
			peakDown: 'Most hosts down at once',
			hostHoursDown: 'Host-hours down',
			backMin: '97 % of them back after',
			everCompromised: 'Hosts compromised',
			lossCents: 'Losses',
			spentUsd: 'Spent on decisions'
		},
		neverBack: 'not by the end',
		noneCrashed: 'none crashed'
	},

	losses: {
		heading: 'Who lost what',
		caption:
			'Losses to the end of the run; beneath a sector, its work left undone in this run. Single amounts rest on assumed costs by unit.',
		bySector: 'Sectors',
		byCountry: 'Countries',
		others: 'All other countries',
		undone: (count: string, undone: string) => `${count} ${undone}`,
		/** Where the author has no word for it. */
		notDone: (unit: string) => `${unit} not done`
	},

	course: {
		heading: 'What happened, and who did what',
		caption: 'The first hours are stretched (cube-root scale).',
		own: 'Your hosts down.',
		world: 'Hosts down, world.',
		whose: 'Whose hosts',
		choose: { own: 'Your hosts', world: 'All hosts' },
		before: 'Before',
		injects: 'Injects',
		mine: 'your decision',
		others: 'another seat’s',
		inject: 'inject',
		took: 'Your decisions in order',
		tookNone: 'You decided nothing. Everything below happened without you.',
		prepared: 'in preparation',
		at: (time: string) => `at ${time}`,
		on: (time: string) => `on ${time}`,
		asRecord: (minutes: number) =>
			minutes === 0
				? 'at the record’s minute'
				: `${duration(minutes)} ${minutes > 0 ? 'sooner' : 'later'} than the record`,
		sentence: (whose: string, peak: number, at: string, record: number | null, none: number | null) =>
			`${whose} Most at once in this run: ${hosts(peak)}, at ${at}.` +
			(record === null ? '' : ` In the record ${hosts(record)}.`) +
			(none === null ? '' : ` With nobody acting ${hosts(none)}.`),
		time: 'Time (UTC)',
		who: 'Who',
		what: 'What',
		everything: 'Decisions and injects as a list',
		released: (from: string) => `Inject, from ${from}`
	},

	effects: {
		heading: 'What helped, what hurt',
		caption:
			'Each bar sets the run with one decision against the same run without it, on this seed and with all else as it was; in points of 100, the harm when nobody acts. To the right: less harm with it; to the left: more. True of this run, not of every run. Of two decisions that do the same, leaving out one shows no difference.',
		waiting: (done: number, of: number) =>
			`Runs with one decision changed are being computed: ${done} of ${of} are done.`,
		groups: {
			helped: 'Helped',
			hurt: 'Cost more than it brought in this run',
			wouldHelp: 'Not done: would have helped',
			wouldHurt: 'Not done: would have hurt'
		},
		hurtNote: 'A safeguard that this run did not come to need shows here with its price.',
		none: 'No single decision, taken or not, moved the harm by a tenth of a point.',
		couldAt: (when: string) => `Could have been taken ${when}`,
		taken: (when: string) => `Taken ${when}`,
		withThem: (titles: string) => `Together with ${titles}`,
		value: (harm: number) => `Harm ${points(harm)} points ${harm < 0 ? 'lower' : 'higher'} with it`,
		wouldValue: (harm: number) =>
			`Harm would be ${points(harm)} points ${harm < 0 ? 'lower' : 'higher'} with it`,
		term: (name: string, change: number, unit: string) => `${name}: ${more(change, unit)} with it`,
		all: (count: number) => `All ${count} decisions that this run can judge`,
		allCaption:
			'Every row, done or not done: the run with the decision against the run without it. − is less with it, + is more with it.',
		columns: [
			'Decision',
			'In this run',
			'Harm, points',
			'Hosts crashed',
			'Host-hours down',
			'Losses',
			'Spent'
		],
		wasTaken: 'taken',
		notTaken: 'not taken',
		outOfReach: (titles: string) =>
			`No run tells of these, which at no round were open and within what your budget left: ${titles}.`,
		neither: 'no difference'
	},

	turn: {
		heading: 'The moment it turned',
		never: 'Nothing of yours went down, so nothing had to turn.',
		peak: (whose: 'own' | 'world', when: string, down: number) =>
			`${whose === 'own' ? 'Your hosts down were' : 'Hosts down were'} most at ${when}: ${hosts(down)}.`,
		fastest: (from: string, to: string, rate: number, halved: string | null) =>
			// Hosts that are down count as harm until they are back, so for a while the index can climb past its end.
			`Harm, spending aside, grew fastest from ${from} to ${to}, by ${rate > 1 ? 'more than 100' : points(rate)} points an hour; ` +
			(halved === null
				? 'it kept at least half of that pace.'
				: `from ${halved} on it grew less than half as fast.`),
		own: (title: string, when: string) => `It turned after ‘${title}’, which you took ${when}.`,
		ownPrepared: (title: string) => `‘${title}’, decided in preparation, kept the turn this low.`,
		evidence: (without: number, at: string, withIt: number) =>
			`Evidence: in the run without it, all else the same, ${hosts(without)} are down at ${at}; with it, ${hosts(withIt)} at most.`,
		last: (title: string, role: string, when: string) =>
			`Of the decisions that can move these hosts, the last to take hold before it was ‘${title}’ (${role}, ${when}). That is an order in time, no proof: leaving out any one of your own decisions does not move it.`,
		noCause: 'No decision that can move these hosts had taken hold by then: it turned by itself.'
	},

	calibration: {
		heading: 'Confidence against outcome',
		caption:
			'How sure you said you were, and whether the decision lowered the harm in this run. One that made no difference counts as one that did not.',
		none: 'You stated no confidence, so there is nothing to compare. State it beside a decision next time.',
		helped: 'Helped',
		not: 'Did not',
		axis: 'Stated confidence',
		means: (confidencePct: number, helped: number, of: number) =>
			`On average you were ${percent(Math.round(confidencePct) / 100)} sure; ${helped} of ${of} decisions helped.`,
		over: 'You were surer than the outcome warrants.',
		under: 'You were less sure than the outcome warrants.',
		even: 'Confidence and outcome lie close together.',
		brier: (score: number) =>
			`Brier score ${decimals(score, 2)}: 0 is perfect, 0.25 is what always saying 50\u202f% earns.`,
		few: (count: number, least: number) =>
			`${form(count, { one: 'One decision is', other: `${count} decisions are` })} too few for a score; it takes ${least}.`,
		columns: ['Decision', 'Confidence', 'Outcome']
	},

	objectives: {
		heading: 'Objectives and critical tasks',
		caption: 'Rate your own performance, then compare it with the model’s mark. Ratings follow HSEEP.',
		capability: (name: string) => `Core capability: ${name}`,
		task: 'Critical task',
		yours: 'Your rating',
		model: 'Model’s rating',
		none: 'This scenario states no objectives for your role.',
		hidden: 'shown once you have rated',
		marks: {
			P: 'Performed without challenges',
			S: 'Performed with some challenges',
			M: 'Performed with major challenges',
			U: 'Unable to be performed'
		} satisfies Record<RatingMark, string>
	},

	multiples: {
		heading: 'The same run, quantity by quantity',
		caption:
			'One time axis for all, stretched at its start. Solid: this run; dashed: record; dots: nobody acts.',
		ownService: 'Your service',
		ownBacklog: 'Your backlog',
		down: 'Hosts down, world',
		losses: 'Losses so far, world',
		ownLosses: 'Your losses so far',
		unprotected: 'Unprotected hosts',
		ownUnprotected: 'Your unprotected hosts',
		compromised: 'Compromised hosts',
		backlog: 'Backlog, days of demand',
		trustPublic: 'Trust of the public',
		trustCustomers: 'Trust of customers',
		trustGovernment: 'Trust of governments',
		services: 'Services by sector',
		servicesCaption: 'Output as a share of demand. The missing part hangs from 100 %.',
		days: (value: number) => decimals(value, value < 0.95 ? 2 : 1),
		lowest: (value: string) => `lowest ${value}`,
		most: (value: string) => `most ${value}`,
		sentence: (name: string, extreme: string, at: string, end: string) =>
			`${name}, this run: ${extreme} at ${at}; ${end} at the end.`
	},

	maps: {
		heading: 'The three runs on the map'
	},

	again: {
		heading: 'Again',
		text: 'What would you do otherwise? The same seed gives the same luck, so that only your decisions differ.',
		same: 'Try again, same seed',
		other: 'Another seed',
		role: 'Another role',
		back: 'Go back to a round',
		round: (n: number, when: string) => `Round ${n}, ${when}`,
		go: 'Play on from there',
		log: 'Download the log',
		print: 'Print',
		seed: (seed: string) => `Seed of this run: ${seed}`,
		hash: (hash: string) => `State at the end: ${hash}`
	},

	change: {
		points: (share: number) => `${share < 0 ? '−' : '+'}${points(share)}`,
		hosts: (n: number) => (n === 0 ? '0' : `${n < 0 ? '−' : '+'}${whole(Math.abs(n))}`),
		dollars: (cents: number) =>
			cents === 0 ? '$0' : `${cents < 0 ? '−' : '+'}${dollarsCompact(Math.abs(cents))}`
	}
};
