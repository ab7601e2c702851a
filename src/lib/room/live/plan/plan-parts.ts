import { conditionNow } from '../../../exercise/injects/conditions.ts';
import { injectsWaiting } from '../../../exercise/injects/injects-due.ts';
import { scopeOf } from '../../../exercise/scenario/scope.ts';
import { entry } from '../../../exercise/state.ts';
import type { Shown } from '../audiences.ts';
import type { Live } from '../live.ts';
import type { ConditionPart, PlanPart } from '../desk/staff-parts.ts';
import { undoableStep } from './plan-requests.ts';
import { worldsOf } from '../worlds/worlds.ts';

/** What feeds tell facilitators of the plan. */

export function planPart(live: Live): PlanPart {
	const { injects, people, lastStepAtMs } = live;
	const nameOf = (person: string) => people.find(person)?.name ?? '';
	const taken = undoableStep(live);
	return {
		waiting: injects.waiting,
		opened: openedParts(live),
		writing: injects.writing.map(({ inject, person }) => ({ inject, person, name: nameOf(person) })),
		by: Object.fromEntries(injects.planners.map(({ inject, by }) => [inject, nameOf(by)])),
		undo: taken === null ? null : { of: taken.command, ...taken.to, atMs: lastStepAtMs }
	};
}

function openedParts({ people, reading }: Live): Record<string, string[]> {
	const opened: Record<string, string[]> = {};
	for (const { id } of people.teams)
		for (const inject of reading.openedBy(id)) (opened[inject] ??= []).push(id);
	return opened;
}

/** Where the conditions stand that injects still wait for: as in the first world, and in how many worlds they hold. */
export function conditionsPart(
	live: Live,
	{ state, worlds }: Pick<Shown, 'state' | 'worlds'>
): Readonly<Record<string, ConditionPart>> {
	const scenario = live.pack.exercise;
	const conditions: Record<string, ConditionPart> = {};
	for (const id of worldsOf(state)) {
		const world = entry(state.worlds, id);
		const frame = worlds.get(id)?.frame;
		if (world === undefined || frame === undefined) continue;
		const scope = scopeOf(frame, world.acts, scenario);
		for (const { id: inject, when } of injectsWaiting(scenario, state, world, frame.minute)) {
			const now = conditionNow(when!, scope);
			const before = conditions[inject] ?? { ...now, worlds: 0, holdsIn: 0 };
			const holdsIn = before.holdsIn + (now.holds ? 1 : 0);
			conditions[inject] = { ...before, worlds: before.worlds + 1, holdsIn };
		}
	}
	return conditions;
}
