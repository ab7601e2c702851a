import * as v from 'valibot';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import { injectTextField, revisionField, timingField } from '../injects/inject-text.ts';
import * as field from './fields.ts';
import { LIMITS } from './limits.ts';
import { PHASES, ROUND_STEPS } from '../phases/phases.ts';

/**
 * The log of a room: outside inputs only, in the order in which they were accepted. What follows from them is
 * derived; display names live beside the log. The first event is exerciseCreated; event n makes version n.
 */

export const WAYS = ['shared', 'parallel'] as const;
/** One shared world in which the teams' choices meet, or one world for each team. */
export type Ways = (typeof WAYS)[number];

export const PARTS = ['incident', 'summit'] as const;
/** The parts of an exercise that are revealed one by one. */
export type Part = (typeof PARTS)[number];

export const SIGNALS = ['asItWas', 'better', 'blind'] as const;
/** How well the vendor sees what its release does. */
export type Signal = (typeof SIGNALS)[number];

export const BOT_PROFILES = ['record', 'cautious', 'fast', 'thrifty', 'expert', 'none'] as const;
/** How a bot plays its role. */
export type BotProfile = (typeof BOT_PROFILES)[number];

export const STANDINGS = ['nothing', 'progress', 'figures', 'names'] as const;
/**
 * How much of teams that play in worlds of their own is compared before everybody: nothing; who is ready; what their worlds
 * came to, by number; and by name.
 */
export type Standing = (typeof STANDINGS)[number];

export const RATINGS = ['P', 'S', 'M', 'U'] as const;
/** HSEEP: performed without challenges, with some challenges, with major challenges, unable to be performed. */
export type RatingMark = (typeof RATINGS)[number];

/** What somebody who watches a team says of a task: a rating, or that it was not observed. */
export const MARKS = [...RATINGS, 'N'] as const;
export type Mark = (typeof MARKS)[number];

/** What a mark or note is about: where the exercise stood for its author, and whom and what they watched. */
export const seenField = v.strictObject({
	world: field.idField,
	minute: field.actMinuteField,
	inject: v.nullable(field.idField),
	/** The team that was watched; null: none in particular. */
	team: v.nullable(field.idField),
	/** The critical task; null: none in particular. */
	task: v.nullable(field.idField)
});
export type Seen = v.InferOutput<typeof seenField>;

/** Who wrote a note or gave a rating. */
export const authorField = v.variant('kind', [
	v.strictObject({ kind: v.literal('facilitator') }),
	/** `seat`: of several evaluators, which one. */
	v.strictObject({ kind: v.literal('evaluator'), seat: v.exactOptional(field.idField) }),
	v.strictObject({ kind: v.literal('seat'), seat: field.idField })
]);
export type Author = v.InferOutput<typeof authorField>;

/** Every event carries the id of the command that caused it, so that a resend is known even after a restart. */
export const event = <Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
	v.strictObject({ type: v.literal(type), command: field.tokenField, ...entries });

