import * as v from 'valibot';
import { closed, ExpressionText, Id, list, Localized, notIn, PointInTime } from './basic.ts';

/** What a cut can be made for, where it is not for everybody. */
export const CUT_SETTINGS = ['rooms', 'stages'] as const;

/** One length in which the exercise can be played: when the world halts for a round of decisions. */
export const CutEntry = closed({
	id: Id,
	name: Localized,
	/** How long playing it takes, about. */
	minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1440)),
	/** Times at which the world halts; after the last one it runs to the end. */
	stops: v.pipe(list(PointInTime, 50), v.minLength(1)),
	/** `rooms`: made for people around tables, not for one alone; `stages`: for a presenter and an audience that votes. */
	for: v.optional(v.picklist(CUT_SETTINGS)),
	/** The stop from which the rounds are recovery. */
	recoveryFrom: PointInTime
});

/** HSEEP's marks that the model gives, best first; where none holds it is U, unable to be performed. */
export const MARKS = ['P', 'S', 'M'] as const;

const TaskEntry = closed({
	id: Id,
	text: Localized,
	/** Left out: every role of the objective. */
	roles: v.optional(list(Id, 20)),
	/** Conditions at the end of the run; the first that holds gives the mark. */
	met: closed({ P: ExpressionText, S: ExpressionText, M: ExpressionText })
});

/** An objective of the exercise with the core capability that it shows and the critical tasks that show it. */
export const ObjectiveEntry = closed({
	id: Id,
	name: Localized,
	/** One of FEMA's core capabilities. */
	capability: Localized,
	/** Left out: every role. */
	roles: v.optional(list(Id, 20)),
	tasks: v.pipe(list(TaskEntry, 20), v.minLength(1))
});

/** What somebody who knows the incident would do in a role: the bot called expert plays it. */
export const ExpertEntry = closed({
	role: Id,
	plays: v.pipe(
		list(
			closed({
				decision: Id,
				/** Left out: during the preparation. */
				at: v.optional(PointInTime)
			}),
			50
		),
		v.minLength(1)
	)
});

/** When a question is asked that no stop is for: before anything has happened, or once everything has. */
export const QUESTION_MOMENTS = ['before', 'after'] as const;

/** A question that everybody in a room can vote on. */
export const QuestionEntry = closed({
	id: Id,
	at: v.union([v.picklist(QUESTION_MOMENTS), PointInTime], notIn('timeBeforeOrAfter')),
	text: Localized,
	options: v.pipe(
		list(
			closed({
				text: Localized,
				/** What is decided where it wins; left out: nothing. */
				decision: v.optional(Id)
			}),
			6
		),
		v.minLength(2)
	),
	/** How long people have, about. */
	seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(10), v.maxValue(600))
});
