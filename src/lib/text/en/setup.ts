import { counted, dollarsCompact, percent, rounded, whole } from '../figures.ts';
import { listing } from '../listing.ts';

const places = (n: number) => counted(n, { one: 'place', other: 'places' });

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const allRoles = (n: number) => (n === 2 ? 'both roles' : `all ${NUMBERS[n] ?? n} roles`);

/** What the screen says on which a run is set up. */
export const setup = {
	title: 'Set up a run · Patchfall',
	heading: 'Which seat do you take?',
	reading: 'Reading the world and its scenarios …',
	opening: 'Opening the run',
	openingText: 'Its world is being put together …',
	catchingUp: (share: number) => `Computing it again up to where it was left: ${percent(share)}.`,
	role: {
		heading: 'Your role',
		table: 'The whole table',
		tableText: (roles: number) =>
			`You decide for ${allRoles(roles)}, one budget each. For those who know the scenario, or play as a group on one screen.`,
		tableShort: (roles: number) => allRoles(roles).replace(/^./, (first) => first.toUpperCase()),
		kinds: {
			vendor: 'Security vendor',
			platform: 'Platform owner',
			customer: 'Customer',
			government: 'Government coordination',
			table: 'Everybody'
		},
		bots: 'The other roles are played by the computer, by the rule chosen below.'
	},
	owns: 'What you own',
	judged: 'What you are judged by',
	judgedText: 'Harms, weighted; less is better. Your own spending is among them.',
	organisation: (name: string, hosts: number, metros: number) =>
		`${name}: ${whole(hosts)} hosts in ${places(metros)}`,
	budget: {
		heading: 'What you may spend',
		preparation: 'In the months before',
		response: 'In the response',
		money: (usd: number) => dollarsCompact(usd * 100),
		attention: (points: number) => `${points} points of attention`,
		perRound: (points: number) => `${points} points of attention a round`
	},
	world: {
		lead: (time: string) => `The world at ${time} UTC.`,
		everybody: (hosts: number, cities: number) => `${rounded(hosts)} hosts in ${cities} cities.`,
		nobody: 'None of them is yours; what you decide reaches many.',
		own: (names: readonly string[], hosts: number, cities: number, most: readonly string[]) =>
			`${listing(names)}: ${whole(hosts)} hosts in ${counted(cities, { one: 'city', other: 'cities' })}${
				cities > most.length ? `, most in ${listing(most)}` : `: ${listing(most)}`
			}.`,
		agents: (vendor: string, hosts: number, most: readonly string[]) =>
			`${rounded(hosts)} hosts run ${vendor}’s agent, most in ${listing(most)}.`
	},
	weight: (share: number) => percent(share),
	length: {
		heading: 'Length',
		about: (minutes: number) => `about ${minutes} minutes`,
		rounds: (n: number) => `${n} rounds of decisions`
	},
	others: { heading: 'How the others act', label: 'The other roles' },
	botProfiles: {
		record: 'As they did',
		cautious: 'Cautious',
		fast: 'Fast',
		thrifty: 'Thrifty',
		none: 'Not at all'
	},
	one: 'Each role its own',
	clock: {
		heading: 'Time to decide',
		label: 'A round lasts',
		none: 'No time limit',
		minutes: (n: number) => `${n} minutes a round`,
		help: 'The world always waits for you. A limit can be lifted at any time, and “More time” adds two minutes.'
	},
	signal: {
		heading: 'What the vendor sees',
		names: { asItWas: 'As it was', better: 'Better', blind: 'Next to nothing' },
		texts: {
			asItWas: 'A silence that could be a collector’s fault.',
			better: 'Fast, sound counts: it knows within minutes.',
			blind: 'Late counts that often point the wrong way.'
		}
	},
	seed: {
		label: 'Seed',
		help: 'Any text. Equal seeds and equal choices give equal runs.',
		other: 'Another seed'
	},
	begin: 'Go to the briefing',
	summary: (role: string, length: string) => `${role}, ${length}`,
	openLog: 'Open a saved log',
	more: 'More settings'
};
