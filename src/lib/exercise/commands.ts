import type * as v from 'valibot';
import type { CommandRule } from './commands/rule.ts';
import { advanceTime } from './commands/advance-time.ts';
import { closeBallot } from './commands/close-ballot.ts';
import { commitDecision } from './commands/commit-decision.ts';
import { createExercise } from './commands/create-exercise.ts';
import { note, rate } from './commands/evaluate.ts';
import { forkWorld } from './commands/fork-world.ts';
import { makeSetting } from './commands/make-setting.ts';
import { movePhase, pause, resume } from './commands/move-phase.ts';
import { releaseInject } from './commands/release-inject.ts';
import { reveal } from './commands/reveal.ts';
import { takeSeat } from './commands/take-seat.ts';
import { withdrawDecision } from './commands/withdraw-decision.ts';

/** Every command there is, by its type. */
export const COMMANDS = {
	createExercise,
	takeSeat,
	movePhase,
	pause,
	resume,
	forkWorld,
	advanceTime,
	commitDecision,
	withdrawDecision,
	releaseInject,
	makeSetting,
	closeBallot,
	rate,
	note,
	reveal
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
