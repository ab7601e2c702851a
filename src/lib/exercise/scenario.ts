import type { GridSpan, Setting } from '../sim/model.ts';
import type { Channel, Localized } from '../scenario/scenario.ts';
import type { OptionalPhase, Phase } from './phases.ts';

/**
 * What a room needs to know of a scenario; nothing of the world's tables. One file derives it from a parsed scenario
 * (from-scenario.ts), and tests write it by hand.
 */
export interface ExerciseScenario {
	readonly id: string;
	readonly formatVersion: number;
	readonly contentHash: string;
	readonly horizonMin: number;
	/** The world's time grid: time stops only on it. */
	readonly spans: readonly GridSpan[];
	readonly phases: readonly OptionalPhase[];
	readonly roles: readonly { readonly id: string }[];
	readonly decisions: readonly ExerciseDecision[];
	readonly injects: readonly ExerciseInject[];
	readonly record: readonly RecordAct[];
	/** What is wrong with a lever set by hand, or null. */
	readonly settingFault: (setting: Setting) => string | null;
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
	readonly effects: readonly Effect[];
}

export interface ExerciseInject {
	readonly id: string;
	readonly plannedMin: number;
	/** Released when time reaches its minute; otherwise it waits for the facilitator's hand. */
	readonly scheduled: boolean;
	readonly channel: Channel;
	readonly from: string;
	readonly title: Localized;
	readonly body: Localized;
	/** What players are expected to do about it: for the exercise's staff. */
	readonly expected: Localized | null;
	/** Roles it is meant for; null: everybody. */
	readonly to: readonly string[] | null;
}

/** What was really done at a minute: a decision of the scenario taken by its role, or a lever set. */
export type RecordAct =
	| { readonly atMin: number; readonly decision: string }
	| { readonly atMin: number; readonly setting: Setting };

/** The scenario's decision of this id, or undefined. */
export function decisionOf(scenario: ExerciseScenario, id: string): ExerciseDecision | undefined {
	return scenario.decisions.find((decision) => decision.id === id);
}

/** The scenario's inject of this id, or undefined. */
export function injectOf(scenario: ExerciseScenario, id: string): ExerciseInject | undefined {
	return scenario.injects.find((inject) => inject.id === id);
}
