import type { Budget, Cut, Localized, RoleKind } from '../../scenario/scenario.ts';

/** How roles that nobody plays behave. */
export const TEMPERS = ['record', 'cautious', 'fast', 'thrifty', 'none'] as const;
export type Temper = (typeof TEMPERS)[number];

/** A scenario as a setup screen shows it. */
export interface ScenarioCard {
	readonly id: string;
	readonly title: Localized;
	readonly summary: Localized;
	readonly startMinute: number;
	readonly roles: readonly RoleCard[];
	readonly cuts: readonly Cut[];
	/** What each temper does, in its own words. */
	readonly tempers: Readonly<Record<Temper, Localized>>;
}

export interface RoleCard {
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
		}[];
	};
	readonly objectives: readonly ObjectiveCard[];
}

export interface ObjectiveCard {
	readonly id: string;
	readonly name: Localized;
	readonly capability: Localized;
	readonly tasks: readonly { readonly id: string; readonly text: Localized }[];
}

export interface DecisionCard {
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
	readonly facts: readonly string[];
	readonly assumed: string | null;
}
