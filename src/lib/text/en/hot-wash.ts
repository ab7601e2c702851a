import type { RatingMark } from '../../exercise/log/events.ts';
import { decimals, dollarsCompact, hosts, percent, rounded, whole } from '../figures.ts';
import { duration } from '../moments.ts';
import { form } from '../plural.ts';

/** A share of nobody deciding's harm as points of 100, with one digit where it is small: `24`, `0.4`. */
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
			'Your run is over. What it comes to is being measured against the record and against nobody deciding.',
		/** `yours`: what the own decisions did to it, in the run’s own words; empty: not known yet. */
		alone: (harm: number, yours: string) =>
			`You came through with ${percent(harm)} of the harm that comes when nobody decides${yours}.`,
		better: (harm: number, record: number, yours: string) =>
			`You came through with ${percent(harm)} of the harm that comes when nobody decides${yours}. The record had ${percent(record)}.`,
		alike: (harm: number, yours: string) =>
			`You did about as well as the record: ${percent(harm)} of the harm that comes when nobody decides${yours}.`,
		worse: (harm: number, record: number, yours: string) =>
			`The record had ${percent(record)} of the harm that comes when nobody decides. You had ${percent(harm)}${yours}.`,
		yours: {
			less: (harm: number) => `, ${points(harm)} points less than had you decided nothing`,
			more: (harm: number) => `, ${points(harm)} points more than had you decided nothing`,
			same: ', as much as had you decided nothing'
		},
		whoseIsTheRest:
			'The rest of the difference is the others’, who did the same in both runs, and the technicians’, who work whatever is decided.',
		best: (title: string, harm: number, withOthers: boolean, when: string) =>
			`Of your own decisions, ‘${title}’${withOthers ? ' with what builds on it' : ''} did most by itself: ${points(harm)} points of 100${when}.`,
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
		others: (value: string) => `without you ${value}`,
		none: (value: string) => `nobody decides ${value}`
	},

	runs: { played: 'This run', others: 'Without you', record: 'Record', none: 'Nobody decides' },
	recordIs:
		'Record: what was done that day, as the model plays it. Without you: you decide nothing, the others do as they did. Nobody decides: no seat decides anything; technicians still work.',
	notYet: 'not yet',
	fold: {
		outcome: 'Outcome: four runs side by side',
		losses: 'Who lost what',
		multiples: 'The same run, quantity by quantity',
		maps: 'The runs on the map',
		calibration: 'Confidence against outcome'
	},

	outcome: {
		heading: 'Outcome',
		caption: 'At the end of the run, all on this seed.',
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
			(none === null ? '' : ` With nobody deciding ${hosts(none)}.`),
		time: 'Time (UTC)',
		who: 'Who',
		what: 'What',
		everything: 'Decisions and injects as a list',
		released: (from: string) => `Inject, from ${from}`
	},

	effects: {
		heading: 'What your decisions did',
		caption:
			'In points of 100, the harm when nobody decides. True of this run, not of every run. Compared in a smaller world, where the whole can differ from the figures above.',
		waiting: (done: number, of: number) =>
			`Runs with one decision changed are being computed: ${done} of ${of} are done.`,
		together: {
			helped: (harm: number) => `Together about ${points(harm)} points less harm`,
			hurt: (harm: number) => `Together about ${points(harm)} points more harm`,
			same: 'Together they changed nothing that can be measured',
			nothing: 'You decided nothing: nothing of the outcome is yours.',
			cover: '; singly they cover for each other.',
			need: '; they need each other, and single ones count that twice.',
			apart: '; each counts for itself.',
			one: '.',
			total: 'All of yours together',
			shared: {
				cover: 'Shared: what several of them would each have done',
				need: 'Counted twice: what they do only together'
			},
			rest: (count: number) => form(count, { one: 'One smaller one', other: `${count} smaller ones` }),
			withThem: (titles: string) => `with ${titles}, which build on it`,
			picture: (parts: string) => `A bar that sums: ${parts}`,
			columns: ['Part', 'Harm, points'],
			less: 'less harm',
			more: 'more harm',
			how: 'Each part is the run as played against the same run without that decision; the whole is the run without all of yours. What is left is what they share, so that the parts add up to the whole.'
		},
		groups: {
			hurt: 'Hurt',
			wouldHelp: 'Not done: would have helped',
			wouldHurt: 'Not done: would have hurt'
		},
		hurtNote:
			'Cost more than it brought in this run. A safeguard that was not needed stands here with its price.',
		none: 'No single decision, taken or not, moved the harm by a tenth of a point.',
		couldAt: (when: string) => `Could have been taken ${when}`,
		taken: (when: string) => `Taken ${when}`,
		withThem: (titles: string) => `Together with ${titles}`,
		instead: (titles: string) => `Instead of ${titles}: they exclude each other`,
		value: (harm: number) => `Harm ${points(harm)} points ${harm < 0 ? 'lower' : 'higher'} with it`,
		wouldValue: (harm: number) =>
			`Harm would be ${points(harm)} points ${harm < 0 ? 'lower' : 'higher'} with it`,
		term: (name: string, change: number, unit: string) => `${name}: ${more(change, unit)} with it`,
		all: (count: number) => `All ${count} decisions that this run can judge`,
		allCaption:
			'Every row, done or not done: the run with the decision against the run without it. − is less with it, + is more with it. Of two that do the same, leaving out one shows no difference.',
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
		notTakenInstead: (titles: string) => `not taken; instead of ${titles}`,
		outOfReach: (titles: string) =>
			`No run tells of these, which at no round were open and within what your budget left: ${titles}.`,
		neither: 'no difference'
	},

	turn: {
		heading: 'The moment it turned',
		never: 'Nothing of yours went down, so nothing had to turn.',
		peak: (whose: 'own' | 'world', when: string, down: number) =>
			`${whose === 'own' ? 'Your hosts down were' : 'Hosts down were'} most at ${when}: ${hosts(down)}.`,
		own: (title: string, when: string) => `It turned because of ‘${title}’, which you took ${when}.`,
		ownPrepared: (title: string) => `It turned then because of ‘${title}’, which you had prepared.`,
		theirs: (title: string, role: string, when: string) =>
			`It turned because of ‘${title}’, which ${role} took ${when}, not because of anything of yours.`,
		together: 'It turned because of your decisions together: no single one of them did it.',
		evidence: (without: number, at: string, withIt: number) =>
			`In the run without it the number goes on rising: ${hosts(without)} are down at ${at}, against ${hosts(withIt)} at most. (Counted in the smaller world that such runs are compared in.)`,
		noCause:
			'It turned by itself: in every run with a decision left out, and in the one without any of yours, it turns there too.'
	},

	fork: {
		heading: (round: number, at: string) => `Beside the run it was forked from, at round ${round}, ${at}`,
		harm: 'Harm',
		here: 'This run',
		there: (when: string) => `The run of ${when}`,
		less: (harm: number) => `${points(harm)} points less harm than there.`,
		more: (harm: number) => `${points(harm)} points more harm than there.`,
		same: 'The same harm as there, to a tenth of a point.',
		otherSeed: 'The seed is another one: part of the difference is luck.',
		onlyHere: 'Only in this run',
		onlyThere: 'Only in that run',
		moved: 'In both, at another time',
		movedFrom: (title: string, here: string, there: string) => `${title}: ${here}, there ${there}`,
		none: 'No decision of yours is different.'
	},

	lesson: {
		heading: 'One thing to take along',
		fork: {
			better: (harm: number) => `Going back brought ${points(harm)} points.`,
			worse: (harm: number) => `Going back cost ${points(harm)} points.`,
			same: 'Going back changed next to nothing.',
			took: (titles: string) => `What was different: you took ${titles}`,
			leftOut: (titles: string) => `you did without ${titles}`,
			moved: (count: number) =>
				form(count, {
					one: 'one decision came at another time',
					other: `${count} decisions came at another time`
				})
		},
		missed: (title: string, when: string, harm: number, instead: string) =>
			`More than anything you did, one thing that you did not do counted: ‘${title}’, open ${when}, would have brought ${points(harm)} points${instead === '' ? '' : `, taken instead of ${instead}`}.`,
		hurt: (title: string, harm: number) =>
			`What counted most was a decision that hurt: without ‘${title}’ the harm would be ${points(harm)} points lower.`,
		covered: (harm: number, single: number) =>
			`Your decisions cover for each other: together they brought ${points(harm)} points, and leaving out any one of them costs ${single === 0 ? 'next to nothing' : `${points(single)} points at most`}. Each is insurance for the others; ask what each of them costs.`,
		earned: (title: string, when: string, harm: number) =>
			`One decision carried this run: ‘${title}’, ${when}. Without it the harm is ${points(harm)} points higher, whatever else you did.`,
		others:
			'Nothing that you decided, or could have decided, moved your outcome by half a point: what others did decided it. Ask what you would have to agree with them beforehand.'
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
		because: (why: string) => `Because ${why}.`,
		wouldTake: (mark: string, what: string) => `${mark} asks for: ${what}.`,
		or: ', or ',
		and: ' and ',
		taken: (title: string, by: string | null) => `‘${title}’${by === null ? '' : ` by ${by}`}`,
		notTaken: (title: string) => `no ‘${title}’`,
		wasTaken: (title: string, at: string) => `‘${title}’ was taken ${at}`,
		wasNotTaken: (title: string) => `‘${title}’ was not taken`,
		figures: {
			hosts: 'hosts',
			down: 'hosts down at the end',
			unprotected: 'unprotected hosts at the end',
			compromised: 'compromised hosts at the end',
			crashed: 'hosts that crashed',
			everCompromised: 'hosts ever compromised',
			output: 'service delivered at the end',
			backlogUnits: 'backlog at the end',
			lostUnits: 'work left undone',
			lossUsd: 'losses',
			spentUsd: 'spending',
			seenCrashes: 'crashes that the vendor knew of',
			'trust.customers': 'trust of customers',
			'trust.public': 'trust of the public',
			'trust.government': 'trust of governments'
		} as Readonly<Record<string, string>>,
		figure: (name: string, whose: string | null, comparison: string, limit: string, value: string) =>
			`${name}${whose === null ? '' : ` (${whose})`} ${comparison} ${limit}, here ${value}`,
		comparisons: { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' },
		unwritten: 'a condition of the scenario’s own',
		nothingMet: 'nothing that was asked for was reached',
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
			'One time axis for all, stretched at its start. Solid: this run; dashed: record; dots: nobody decides.',
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
		/** Tenths of a point, every one of them: what is added up must not be rounded again. */
		tenths: (tenths: number) =>
			`${tenths < 0 ? '−' : tenths > 0 ? '+' : ''}${decimals(Math.abs(tenths) / 10, 1)}`,
		hosts: (n: number) => (n === 0 ? '0' : `${n < 0 ? '−' : '+'}${whole(Math.abs(n))}`),
		dollars: (cents: number) =>
			cents === 0 ? '$0' : `${cents < 0 ? '−' : '+'}${dollarsCompact(Math.abs(cents))}`
	}
};
