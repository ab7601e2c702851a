import { isInRounds, type Phase, type PhasePosition } from '../phases/phases.ts';
import { decisionOf, type ExerciseDecision, type ExerciseScenario } from '../scenario/scenario.ts';
import type { BotProfile } from '../log/events.ts';
import { actMinute, entry, seatsIn, type AskedDecision, type RoomState, type Seat } from '../state.ts';
import { answerableUntil } from './answers.ts';
import { shortOf, type CostedAct } from './budget.ts';
import { heldUntilMin, isHeldAt } from './record-hold.ts';

/** Where a decision stands in a world: whether it can be committed now, and if not, why not. */
export type DecisionStanding =
	| { readonly kind: 'open' }
	/** `neededBy`: decisions committed since that build on it. */
	| {
			readonly kind: 'committed';
			readonly atMin: number;
			readonly canWithdraw: boolean;
			readonly neededBy: readonly string[];
	  }
	/** It waits for the agreement of the role `of`; in this very minute it can be withdrawn. */
	| { readonly kind: 'asked'; readonly of: string; readonly canWithdraw: boolean }
	/** The role `of` has not agreed; it can be asked again once time has passed. */
	| { readonly kind: 'declined'; readonly of: string }
	/** It opens at `fromMin`. */
	| { readonly kind: 'notYet'; readonly fromMin: number }
	/** It had to be committed before `untilMin`. */
	| { readonly kind: 'tooLate'; readonly untilMin: number }
	/** Its role is held to the record until `untilMin`. */
	| { readonly kind: 'heldToRecord'; readonly untilMin: number }
	/** It belongs to other phases than the present one. */
	| { readonly kind: 'otherPhase'; readonly phases: readonly Phase[] }
	/** It is open but for the round: decisions are closed in this step. */
	| { readonly kind: 'decisionsClosed' }
	/** It builds on decisions that have not been committed. */
	| { readonly kind: 'waitingFor'; readonly decisions: readonly string[] }
	/** It answers a message, and none such has come. */
	| { readonly kind: 'notAsked' }
	/** Another decision has left nothing for it to do. */
	| { readonly kind: 'nothingLeft'; readonly because: string }
	| Shortfall;

/** What a role has too little left of for a decision. */
export type Shortfall =
	| { readonly kind: 'overBudget'; readonly costUsd: number; readonly leftUsd: number }
	| { readonly kind: 'noAttention'; readonly attention: number; readonly attentionLeft: number };

/** When something would be done. */
export interface ActMoment {
	readonly phase: Phase;
	/** Before 0 in preparation. */
	readonly atMin: number;
	/** Whether what is decided is taken: between two rounds it is not. */
	readonly isOpen: boolean;
	/** Until when a message can be answered; null: it has not come. Left out: no message has. */
	readonly answerableUntil?: (inject: string) => number | null;
	/** Until when its role is held to the record; null or left out: it is not. */
	readonly heldUntilMin?: number | null;
	/** What waits for another role's agreement; left out: nothing. */
	readonly asked?: readonly AskedDecision[] | undefined;
}

/**
 * Where a decision of the scenario stands for its role in a world of the room: what `decide`, the projection and the bots
 * go by.
 *
 * @throws RangeError where the scenario has no such decision or the room no such world
 */
export function standingOf(
	scenario: ExerciseScenario,
	state: RoomState,
	worldId: string,
	decisionId: string,
	{ asIfAgreed = false } = {}
): DecisionStanding {
	const world = entry(state.worlds, worldId);
	const decision = decisionOf(scenario, decisionId);
	if (world === undefined) throw new RangeError(`there is no world '${worldId}'`);
	if (decision === undefined) throw new RangeError(`there is no decision '${decisionId}'`);
	const { position } = state;
	const moment = {
		phase: position.phase,
		atMin: actMinute(position, world),
		isOpen: asIfAgreed || areDecisionsOpen(position) || actsBetweenRounds(state, worldId, decision.role),
		answerableUntil: answerableUntil(scenario, state, worldId),
		heldUntilMin: heldUntilMin(scenario, state, decision.role),
		asked: asIfAgreed ? undefined : world.asked
	};
	return standingAt(scenario, decision, moment, world.acts);
}

