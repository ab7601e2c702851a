import { counted, dollarsCompact, rounded } from '../figures.ts';

/** The printed reserve: what a workshop goes on with when the network does not. */
export const print = {
	title: (scenario: string) => `${scenario}: briefs, cards and messages · Patchfall`,
	opening: 'Paper for a room',
	/** Of exercises everywhere: what is read by somebody who was not told must not be taken for real. */
	marking: 'THIS IS AN EXERCISE',
	heading: 'Briefs, cards and messages',
	lead: 'For when a team has no device, or the network fails. One role’s brief and cards begin on a page of their own; the messages at the end are the facilitator’s alone.',
	print: 'Print',
	back: 'Back to the desk',
	only: 'What to print',
	whole: 'Everything',
	joining: {
		heading: 'Joining cards',
		scan: 'Code to scan to join this room',
		wifi: 'Wi-Fi:',
		password: 'Its password:',
		address: 'Scan, or type this address:',
		code: 'Room code:',
		text: 'No account, any name. Sit with your team.'
	},
	brief: 'Brief',
	owns: 'You own',
	goal: 'You are judged by',
	budget: (preparation: number, response: number) =>
		`${dollarsCompact(preparation * 100)} to prepare, ${dollarsCompact(response * 100)} on the day.`,
	cards: 'Decision cards',
	phases: { preparation: 'Preparation', incident: 'Incident', recovery: 'Recovery' },
	price: (usd: number) => (usd === 0 ? 'costs nothing' : `costs ${dollarsCompact(usd * 100)}`),
	attention: (n: number) => `takes ${rounded(n)} of your attention`,
	leadTime: (minutes: string) => `takes hold after ${minutes}`,
	atOnce: 'takes hold at once',
	otherwise: (text: string) => `Otherwise: ${text}`,
	decided: 'Decided at ______  Why: ______________________________',
	messages: 'Messages, for the facilitator alone',
	count: (n: number) => counted(n, { one: 'message', other: 'messages' }),
	noTime: 'when called for',
	to: (roles: string) => `To ${roles}`,
	toAll: 'To all',
	from: (who: string) => `From ${who}`,
	unanswered: (what: string) => `If nobody answers: ${what}`,
	expected: (what: string) => `Expected: ${what}`
};
