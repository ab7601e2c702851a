import { listing } from '../../listing.ts';
import { form } from '../../plural.ts';

/** What the document of an accord says besides the scenario's own words. */
export const accord = {
	title: 'The accord',
	below: (scenario: string) => `Agreed at the summit of an exercise: ${scenario}`,
	open: 'The summit has not come to its end: this is the text as it stands.',
	results: {
		ratified: (yes: number, all: number) => `Ratified by ${yes} of ${all} parties.`,
		partial: (yes: number, all: number) =>
			`Not ratified. ${yes} of ${all} parties go ahead with what is theirs to do.`,
		failed: 'No accord was reached.'
	},
	result: 'Result',
	commitments: 'Commitments',
	none: 'Nothing is in the text.',
	binds: 'Binding',
	notBinding: 'In the text, and binding nobody.',
	imposed: 'Binds those who did not sign as well, a year later.',
	rows: {
		owners: 'To be done by',
		values: 'To what extent',
		dates: 'By when',
		pays: 'Who pays, over three years',
		covers: 'Taken over',
		exempt: 'Exempt',
		proposed: 'Proposed by',
		side: 'Side effect'
	},
	dates: (from: number, to: number) =>
		`Begins to work in month ${from} after the summit, fully in month ${to}.`,
	pays: (name: string, usdMillion: number) => `${name}: US$ ${Math.round(usdMillion * 10) / 10} million`,
	nobodyPays: 'Nobody',
	covers: (by: string, of: string, percent: number) => `${by} takes over ${percent} % of what ${of} pays.`,
	exempt: (name: string, month: number) => `${name}, until month ${month}`,
	amended: (names: readonly string[]) => `; changed by ${listing(names)}`,
	pledges: 'Words given',
	pledge: {
		keepMeasure: (by: string, to: string, measure: string) =>
			`${by} to ${to}: leaves “${measure}” in the text.`,
		sayYes: (by: string, to: string) => `${by} to ${to}: says yes in the ballot.`
	},
	votes: 'Who voted what',
	columns: { party: 'Party', vote: 'Vote', chair: 'Chair' },
	yes: 'yes',
	no: 'no',
	notVoted: 'did not vote',
	person: 'people',
	bot: 'a bot',
	audience: 'The audience',
	counted: (weight: number) => `counted as ${weight} ${form(weight, { one: 'vote', other: 'votes' })}`,
	tests: 'Test results',
	noTests: 'What this accord would be worth in the next outages was not run.',
	tested: (months: number, runs: string) =>
		`The next outages, run ${months} months after the summit in a model of the world: ${runs} shocks in all worlds together.`,
	testsCaption: 'Loss of a shock: its median and the median’s 95 % interval, in each world',
	testColumns: { shock: 'Shock', worse: 'Accord against none' },
	median: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
	difference: (isLess: boolean, usd: string, worse: string) =>
		`${usd} ${isLess ? 'less' : 'more'} on average; worse in ${worse} of shocks`,
	history: 'What was in fact agreed and done',
	historyColumns: { when: 'When', what: 'What', here: 'Of it in this accord' },
	nothing: 'nothing'
};
