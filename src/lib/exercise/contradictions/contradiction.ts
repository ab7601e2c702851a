import type { Frame } from '../../sim/observe/frame.ts';
import type { Order } from '../../sim/model.ts';
import type { CostedAct } from '../availability/budget.ts';
import type { ExerciseDecision, ExerciseInject } from '../scenario/scenario.ts';

/** The ways in which what people are told or offered can contradict the world that they act in. */
export const CONTRADICTIONS = [
	/** A message speaks of its readers' hosts as down, and none is. */
	'nobodyDown',
	/** A message calls for what its readers have decided. */
	'alreadyDecided',
	/** What a message says of the world, and its author wrote as a condition, does not hold. */
	'claimFails',
	/** A message names an hour to come, and comes after it. */
	'hourPassed',
	/** A message says that content is still sent, or is withdrawn, and the rollout says otherwise. */
	'rolloutOtherwise',
	/** A message says that the vendor is silent, and it has spoken. */
	'hasSpoken',
	/** Two messages to the same readers have the same title. */
	'saidTwice',
	/** A message asks for an answer, and none can be given. */
	'noAnswer',
	/** A decision is offered that sets nothing that is not set. */
	'changesNothing',
	/** A decision is offered that would take back a step that cannot be taken back. */
	'goesBack'
] as const;
export type ContradictionName = (typeof CONTRADICTIONS)[number];

export interface Contradiction {
	readonly name: ContradictionName;
	/** Id of the message or the decision. */
	readonly of: string;
	readonly atMin: number;
	/** What stands against what. */
	readonly because: string;
}

/** A message that has reached people, and the world that it came into. */
export interface Told {
	readonly kind: 'told';
	readonly inject: ExerciseInject;
	readonly atMin: number;
	readonly frame: Frame;
	/** What had been done by then. */
	readonly acts: readonly CostedAct[];
	/** Messages that had come before it. */
	readonly before: readonly ExerciseInject[];
	/** Answers that it asks for and that can be given in the first round after it; null: it asks for none. */
	readonly answers: readonly string[] | null;
}

/** A decision that is put before a role at a stop of its cut, and the levers that had been set by then. */
export interface Offered {
	readonly kind: 'offered';
	readonly decision: ExerciseDecision;
	readonly atMin: number;
	readonly orders: readonly Order[];
}
