/** Headings of the curves, each with its unit. */
export const curves = {
	minute: 'Minute [min since start]',
	time: 'Time [UTC]',
	team: 'Team',
	series: 'Series',
	seriesNames: { played: 'As played', record: 'Record', none: 'Nobody decides' },
	down: 'Hosts down [hosts]',
	unprotected: 'Hosts unprotected [hosts]',
	compromised: 'Hosts compromised [hosts]',
	losses: 'Losses so far [US$]',
	backlog: 'Backlog [days of ordinary demand]',
	trust: {
		customers: 'Trust of customers [0 to 1]',
		government: 'Trust of governments [0 to 1]',
		public: 'Trust of the public [0 to 1]'
	},
	output: (sector: string) => `Output of ${sector} [share of demand]`,
	own: {
		down: 'Own hosts down [hosts]',
		unprotected: 'Own hosts unprotected [hosts]',
		losses: 'Own losses so far [US$]',
		output: 'Own output [share of demand]',
		backlog: 'Own backlog [units of service]'
	},
	marking: 'Exercise Marking'
};
