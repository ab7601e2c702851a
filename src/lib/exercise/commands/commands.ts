import type * as v from 'valibot';
import type { CommandRule } from './rule.ts';
import { advanceTime } from './advance-time.ts';
import { allowStanding } from './allow-standing.ts';
import { amendDecision } from './amend-decision.ts';
import { closeBallot } from './close-ballot.ts';
import { commitDecision } from './commit-decision.ts';
import { confirmDecision } from './confirm-decision.ts';
import { createExercise } from './create-exercise.ts';
import { note, rate } from './evaluate.ts';
import { forkWorld } from './fork-world.ts';
import { makeSetting } from './make-setting.ts';
import { negotiate } from './negotiate.ts';
import { movePhase, pause, resume } from './move-phase.ts';
import { releaseInject } from './release-inject.ts';
import {
	copyInject,
	dropInject,
	editInject,
	parkInject,
	restoreInject,
	scheduleInject,
	writeInject
} from './plan-injects.ts';
import { reveal } from './reveal.ts';
import { revealBallot } from './reveal-ballot.ts';
import { setPlayer } from './set-player.ts';
import { takeSeat } from './take-seat.ts';
import { undo } from './undo.ts';
import { withdrawDecision } from './withdraw-decision.ts';

/** Every command there is, by its type. */
export const COMMANDS = {
	createExercise,
	takeSeat,
	setPlayer,
	movePhase,
	undo,
	pause,
	resume,
	forkWorld,
	advanceTime,
	commitDecision,
	confirmDecision,
	withdrawDecision,
	amendDecision,
	releaseInject,
	editInject,
	parkInject,
	scheduleInject,
	copyInject,
	writeInject,
	dropInject,
	restoreInject,
	makeSetting,
	closeBallot,
	revealBallot,
	rate,
	note,
	reveal,
	allowStanding,
	negotiate
} as const;

/** Any rule, where the type of its payload no longer matters. */
export type AnyRule = CommandRule<CommandType, v.GenericSchema>;

/** The rule of a command of this type, or undefined. */
export function ruleOf(type: string): AnyRule | undefined {
	return Object.hasOwn(COMMANDS, type) ? (COMMANDS[type as CommandType] as unknown as AnyRule) : undefined;
}

export type CommandType = keyof typeof COMMANDS;
export type PayloadOf<Type extends CommandType> = v.InferOutput<(typeof COMMANDS)[Type]['payload']>;

/** A command of a known type, without the id that its sender gives it. */
export type CommandBody = {
	[Type in CommandType]: { readonly type: Type; readonly payload: PayloadOf<Type> };
}[CommandType];
