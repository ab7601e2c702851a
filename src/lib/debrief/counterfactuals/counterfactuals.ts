import { worldOrders } from '../../exercise/world/orders.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { PREPARATION_MIN, type Act, type DecisionAct } from '../../exercise/state.ts';
import { firstFit, type Opening } from './openings.ts';
import type { RunJob } from '../pool/run-job.ts';

/**
 * A run that is the played one with one thing changed, on the same seed. All other acts stay as they were, when they
 * were: no role reacts to the change.
 */
export interface Counterfactual {
	/** `played`, `none`, `without:…` or `with:…`. */
	readonly id: string;
	readonly kind: 'played' | 'none' | 'without' | 'with';
	/** The decision left out or added; null for the two runs that the others are compared with. */
	readonly decision: string | null;
	/** When it was taken, or is; before 0 in preparation. */
	readonly atMin: number;
	/** What had to go with it, or to come with it. */
	readonly together: readonly string[];
	readonly acts: readonly Act[];
}

/** What a run calls for, and what could not be asked. */
export interface Questions {
	/** The played run and the run without any act first: everything else is compared with them. */
	readonly runs: readonly Counterfactual[];
	/** Decisions that were not taken and fitted at no round: too late, or beyond the budget that was left. */
	readonly outOfReach: readonly string[];
}

/**
 * The single runs that tell what each decision of the roles in `mine` did: each one taken left out, with what builds on
 * it; each one not taken added at the first opening at which it could have been taken, with what it builds on, within
 * what the budget left.
 */
export function counterfactuals(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	mine: readonly string[],
	openings: readonly Opening[]
): Questions {
	const taken = decisionsOf(acts);
	// What nobody asked could not be answered: of answers only those that were given are looked at.
	const own = scenario.decisions.filter(
		({ id, role, answers }) =>
			mine.includes(role) && (answers === undefined || taken.some(({ decision }) => decision === id))
	);
	const runs: Counterfactual[] = [
		{ id: 'played', kind: 'played', decision: null, atMin: 0, together: [], acts },
		{ id: 'none', kind: 'none', decision: null, atMin: 0, together: [], acts: [] }
	];
	const outOfReach: string[] = [];
	for (const { id } of own) {
		const act = taken.find(({ decision }) => decision === id);
		const run = act === undefined ? withIt(scenario, acts, id, openings) : withoutIt(scenario, acts, act);
		if (run === null) outOfReach.push(id);
		else runs.push(run);
	}
	return { runs, outOfReach };
}

/** What has to be run for a counterfactual. */
export function jobOf(
	scenario: ExerciseScenario,
	{ acts }: Counterfactual,
	seed: string,
	minutes: readonly number[]
): RunJob {
	return { seed, orders: worldOrders(scenario, { acts }), minutes };
}

/** The decisions among acts, in the order in which they were taken. */
export function decisionsOf(acts: readonly Act[]): DecisionAct[] {
	return acts.filter((act) => act.kind === 'decision');
}

function withoutIt(scenario: ExerciseScenario, acts: readonly Act[], { decision, atMin }: DecisionAct) {
	const gone = new Set([decision]);
	for (const act of decisionsOf(acts)) {
		const requires = scenario.decisions.find(({ id }) => id === act.decision)?.requires ?? [];
		if (requires.some((id) => gone.has(id))) gone.add(act.decision);
	}
	const left = acts.filter((act) => act.kind !== 'decision' || !gone.has(act.decision));
	const together = [...gone].filter((id) => id !== decision);
	return { id: `without:${decision}`, kind: 'without', decision, atMin, together, acts: left } as const;
}

function withIt(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	decision: string,
	openings: readonly Opening[]
): Counterfactual | null {
	const added = firstFit(scenario, acts, decision, openings);
	if (added === null) return null;
	const { atMin } = added.at(-1)!;
	const together = added.map((act) => act.decision).filter((id) => id !== decision);
	const all = added.reduce<readonly Act[]>(inserted, acts);
	return { id: `with:${decision}`, kind: 'with', decision, atMin, together, acts: all };
}

/** After everything done by that minute: at one minute, what is done last holds. */
function inserted(acts: readonly Act[], added: DecisionAct): readonly Act[] {
	const later = acts.findIndex(({ atMin }) => atMin > Math.max(PREPARATION_MIN, added.atMin));
	return later < 0 ? [...acts, added] : [...acts.slice(0, later), added, ...acts.slice(later)];
}
