import type { Part } from '../log/events.ts';
import { decisionOf, roleOf, type ExerciseDecision, type ExerciseScenario } from '../scenario/scenario.ts';
import { actMinute, isPreparation, type RoomState, type WorldState } from '../state.ts';
import type { Shortfall } from './standing.ts';

/** What a role has spent in a world, and what it has left where it stands. Null: it has no budget to keep to. */
export interface BudgetBalance {
	/** Preparation and response together, US$. */
	readonly spentUsd: number;
	/** Of the budget that the present phase draws on, US$. */
	readonly leftUsd: number | null;
	/** Points: in preparation of the whole preparation, later of the present minute. */
	readonly attentionLeft: number | null;
}

/** As much of an act as a budget needs; levers set by hand name no decision and cost nothing. */
export interface CostedAct {
	readonly atMin: number;
	readonly decision?: string;
	readonly part?: Part;
}

/** What a role has spent and has left in a world as it stands. Decisions of the summit draw on no budget. */
export function balanceOf(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState,
	role: string
): BudgetBalance {
	return balanceAt(scenario, world.acts, role, actMinute(state.position, world));
}

/** As {@link balanceOf}, of what was done and the minute at which something would be done now. */
export function balanceAt(
	scenario: ExerciseScenario,
	acts: readonly CostedAct[],
	role: string,
	atMin: number
): BudgetBalance {
	let spentUsd = 0;
	let sameBudgetUsd = 0;
	let attention = 0;
	for (const act of acts) {
		const decision = act.decision === undefined ? undefined : decisionOf(scenario, act.decision);
		if (decision === undefined || decision.role !== role || act.part === 'summit') continue;
		spentUsd += decision.costUsd;
		if (isPreparation(act.atMin) !== isPreparation(atMin)) continue;
		sameBudgetUsd += decision.costUsd;
		if (isPreparation(atMin) || act.atMin === atMin) attention += decision.attention;
	}
	const budget = roleOf(scenario, role)?.budget ?? null;
	if (budget === null) return { spentUsd, leftUsd: null, attentionLeft: null };
	const [usd, points] = isPreparation(atMin)
		? [budget.preparationUsd, budget.preparationAttention]
		: [budget.responseUsd, budget.attentionPerRound];
	return { spentUsd, leftUsd: usd - sameBudgetUsd, attentionLeft: points - attention };
}

/** What the role of a decision has too little left of for it, or null. */
export function shortOf(
	scenario: ExerciseScenario,
	{ role, costUsd, attention }: ExerciseDecision,
	acts: readonly CostedAct[],
	atMin: number
): Shortfall | null {
	const { leftUsd, attentionLeft } = balanceAt(scenario, acts, role, atMin);
	if (leftUsd !== null && costUsd > leftUsd) return { kind: 'overBudget', costUsd, leftUsd };
	if (attentionLeft !== null && attention > attentionLeft)
		return { kind: 'noAttention', attention, attentionLeft };
	return null;
}
