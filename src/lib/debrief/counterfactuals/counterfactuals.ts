import { worldOrders } from '../../exercise/world/orders.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { isPreparation, PREPARATION_MIN, type Act, type DecisionAct } from '../../exercise/state.ts';
import { firstFit, type Opening } from './openings.ts';
import type { RunJob } from '../pool/run-job.ts';

/**
 * A run that is the played one with one thing changed, on the same seed. All other acts stay as they were, when they
 * were: no role reacts to the change.
 */
export interface Counterfactual {
	/** `played`, `none`, `others`, `without:…` or `with:…`. */
	readonly id: string;
	/**
	 * `others`: the person decides nothing, everybody else as they did. `withoutOther`: a decision of somebody else is left
	 * out, to tell what the run turned after.
	 */
	readonly kind: 'played' | 'none' | 'others' | 'without' | 'withoutOther' | 'with';
	/** The decision left out or added; null for the runs that the others are compared with. */
	readonly decision: string | null;
	/** When it was taken, or is; before 0 in preparation. */
	readonly atMin: number;
	/** What had to go with it, or to come with it. */
	readonly together: readonly string[];
	/** What it was added instead of: decisions that were taken, and that exclude it or are excluded by it. */
	readonly instead: readonly string[];
	readonly acts: readonly Act[];
}

/** What a run calls for, and what could not be asked. */
export interface Questions {
	/** The played run, the one without any act and, where others decided too, the one of theirs alone come first. */
	readonly runs: readonly Counterfactual[];
	/** Decisions that were not taken and fitted at no round: too late, or beyond the budget that was left. */
	readonly outOfReach: readonly string[];
}

/** Of so many decisions of others it is asked whether the run turned after them: those that came first halt the most. */
const OTHERS_ASKED = 4;

/**
 * The single runs that tell what each decision of the roles in `mine` did: each one taken left out, with what builds on
 * it; each one not taken added at the first opening at which it could have been taken, with what it builds on, within
 * what the budget left, and instead of what excludes it.
 *
 * @param movesHosts whether a decision can move the hosts that the roles are judged by
 */
export function counterfactuals(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	mine: readonly string[],
	openings: readonly Opening[],
	movesHosts: (decision: string) => boolean = () => false
): Questions {
	const taken = decisionsOf(acts);
	// What nobody asked could not be answered: of answers only those that were given are looked at.
	const own = scenario.decisions.filter(
		({ id, role, answers }) =>
			mine.includes(role) && (answers === undefined || taken.some(({ decision }) => decision === id))
	);
	const others = actsOfOthers(scenario, acts, mine);
	const runs: Counterfactual[] = [
		{ ...WHOLE, id: 'played', kind: 'played', acts },
		{ ...WHOLE, id: 'none', kind: 'none', acts: [] }
	];
	if (others.length > 0) runs.push({ ...WHOLE, id: 'others', kind: 'others', acts: others });
	const outOfReach: string[] = [];
	for (const { id } of own) {
		const act = taken.find(({ decision }) => decision === id);
		const run = act === undefined ? withIt(scenario, acts, id, openings) : withoutIt(scenario, acts, act);
		if (run === null) outOfReach.push(id);
		else runs.push(run);
	}
	const theirs = taken.filter(({ decision, atMin }) => {
		const isMine = own.some(({ id }) => id === decision);
		return !isMine && !isPreparation(atMin) && movesHosts(decision);
	});
	for (const act of theirs.slice(0, OTHERS_ASKED))
		runs.push({ ...withoutIt(scenario, acts, act), kind: 'withoutOther' });
	return { runs, outOfReach };
}

const WHOLE = { decision: null, atMin: 0, together: [], instead: [] } as const;

/** What is left where these roles decide nothing: their decisions go, with what builds on them. */
export function actsOfOthers(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	mine: readonly string[]
): readonly Act[] {
	const own = scenario.decisions.filter(({ role }) => mine.includes(role));
	return withoutAll(
		scenario,
		acts,
		own.map(({ id }) => id)
	).left;
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
	const { left, gone } = withoutAll(scenario, acts, [decision]);
	const together = gone.filter((id) => id !== decision);
	const about = { id: `without:${decision}`, kind: 'without', decision, atMin } as const;
	return { ...about, together, instead: [], acts: left };
}

/** Acts without some decisions and what builds on them, and which these are. */
function withoutAll(scenario: ExerciseScenario, acts: readonly Act[], decisions: readonly string[]) {
	const gone = new Set(decisions);
	for (const act of decisionsOf(acts)) {
		const requires = decisionOf(scenario, act.decision)?.requires ?? [];
		if (requires.some((id) => gone.has(id))) gone.add(act.decision);
	}
	const left = acts.filter((act) => act.kind !== 'decision' || !gone.has(act.decision));
	return { left, gone: [...gone] };
}

function withIt(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	decision: string,
	openings: readonly Opening[]
): Counterfactual | null {
	return (
		addedTo(scenario, acts, [], decision, openings) ??
		// Where what was taken leaves it nothing to do, it is asked about instead of that.
		addedTo(scenario, acts, decisionOf(scenario, decision)?.unless ?? [], decision, openings)
	);
}

function addedTo(
	scenario: ExerciseScenario,
	acts: readonly Act[],
	insteadOf: readonly string[],
	decision: string,
	openings: readonly Opening[]
): Counterfactual | null {
	const before = withoutAll(scenario, acts, insteadOf);
	const added = firstFit(scenario, before.left, decision, openings);
	if (added === null) return null;
	const { atMin } = added.at(-1)!;
	// What it leaves nothing to do could not have been taken after it.
	const excluded = decisionsOf(before.left).filter((act) => {
		const unless = decisionOf(scenario, act.decision)?.unless ?? [];
		return act.atMin >= atMin && unless.includes(decision);
	});
	const after = withoutAll(
		scenario,
		before.left,
		excluded.map((act) => act.decision)
	);
	const together = added.map((act) => act.decision).filter((id) => id !== decision);
	const instead = decisionsOf(acts)
		.map((act) => act.decision)
		.filter((id) => before.gone.includes(id) || after.gone.includes(id));
	const all = added.reduce<readonly Act[]>(inserted, after.left);
	return { id: `with:${decision}`, kind: 'with', decision, atMin, together, instead, acts: all };
}

/** After everything done by that minute: at one minute, what is done last holds. */
function inserted(acts: readonly Act[], added: DecisionAct): readonly Act[] {
	const later = acts.findIndex(({ atMin }) => atMin > Math.max(PREPARATION_MIN, added.atMin));
	return later < 0 ? [...acts, added] : [...acts.slice(0, later), added, ...acts.slice(later)];
}