/** Where a decision stands at a moment after all that was done before: the same rules for moments that only might be. */
export function standingAt(
	scenario: ExerciseScenario,
	decision: ExerciseDecision,
	moment: ActMoment,
	acts: readonly CostedAct[]
): DecisionStanding {
	return (
		committedIn(scenario, decision, moment, acts) ??
		waitsForAgreement(decision, moment) ??
		outOfTime(decision, moment) ??
		unasked(decision, moment) ??
		afterOthers(decision, acts) ??
		(moment.phase === 'summit' ? null : shortOf(scenario, decision, acts, moment.atMin)) ??
		(moment.isOpen ? OPEN : CLOSED)
	);
}

const OPEN: DecisionStanding = { kind: 'open' };
const CLOSED: DecisionStanding = { kind: 'decisionsClosed' };

/** Whether the room takes decisions where it stands. */
export function areDecisionsOpen(position: PhasePosition): boolean {
	const { phase, step } = position;
	return phase === 'preparation' || phase === 'summit' || step === 'decide';
}

/** How the bot plays that acts in a seat at present; null: a person acts. */
export function botIn({ bot, standIn }: Seat): BotProfile | null {
	return standIn?.bot ?? bot;
}

/** Rounds are for people: a role that a bot plays decides at any step of incident and recovery. */
function actsBetweenRounds(state: RoomState, world: string, role: string): boolean {
	if (!isInRounds(state.position.phase)) return false;
	return Object.values(seatsIn(state, world)).some((seat) => seat.role === role && botIn(seat) !== null);
}

function committedIn(
	scenario: ExerciseScenario,
	{ id }: ExerciseDecision,
	{ atMin, isOpen }: ActMoment,
	acts: readonly CostedAct[]
): DecisionStanding | null {
	const act = acts.find(({ decision }) => decision === id);
	if (act === undefined) return null;
	const neededBy = acts.flatMap(({ decision: other }) =>
		other !== undefined && decisionOf(scenario, other)?.requires.includes(id) ? [other] : []
	);
	const canWithdraw = isOpen && act.atMin === atMin && neededBy.length === 0;
	return { kind: 'committed', atMin: act.atMin, canWithdraw, neededBy };
}

function waitsForAgreement(
	{ id, confirmedBy: of }: ExerciseDecision,
	{ atMin, isOpen, asked = [] }: ActMoment
): DecisionStanding | null {
	const found = asked.find(({ decision }) => decision === id);
	if (found === undefined || of === undefined) return null;
	if (found.declinedMin === null) return { kind: 'asked', of, canWithdraw: isOpen && found.atMin === atMin };
	return found.declinedMin === atMin ? { kind: 'declined', of } : null;
}

function outOfTime(
	decision: ExerciseDecision,
	{ phase, atMin, heldUntilMin = null }: ActMoment
): DecisionStanding | null {
	const { phases, fromMin, untilMin } = decision;
	if (!phases.includes(phase)) return { kind: 'otherPhase', phases };
	if (isHeldAt(decision, atMin, heldUntilMin)) return { kind: 'heldToRecord', untilMin: heldUntilMin };
	if (fromMin !== null && atMin < fromMin) return { kind: 'notYet', fromMin };
	if (untilMin !== null && atMin >= untilMin) return { kind: 'tooLate', untilMin };
	return null;
}

/** An answer waits for its question, and the question does not wait for ever. */
function unasked(
	{ answers }: ExerciseDecision,
	{ atMin, answerableUntil: until = () => null }: ActMoment
): DecisionStanding | null {
	if (answers === undefined) return null;
	const ends = answers.flatMap((inject) => until(inject) ?? []);
	if (ends.length === 0) return { kind: 'notAsked' };
	const untilMin = Math.max(...ends);
	return atMin > untilMin ? { kind: 'tooLate', untilMin: untilMin + 1 } : null;
}

function afterOthers(
	{ requires, unless = [] }: ExerciseDecision,
	acts: readonly CostedAct[]
): DecisionStanding | null {
	const isTaken = (other: string) => acts.some(({ decision }) => decision === other);
	const because = unless.find(isTaken);
	if (because !== undefined) return { kind: 'nothingLeft', because };
	const decisions = requires.filter((other) => !isTaken(other));
	return decisions.length === 0 ? null : { kind: 'waitingFor', decisions };
}
