import * as v from 'valibot';
import { BOT_PROFILES } from '../../exercise/log/events.ts';
import {
	bodyField,
	confidenceField,
	idField,
	minuteField,
	titleField,
	tokenField,
	votesField
} from '../../exercise/log/fields.ts';
import { revisionField } from '../../exercise/injects/inject-text.ts';
import { PHASES, ROUND_STEPS } from '../../exercise/phases/phases.ts';
import { screenField } from '../live/stage/screens.ts';
import { STAGE_SECTIONS } from '../live/stage/sections.ts';
import { shockNumberField } from '../live/summit/watched-shock.ts';
import { nameField } from '../people/person.ts';
import { requestReader } from './request-reader.ts';
import { groupField, reflectionField, REFLECTION_KINDS } from './reflections.ts';
import { wifiNameField, wifiPasswordField } from './wifi.ts';
import type { PersonKind } from '../people/person.ts';

/** Characters of a team's pad. */
export const PAD_LENGTH_MOST = 4000;
/** More chairs than any summit has. */
const SUMMIT_CHAIRS_MOST = 40;

/** What a ballot has at most: it has to fit on a big screen, and to be read there in seconds. */
export const BALLOT_OPTIONS_MOST = 6;
export const BALLOT_QUESTION_LENGTH_MOST = 140;
export const BALLOT_OPTION_LENGTH_MOST = 70;
export const questionField = v.pipe(titleField, v.maxLength(BALLOT_QUESTION_LENGTH_MOST));
/** `decision`: what is decided where this option wins; null: nothing. */
export const optionsField = v.pipe(
	v.array(
		v.strictObject({
			text: v.pipe(titleField, v.maxLength(BALLOT_OPTION_LENGTH_MOST)),
			decision: v.nullable(idField)
		})
	),
	v.minLength(2),
	v.maxLength(BALLOT_OPTIONS_MOST)
);
export type BallotOption = v.InferOutput<typeof optionsField>[number];
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BALLOT_OPTIONS_MOST - 1));

const nthField = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const round = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
/** Where the exercise stood for its sender, so that two who press at once move it by one step. */
const from = v.strictObject({ phase: v.picklist(PHASES), step: v.nullable(v.picklist(ROUND_STEPS)), round });
const newLead = v.optional(v.nullable(idField));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7200));

