import type {
	Clock,
	Dependency,
	HostClass,
	OnlineHabit,
	Order,
	Release,
	RingPlan,
	Scope,
	Setting
} from '../sim/model.ts';
import type { Expression } from './expression/expression.ts';
import type { Localized } from './schema/basic.ts';
import type { CHANNELS, INJECT_KINDS } from './schema/inject.ts';
import type { FOLLOWS } from './schema/fleet.ts';
import type { PLAYED_PHASES } from './schema/decision.ts';
import type { CUT_SETTINGS, MARKS, QUESTION_MOMENTS } from './schema/play.ts';
import type { ROLE_KINDS } from './schema/people.ts';
import type { ModelParameters, ScenarioFile } from './schema/scenario.ts';
import type { Summit } from './summit.ts';
import type { EarthData } from './worlds/earth.ts';

export type { Expression, Localized };
export type Channel = (typeof CHANNELS)[number];
export type InjectKind = (typeof INJECT_KINDS)[number];
export type RoleKind = (typeof ROLE_KINDS)[number];
export type PlayedPhase = (typeof PLAYED_PHASES)[number];

/** The part of a world that scenarios are compiled on. */
export type WorldData = Pick<EarthData, 'countries' | 'metros' | 'zones'>;

/** What a scenario may refer to: built-in worlds and model parameters, by id. */
export interface Library {
	readonly worlds: Readonly<Record<string, WorldData>>;
	readonly models: Readonly<Record<string, ModelParameters>>;
	/** Texts of the parts that scenarios keep in files of their own, by 'scenario/part'; left out: none. */
	readonly parts?: Readonly<Record<string, string>>;
	/** Texts of the parts that stand beside an author's file, by name; they go before those of a built-in scenario. */
	readonly beside?: Readonly<Record<string, string>>;
}

/** A setting for all classes of hosts. */
export type PlainSetting = Pick<Setting, 'parameter' | 'scope' | 'value'>;

export interface ScenarioSector {
	readonly id: string;
	readonly name: Localized;
	readonly unit: Localized;
	/** What is left of them undone, in the plural. */
	readonly undone?: Localized | undefined;
	readonly unitsPerDay: number;
	/** Sums to 1. */
	readonly demandByHour: readonly number[];
	readonly hostShare: number;
	readonly follows: (typeof FOLLOWS)[number];
	readonly classMix: Readonly<Record<HostClass, number>>;
}

export interface ScenarioVendor {
	readonly id: string;
	readonly name: string;
	readonly text: Localized | null;
	/** Vendors of like size that the entry stands for; 0: its hosts have no agent. */
	readonly standsFor: number;
	/** Hosts worldwide, or null for a vendor that takes a share of what is left. */
	readonly hosts: number | null;
	readonly shareOfRest: number;
	/** By sector id; 1 where a sector is not named. */
	readonly sectorIndex: Readonly<Record<string, number>>;
}

/** What a role may spend: money and points of attention. */
export interface Budget {
	readonly preparationUsd: number;
	/** For the whole of the preparation. */
	readonly preparationAttention: number;
	/** For the incident and the recovery together. */
	readonly responseUsd: number;
	readonly attentionPerRound: number;
}

/** A harm that a role is judged by, measured at the end of a run: less is better, never negative. */
export interface GoalTerm {
	readonly id: string;
	readonly name: Localized;
	readonly unit: Localized;
	readonly measure: Expression;
	readonly weight: number;
}

export interface Goal {
	readonly name: Localized;
	/** Their weights sum to 1. */
	readonly terms: readonly GoalTerm[];
}

export interface Role {
	readonly id: string;
	readonly kind: RoleKind;
	readonly name: Localized;
	readonly text: Localized;
	readonly brief: Localized | null;
	/** What it owns, in words. */
	readonly owns: readonly Localized[];
	/** Null: it may spend what it likes. */
	readonly budget: Budget | null;
	readonly goal: Goal | null;
	readonly vendor: string | null;
	/** Ids of its organisations. */
	readonly organisations: readonly string[];
}

