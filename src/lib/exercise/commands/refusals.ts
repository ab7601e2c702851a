/** Why a command is refused: a closed list of names. The message says what, why and what to do. */
export const REFUSALS = [
	'malformed',
	'unknownCommand',
	'notAllowed',
	'noExercise',
	'alreadyCreated',
	'unknownCut',
	'wrongPhase',
	'decisionsClosed',
	'paused',
	'notPaused',
	'unknownSeat',
	'seatTaken',
	'roomFull',
	'unknownRole',
	'unknownWorld',
	'worldExists',
	'notYourWorld',
	'unknownDecision',
	'notYourDecision',
	'alreadyTaken',
	'notTaken',
	'tooEarly',
	'tooLate',
	'missingRequirement',
	'leftNothing',
	'overBudget',
	'noAttention',
	'stillNeeded',
	'unknownInject',
	'alreadyReleased',
	'unsoundSetting',
	'timeRunsForward',
	'pastHorizon',
	'ballotClosed',
	'alreadyRevealed',
	'notPlayedYet'
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
	readonly code: RefusalCode;
	readonly message: string;
}

/** A refusal in the shape that deciders return. */
export function refuse(code: RefusalCode, message: string): { readonly refusal: Refusal } {
	return { refusal: { code, message } };
}
