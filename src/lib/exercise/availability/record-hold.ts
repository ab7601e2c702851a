import type { ExerciseDecision, ExerciseScenario } from '../scenario/scenario.ts';
import { isPreparation, type RoomState } from '../state.ts';

/**
 * Until when a role is held to the record: its own decisions of the incident wait, so that the others meet what was really
 * done. Null: it decides as it likes.
 */
export function heldUntilMin(
	{ signal }: Pick<ExerciseScenario, 'signal'>,
	{ exercise }: Pick<RoomState, 'exercise'>,
	role: string
): number | null {
	return signal?.role === role ? (exercise?.heldUntilMin ?? null) : null;
}

/** The longest that the role can be held: to its first decision on record, which nothing may keep from being taken. */
export function longestHoldMin({ signal, record, decisions, horizonMin }: OnRecord): number {
	const isOwn = (id: string | null | undefined) =>
		decisions.find((decision) => decision.id === id)?.role === signal?.role;
	const own = record.filter(
		(act) => (act.decision ?? null) !== null && !isPreparation(act.atMin) && isOwn(act.decision)
	);
	return Math.min(horizonMin, ...own.map(({ atMin }) => atMin));
}

interface OnRecord {
	readonly signal?: { readonly role: string } | undefined;
	readonly record: readonly { readonly atMin: number; readonly decision?: string | null }[];
	readonly decisions: readonly { readonly id: string; readonly role: string }[];
	readonly horizonMin: number;
}

/** Whether a decision is one that waits. Who is held answers messages all the same. */
export function isHeldAt(
	{ answers }: Pick<ExerciseDecision, 'answers'>,
	atMin: number,
	untilMin: number | null
): untilMin is number {
	return untilMin !== null && answers === undefined && !isPreparation(atMin) && atMin < untilMin;
}
