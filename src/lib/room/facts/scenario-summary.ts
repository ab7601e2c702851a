import type { Expression } from '../../scenario/expression/expression.ts';
import type { Budget, Cut, Localized, RoleKind } from '../../scenario/scenario.ts';

/** How roles that nobody plays behave. */
export const OFFERED_BOTS = ['record', 'cautious', 'fast', 'thrifty', 'none'] as const;
export type BotProfile = (typeof OFFERED_BOTS)[number];

/** A scenario as a setup screen shows it. */
export interface ScenarioSummary {
	readonly id: string;
	readonly title: Localized;
	readonly summary: Localized;
	readonly startMinute: number;
	/** Id of the vendor whose trust is shown. */
	readonly trustIn: string | null;
	readonly roles: readonly RoleSummary[];
	readonly cuts: readonly Cut[];
	/** Whether it can be chosen how well its vendor sees. */
	readonly hasSignal: boolean;
	/** What each of them does, in its own words. */
	readonly botTexts: Readonly<Record<BotProfile, Localized>>;
}

export interface RoleSummary {
	readonly id: string;
	readonly kind: RoleKind;
	readonly name: Localized;
	readonly text: Localized;
	readonly brief: Localized | null;
	readonly owns: readonly Localized[];
	readonly organisations: readonly {
		readonly id: string;
		readonly name: string;
		readonly sector: string;
		readonly sectorName: Localized;
		readonly hosts: number;
		readonly metros: readonly string[];
	}[];
	readonly budget: Budget;
	readonly goal: {
		readonly name: Localized;
		readonly terms: readonly {
			readonly id: string;
			readonly name: Localized;
			readonly unit: Localized;
			readonly weight: number;
			/** How it is read off the world. Results that an earlier version kept have none. */
			readonly measure?: Expression;
		}[];
	};
	readonly objectives: readonly ObjectiveSummary[];
}

export interface ObjectiveSummary {
	readonly id: string;
	readonly name: Localized;
	readonly capability: Localized;
	readonly tasks: readonly { readonly id: string; readonly text: Localized }[];
}

export interface DecisionDetails {
	readonly id: string;
	readonly role: string;
	readonly phase: 'preparation' | 'incident' | 'recovery';
	/** Family of the first lever it sets (rollout, fleet, repair …): decisions are grouped by it. */
	readonly moves: string;
	readonly title: Localized;
	readonly text: Localized;
	/** What happens where nobody takes it. */
	readonly default: Localized | null;
	readonly costUsd: number;
	readonly attention: number;
	readonly leadMin: number;
	readonly fromMin: number | null;
	readonly untilMin: number | null;
	readonly requires: readonly string[];
	/** Decisions that leave nothing for it to do. */
	readonly unless?: readonly string[];
	/** The name of the role whose agreement it needs. */
	readonly confirmedBy?: Localized;
	/** Decisions of its role whose place it takes: both make the same choice, the later one holds. */
	readonly replaces?: readonly string[];
	/** Messages that it answers; none: it waits for no message. */
	readonly answers?: readonly string[];
	readonly facts: readonly string[];
	readonly assumed: string | null;
}

/** A decision of another role that needs agreement. */
export interface AgreementDetails extends Pick<DecisionDetails, 'id' | 'title' | 'text'> {
	/** Who decides. */
	readonly roleName: Localized;
}