export const EVENTS = {
	exerciseCreated: event('exerciseCreated', {
		scenarioId: field.idField,
		contentHash: field.tokenField,
		formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
		engineVersion: field.titleField,
		seed: field.seedField,
		ways: v.picklist(WAYS),
		/** The length in which it is played; null: in rounds as the facilitator opens them. */
		cut: v.nullable(field.idField),
		/** Left out: as the scenario has it. */
		signal: v.exactOptional(v.picklist(SIGNALS)),
		/** Until when the vendor's role is held to the record; left out: it is not. */
		heldUntilMin: v.exactOptional(field.minuteField)
	}),
	seatTaken: event('seatTaken', {
		seat: field.idField,
		role: field.idField,
		team: field.idField,
		/** How the bot in it plays; null: a person plays. */
		bot: v.nullable(v.picklist(BOT_PROFILES))
	}),
	/** From this minute on a bot acts in a seat of people, or (null) they do again. */
	playedBy: event('playedBy', {
		seat: field.idField,
		world: field.idField,
		atMin: field.actMinuteField,
		bot: v.nullable(v.picklist(BOT_PROFILES))
	}),
	phaseEntered: event('phaseEntered', {
		phase: v.picklist(PHASES),
		/** Of the round, in the phases that are played in rounds. */
		step: v.nullable(v.picklist(ROUND_STEPS)),
		/** The number of the round that opens here, from 1 over incident and recovery; null: none opens. */
		round: field.roundField
	}),
	/** The latest step is taken back: `of` is the command that took it. */
	stepUndone: event('stepUndone', { of: field.tokenField }),
	paused: event('paused', {}),
	resumed: event('resumed', {}),
	worldOpened: event('worldOpened', {
		world: field.idField,
		/** The team that plays it; null: it is everybody's. */
		team: v.nullable(field.idField),
		fork: v.nullable(v.strictObject({ of: field.idField, atMin: field.minuteField }))
	}),
	timeAdvanced: event('timeAdvanced', { world: field.idField, toMin: field.minuteField }),
	decisionCommitted: event('decisionCommitted', {
		world: field.idField,
		seat: field.idField,
		decision: field.idField,
		atMin: field.actMinuteField,
		rationale: v.nullable(field.bodyField),
		confidencePct: v.nullable(field.confidenceField),
		/** The seat of the other role that agreed; left out: it needed nobody's agreement. */
		confirmedBy: v.exactOptional(field.idField)
	}),
	/** It is committed once the role `of` agrees. */
	decisionAsked: event('decisionAsked', {
		world: field.idField,
		seat: field.idField,
		decision: field.idField,
		of: field.idField,
		atMin: field.actMinuteField,
		rationale: v.nullable(field.bodyField),
		confidencePct: v.nullable(field.confidenceField)
	}),
	/** The role that was asked does not agree; `asker`: the seat that asked. */
	decisionDeclined: event('decisionDeclined', {
		world: field.idField,
		seat: field.idField,
		decision: field.idField,
		asker: field.idField,
		atMin: field.actMinuteField
	}),
	decisionWithdrawn: event('decisionWithdrawn', {
		world: field.idField,
		seat: field.idField,
		decision: field.idField,
		atMin: field.actMinuteField
	}),
	/** The same decision with another reason or confidence. */
	decisionAmended: event('decisionAmended', {
		world: field.idField,
		seat: field.idField,
		decision: field.idField,
		atMin: field.actMinuteField,
		rationale: v.nullable(field.bodyField),
		confidencePct: v.nullable(field.confidenceField)
	}),
	injectReleased: event('injectReleased', {
		world: field.idField,
		inject: field.idField,
		atMin: field.minuteField,
		channel: v.picklist(CHANNELS),
		from: field.titleField,
		title: field.localizedField,
		body: field.localizedField,
		/** Roles it is meant for; null: everybody. */
		to: field.addresseesField
	}),
	/** When an inject goes out and what it says, from now on and in every world. */
	injectPlanned: event('injectPlanned', {
		inject: field.idField,
		revision: v.pipe(revisionField, v.minValue(1, 'tooSmall')),
		timing: timingField,
		/** Null: as the scenario has it. */
		text: v.nullable(injectTextField),
		corrects: v.nullable(field.idField)
	}),
	settingMade: event('settingMade', {
		world: field.idField,
		atMin: field.actMinuteField,
		setting: field.settingField
	}),
	ballotClosed: event('ballotClosed', {
		ballot: field.idField,
		/** The team that voted; null: the whole room. */
		team: v.nullable(field.idField),
		question: field.titleField,
		tally: v.pipe(
			v.array(v.strictObject({ option: field.titleField, votes: field.votesField })),
			v.maxLength(LIMITS.ballotOptions, 'tooMany')
		),
		/** Hands were counted, and no votes. */
		byHands: v.exactOptional(v.literal(true))
	}),
	/** Its tally is everybody's from here on who may see the ballot at all. */
	ballotRevealed: event('ballotRevealed', { ballot: field.idField }),
	rated: event('rated', {
		author: authorField,
		team: v.nullable(field.idField),
		/** The critical task, objective or core capability that was rated. */
		subject: field.idField,
		mark: v.picklist(MARKS),
		observation: v.nullable(field.bodyField),
		seen: v.exactOptional(seenField)
	}),
	noted: event('noted', {
		author: authorField,
		text: field.bodyField,
		seen: v.exactOptional(seenField)
	}),
	/** Something that happened at the summit, as its own rules write it (see summit/log/events.ts). */
	negotiated: event('negotiated', { entry: v.looseObject({ type: field.idField }) }),
	standingAllowed: event('standingAllowed', { shows: v.picklist(STANDINGS) }),
	revealed: event('revealed', { part: v.picklist(PARTS) })
} as const;

export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];
export type EventOf<Type extends EventType> = v.InferOutput<(typeof EVENTS)[Type]>;
export type RoomEvent = { [Type in EventType]: EventOf<Type> }[EventType];

/** An event as a decider writes it: whose command it came from is added for it. */
export type NewEvent = RoomEvent extends infer Event
	? Event extends RoomEvent
		? Omit<Event, 'command'>
		: never
	: never;
