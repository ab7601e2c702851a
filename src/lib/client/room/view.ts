import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import { project, type Projection } from '../../exercise/project/project.ts';
import { balanceOf } from '../../exercise/availability/budget.ts';
import { entry, type RoomState } from '../../exercise/state.ts';
import { TABLE, type Purse } from './room-client.ts';
import type { SoloSetting } from './solo-room.ts';

/** The room as the person's team sees it. Of the whole table all seats are the person's own: so is what they said. */
export function personsView({ scenario, role, mine }: SoloSetting, state: RoomState): Projection {
	const seat = mine[0];
	const team = role === TABLE ? TABLE : role;
	const seen = project(scenario, state, { kind: 'team', team, seat });
	const view = entry(seen.worlds, SHARED_WORLD);
	const world = entry(state.worlds, SHARED_WORLD);
	if (view === undefined || world === undefined || mine.length < 2) return seen;
	const decisions = view.decisions.map((decision) => {
		const act = world.acts.find((one) => one.kind === 'decision' && one.decision === decision.decision);
		if (act?.kind !== 'decision' || !mine.includes(act.seat)) return decision;
		return { ...decision, confidencePct: act.confidencePct };
	});
	return { ...seen, worlds: { ...seen.worlds, [SHARED_WORLD]: { ...view, decisions } } };
}

/** What each of the person's roles has left. */
export function pursesOf({ scenario, mine }: SoloSetting, state: RoomState): Purse[] {
	const world = entry(state.worlds, SHARED_WORLD);
	if (world === undefined) return [];
	return mine.map((role) => {
		const { spentUsd, leftUsd, attentionLeft } = balanceOf(scenario, state, world, role);
		return { role, spentUsd, leftUsd: leftUsd ?? Infinity, attentionLeft: attentionLeft ?? Infinity };
	});
}
