import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { PersonKind } from '../people/person.ts';

/** Why a room refuses what an exercise would not know of: a code with its parameters. */
export interface RoomRefusalParams {
	/** It is not for this kind of person to ask for. */
	notForYou: { readonly request: string; readonly kind: PersonKind };
	unknownPerson: { readonly person: string };
	unknownTeam: { readonly team: string; readonly known: readonly string[] };
	tooManyTeams: { readonly most: number };
	/** Each team reads its own finding first; others' can be shown in so many seconds. */
	ownFindingFirst: { readonly leftS: number };
	/** The facilitator has not allowed teams to be compared yet. */
	notAllowedYet: Nothing;
	teamFull: { readonly team: string; readonly most: number };
	roomLocked: Nothing;
	roomFull: { readonly most: number };
	roomEnded: Nothing;
	/** The sender has no team. */
	noTeam: Nothing;
	/** `lead`: who leads the team; null: nobody does. */
	notLead: { readonly lead: string | null };
	/** Who leads this team goes: somebody of those who stay has to lead it. */
	lastLead: { readonly team: string; readonly members: readonly string[] };
	/** Only the facilitator in the host's chair may. */
	hostOnly: Nothing;
	hostIsHere: Nothing;
	/** Nothing is erased while people play. */
	notEnded: Nothing;
	/** A bot decides for this role at present. */
	botPlays: { readonly role: string; readonly sinceMin: number };
	/** Not before they have been away for a minute. */
	leadIsHere: { readonly lead: string };
	/** What stands here has been changed by somebody else: its text and its number. */
	changedMeanwhile: { readonly text: string; readonly base: number };
	tooManyReflections: { readonly most: number };
	/** The message went out as it was saved before; what was written is in the tray. */
	keptAsDraft: { readonly inject: string; readonly draft: string };
	alreadyAsked: Nothing;
	noTimer: Nothing;
	/** The agenda has none of this id. */
	unknownSection: { readonly section: string };
	/** The exercise does not stand where this is possible. */
	notNow: Nothing;
	/** Another facilitator has taken the step. */
	alreadyMovedBy: { readonly by: string | null };
	/** The exercise is moved at the desk, and not by the clicker. */
	clickerWaits: Nothing;
	/** One vote at a time. */
	ballotOpen: Nothing;
	/** There is no such ballot, or not any more. */
	noBallot: Nothing;
	/** Somebody has voted. */
	hasVotes: Nothing;
	voteClosed: Nothing;
	/** A later choice of the same person was taken already, or one as late: the how manieth. */
	newerVote: { readonly nth: number };
	notEntitled: Nothing;
	unknownOption: Nothing;
	/** Places of the options of which one has to be chosen. */
	tie: { readonly options: readonly number[] };
	/** What won cannot be decided now. */
	cannotBind: { readonly because: Refusal | RoomRefusal };
	unreadable: Nothing;
	/** Of a room on one's own device: no run is open. */
	nothingOpen: Nothing;
	/** Of a run that is shown as it was computed by an earlier version. */
	shownOnly: Nothing;
	/** It could not be kept, so it has not happened. */
	notKept: Nothing;
}
type Nothing = Readonly<Record<string, never>>;

export type RoomRefusal = {
	[Code in keyof RoomRefusalParams]: { readonly code: Code; readonly params: RoomRefusalParams[Code] };
}[keyof RoomRefusalParams];

/** The answer to a request of a person; every request gets one. */
export type RequestAnswer =
	| { readonly kind: 'accepted'; readonly version: number }
	| { readonly kind: 'refused'; readonly refusal: Refusal | RoomRefusal }
	| { readonly kind: 'behind'; readonly version: number };
