/** What the page on the model's worth says. Figures come from the report of `npm run fit`. */
export const model = {
	title: 'How good is the model? Patchfall',
	description:
		'What the model of 19 July 2024 was fitted to, what it predicts that it was not fitted to, where it misses, and which assumptions move it most.',
	heading: 'How good is the model?',
	finding: (inside: number, all: number) =>
		`Of ${all} figures that the model was not fitted to, ${inside} lie within its bands and ${all - inside} do not.`,
	lead: 'The exercise rests on a model. Its causes can be argued with; its numbers are only as good as the assumptions listed here. It is fitted to few published figures and tested on others that were named before the fit was run. Nothing was tuned to those. A miss stays a miss, with what is missing said beside it.',
	record: 'Record:',
	sets: 'Model:',
	band: (range: string, middle: string) => `${range}, middle ${middle}`,
	under: {
		'servers-first': 'Model, if servers were mended first:',
		'half-hit': 'Model, if half of each organisation ran the agent:',
		both: 'Model, if both:'
	},
	inside: 'within the band',
	outside: 'missed',
	fitted: 'fitted: no evidence',
	source: (source: string) => `Source: ${source}.`,
	picture: (name: string, record: string, range: string, middle: string, verdict: string) =>
		`${name}. Record: ${record}. Model: ${range}, middle ${middle}; ${verdict}.`,
	key: 'Bar: nine in ten accepted parameter sets, with their middle. Diamond and dashes: the record and its range. Each picture has a scale of its own. A figure counts as within the band when the record’s value, or any of its range, lies in it.',
	evidence: {
		heading: 'Evidence: figures that were not fitted',
		text: 'Each was written down, with how it is read off a run, before the first fit.',
		misses: (n: number) => `Missed: ${n}`,
		hits: (n: number) => `Within the band: ${n}`
	},
	/** What is missing where the model misses: by id of the figure. Runs with one assumption changed stand beside it. */
	misses: {
		'vendor-silent-share':
			'Not the same quantity: the measure sees systems of every kind behind network addresses, the model counts Windows hosts. Missing are agents on other systems and which hosts share an address. If there were more hosts with the agent than assumed, fewer of them were exposed: one number cannot tell.',
		'flights-cancelled-19-july':
			'Missing: airlines that are hit in part. In the model an airline’s hosts all run the failing agent or none do. With half of them and servers first, the record lies within the band.',
		'second-day-flights':
			'Missing: airlines that are hit in part. With half of each organisation hit, the record lies within the band.',
		'hard-hit-first-day':
			'Missing: airlines that are hit in part. About half to 60 % of Delta’s critical applications ran on hosts with the agent; in the model nine in ten do. With half and servers first, the record’s range meets the band.',
		'peers-second-day':
			'Missing: single airlines. The model’s peers are all other airlines of North America that run the agent, well and badly staffed, each hit as a whole; American and United were hit in part and were among the better prepared. Halving the hit and servers first do not bring the mean of them down far enough.',
		'hospital-median-downtime':
			'Missing: an order of repair. Technicians in the model take hosts as they come; hospitals mended servers first, and network services run on servers. With servers first, the record lies within the band.',
		'hospital-back-6h': 'The same: with servers first, the record lies within the band.',
		'hospital-down-48h': 'The same: with servers first, the record lies within the band.',
		'broadcast-outage':
			'Missing: one studio before all others. Sky News came back with one studio, without graphics, while most of its hosts were still down; the model asks when half of all broadcasters’ lost ability to work is back.',
		'trading-outage':
			'Missing: desks and feeds that come before the rest of a bank. With half of each organisation hit, the record’s range meets the band; as a whole, a bank in the model is slower than its trading desk was.',
		'benefit-offices-open':
			'Missing: opening hours and the decision to stay shut. In the model half of the lost ability is back in the night or early morning in Washington; offices had been closed for the day by then, and opened on Monday.'
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
			'hard-hit-after-peers':
				'The hard-hit airline needs more days than its peers (it has no less slack than they: a miss)',
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
		text: (n: number) =>
			`Rank correlation of each assumption with four outcomes over ${n} runs across all priors: +1 or −1 if the outcome follows it alone, 0 if it does not matter. With so many runs, less than 0.14 may be chance.`,
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
	missing: {
		heading: 'What the model does not contain',
		list: [
			'Single firms: hosts of a sector in a place form a few groups of like organisations. Only the organisations of the exercise have names.',
			'Organisations that are hit in part. All hosts of a group run the failing agent or none does, so an airline in the model is hit harder, and the others not at all.',
			'Order of repair within an organisation, unless somebody decides it: technicians take hosts as they come, and a service waits for its servers like any other host.',
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
		text: 'The fit reads the same file as the exercise, and this table is made from it. Before any run, every value between the bounds is as likely as any other by its order of magnitude; by its size where it may be zero. A factor multiplies all numbers of its row. The fleet is not varied: only fleet times exposure is known from the hosts that crashed.',
		table: 'All assumptions',
		parameter: 'Parameter',
		value: 'Value in the exercise',
		bounds: 'Bounds before the fit',
		accepted: 'Nine in ten accepted sets',
		source: 'Source, or why',
		assumed: 'Assumed'
	}
};
