import { percent } from '../figures.ts';
import { form } from '../plural.ts';

/** Teams that play the same in worlds of their own: what desk, stage, host and team pages say about it. */
export const parallel = {
	host: {
		heading: 'One world or many',
		shared: {
			label: 'One shared world',
			small: 'The teams are different roles in one story. What one does, the others feel.'
		},
		parallel: {
			label: 'A world for each team',
			small: 'All teams play the same in worlds of their own, from one start. Afterwards they are compared.'
		},
		plays: 'What all teams play',
		table: 'The whole table',
		count: 'Teams',
		help: 'Every team begins in the same world. Equal choices give equal worlds. The computer plays all other roles.',
		team: (n: number) => `Team ${n}`
	},
	/** What the stage shows while teams play. */
	record: 'The record: as it was on the day. No team’s world.',
	bots: 'The computer plays every role here. No team’s world.',
	desk: {
		heading: 'Worlds of the teams',
		look: 'You look at',
		record: 'The world on the stage',
		thumb: 'You look at a team’s world. The stage does not show it.',
		standing: 'On the stage teams may compare',
		levels: {
			nothing: 'nothing yet',
			progress: 'who is ready',
			figures: 'what their worlds came to',
			names: 'the same, with names'
		},
		parting: (time: string) => `Decisions part first at ${time}.`,
		did: (teams: readonly number[], titles: readonly string[]) =>
			`Team ${teams.join(', ')}: ${titles.length === 0 ? 'nothing' : titles.join('; ')}.`,
		partingAsk: 'What did you know then?',
		add: 'Add a team that has come late',
		name: 'Name of the team',
		form: 'Add team',
		formed: (name: string) => `${name} can sit down: its world is where the others are.`
	},
	read: {
		text: 'The room talks about this once every team has read its own, or after a minute.',
		done: 'We have read it',
		waits: 'Said. The others are shown what you came to when all have read theirs.'
	},
	comparison: {
		heading: 'What each world came to',
		progress: 'Who is ready',
		team: (n: number) => `Team ${n}`,
		ready: 'ready',
		deciding: 'deciding',
		bots: 'computer',
		scale: 'Harm that was left, against nobody deciding',
		record: 'the record',
		none: 'nobody decides',
		alike: (teams: readonly string[]) => `${teams.join(', ')}: alike`,
		share: percent,
		row: (harm: string, decisions: number) =>
			`${harm} of the harm that comes when nobody decides, after ${decisions} ${form(decisions, { one: 'decision', other: 'decisions' })}`,
		service: 'service, as a share of what is asked; the first hours are stretched',
		decision: 'a decision',
		map: (
			team: string,
			moment: string,
			share: string,
			worst: { readonly name: string; readonly share: string } | null
		) =>
			`${team} at ${moment}: ${share} of its computers were down${worst === null ? '' : `, most in ${worst.name}, ${worst.share}`}.`,
		numbered: (n: number, name: string) => `${n} ${name}`,
		mapKey: (moment: string, areAlike: boolean) =>
			`computers down at ${moment}, ${areAlike ? 'alike in all worlds' : 'where worlds differ most'}`,
		unknown: 'being measured'
	}
};
