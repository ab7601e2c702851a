import { balanceOf } from '../../exercise/availability/budget.ts';
import { project, type Projection } from '../../exercise/project/project.ts';
import { ownWorldOf } from '../../exercise/project/own-role.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { entry, type RoomState } from '../../exercise/state.ts';
import { TABLE, type BudgetBalance, type RoomFacts } from '../facts/room-facts.ts';

type Own = Pick<RoomFacts, 'role' | 'mine'>;

/** The room as the person's team sees it. Of the whole table all seats are the person's own: so is what they said. */
export function personsView(scenario: ExerciseScenario, { role, mine }: Own, state: RoomState): Projection {
	const team = role === TABLE ? TABLE : role;
	const seen = project(scenario, state, { kind: 'team', team, seat: mine[0] });
	const own = seen.ownWorld;
	if (own === null || mine.length < 2) return seen;
	const { acts } = state.worlds[own];
	const decisions = seen.worlds[own].decisions.map((decision) => {
		const act = acts.find((one) => one.kind === 'decision' && one.decision === decision.decision);
		if (act?.kind !== 'decision' || !mine.includes(act.seat)) return decision;
		return { ...decision, confidencePct: act.confidencePct };
	});
	return { ...seen, worlds: { ...seen.worlds, [own]: { ...seen.worlds[own], decisions } } };
}

/** What each of the person's roles has left. */
export function balancesOf(
	scenario: ExerciseScenario,
	{ role, mine }: Own,
	state: RoomState
): BudgetBalance[] {
	const own = ownWorldOf(state, role === TABLE ? TABLE : role);
	const world = own === null ? undefined : entry(state.worlds, own);
	if (world === undefined) return [];
	return mine.map((one) => {
		const { spentUsd, leftUsd, attentionLeft } = balanceOf(scenario, state, world, one);
		return { role: one, spentUsd, leftUsd: leftUsd ?? Infinity, attentionLeft: attentionLeft ?? Infinity };
	});
}
