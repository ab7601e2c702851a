/**
 * Where a figure comes from. `sourced`: a published figure. `fitted`: the model’s result, held against published
 * figures. `model`: the model’s result from assumed values. `assumed`: a value that we chose. `counted`: counted exactly.
 */
export type Basis = 'sourced' | 'fitted' | 'model' | 'assumed' | 'counted';

export interface Explanation {
	readonly name: string;
	readonly what: string;
	readonly unit: string;
	readonly from: string;
	readonly basis: Basis;
}

/** True of every scenario: how well one is fitted to a record is said on the page about the model. */
const FLEET = 'Counted in the model’s world, minute by minute.';

const FIGURES = {
	hostsDown: {
		name: 'Hosts down',
		what: 'Hosts that do not work now: crashed and restarting, waiting for a key or for hands, or under repair.',
		unit: 'hosts',
		from: FLEET,
		basis: 'model'
	},
	ownHostsDown: {
		name: 'Your hosts down',
		what: 'Hosts of the organisations you play for that do not work now: crashed and restarting, waiting for a key or for hands, or under repair.',
		unit: 'hosts',
		from: FLEET,
		basis: 'model'
	},
	hostsCrashed: {
		name: 'Hosts crashed so far',
		what: 'Hosts that have crashed at least once since the update went out, whether or not they are back.',
		unit: 'hosts',
		from: FLEET,
		basis: 'model'
	},
	unprotected: {
		name: 'Unprotected hosts',
		what: 'Hosts that are up while their endpoint agent is not: removed to get them back, or stopped.',
		unit: 'hosts',
		from: FLEET,
		basis: 'model'
	},
	compromised: {
		name: 'Compromised hosts',
		what: 'Hosts that somebody else controls: reached through phishing in the wake, or while no agent ran.',
		unit: 'hosts',
		from: `${FLEET} Rates of attack are assumed.`,
		basis: 'model'
	},
	recovered: {
		name: 'Recovered hosts',
		what: 'Hosts that had crashed, or lost their agent, and are back with a working agent.',
		unit: 'hosts',
		from: FLEET,
		basis: 'model'
	},
	hosts: {
		name: 'Hosts',
		what: 'Computers of every kind: servers, workstations, laptops, kiosks, tills, cloud machines.',
		unit: 'hosts',
		from: 'How many there are stands in the scenario, with its source or the word “assumed”; they are shared out over metros and sectors.',
		basis: 'model'
	},
	losses: {
		name: 'Losses so far',
		what: 'What missed service, overtime and lost work have cost all sectors since the scenario began.',
		unit: 'US dollars of 2024',
		from: 'Output missed times a value for each unit of service. Scenarios say which of those values have a source.',
		basis: 'model'
	},
	ownLosses: {
		name: 'Your losses',
		what: 'What missed service, overtime and lost work have cost the organisations you play for.',
		unit: 'US dollars of 2024',
		from: 'Output missed times a value for each unit of service, assumed for the sector and scaled with it.',
		basis: 'model'
	},
	service: {
		name: 'Service',
		what: 'What a sector or an organisation delivers, as a share of what is asked of it at that hour.',
		unit: '% of demand',
		from: 'From the hosts that each service needs, its manual procedures and its backlog.',
		basis: 'model'
	},
	backlog: {
		name: 'Work waiting',
		what: 'Work that was asked for, could not be done, and will be made up later.',
		unit: 'flights, treatments, payments … by sector; or days of ordinary demand',
		from: 'What is asked, less what is delivered, less what can no longer be made up.',
		basis: 'model'
	},
	lost: {
		name: 'Work lost for good',
		what: 'Work that nobody will make up: flights cancelled, treatments missed, sales not made.',
		unit: 'flights, treatments, payments … by sector',
		from: 'The part of the backlog that cannot wait. How long it can is assumed for each sector.',
		basis: 'model'
	},
	trust: {
		name: 'Trust',
		what: 'How far the public, the customers or the government rely on the vendor’s word and care.',
		unit: 'points from 0 to 100',
		from: 'Starts at an assumed level; falls with what goes wrong and with silence, and rises slowly.',
		basis: 'assumed'
	},
	confidence: {
		name: 'Confidence',
		what: 'How sure you were when you decided. The hot wash holds it against what the decision did.',
		unit: '% sure',
		from: 'Said by you. It changes nothing in the world.',
		basis: 'counted'
	},
	money: {
		name: 'Money',
		what: 'What you may spend: one budget for the months before, one for the response.',
		unit: 'US dollars',
		from: 'Written in the scenario. Sums are assumed, of the size such organisations report.',
		basis: 'assumed'
	},
	attention: {
		name: 'Attention',
		what: 'How much a leadership team can take on at once. Each decision takes some; what is not used is gone with the round.',
		unit: 'points',
		from: 'Written in the scenario.',
		basis: 'assumed'
	},
	leadTime: {
		name: 'Lead time',
		what: 'Time between the decision and its effect: calls, staging, travel.',
		unit: 'minutes',
		from: 'Written with each decision, with its source or the word “assumed”.',
		basis: 'assumed'
	},
	harm: {
		name: 'Harm index',
		what: 'What your role is judged by: its own harms, weighted, your spending among them. Less is better.',
		unit: '1 = as with nobody deciding, 0 = no outage at all',
		from: 'Each harm of your run over the same harm with nobody deciding, on the same seed.',
		basis: 'model'
	},
	weight: {
		name: 'Weight',
		what: 'How much this harm counts among those that your role is judged by. All weights add up to 100 %.',
		unit: '%',
		from: 'Written in the scenario: a judgement, stated so that it can be argued with.',
		basis: 'assumed'
	},
	hostHours: {
		name: 'Host-hours down',
		what: 'Every host’s time between crash and return, added up.',
		unit: 'host-hours',
		from: FLEET,
		basis: 'model'
	},
	clock: {
		name: 'Time of the scenario',
		what: 'Time in the exercise, in UTC, and the time since the update went out (T).',
		unit: 'hours and minutes',
		from: 'Written in the scenario, which says when its update goes out.',
		basis: 'counted'
	},
	seed: {
		name: 'Seed',
		what: 'Picks the chances of a run. Equal seeds and equal choices give equal runs, bit for bit.',
		unit: 'any text',
		from: 'Chosen by you, or drawn when the run begins.',
		basis: 'counted'
	},
	stateHash: {
		name: 'State hash',
		what: 'A fingerprint of the whole world at one minute. Two runs with equal hashes are in the same state.',
		unit: '16 hexadecimal digits',
		from: 'Computed from every count in the world.',
		basis: 'counted'
	}
} as const satisfies Readonly<Record<string, Explanation>>;

export type FigureId = keyof typeof FIGURES;

/** What figures on screen mean, and what explains them is called. */
export const explain = {
	figures: FIGURES as Readonly<Record<FigureId, Explanation>>,
	labels: { unit: 'Unit', from: 'Where from', basis: 'Basis' },
	basis: {
		sourced: 'sourced',
		fitted: 'model, fitted to sources',
		model: 'model, not measured',
		assumed: 'assumed',
		counted: 'counted exactly'
	} satisfies Record<Basis, string>,
	/** Read aloud after a figure’s name. */
	hint: 'what is this?',
	close: 'Close'
};