export interface ScenarioOrganisation {
	readonly id: string;
	readonly name: string;
	readonly text: Localized | null;
	readonly sector: string;
	readonly role: string | null;
	readonly vendors: Readonly<Record<string, number>>;
	readonly sites: readonly { readonly metro: string; readonly hosts: number }[];
	readonly classMix: Readonly<Record<HostClass, number>>;
	readonly staffingScore: number;
}

/** A lever set `afterMin` minutes after the decision that sets it took hold. */
export interface Effect extends Setting {
	readonly afterMin: number;
}

export interface Decision {
	readonly id: string;
	readonly role: string;
	readonly phase: PlayedPhase;
	readonly title: Localized;
	readonly text: Localized;
	readonly effects: readonly Effect[];
	readonly costUsd: number;
	readonly attention: number;
	readonly leadMin: number;
	readonly availableFromMin: number;
	readonly availableUntilMin: number;
	readonly requires: readonly string[];
	/** Decisions after which it cannot be taken: they leave nothing for it to do. */
	readonly unless?: readonly string[];
	/** The role whose agreement it needs. */
	readonly confirmedBy?: string | undefined;
	/** Messages that it answers; none: it waits for no message. */
	readonly answers?: readonly string[] | undefined;
	/** Of answers to one message the one that somebody who knows the trade would give. */
	readonly sound?: boolean | undefined;
	/** What it says in public when it takes hold; none: nobody outside hears of it. */
	readonly public?:
		| {
				readonly channel: Channel;
				readonly from: string;
				readonly title: Localized;
				readonly body: Localized;
		  }
		| undefined;
	/** What happens where nobody takes it, in words. */
	readonly default: Localized | null;
	/** Whether facts stand behind it. */
	readonly evidence: 'sourced' | 'assumed';
	readonly facts: readonly string[];
	readonly assumed: string | null;
}

export interface Inject {
	readonly id: string;
	/** When it is released; of a contingency or adaptive inject, the earliest minute. */
	readonly atMin: number;
	/** The last minute for a contingency or adaptive inject; null: none. */
	readonly untilMin: number | null;
	readonly kind: InjectKind;
	/** What a contingency or adaptive inject waits for; null for a standard one. */
	readonly when: Expression | null;
	/** The world halts when it is released, and a round of decisions opens. */
	readonly stops: boolean;
	readonly channel: Channel;
	readonly from: string;
	/** Role that gets it; null: everybody. */
	readonly role: string | null;
	readonly title: Localized;
	readonly body: Localized;
	readonly expected: Localized | null;
	/** What follows where nobody answers it; none: it asks for no answer. */
	readonly unanswered?: Localized | undefined;
	/** Decisions of its readers that it calls for. */
	readonly callsFor?: readonly string[] | undefined;
	/** What its text says of the world: holds whenever it is released. */
	readonly claims?: readonly Expression[] | undefined;
	/** What it says with figures of the world; none: there are none in it. */
	readonly figured?: FiguredText | undefined;
	readonly facts: readonly string[];
}

/** Texts in which figures of the world stand, and what they ask of it. */
export interface FiguredText {
	readonly title: Localized;
	readonly body: Localized;
	readonly asks: readonly Expression[];
}

export interface Act {
	readonly atMin: number;
	/** Null: somebody outside the exercise. */
	readonly role: string | null;
	readonly does: Localized;
	/** The decision that this act takes, or null. */
	readonly decision: string | null;
	/** What the act does to the model: its own settings, or its decision's effects. */
	readonly orders: readonly Order[];
	readonly facts: readonly string[];
	readonly assumed: string | null;
}

/** One length in which the exercise can be played. */
export interface Cut {
	readonly id: string;
	readonly name: Localized;
	/** How long playing it takes, about. */
	readonly minutes: number;
	/** Minutes of the exercise at which the world halts for a round of decisions, ascending. */
	readonly stops: readonly number[];
	/** What it is made for; missing: for everybody. */
	readonly for?: (typeof CUT_SETTINGS)[number] | undefined;
	/** The stop from which the rounds are recovery. */
	readonly recoveryFromMin: number;
}

