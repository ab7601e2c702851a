import type { PersonKind } from '../../room/people/person.ts';
import type { RoomRefusalParams } from '../../room/protocol/refusals.ts';
import { counted } from '../figures.ts';

const KINDS: Readonly<Record<PersonKind, string>> = {
	facilitator: 'the facilitator',
	evaluator: 'evaluators',
	player: 'players',
	stage: 'the stage',
	observer: 'observers',
	phone: 'the audience'
};

/** What a room says to what it refuses: what is wrong, and what to do. */
export const roomRefusals: {
	readonly [Code in keyof RoomRefusalParams]: (params: RoomRefusalParams[Code]) => string;
} = {
	notForYou: ({ kind }) => `That is not for ${KINDS[kind]} to ask for.`,
	unknownPerson: () => 'That person is not in the room any more.',
	unknownTeam: () => 'That team is not in the room. Choose one of those that are shown.',
	tooManyTeams: ({ most }) => `A room has at most ${counted(most, { one: 'team', other: 'teams' })}.`,
	ownFindingFirst: ({ leftS }) =>
		`Each team reads its own finding first. Wait ${counted(leftS, { one: 'second', other: 'seconds' })}, or until all have read it.`,
	notAllowedYet: () =>
		'While teams play nothing of their worlds is compared. Allow it first, or wait for the end.',
	teamFull: ({ most }) =>
		`That team is full: it has ${counted(most, { one: 'seat', other: 'seats' })}. Choose another one.`,
	roomLocked: () => 'The door is closed. Open it first.',
	roomFull: ({ most }) =>
		`The room is full: it has ${counted(most, { one: 'seat', other: 'seats' })}. Somebody has to leave first.`,
	roomEnded: () => 'The exercise has ended. Nothing in it changes any more.',
	noTeam: () => 'You have no team yet. Choose one, or wait until the facilitator places you.',
	notLead: ({ lead }) =>
		lead === null
			? 'Nobody leads this team yet. Somebody has to take the lead first.'
			: 'The lead of the team decides. You can advise.',
	lastLead: () => 'This person leads the team. Choose who leads it from now on.',
	hostOnly: () => 'Only the host of the room can do that.',
	hostIsHere: () => 'The host is here. They can give you the chair.',
	notEnded: () => 'The exercise still runs. End it first.',
	botPlays: () => 'The computer decides for this role at present. The facilitator can give it back.',
	leadIsHere: () =>
		'The lead of the team is here, or was a moment ago. They or the facilitator can hand the lead over.',
	changedMeanwhile: () => 'Somebody else has changed this meanwhile. Read it, then change it again.',
	tooManyReflections: ({ most }) => `${most} cards are the most that one person can add.`,
	keptAsDraft: () =>
		'The message went out a moment ago, as it was saved before. Your text is in the tray, as a correction.',
	alreadyAsked: () => 'Your team has asked for more time already.',
	noTimer: () => 'No timer runs.',
	unknownSection: () => 'The agenda has no such section any more. Open it anew.',
	notNow: () => 'The exercise has moved on. Look where it stands now.',
	alreadyMovedBy: ({ by }) =>
		by === null || by === '' ? 'The step was taken a moment ago.' : `${by} took this step a moment ago.`,
	clickerWaits: () => 'The clicker waits: the desk moves the exercise.',
	ballotOpen: () => 'A vote is open. Close it first.',
	noBallot: () => 'That vote is over. Look at the one that is shown now.',
	hasVotes: () => 'Somebody has voted already. Close the vote instead.',
	newerVote: () => 'You have chosen otherwise since, on this or another device.',
	voteClosed: () => 'The vote is closed and counted.',
	notEntitled: () => 'This vote is for others.',
	unknownOption: () => 'There is no such option. Choose one of those that are shown.',
	tie: () => 'Votes are equal. Choose which option is taken, then show the result.',
	cannotBind: () => 'What won cannot be decided now.',
	notKept: () => 'The server could not keep this, so it has not happened. Try again in a moment.',
	unreadable: () => 'The room could not read this. Load the page again.',
	nothingOpen: () => 'No run is open. Open one first.',
	shownOnly: () => 'This run is shown as it was computed then and cannot be played on.'
};
