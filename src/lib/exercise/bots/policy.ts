import type { CommandBody } from '../commands.ts';
import type { Room, Sender } from '../commands/rule.ts';
import { PREPARATION_MIN } from '../state.ts';

/** A moment at which policies are asked what they do: everything due after `sinceMin`, up to `minute`. */
export interface Moment {
	readonly world: string;
	readonly sinceMin: number;
	readonly minute: number;
}

/** One thing that a policy wants done, and in whose name. */
export interface BotCommand {
	readonly by: Sender;
	readonly body: CommandBody;
}

/** A way to play, for one role or for all: it makes commands like anybody else and can be refused like anybody. */
export interface Policy {
	readonly name: string;
	/** What is to be done now. In preparation the moment's minute is before 0. */
	readonly acts: (room: Room, moment: Moment) => readonly BotCommand[];
	/** The next minute after `minute` at which to be asked; null: none. */
	readonly nextMin: (room: Room, minute: number) => number | null;
}

export function isPreparation({ minute }: Moment): boolean {
	return minute <= PREPARATION_MIN;
}