/** Everything that people ask of a room, by type: what each carries. A closed list; nothing else is listened to. */
export const REQUESTS = {
	/** A command of the exercise, in the name of its sender. */
	command: v.strictObject({
		body: v.strictObject({ type: v.string(), payload: v.record(v.string(), v.unknown()) })
	}),
	rename: v.strictObject({ name: nameField }),

	/** Players. */
	sit: v.strictObject({ team: idField }),
	/** Becomes the lead of one's team where nobody leads it, or where the lead is away. */
	lead: v.strictObject({}),
	advise: v.strictObject({
		/** Null: to leave it at what has been decided. */
		decision: v.nullable(idField),
		confidencePct: v.nullable(confidenceField),
		rationale: v.nullable(bodyField)
	}),
	readAdvice: v.strictObject({}),
	/** The team has decided what it wants to in this round; false: it has not after all. */
	setReady: v.strictObject({ ready: v.boolean() }),
	askMoreTime: v.strictObject({}),
	/** `base`: number of the writing that it changes. */
	writePad: v.strictObject({
		text: v.pipe(v.string(), v.maxLength(PAD_LENGTH_MOST)),
		base: v.pipe(v.number(), v.integer(), v.minValue(0))
	}),

	/** Messages that somebody of the team has before their eyes for the first time. */
	openInjects: v.strictObject({ injects: v.pipe(v.array(idField), v.minLength(1), v.maxLength(60)) }),
	/** New messages are shared out among those who are here, or (false) read by everybody after all. */
	shareReading: v.strictObject({ shared: v.boolean() }),

	/** What somebody would keep or change, once the exercise has been played. */
	addReflection: v.strictObject({ kind: v.picklist(REFLECTION_KINDS), text: reflectionField }),

	/**
	 * Players and phones: for the option at this place. It can be changed until the vote is closed.
	 * `nth`: which choice of theirs in this ballot it is, so that an older one that comes late changes nothing; without it, the
	 * next.
	 */
	vote: v.strictObject({ ballot: idField, option: place, nth: v.exactOptional(nthField) }),

	/**
	 * A command of the summit: of the chair of a party that one's team holds, or (null) of whoever leads it. What is in it its
	 * rule checks. `from`: where the summit stood for its sender.
	 */
	negotiate: v.strictObject({
		party: v.nullable(idField),
		body: v.strictObject({ type: v.string(), payload: v.record(v.string(), v.unknown()) }),
		from: v.exactOptional(v.strictObject({ step: idField, round: v.pipe(v.number(), v.integer()) }))
	}),

	/** The facilitator's. */
	goOn: v.strictObject({ from }),
	/** Tells teams that have not decided that decisions close in so long; null: they stay open after all. */
	announceClosing: v.strictObject({
		seconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)))
	}),
	pause: v.strictObject({}),
	resume: v.strictObject({}),
	/** Opens a round at the minute that is shown. */
	stopHere: v.strictObject({}),
	/** How fast time passes, in steps of the world's grid a second. */
	setPace: v.strictObject({
		stepsPerSecond: v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)))
	}),
	/** Null: nobody is held to a time. */
	setTimer: v.strictObject({ seconds: v.nullable(seconds) }),
	/** `team`: to this one alone; null: to all. */
	grantMoreTime: v.strictObject({ seconds, team: v.optional(v.nullable(idField), null) }),
	/** `lead`: who leads the team that a lead leaves; null: nobody. Missing: the room asks, where somebody is left. */
	place: v.strictObject({ person: idField, team: v.nullable(idField), lead: newLead }),
	/** Other minutes for sections of the agenda, by id; 0: it is left out. `acceptedMin`: so much later the end may be. */
	setAgenda: v.strictObject({
		minutes: v.pipe(
			v.record(idField, v.pipe(v.number(), v.minValue(0), v.maxValue(480))),
			v.check((minutes) => Object.keys(minutes).length <= 60)
		),
		acceptedMin: v.pipe(v.number(), v.minValue(0), v.maxValue(480))
	}),
	startSection: v.strictObject({ section: idField }),
	/** Computes the world once, to see how long it takes here. */
	tryWorld: v.strictObject({}),
	/** A stage's: what its screen is like. */
	reportScreen: v.strictObject({ screen: screenField }),
	/** Passes over the round whose situation is shown. */
	skipRound: v.strictObject({ from }),
	renamePerson: v.strictObject({ person: idField, name: nameField }),
	removePerson: v.strictObject({ person: idField, lead: newLead }),
	nameLead: v.strictObject({ team: idField, person: idField }),
	/** Closes the door to those who are not in yet, or opens it; what is not named stays. */
	lockRoom: v.strictObject({ players: v.optional(v.boolean()), audience: v.optional(v.boolean()) }),
	/** A bot plays a team's role, or (null) all of its roles, from this minute on. */
	takeOverByBot: v.strictObject({ team: idField, role: v.nullable(idField), bot: v.picklist(BOT_PROFILES) }),
	/** To the team's people. */
	giveBack: v.strictObject({ team: idField, role: v.nullable(idField) }),
	/** Puts cards under a heading, or (null) under none. */
	groupReflections: v.strictObject({
		cards: v.pipe(v.array(idField), v.minLength(1), v.maxLength(200)),
		group: v.nullable(groupField)
	}),
	/** Whose turn it is in the hot wash; null: nobody's. */
	nextTeam: v.strictObject({ team: v.nullable(idField) }),
	/** Enters a decision for a team that has no device. */
	commitFor: v.strictObject({ team: idField, decision: idField, rationale: v.nullable(bodyField) }),
	setReadyFor: v.strictObject({ team: idField, ready: v.boolean() }),
	show: v.strictObject({ section: v.picklist(STAGE_SECTIONS) }),
	blankStage: v.strictObject({ blank: v.boolean() }),
	showCode: v.strictObject({ shown: v.boolean() }),
	/** Whether a clicker moves the exercise, or only what the stage shows. */
	handClicker: v.strictObject({ moves: v.boolean() }),
	/** The next thing that a presenter does. `from`: the key of the cue that the sender was shown. */
	nextCue: v.strictObject({ from: v.pipe(v.string(), v.maxLength(400)) }),
	/** The Wi-Fi that leads to the room, for those who join; an empty name: nothing is said of it. */
	setWifi: v.strictObject({ name: wifiNameField, password: wifiPasswordField }),
	openBallot: v.strictObject({
		question: questionField,
		options: optionsField,
		/** `audience`: the phones; `all`: the phones and every player; else the id of a team. */
		to: idField,
		/** What a clock shows; null: none. It closes nothing: votes count until the vote is closed. */
		seconds: v.nullable(seconds),
		/** Id of the question in the scenario; missing: it was written in the room. */
		prepared: v.exactOptional(v.nullable(idField))
	}),
	/** Possible until somebody has voted. */
	takeBallotBack: v.strictObject({ ballot: idField }),
	/** Counts, and erases who voted for what. */
	closeBallot: v.strictObject({
		ballot: idField,
		/** Hands for each option, where they were counted in place of votes. */
		hands: v.exactOptional(v.pipe(v.array(votesField), v.maxLength(BALLOT_OPTIONS_MOST)))
	}),
	/**
	 * Shows the result, and decides what won where the options name decisions. `winner`: the place chosen of options that
	 * tie. `binds` false: nothing is decided.
	 */
	revealBallot: v.strictObject({ ballot: idField, winner: v.nullable(place), binds: v.boolean() }),
	putBallotAway: v.strictObject({ ballot: idField }),
	/** Whether all see how many have voted. */
	showTurnout: v.strictObject({ shown: v.boolean() }),
	/** One more team, where each plays in a world of its own; while the exercise runs it begins where the others are. */
	formTeam: v.strictObject({ name: titleField }),
	/** The world that a facilitator looks at: a team's, or (null) the one that the stage shows. */
	look: v.strictObject({ team: v.nullable(idField) }),
	/**
	 * Releases a message at the next minute of the world that runs, which is `landsMin` where the sender was shown one; while
	 * the exercise is paused, when it goes on.
	 */
	releaseInject: v.strictObject({
		inject: idField,
		revision: revisionField,
		landsMin: v.nullable(minuteField)
	}),
	/** What was to be released when the exercise goes on is not. */
	callOffRelease: v.strictObject({ inject: idField }),
	/** The message that one is writing at, for the other desks; null: none. */
	writeAt: v.strictObject({ inject: v.nullable(idField) }),
	/** Takes the latest step back. `of`: the command that took it. */
	undo: v.strictObject({ of: tokenField }),
	/** The summit begins: the team of each chair that people hold, bots in all others; `rounds` null: as many as they like. */
	openSummit: v.strictObject({
		teams: v.pipe(v.record(idField, idField), v.maxEntries(SUMMIT_CHAIRS_MOST)),
		rounds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)))
	}),
	/** Asks the audience about the summit, in a vote; `choice`: what an option stands for. */
	askAudience: v.strictObject({
		asked: v.picklist(['ratify', 'measure', 'believe']),
		question: questionField,
		options: v.pipe(
			v.array(
				v.strictObject({ text: v.pipe(titleField, v.maxLength(BALLOT_OPTION_LENGTH_MOST)), choice: idField })
			),
			v.minLength(2),
			v.maxLength(BALLOT_OPTIONS_MOST)
		),
		seconds: v.nullable(seconds)
	}),
	/** One of the next outages, to be looked at in two worlds. */
	watchShock: v.strictObject({ kind: idField, number: shockNumberField }),
	/** Plays its maps on the stage, or lets them stand. `at`: share of their axis; null: from where they are. */
	playShock: v.strictObject({
		at: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
		plays: v.boolean()
	}),
	/** The host's chair, where the host has gone or nobody sits in it. */
	takeChair: v.strictObject({}),
	giveChair: v.strictObject({ person: idField }),
	endRoom: v.strictObject({}),
	/** Names and what people have written; once the exercise has ended. */
	eraseNames: v.strictObject({})
} as const;

