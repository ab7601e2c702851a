import type { SettingFault } from '../../sim/setting-fault.ts';
import type { DecisionStanding } from '../availability/standing.ts';
import type { Capacity } from '../log/capacity.ts';
import type { FieldFault } from '../log/field-fault.ts';
import type { Part } from '../log/events.ts';
import type { Phase, PhaseEventName, RoundStep } from '../phases/phases.ts';
import type { InjectText } from '../injects/inject-text.ts';
import type { MoveFrom } from '../state.ts';
import type { Sender } from './rule.ts';

/** An id that was named, and those that there are instead. */
interface Unknown {
	readonly id: string;
	readonly known: readonly string[];
}

type Standing<Kind extends DecisionStanding['kind']> = Omit<
	Extract<DecisionStanding, { kind: Kind }>,
	'kind'
> & { readonly decision: string };

/** What each refusal says besides its name: the words are made where the reader's language is known. */
export interface RefusalParams {
	malformed: { readonly place: string | null; readonly fault: FieldFault };
	unknownCommand: Unknown;
	notAllowed: {
		readonly command: string;
		readonly senders: readonly Sender['kind'][];
		readonly by: Sender['kind'];
	};
	noExercise: Nothing;
	alreadyCreated: Nothing;
	unknownCut: Unknown;
	/** The scenario says of no vendor how well it sees. */
	noSignal: Nothing;
	/** The record has the role decide at `mostMin`. */
	heldTooLong: { readonly untilMin: number; readonly mostMin: number };
	wrongPhase: { readonly command: string; readonly phases: readonly Phase[]; readonly phase: Phase };
	/** The exercise stands elsewhere than its sender thought; `by`: id of the command that moved it there. */
	alreadyMoved: { readonly by: string | null; readonly at: MoveFrom };
	/** The exercise cannot move so from where it stands. */
	cannotMove: {
		readonly event: PhaseEventName;
		readonly phase: Phase;
		readonly step: RoundStep | null;
	};
	/** Time passes in the step `advance` alone. */
	timeStands: { readonly step: RoundStep };
	paused: Nothing;
	notPaused: Nothing;
	unknownSeat: { readonly seat: string };
	seatTaken: { readonly seat: string };
	/** A bot plays there from the beginning: nobody could be given it back. */
	botsSeat: { readonly seat: string };
	roomFull: Capacity;
	unknownRole: Unknown;
	unknownWorld: Unknown;
	worldExists: { readonly world: string };
	notYourWorld: { readonly world: string };
	unknownDecision: Unknown;
	/** It is for the role `role` to decide. */
	notYourDecision: { readonly decision: string; readonly role: string; readonly ownRole: string };
	/** Another seat committed it. */
	otherSeats: { readonly decision: string; readonly seat: string };
	alreadyTaken: { readonly decision: string };
	/** It waits for the agreement of the role `of`. */
	alreadyAsked: { readonly decision: string; readonly of: string };
	/** The role `of` has declined it at this minute. */
	notAgreed: { readonly decision: string; readonly of: string };
	/** Nobody has asked for agreement to it. */
	nothingAsked: { readonly decision: string };
	notTaken: { readonly decision: string };
	decisionsClosed: { readonly step: RoundStep | null };
	otherPhase: Standing<'otherPhase'> & { readonly phase: Phase };
	tooEarly: Standing<'notYet'> & { readonly atMin: number };
	tooLate: Standing<'tooLate'> & { readonly atMin: number };
	heldToRecord: Standing<'heldToRecord'> & { readonly atMin: number };
	missingRequirement: { readonly decision: string; readonly requires: readonly string[] };
	notAsked: { readonly decision: string };
	leftNothing: Standing<'nothingLeft'>;
	overBudget: Standing<'overBudget'> & { readonly role: string };
	noAttention: Standing<'noAttention'> & { readonly role: string; readonly isPreparation: boolean };
	/** Time has passed since it was committed. */
	hasBegun: { readonly decision: string; readonly takenMin: number; readonly atMin: number };
	stillNeeded: { readonly decision: string; readonly by: string };
	forkAhead: { readonly of: string; readonly reachedMin: number; readonly atMin: number };
	unknownInject: Unknown;
	alreadyReleased: { readonly inject: string; readonly world: string };
	/** An inject that is written bears the id of another one. */
	injectIdTaken: { readonly inject: string };
	/** Its text or its time has been changed meanwhile: what it says now, and the number of that. */
	injectChanged: { readonly inject: string; readonly revision: number; readonly text: InjectText };
	/** It was to go out at a minute that has passed. */
	inThePast: { readonly inject: string; readonly atMin: number; readonly minute: number };
	trayFull: { readonly most: number };
	/** It is one of the scenario's: it can be parked, and not thrown away. */
	notWrittenHere: { readonly inject: string };
	unknownRevision: { readonly inject: string; readonly revision: number };
	nothingToUndo: Nothing;
	/** What has happened since, and whose doing it was (a seat, a team or a name); null: nobody's. */
	cannotUndo: {
		readonly because: 'committed' | 'advised' | 'ready' | 'voted' | 'timeMoved';
		readonly who: string | null;
	};
	/** The clock releases the scenario's injects only. */
	clockCannotWrite: Nothing;
	/** What is wrong with the lever, in English. */
	unsoundSetting: { readonly fault: SettingFault };
	timeRunsForward: { readonly world: string; readonly minute: number; readonly toMin: number };
	pastHorizon: { readonly horizonMin: number };
	ballotClosed: { readonly ballot: string };
	ballotNotClosed: { readonly ballot: string };
	ballotRevealed: { readonly ballot: string };
	/** Players rate their own team. */
	notYourTeam: { readonly team: string | null };
	alreadyRevealed: { readonly part: Part };
	/** The scenario has no summit. */
	noSummit: Nothing;
	/** By the rules of the summit this cannot follow; `because`: a code of theirs, `measures`: what it is about. */
	notNegotiated: {
		readonly type: string;
		readonly because: string;
		readonly measures?: readonly string[];
	};
	notPlayedYet: { readonly part: Part };
}

type Nothing = Readonly<Record<string, never>>;

export type RefusalCode = keyof RefusalParams;

/** Why a command is refused: a code with its parameters. */
export type Refusal = {
	[Code in RefusalCode]: { readonly code: Code; readonly params: RefusalParams[Code] };
}[RefusalCode];

/** A refusal in the shape that deciders return. */
export function refuse<Code extends RefusalCode>(
	code: Code,
	params: RefusalParams[Code]
): { readonly refusal: Refusal } {
	return { refusal: { code, params } as Refusal };
}