/** A question that everybody in a room can vote on. */
export interface Question {
	readonly id: string;
	/** The minute of the exercise; `before`: before anything has happened, `after`: once everything has. */
	readonly at: number | (typeof QUESTION_MOMENTS)[number];
	readonly text: Localized;
	/** `decision` null: nothing is decided where it wins. */
	readonly options: readonly { readonly text: Localized; readonly decision: string | null }[];
	readonly seconds: number;
}

export type Mark = (typeof MARKS)[number];

/** A critical task; where no mark's condition holds at the end of a run, it is U. */
export interface Task {
	readonly id: string;
	readonly text: Localized;
	/** Never empty. */
	readonly roles: readonly string[];
	readonly met: Readonly<Record<Mark, Expression>>;
}

export interface Objective {
	readonly id: string;
	readonly name: Localized;
	/** One of FEMA's core capabilities. */
	readonly capability: Localized;
	/** Never empty. */
	readonly roles: readonly string[];
	readonly tasks: readonly Task[];
}

/** What somebody who knows the incident would do in a role. */
export interface Expert {
	readonly role: string;
	/** In their order; of a preparation's decision, minute 0. */
	readonly plays: readonly { readonly decision: string; readonly atMin: number }[];
}

export interface Measured {
	readonly id: string;
	readonly quantity: Localized;
	readonly value: number;
	readonly unit: string;
	readonly low: number | null;
	readonly high: number | null;
	readonly atMin: number | null;
	readonly fitted: boolean;
	/** Not fitted, but known when assumptions that move it were added: no longer a blind prediction. */
	readonly seen: boolean;
	/** How the figure is read off a run, or null. */
	readonly reading: Localized | null;
	readonly facts: readonly string[];
}

export type Fact = ScenarioFile['facts'][number];

/** A scenario that has been read and checked: every reference holds, every time is a minute, every value a number. */
export interface Scenario {
	readonly format: number;
	readonly id: string;
	readonly title: Localized;
	readonly summary: Localized;
	readonly briefing: Localized | null;
	/** Stands on everything that is handed out; left out: that it is an exercise. */
	readonly marking?: Localized;
	/** Who may read what is handed out; left out: it is to be filled in. */
	readonly handling?: Localized;
	/** Id of the model parameters it builds on, or null. */
	readonly model: string | null;
	/** Id of the built-in world, or null for one of its own. */
	readonly worldId: string | null;
	readonly world: WorldData;
	readonly clock: Clock;
	readonly phases: readonly PlayedPhase[];
	readonly managedHosts: number;
	readonly vendors: readonly ScenarioVendor[];
	readonly sectors: readonly ScenarioSector[];
	readonly habits: readonly OnlineHabit[];
	readonly releases: readonly Release[];
	/** As the scenario says it; {@link trustedVendor} tells it of every scenario. */
	/** How well the vendor's role can be made to see, by what is set for it; left out: nobody is asked. */
	readonly signal?: {
		readonly role: string;
		readonly better: readonly PlainSetting[];
		readonly blind: readonly PlainSetting[];
	};
	readonly trustIn?: string;
	readonly ringPlans: readonly RingPlan[];
	readonly dependencies: readonly Dependency[];
	readonly roles: readonly Role[];
	readonly organisations: readonly ScenarioOrganisation[];
	/** In the order in which they apply: the model's, then the scenario's; within each the broad before the narrow. */
	readonly settings: readonly Setting[];
	readonly decisions: readonly Decision[];
	readonly injects: readonly Inject[];
	readonly cuts: readonly Cut[];
	/** In their order; missing: none. */
	readonly questions?: readonly Question[];
	readonly objectives: readonly Objective[];
	readonly experts: readonly Expert[];
	readonly record: { readonly acts: readonly Act[]; readonly measured: readonly Measured[] };
	readonly facts: readonly Fact[];
	/** Who meets after the incident, what they may agree on, and how; left out: nobody meets. */
	readonly summit?: Summit;
}

export type { Scope };
