import * as v from 'valibot';
import { Amount, closed, FactId, Flag, Id, Line, list, Localized, Minutes, PointInTime } from './basic.ts';
import { CHANNELS } from './inject.ts';
import { EffectEntry } from './setting.ts';

/** Phases of the exercise, in their order; the first and last are not the scenario's to choose. */
export const PLAYED_PHASES = [
	'briefing',
	'preparation',
	'incident',
	'recovery',
	'hotWash',
	'summit',
	'nextOutages',
	'debrief'
] as const;

/** One choice of one role: who does what to which asset, what follows, and what it costs. */
export const DecisionEntry = closed({
	id: Id,
	role: Id,
	phase: v.picklist(PLAYED_PHASES),
	title: Localized,
	text: Localized,
	effects: v.pipe(list(EffectEntry, 50), v.minLength(1)),
	/** Money that the decision itself costs its role. */
	costUsd: v.optional(Amount, 0),
	/** Points of the role's attention that it takes in its round. */
	attention: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10)), 1),
	/** Minutes from the decision to its first effect. */
	leadMin: v.optional(Minutes, 0),
	availableFrom: v.optional(PointInTime, 0),
	availableUntil: v.optional(PointInTime),
	/** Decisions that must have been taken before. */
	requires: v.optional(list(Id, 10), []),
	/** Decisions that leave nothing for it to do: it cannot be taken once one of them has been. */
	unless: v.optional(list(Id, 10), []),
	/**
	 * Messages that it answers: it is open once one of them has come, until the first round after that closes. Answers to
	 * one message exclude one another, and their `default` is the message's `unanswered`.
	 */
	answers: v.optional(list(Id, 5)),
	/** Of answers to one message the one that somebody who knows the trade would give; bots go by it. */
	sound: v.optional(Flag),
	/** The role whose agreement it needs: it is committed once that role agrees. */
	confirmedBy: v.optional(Id),
	/** What it says in public when it takes hold, to everybody; without it nobody outside hears of it. */
	public: v.optional(
		closed({ channel: v.picklist(CHANNELS), from: Line, title: Localized, body: Localized })
	),
	/** What happens where nobody takes it, in words: a decision that is not taken changes nothing in the model. */
	default: v.optional(Localized),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});
