import type { Part } from '../log/events.ts';
import { refuse, type Refusal } from '../commands/refusals.ts';
import { decisionOf, roleOf, type ExerciseDecision, type ExerciseScenario } from '../scenario/scenario.ts';
import { actMinute, isPreparation, type RoomState, type WorldState } from '../state.ts';

/** What a role has spent in a world, and what it has left where it stands. */
export interface Spending {
	/** Preparation and response together, US$. */
	readonly spentUsd: number;
	/** Of the budget that the present phase draws on, US$; Infinity for a role without a budget. */
	readonly leftUsd: number;
	/** Points: in preparation of the whole preparation, later of the present minute. */
	readonly attentionLeft: number;
}

/** As much of an act as a budget needs; levers set by hand name no decision and cost nothing. */
export interface CostedAct {
	readonly atMin: number;
	readonly decision?: string;
	readonly part?: Part;
}

/** What a role has spent and has left in a world as it stands. Decisions of the summit draw on no budget. */
export function spending(
	scenario: ExerciseScenario,
	state: RoomState,
	world: WorldState,
	role: string
): Spending {
	return spendingAt(scenario, world.acts, role, actMinute(state.position, world));
}

/** As {@link spending}, of what was done and the minute at which something would be done now. */
export function spendingAt(
	scenario: ExerciseScenario,
	acts: readonly CostedAct[],
	role: string,
	atMin: number
): Spending {
	let spentUsd = 0;
	let samePurseUsd = 0;
	let attention = 0;
	for (const act of acts) {
		const decision = act.decision === undefined ? undefined : decisionOf(scenario, act.decision);
		if (decision === undefined || decision.role !== role || act.part === 'summit') continue;
		spentUsd += decision.costUsd;
		if (isPreparation(act.atMin) !== isPreparation(atMin)) continue;
		samePurseUsd += decision.costUsd;
		if (isPreparation(atMin) || act.atMin === atMin) attention += decision.attention;
	}
	const budget = roleOf(scenario, role)?.budget ?? null;
	if (budget === null) return { spentUsd, leftUsd: Infinity, attentionLeft: Infinity };
	const [usd, points] = isPreparation(atMin)
		? [budget.preparationUsd, budget.preparationAttention]
		: [budget.responseUsd, budget.attentionPerRound];
	return { spentUsd, leftUsd: usd - samePurseUsd, attentionLeft: points - attention };
}

/** A refusal where a decision would cost its role more than it has left, else null. */
export function notAffordable(
	scenario: ExerciseScenario,
	{ id, role, costUsd, attention }: ExerciseDecision,
	acts: readonly CostedAct[],
	atMin: number
): { readonly refusal: Refusal } | null {
	const { leftUsd, attentionLeft } = spendingAt(scenario, acts, role, atMin);
	if (costUsd > leftUsd) {
		const left = `${role} has ${grouped(leftUsd)} left`;
		return refuse(
			'overBudget',
			`'${id}' costs ${grouped(costUsd)} US$ and ${left}. Take something else back, or do without it.`
		);
	}
	if (attention <= attentionLeft) return null;
	const needs = `'${id}' takes ${attention} ${attention === 1 ? 'point' : 'points'} of attention`;
	const later = isPreparation(atMin) ? 'do without it' : 'wait for the next round';
	return refuse(
		'noAttention',
		`${needs} and ${role} has ${attentionLeft} left. Take something else back, or ${later}.`
	);
}

/** 4000000 → 4,000,000 */
function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
