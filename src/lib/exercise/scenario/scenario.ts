import type { GridSpan, Setting } from '../../sim/model.ts';
import type { SettingFault } from '../../sim/setting-fault.ts';
import type {
	Budget,
	Channel,
	Cut,
	Expert,
	Expression,
	FiguredText,
	Goal,
	InjectKind,
	Localized,
	Objective,
	Scenario
} from '../../scenario/scenario.ts';
import type { OptionalPhase, Phase } from '../phases/phases.ts';
import type { Negotiated } from '../state.ts';

/**
 * What a room needs to know of a scenario; nothing of the world's tables. One file derives it from a parsed scenario
 * (from-scenario.ts), and tests write it by hand.
 */
export interface ExerciseScenario {
	readonly id: string;
	readonly formatVersion: number;
	/** Of what physics and rules read: a change of words alone does not change it. */
	readonly contentHash: string;
	/** Whether an older log carries this hash for what is the same scenario. */
	readonly isFormerHash: (hash: string) => boolean;
	readonly horizonMin: number;
	/** The world's time grid: time stops only on it. */
	readonly spans: readonly GridSpan[];
	readonly phases: readonly OptionalPhase[];
	readonly roles: readonly ExerciseRole[];
	readonly decisions: readonly ExerciseDecision[];
	readonly injects: readonly ExerciseInject[];
	/** The lengths in which it can be played alone; their stops lie on the grid. */
	readonly cuts: readonly Cut[];
	readonly objectives: readonly Objective[];
	/** What somebody who knows the incident does, by role. */
	readonly experts: readonly Expert[];
	readonly record: readonly RecordAct[];
	/** What is wrong with a lever set by hand, or null. */
	/** Id of the vendor that `trust` in expressions is about; null: none releases anything. */
	readonly trustIn: string | null;
	readonly settingFault: (setting: Setting) => SettingFault | null;
	/** How well a vendor's role can be made to see, by what is set for it; none: nobody is asked. */
	readonly signal?: Scenario['signal'] & {};
	/** What the rules of its summit say of an event that is to follow others; none: the scenario has no summit. */
	readonly negotiation?: NegotiationRules;
}

export interface NegotiationRules {
	/** Why `next` cannot follow, as a code; null: it can. */
	readonly fault: (before: readonly Negotiated[], next: Negotiated) => string | null;
}

export interface ExerciseRole {
	readonly id: string;
	/** What it may spend; null: what it likes. */
	readonly budget: Budget | null;
	/** What it is judged by; null: it is not. */
	readonly goal: Goal | null;
}

/** One thing a decision sets, and how long after the decision it takes effect. */
export interface Effect extends Setting {
	readonly afterMin: number;
}

export interface ExerciseDecision {
	readonly id: string;
	/** Who may take it. */
	readonly role: string;
	readonly phases: readonly Phase[];
	/** Taken only from this minute on, and before that one; null: no bound. */
	readonly fromMin: number | null;
	readonly untilMin: number | null;
	/** Decisions that must have been taken before. */
	readonly requires: readonly string[];
	/** Decisions after which it cannot be taken: they leave nothing for it to do. */
	readonly unless?: readonly string[];
	/** Messages that it answers; none: it waits for no message. */
	readonly answers?: readonly string[];
	/** Of answers to one message the one that somebody who knows the trade would give. */
	readonly isSound?: true;
	/** What it says in public, once it takes hold; none: nobody outside hears of it. */
	readonly public?: {
		readonly afterMin: number;
		readonly channel: Channel;
		readonly from: string;
		readonly title: Localized;
		readonly body: Localized;
	};
	/** The role whose agreement it needs; none: nobody's. */
	readonly confirmedBy?: string;
	readonly costUsd: number;
	/** Points of the role's attention. */
	readonly attention: number;
	readonly effects: readonly Effect[];
}

export interface ExerciseInject {
	readonly id: string;
	readonly kind: InjectKind;
	/** When it is released; of one that waits for a condition, the earliest minute. */
	readonly plannedMin: number;
	/** Released when time reaches its minute; otherwise it waits for its condition, or for the facilitator's hand. */
	readonly scheduled: boolean;
	/** What it waits for; null: it does not wait for the world. */
	readonly when: Expression | null;
	/** The last minute at which its condition is looked at; null: to the end. */
	readonly untilMin: number | null;
	/** The world halts when it is released, and a round opens. */
	readonly stops: boolean;
	readonly channel: Channel;
	readonly from: string;
	readonly title: Localized;
	readonly body: Localized;
	/** What players are expected to do about it: for the exercise's staff. */
	readonly expected: Localized | null;
	/** Roles it is meant for; null: everybody. */
	readonly to: readonly string[] | null;
	/** Decisions of its readers that it calls for: it makes no sense once they are taken. */
	readonly callsFor?: readonly string[];
	/** What its text says of the world: holds whenever it is released. */
	readonly claims?: readonly Expression[];
	/** Its text with figures of the world, filled in as it goes out; none: there are none in it. */
	readonly figured?: FiguredText;
	/** It stands in no scenario: it was written in the room. */
	readonly isWritten?: true;
}

/** What was really done at a minute: a decision of the scenario taken by its role, or a lever set. */
export type RecordAct =
	| { readonly atMin: number; readonly decision: string }
	/** `role` null: by somebody outside the exercise. */
	| { readonly atMin: number; readonly role: string | null; readonly setting: Setting };

/** The scenario's role of this id, or undefined. */
export function roleOf(scenario: ExerciseScenario, id: string): ExerciseRole | undefined {
	return scenario.roles.find((role) => role.id === id);
}

/** Decisions by id, worked out once for a list of them: it is asked for in every step of a world. */
const decisionsById = new WeakMap<readonly ExerciseDecision[], ReadonlyMap<string, ExerciseDecision>>();

/** The scenario's decision of this id, or undefined. */
export function decisionOf({ decisions }: ExerciseScenario, id: string): ExerciseDecision | undefined {
	let byId = decisionsById.get(decisions);
	if (byId === undefined)
		decisionsById.set(decisions, (byId = new Map(decisions.map((one) => [one.id, one]))));
	return byId.get(id);
}

/** Whether a decision is taken before the incident starts, whatever minute somebody dates it. */
export function isPreparatory({ phases }: Pick<ExerciseDecision, 'phases'>): boolean {
	return phases.includes('preparation');
}

/** The scenario's inject of this id, or undefined. */
export function injectOf(scenario: ExerciseScenario, id: string): ExerciseInject | undefined {
	return scenario.injects.find((inject) => inject.id === id);
}

/** The scenario's cut of this id, or null. */
export function cutOf({ cuts }: Pick<ExerciseScenario, 'cuts'>, id: string | null): Cut | null {
	return cuts.find((cut) => cut.id === id) ?? null;
}
