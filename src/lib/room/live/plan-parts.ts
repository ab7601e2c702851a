import { conditionNow, type ConditionNow } from '../../exercise/injects/conditions.ts';
import { injectsWaiting } from '../../exercise/injects/injects-due.ts';
import { scopeOf } from '../../exercise/scenario/scope.ts';
import { entry } from '../../exercise/state.ts';
import type { Shown } from './audiences.ts';
import type { Live } from './live.ts';
import type { PlanPart } from './parts.ts';
import { undoableStep } from './plan-requests.ts';

/** What feeds tell facilitators of the plan. */

export function planPart(live: Live): PlanPart {
	const { injects, people, lastStepAtMs } = live;
	const nameOf = (person: string) => people.find(person)?.name ?? '';
	const taken = undoableStep(live);
	return {
		waiting: injects.waiting,
		writing: injects.writing.map(({ inject, person }) => ({ inject, person, name: nameOf(person) })),
		by: Object.fromEntries(injects.hands.map(({ inject, by }) => [inject, nameOf(by)])),
		undo: taken === null ? null : { of: taken.command, ...taken.to, atMs: lastStepAtMs }
	};
}

/** Where the conditions stand that injects still wait for. */
export function conditionsPart(
	{ pack, world }: Live,
	{ state, frame }: Shown
): Readonly<Record<string, ConditionNow>> {
	const own = entry(state.worlds, world);
	if (own === undefined) return {};
	const scope = scopeOf(frame, own.acts, pack.exercise);
	const waiting = injectsWaiting(pack.exercise, state, own, frame.minute);
	return Object.fromEntries(waiting.map(({ id, when }) => [id, conditionNow(when!, scope)]));
}
