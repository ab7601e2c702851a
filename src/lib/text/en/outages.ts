import { listing } from '../listing.ts';
import { form } from '../plural.ts';

const shocks = (kinds: number) => form(kinds, { one: 'kind of shock', other: 'kinds of shock' });

/** The outages after a summit: what shocks come to in a world that has agreed on something, and in two that have not. */
export const outages = {
	heading: 'The next outages',
	lead: (months: number) =>
		`${months} months later the accord is as far as it has come, and the next outages arrive. The same shocks meet three worlds: one in which nothing was agreed, one with what was in fact done, and yours.`,
	given:
		'Everything here is said given such a shock. How often one comes, nobody here knows. The model is a model, and its shocks are assumed around incidents that happened.',
	comeAfter: 'The next outages come after',
	months: (count: number) => `${count} months`,
	notBegun: (measures: readonly string[], months: number) =>
		`By plan nothing of this is done yet after ${months} months: ${listing(measures)}.`,
	status: {
		before: 'The two other worlds are being run while you negotiate.',
		running: {
			curves: 'Shocks are being run; every figure sharpens.',
			themes: 'The curves are as near as they have to be. Now the accord is taken apart by themes.',
			measures: 'Now it is taken apart measure by measure.',
			sharper: 'Everything is told; the curves go on to sharpen.'
		},
		stopped: 'Stopped. What is known by now stays.',
		done: 'Done.',
		failed: 'The runs did not go through. What is known by now stays.',
		waiting: 'The first shocks are being run …',
		noWorker: 'The runs in the background broke off, or this browser allows none. What is known by now stays.'
	},
	stop: 'Stop',
	tryAgain: 'Try again',
	goOn: 'Go on',
	restsOn: (runs: string) => `${runs} runs`,
	medianError: (share: string) =>
		`the median of all shocks in your world is known to within ${share} of the median where nothing was agreed`,

	worlds: { none: 'Nothing agreed', record: 'What was in fact done', accord: 'Your accord' },
	failedAccord:
		'There is no accord, so there are two worlds: the one in which nothing was agreed, and the one with what was in fact done.',
	headline: (none: string, accord: string) =>
		`Given a shock, half of them come to less than ${none} where nothing was agreed, and to less than ${accord} with your accord.`,
	headlineWithout: (none: string, record: string) =>
		`Given a shock, half of them come to less than ${none} where nothing was agreed, and to less than ${record} with what was in fact done.`,

	curves: {
		heading: 'What a shock comes to',
		show: 'Show',
		all: 'All shocks, kinds alike',
		kinds: 'One kind of shock',
		sectors: 'What one sector loses',
		x: 'Loss, US$',
		y: 'Share of shocks that come to more',
		caption: 'Further left is better. Curves end where fewer than five shocks came to more.',
		world: 'World',
		median: 'Median',
		interval: '95\u00a0% interval',
		tail: 'One shock in twenty comes to more than',
		runs: 'Shocks run',
		sentence: (slice: string, parts: string) => `${slice}. ${parts}`,
		part: (world: string, median: string, tail: string) =>
			`${world}: median ${median}, one in twenty above ${tail}.`,
		few: 'few runs'
	},

	kinds: {
		heading: 'Shock by shock',
		caption:
			'Medians, and the mean difference between your accord and no accord over the same shocks, with its 95\u00a0% interval. A mean hangs on its few largest shocks, and that of attacks on what a breach is assumed to cost: where the interval is wide, read the medians.',
		kind: 'Shock',
		difference: 'Difference',
		worse: 'Worse in',
		helps: (kinds: number) => `Your accord helps in ${kinds} ${shocks(kinds)}`,
		hurts: (kinds: number) => `It makes ${kinds} ${shocks(kinds)} worse`,
		unclear: (kinds: number) => `No clear difference in ${kinds} ${shocks(kinds)}`,
		notYet: 'too few yet',
		noDifference: 'no clear difference'
	},
	names: {
		'kernel-crash': 'An update crashes hosts at the start, as in July',
		'slow-response': 'An update crashes hosts, and the vendor looks away for hours',
		'quarantined-file': 'A false alarm takes a system file away',
		'one-class': 'Only one class of hosts crashes',
		'one-region': 'Only hosts of one country crash',
		'platform-agent': 'The platform owner’s own agent crashes hosts',
		'recovery-keys': 'An update of the platform has every disk ask for its recovery key',
		'agent-failure': 'Agents stop, hosts run on without protection',
		'management-lockout': 'The management plane cuts hosts off from every network',
		'late-defect': 'A defect shows only once every ring has baked',
		'certificate-expiry': 'A certificate expires at one minute',
		'control-plane': 'Sign-in and a cloud’s control plane do not answer',
		'malicious-update': 'A signed update carries an intruder’s payload',
		attack: 'Attackers are faster than the answer to them'
	} as Readonly<Record<string, string>>,

	/** The same for a hall. */
	shortNames: {
		'kernel-crash': 'Crash at the start, as in July',
		'slow-response': 'Crash, slow vendor',
		'quarantined-file': 'Quarantined system file',
		'one-class': 'One class of hosts',
		'one-region': 'One country',
		'platform-agent': 'Platform owner’s agent',
		'recovery-keys': 'Recovery keys asked',
		'agent-failure': 'Agents stop',
		'management-lockout': 'Lockout from networks',
		'late-defect': 'Defect after the bake time',
		'certificate-expiry': 'Expired certificate',
		'control-plane': 'Sign-in does not answer',
		'malicious-update': 'Malicious signed update',
		attack: 'Attack faster than answer'
	} as Readonly<Record<string, string>>,

	worth: {
		heading: 'What each part prevents',
		caption:
			'Mean change of the loss of a shock by each part of your accord, over orders in which parts are added and over shocks; with 95\u00a0% intervals. Less is better. Grey: not told apart from nothing.',
		ofThemes: 'By theme',
		ofMeasures: 'By measure, with what it costs and when it begins',
		restsOn: (shocks: number, runs: string) =>
			`${shocks} ${form(shocks, { one: 'shock', other: 'shocks' })} taken apart, ${runs} runs.`,
		part: 'Part',
		change: 'Change for a shock',
		helps: 'Helps most in',
		hurts: 'Hurts in',
		cost: 'Costs in three years',
		begins: 'Begins',
		done: 'Done by then',
		month: (month: number) => `month ${month}`,
		notYet: 'nothing yet',
		nowhere: '–',
		waiting: 'Comes once the curves are near enough.',
		first: 'The first shocks are being taken apart.',
		compliance: 'only through how well the rest is kept',
		untested: 'Moves money only: not tested here, because the model has no mechanism for it'
	},

	left: {
		heading: 'What no measure of yours prevents',
		text: 'Kinds of shocks against which your accord is not told to help, by the median loss of one, the largest first.',
		none: 'It is told to help against every kind.'
	},

	sides: {
		heading: 'Who gained, who paid',
		caption:
			'The mean change of what a sector loses in a shock is no yearly saving, and costs are not netted against it: one is for a shock, the other for three years.',
		sector: 'Sector',
		change: 'Change for a shock',
		party: 'Party',
		pays: 'Pays in three years, less what it gets'
	},

	maps: {
		heading: 'One shock in two worlds',
		caption:
			'The same shock, hour, vendor by its share and luck of the draw in both. A ring is a city with all its computers, filled as far as they are out of order: down, cut off, or in an attacker’s hands. Run city by city, so figures differ a little from those of the curves.',
		kind: 'Kind of shock',
		number: (number: number) => `Shock ${number + 1} of this kind`,
		another: 'Another one of this kind',
		waiting: 'The shock is being run in both worlds …',
		failed: 'This shock could not be run. Try it again, or choose another one.',
		failedForAll: 'This shock could not be run. Whoever leads can try it again, or choose another one.',
		none: 'No shock has been chosen yet.',
		play: 'Play both maps',
		pause: 'Pause both maps',
		time: 'Time since the shock came',
		at: (months: number, moment: string, elapsed: string) =>
			`Comes after ${months} months, ${moment} UTC; ${elapsed} later`,
		comes: (months: number, moment: string) => `Comes after ${months} months, ${moment} UTC`,
		outOfOrder: (hosts: string) => `${hosts} computers out of order`,
		loss: (usd: string) => `${usd} lost so far`,
		caught: 'The defect was found before it shipped. Nothing happens here.',
		noneOut: 'Hardly any computer goes out of order in this shock: services fail, and losses tell it.',
		picture: (world: string, hosts: string, worst: string | null) =>
			`${world}: ${hosts} computers out of order${worst === null ? '' : `, the largest share in ${worst}`}.`,
		worst: (city: string, share: string) => `${city} (${share})`,
		chartHosts: 'Computers out of order',
		chartLoss: 'Losses so far',
		chart: (measure: string, parts: string) => `${measure} over time. ${parts}`,
		chartPart: (world: string, most: string) => `${world}: at most ${most}.`,
		twin: 'Both worlds as figures',
		when: 'After',
		columnHosts: (world: string) => `${world}: out of order`,
		columnLoss: (world: string) => `${world}: lost so far`
	},

	room: {
		waiting: 'The next outages are being run. The first figures come in seconds.',
		failed:
			'The next outages could not be run. They are tried again when somebody opens or reloads a page of this room. If that does not help, somebody who looks after the server finds the reason in its log.',
		headline: (months: number) => `The next outages, ${months} months later`,
		given: 'Given that one comes: share that comes to more',
		half: 'Half of all shocks come to less than',
		twentieth: 'One in twenty comes to more than',
		shocks: (months: number) => `Shock by shock, ${months} months later`,
		shocksWithout: (months: number) => `Without an accord, ${months} months later`,
		helps: 'helps',
		hurts: 'worse',
		unclear: 'not told apart',
		more: (n: number) => `and ${n} more`,
		usual: 'the loss that half of such shocks come to',
		sides: 'Who gained, who paid',
		sidesAfter: (months: number) => `Shocks ${months} months later, with the accord against none`,
		gained: 'Change of losses in a shock',
		paid: 'Pays in three years',
		nobody: 'Nobody pays anything.',
		notTold: 'no difference is told yet',
		history: 'This room, and 2024 and 2025',
		both: 'Agreed here, and done in fact',
		onlyDone: 'Done in fact, not agreed here',
		onlyHere: 'Agreed here alone',
		nothing: 'Nothing',
		notBegun: (months: number) => `nothing done after ${months} months`,
		own: (party: string) => `What was yours to do: ${party}`,
		ownMeasures: 'You signed for',
		ownPaid: (usd: string) => `You pay ${usd} in three years.`,
		ownGain: (sector: string, change: string) => `${sector}: ${change} for a shock.`,
		ownNothing: 'Nothing in the accord is yours to do.',
		notBound: 'You are not bound: you did not sign.'
	},

	concentrated: {
		heading: 'How much hangs on one vendor',
		caption:
			'The Herfindahl–Hirschman index of agents; competition authorities call a market above 1,800 highly concentrated. Divided by 10,000 it is the chance that two hosts picked at random run the same agent, and fail together when it fails.',
		world: 'World',
		today: 'When the incident came',
		hhi: 'Index',
		chance: 'Two random hosts fail together',
		largest: 'Largest vendor'
	}
};
