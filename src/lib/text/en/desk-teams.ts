import { counted } from '../figures.ts';
import { setup } from './setup.ts';

/** What the facilitator’s desk says of teams and their people. */
export const deskTeams = {
	heading: {
		all: (of: number) => `All ${of} teams are ready.`,
		some: (ready: number, of: number) => `${ready} of ${of} teams are ready.`,
		none: (of: number) => counted(of, { one: 'team', other: 'teams' }),
		presented: 'Who decides'
	},
	team: 'Team',
	state: 'State',
	advice: 'Advice',
	states: { ready: 'Ready', deciding: 'Deciding', empty: 'Nobody here', here: 'Here', bot: 'Computer' },
	phones: (n: number) => `${counted(n, { one: 'phone', other: 'phones' })} here`,
	here: (here: number, of: number) => `${here} of ${of} here`,
	nobody: 'nobody yet',
	lead: (name: string) => `${name} leads`,
	noLead: 'nobody leads',
	reading: (clock: string) => `${clock} to read`,
	leadGone: (name: string) => `${name} has been away for a minute. Members are offered the lead.`,
	standIn: (role: string, bot: string, since: string | null) =>
		`The computer plays ${role} (${bot}), ${since === null ? 'from the beginning' : `since ${since}`}.`,
	takeOver: {
		heading: 'Let the computer play',
		role: 'Role',
		all: 'All roles of the team',
		how: 'It plays',
		bots: { ...setup.botProfiles, expert: 'Expert' },
		press: 'Let it play from now on',
		help: 'What the team has decided stands. Only the team and you see that the computer plays.',
		giveBack: 'Give it back',
		giveBackOf: (role: string) => `Give ${role} back to the team`
	},
	advised: (n: number, isRead: boolean) =>
		n === 0
			? 'no advice yet'
			: `${counted(n, { one: 'member has', other: 'members have' })} advised${isRead ? ', read by the lead' : ''}`,
	asks: 'Asks for more time',
	giveAlone: (n: number) => `Give ${n} min`,
	giveAloneTo: (n: number, team: string) => `Give ${n} min to ${team} alone`,
	ownTime: (clock: string) => `${clock} of its own time`,
	give: (n: number) => `Give ${n} min to all`,
	manage: 'Manage',
	manageOf: (team: string) => `Manage ${team}`,
	members: 'Members',
	noMembers: 'Nobody sits here yet. People choose a team when they join, or you place them.',
	here1: 'here',
	away: 'away',
	isLead: 'leads',
	makeLead: 'Make lead',
	move: 'Move to',
	moveOf: (name: string) => `Move ${name} to`,
	wait: 'Waiting for a team',
	rename: 'Rename',
	renameOf: (name: string) => `New name of ${name}`,
	save: 'Save',
	isHost: 'host',
	isYou: 'you',
	giveChair: 'Make host',
	handOver: 'Hand-over code',
	handOverOf: (name: string) => `Hand-over code for the seat of ${name}`,
	newLead: {
		label: 'Who leads the team from now on?',
		nobody: 'nobody yet',
		done: 'Go on',
		cancel: 'Leave it'
	},
	remove: 'Remove',
	removeSure: 'Remove for good?',
	commitFor: 'Enter a decision for them',
	decision: 'Decision',
	reason: 'Why, in one line',
	commit: 'Enter it',
	lookFirst: 'Look at their world',
	lookHelp: 'Then what is open to this team can be entered here.',
	noneOpen: 'No decision is open to this team now.',
	taken: (titles: readonly string[]) => `Taken: ${titles.join('; ')}.`,
	message: 'Message to this team',
	seePage: 'See their page',
	setReady: 'Mark as ready',
	setNotReady: 'Mark as not ready',
	waiting: (n: number) => `${counted(n, { one: 'person waits', other: 'people wait' })} to be placed`,
	place: 'Place in',
	placeOf: (name: string) => `Place ${name} in`,
	staff: 'Staff and watchers',
	bots: (roles: readonly string[]) => `The computer plays ${roles.join(', ')}.`
};