export type RequestType = keyof typeof REQUESTS;
/** A request with what it carries. */
export type RequestBody = {
	[Type in RequestType]: { readonly type: Type } & v.InferOutput<(typeof REQUESTS)[Type]>;
}[RequestType];
/** As it travels: with an id that its sender made, the same when it is sent again. */
export type PersonRequest = RequestBody & { readonly id: string };

const PLAYER = [
	'command',
	'rename',
	'sit',
	'lead',
	'advise',
	'readAdvice',
	'setReady',
	'askMoreTime',
	'writePad',
	'openInjects',
	'shareReading',
	'addReflection',
	'vote',
	'negotiate'
] as const;
const FACILITATOR = (Object.keys(REQUESTS) as RequestType[]).filter(
	(type) =>
		type !== 'reportScreen' &&
		(type === 'command' || type === 'negotiate' || !PLAYER.some((one) => one === type))
);

/** What only the facilitator in the host's chair may ask for. */
export const HOST_ONLY: readonly RequestType[] = ['giveChair', 'endRoom', 'eraseNames'];

/** What each kind of person may ask for. */
export const MAY_ASK: Readonly<Record<PersonKind, readonly RequestType[]>> = {
	facilitator: [...FACILITATOR, 'rename'],
	evaluator: ['command', 'rename'],
	player: PLAYER,
	stage: ['show', 'blankStage', 'showCode', 'reportScreen', 'nextCue'],
	observer: [],
	phone: ['vote']
};

/** A request as it arrived, or null where it is none. */
export const readPersonRequest: (message: unknown) => PersonRequest | null = requestReader(REQUESTS);
