import { decimals } from '../figures.ts';
import { form } from '../plural.ts';
import { weights } from './model-weights.ts';

/** What the page on the model's worth says. Figures come from the report of `npm run fit`. */
export const model = {
	title: 'How good is the model? Patchfall',
	description:
		'What the model of 19 July 2024 was fitted to, what it predicts that it was not fitted to, where it misses, and which assumptions move it most.',
	heading: 'How good is the model?',
	finding: (of: { all: number; inside: number; blind: number; blindInside: number }) =>
		`Of ${of.all} figures that the model was not fitted to, ${of.inside} lie within its bands and ${of.all - of.inside} do not. ${of.blind === 0 ? 'None of them is blind any more: how the model did was known before the last fit.' : `Of the ${of.blind} that stayed blind, ${of.blindInside} ${form(of.blindInside, { one: 'does', other: 'do' })}.`}`,
	lead: 'The exercise rests on a model. Its causes can be argued with; its numbers are only as good as the assumptions listed here. It is fitted to few published figures and tested on others that were named before the fit that first read them. The values that are drawn were not tuned to those one by one; those of the last change were chosen with the figures marked as seen in view. A miss stays a miss, with what is missing said beside it.',
	added: (first: { inside: number; priors: number }) =>
		`The model has changed twice since the first fit. It had every organisation hit whole and mend its hosts as one queue, and services stayed down too long. After these misses had been seen, the order of repair was added to what is drawn and the bounds of ${first.priors - 1} others were widened; then came mechanisms: organisations hit in part, a team at consoles beside hands at desks, hosts that nobody can get to before people are at work, an effort before the first repair, queues for keys, and a fleet of the size that market shares say. Nine figures were added then, named before the fit that first read them. It was repeated after its report, so that all are marked as seen by now. With the first fit’s bounds and today’s mechanisms the same sets would meet ${first.inside}.`,
	record: 'Record:',
	sets: 'Model:',
	band: (range: string, middle: string) => `${range}, middle ${middle}`,
	first: 'Same sets within the first fit’s assumptions:',
	inside: 'within the band',
	byWidth: 'within the band by its width alone: the middle is off',
	outside: 'missed',
	/** Said behind the verdict on a figure that is no blind prediction. */
	seen: (verdict: string) => `${verdict}; seen before the last fit`,
	fitted: 'fitted: no evidence',
	source: (source: string) => `Source: ${source}.`,
	picture: (name: string, record: string, range: string, middle: string, verdict: string) =>
		`${name}. Record: ${record}. Model: ${range}, middle ${middle}; ${verdict}.`,
	key: 'Bar: nine in ten accepted parameter sets, with their middle. Diamond and dashes: the record and its range. Each picture has a scale of its own. A figure counts as within the band when the record’s value, or any of its range, lies in it.',
	evidence: {
		heading: 'Evidence: figures that were not fitted',
		text: (seen: number) =>
			`Each was written down, with how it is read off a run, before the fit that first read it. How the model did on ${seen} of them had been seen when assumptions that move them were added: a hit among these says that the model can explain the figure, not that it foretold it.`,
		misses: (n: number) => `Missed: ${n}`,
		hits: (n: number) => `Within the band: ${n}`
	},
	/** What is missing where the model misses, by id of the figure: one for each figure that is missed, and no other. */
	misses: {
		'vendor-silent-share':
			'Not the same quantity: the measure sees systems of every kind behind network addresses, the model counts Windows hosts. Missing are agents on other systems and which hosts share an address. If there were more hosts with the agent than assumed, fewer of them were exposed: one number cannot tell.',
		'broadcast-outage':
			'Missing: one studio before all others. Sky News came back with one studio, without graphics, while most of its hosts were still down; the model asks when half of all broadcasters’ lost ability to work is back.',
		'benefit-offices-open':
			'Missing: opening hours and the decision to stay shut. In the model half of the lost ability is back between early morning and early afternoon of Friday in Washington; offices had been closed for the day by then, and opened on Monday.',
		'america-share-of-cancelled':
			'Missing: where airlines that run the agent fly. Flights in the model follow hosts, and hosts the airports’ traffic; the two largest of the airlines that were hit fly more of the flights in the United States than that gives them, and the one that is named here is half as large as its model.',
		'hospitals-hit':
			'Missing: what shows from outside. The study saw the services of hospitals that keep some on the internet; the model counts every hospital of which a twentieth of the hosts crashed. The vendor’s share among hospitals in the United States is assumed, from its revenue there, and may be too high.'
	},
	orders: {
		heading: 'Orders that the record teaches',
		text: 'How often each order of events comes out among the accepted sets.',
		of: (name: string, share: string) => `${name}: in ${share} of the sets.`,
		names: {
			'awake-before-asleep':
				'Asia and Australia, at work, lose a larger share of their hosts than the sleeping Americas',
			'small-before-large': 'Small organisations have most hosts back before large ones',
			'dispatch-before-airlines': 'Emergency dispatch is back before airlines',
			'broadcast-before-airlines': 'Broadcasters are back before airlines',
			'hospitals-before-airlines': 'Hospitals’ systems are back before airlines’',
			'hard-hit-after-peers': 'The hard-hit airline needs more days than its peers',
			'east-then-europe-then-america':
				'The worst hour comes first in Asia and Australia, then in Europe, then in America'
		}
	},
	calibrated: {
		heading: 'Calibrated: figures that the model was fitted to',
		text: 'They fit because they were made to, and prove nothing. “Sensors back online” is read as hosts that crashed and are back; read as a share of all sensors, twice as many would still have been out.',
		method: (counts: {
			readonly sampledRuns: number;
			readonly sampledAccepted: number;
			readonly triedRuns: number;
			readonly acceptedRuns: number;
			readonly members: number;
		}) =>
			`${counts.sampledRuns} runs were spread evenly over all assumptions (a Latin hypercube); ${counts.sampledAccepted} of them met every target. Regressions on these runs picked ${counts.triedRuns} further draws worth a run; ${counts.acceptedRuns} met every target in their own run, and of the first 40 those ${counts.members} are kept in which no sector’s repairs alone cost more than it lost. Losses by unit were solved for, sector by sector. Every run follows the record with the same random draws, so only assumptions differ.`
	},
	losses: {
		heading: 'Losses: an extrapolation',
		text: 'Parametrix put the losses of US Fortune 500 firms at 5.4 billion dollars. Which part of the world’s hit hosts such firms run is not known; the share is assumed within wide bounds, and the world’s losses follow from it. Sectors without such a figure rest on assumptions alone. The last column says by what the losses by unit that the exercise assumes are multiplied to meet the figures: far from 1, the assumed ones are off.',
		table: 'Losses by sector',
		sector: 'Sector',
		measured: 'Fortune 500 firms, measured',
		middle: 'World, middle of the sets',
		band: 'World, nine in ten sets',
		share: 'Their share of hit hosts, assumed',
		factor: 'Losses by unit times',
		verdict: 'extrapolated: no evidence',
		notCalibrated: 'none'
	},
	sensitivity: {
		heading: 'What moves the result most',
		/** A rank correlation of chance alone has a standard deviation of one over the root of the number of runs. */
		text: (n: number) =>
			`Rank correlation of each assumption with four outcomes over ${n} runs across all priors: +1 or −1 if the outcome follows it alone, 0 if it does not matter. With so many runs, less than ${decimals(2 / Math.sqrt(n), 2)} may be chance.`,
		table: 'Assumptions that move results most',
		restTable: 'Assumptions that move results less',
		parameter: 'Assumption',
		outcomes: {
			crashedHosts: 'Hosts crashed',
			outAfterFiveDays: 'Still out on 24 July',
			worldLossUsd: 'World loss',
			flightsCancelled: 'Flights cancelled, day 1'
		},
		rest: (n: number) => `${n} more that move it less`
	},
	weights,
	measures: {
		heading: 'What each measure of the summit does',
		text: (shocks: number, months: number) =>
			`Each at its strictest, ${months} months later and with audits, beside what it needs: its mean change of what a shock comes to, over ${shocks} shocks of each kind, each in another accepted set of assumptions. It helps in a kind where at least twice as many shocks come to less as to more, and goes either way where it depends on whose fault strikes. Many strengths behind it are assumed.`,
		measure: 'Measure',
		helps: 'Helps most where',
		hurts: 'Hurts where',
		rest: 'Elsewhere',
		nowhere: '–',
		effect: (kind: string, change: string) => `${kind.charAt(0).toLowerCase()}${kind.slice(1)} (${change})`,
		more: (kinds: number) => `and ${kinds} more`,
		restOf: (eitherWay: number, nothing: number) =>
			[
				...(eitherWay > 0 ? [`either way in ${eitherWay}`] : []),
				...(nothing > 0 ? [`nothing in ${nothing}`] : [])
			].join(', '),
		moneyOnly: 'Moves money only: nothing in the model changes.'
	},
	missing: {
		heading: 'What the model does not contain',
		list: [
			'Single firms: hosts of a sector in a place form a few groups of like organisations. Only the organisations of the exercise have names.',
			'How far one organisation is hit, but for those with names: how much organisations differ is drawn, not which.',
			'Each organisation’s own order of repair. In a set all mend servers first or all take hosts as they come, unless somebody decides otherwise; which server matters most nobody asks.',
			'The travel of crews and aircraft. Disruption is a backlog that keeps people and equipment out of place, one number for each sector.',
			'Networks, supply chains and prices. Services depend on others in their own metro only.',
			'Other outages of the same days, such as the cloud region that had failed hours before.',
			'Which hosts a bulk of systems behind one address are: what network measurements count.',
			'People’s choices beyond the levers: panic, overtime beyond a shift, volunteers.',
			'Law suits, insurance and share prices.'
		]
	},
	priors: {
		heading: 'Priors: every assumption, its bounds and its source',
		text: 'The fit reads the same file as the exercise, and this table is made from it. Before any run, every value between the bounds is as likely as any other by its order of magnitude; by its size where it may be zero; named choices are equally likely. A factor multiplies all numbers of its row. The fleet is not varied: only fleet times exposure is known from the hosts that crashed.',
		table: 'All assumptions',
		parameter: 'Parameter',
		value: 'Value in the exercise',
		bounds: 'Bounds before the fit',
		accepted: 'Nine in ten accepted sets',
		first: (bounds: string) => `First fit: ${bounds}`,
		choices: { asTheyCome: 'as they come', serversFirst: 'servers first' },
		either: (choices: readonly string[]) => choices.join(' or '),
		chosen: (choice: string, sets: number, of: number) => `${choice} in ${sets} of ${of}`,
		source: 'Source, or why',
		assumed: 'Assumed'
	}
};
