import * as v from 'valibot';
import { closed, Id, Line, list } from './basic.ts';
import { ScalarValue, ScopeText } from './setting.ts';

const Level = v.pipe(
	list(closed({ set: Line, value: ScalarValue, scope: v.optional(ScopeText) }), 20),
	v.minLength(1)
);

/**
 * How well a vendor can see what its release does, where it is not to be as the scenario has it: parameters that a room may
 * set for a whole exercise.
 */
export const SignalEntry = closed({
	/** Whose signal it is. */
	role: Id,
	better: Level,
	blind: Level
});
