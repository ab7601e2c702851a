import { form } from '../plural.ts';
import type { Step } from '../../summit/negotiation/chart.ts';

/** What is said of a summit in a room of people: at the desk, at a team's table, on the stage, to the audience. */
export const summitRoom = {
	loading: 'The summit is on its way …',
	offer: {
		heading: 'The summit',
		text: (isAfterPlay: boolean) =>
			isAfterPlay
				? 'Nine parties meet to agree on what must change. What was done in your incident decides who believes whom.'
				: 'Nine parties meet to agree on what must change. Opened now, it follows the incident as it was on record.',
		chairs: 'Who holds which chair',
		bot: 'a bot',
		rounds: 'Rounds of bargaining',
		unlimited: 'as many as it takes',
		minutes: (count: number) => `About ${count} minutes.`,
		open: 'Open the summit',
		two: 'A team holds two chairs at most.'
	},
	desk: {
		heading: 'The summit',
		now: (step: string) => `Now: ${step}`,
		speaking: 'Bots speak …',
		undo: 'Take the step back',
		party: 'Party',
		chair: 'Chair',
		chairOf: (party: string) => `Chair of ${party}`,
		says: 'Says of the text',
		private: { poll: 'Leans', ballot: 'Votes' },
		waits: 'not yet',
		unless: (change: string) => `yes, if one were to ${change}`,
		silent: (count: number) =>
			`${count} ${form(count, { one: 'chair has', other: 'chairs have' })} not spoken.`,
		notVoted: (count: number) =>
			`${count} ${form(count, { one: 'chair has', other: 'chairs have' })} not voted. Who has not voted does not say yes.`,
		onTable: 'On the table',
		waitsFor: (names: string) => `waits for ${names}`,
		confidence: (names: string) => `in confidence to ${names}`,
		aside: {
			heading: 'Let some talk aside',
			text: 'Two or more parties bargain by themselves; the others wait until you call all back.',
			who: 'Who talks aside',
			open: 'Let them talk'
		},
		timed: 'Set the timer with each step'
	},
	table: {
		facilitatorLeads: 'The facilitator goes on when it is time.',
		youLeant: (lean: string) => `You lean: ${lean}.`,
		youVoted: (vote: string) => `You voted: ${vote}.`,
		stated: 'You have made your statement.',
		readsAlong: 'Your lead speaks for the chair. You see what they see.',
		noChair: 'Your team holds no chair. You see what everybody sees.',
		yourChairs: 'Your chairs',
		speakFor: (party: string) => `Speak for ${party}`,
		waiting: (count: number) => `${count} ${form(count, { one: 'proposal waits', other: 'proposals wait' })}`,
		paused: 'Paused',
		toIncident: 'Show the incident',
		title: (team: string) => `The summit: ${team}`
	},
	stage: {
		items: (count: number) => `The accord: ${count} ${form(count, { one: 'measure', other: 'measures' })}`,
		latest: (count: number) => `the latest ${count}`,
		empty: 'Nothing is in the text yet.',
		by: (name: string) => `by ${name}`,
		steps: {
			opening: 'Each party says what it cares about.',
			tabling: 'Measures go into the text.',
			bargaining: 'The parties bargain over the text.',
			caucus: 'Some talk aside.',
			poll: 'Each leans yes or no, in private.',
			ballot: 'The text stands. Each votes, in secret until all have.',
			ratified: 'The accord holds.',
			partial: 'Those who said yes go ahead.',
			failed: 'There is no accord.'
		} satisfies Record<Step, string>,
		content: 'accepts it',
		objects: 'objects',
		silent: 'has not spoken',
		stated: 'has spoken',
		voted: (count: number, all: number) => `${count} of ${all} have voted`,
		yes: 'yes',
		no: 'no'
	},
	watch: { heading: 'Where the summit stands' },
	audience: {
		name: 'the audience',
		heading: 'Ask the audience',
		asked: { ratify: 'Ratify or not', measure: 'Which measure to add', believe: 'Whom they believe' },
		questions: {
			ratify: 'Should they ratify this accord?',
			measure: 'Which measure should be in the accord?',
			believe: 'Whom do you believe?'
		},
		option: (place: number) => `Answer ${place}`,
		yes: 'Yes, ratify it',
		no: 'No',
		what: 'What',
		weight: 'It counts as',
		votes: (count: number) =>
			count === 0
				? 'nothing, it is only heard'
				: `${count} ${form(count, { one: 'vote', other: 'votes' })} beside the chairs`,
		ask: 'Ask',
		open: 'A vote is on the screens: count it, show its result and put it away, at the side.',
		follows: {
			ratify: 'What it says counts in the ballot over this very text.',
			measure: 'What wins goes into the text in the name of the audience.',
			believe: 'All parties believe whoever wins a little more.'
		},
		answers: {
			divided: 'it is divided',
			yes: 'ratify it',
			no: 'do not ratify it',
			measure: (name: string) => `add “${name}”`,
			believe: (name: string) => `it believes ${name}`
		}
	},
	said: {
		toBot: (name: string) => `A bot takes the chair of ${name}.`,
		toTeam: (name: string) => `A team takes the chair of ${name}.`,
		audience: (what: string) => `The audience: ${what}.`,
		undone: 'The last step is taken back.',
		silent: (name: string) => `${name} makes no statement.`
	}
};
