import { decisionOf, type ExerciseScenario } from '../exercise/scenario/scenario.ts';

/** A command as people ask for it; what is in it, its rule checks. */
export interface AskedCommand {
	readonly type: string;
	readonly payload: Readonly<Record<string, unknown>>;
}

const NAMES_A_WORLD: readonly string[] = [
	'commitDecision',
	'confirmDecision',
	'withdrawDecision',
	'amendDecision',
	'releaseInject',
	'makeSetting'
];

/** A command in the world in which its sender acts: pages need not name it, and cannot name another. */
export function inWorld({ type, payload }: AskedCommand, world: string): AskedCommand {
	return { type, payload: NAMES_A_WORLD.includes(type) ? { ...payload, world } : payload };
}

/**
 * The seat of the role that owns a decision, or of one whose agreement it needs; of another's, any own one: its rule
 * refuses it.
 */
export function seatFor(scenario: ExerciseScenario, roles: readonly string[], decision: unknown): string {
	const { role, confirmedBy } = decisionOf(scenario, String(decision)) ?? {};
	const own = [role, confirmedBy].find((one) => one !== undefined && roles.includes(one));
	return own ?? roles[0] ?? 'nobody';
}
