import type { Cut, Fact, Localized } from '../../scenario/scenario.ts';
import type { GridSpan } from '../../sim/model.ts';
import type { LocalTime } from './local-times.ts';
import type { AgreementDetails, BotProfile, DecisionDetails, ScenarioSummary } from './scenario-summary.ts';

/** The role of somebody who plays every seat. */
export const TABLE = 'table';

/** What is known of an open room and does not change. */
export interface RoomFacts {
	readonly runId: string;
	readonly scenario: ScenarioSummary;
	readonly briefing: Localized | null;
	readonly role: string;
	/** Ids of the roles that the person plays. */
	readonly mine: readonly string[];
	readonly cut: Cut;
	readonly bots: Readonly<Record<string, BotProfile>>;
	readonly startMinute: number;
	readonly horizonMin: number;
	readonly spans: readonly GridSpan[];
	readonly releaseMinutes: readonly number[];
	readonly hosts: number;
	/** Where the hosts of the person's roles are, by local time, from west to east. */
	readonly localTimes: readonly LocalTime[];
	readonly sectors: readonly {
		readonly id: string;
		readonly name: Localized;
		readonly unit: Localized;
		/** What is left of its work undone; null: its author has no word for it. */
		readonly undone: Localized | null;
	}[];
	/** Those of the person's roles. */
	readonly decisions: readonly DecisionDetails[];
	/** Those of other roles that need the agreement of the person's. */
	readonly agreements: readonly AgreementDetails[];
	readonly facts: readonly Fact[];
}

/** What a role of the person's has left. */
export interface BudgetBalance {
	readonly role: string;
	readonly spentUsd: number;
	readonly leftUsd: number;
	readonly attentionLeft: number;
}
