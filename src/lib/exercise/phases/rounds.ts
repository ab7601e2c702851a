import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { cutOf, type ExerciseScenario } from '../scenario/scenario.ts';

/** A round of decisions that a cut brings, whatever happens. */
export interface Round {
	/** From 1, over incident and recovery. */
	readonly round: number;
	readonly part: 'incident' | 'recovery';
	readonly atMin: number;
	/** Where the world halts next: at the next round, or at its end. */
	readonly untilMin: number;
}

/**
 * Where the world halts after `minute` for a round of decisions; null: it runs to its end. Stops of the cut, and the
 * minutes of injects that halt it; those that wait for a condition are found on the way (see injects-due.ts).
 *
 * @param cut null: it is not played in a cut, and halts nowhere by itself
 */
export function nextStop(scenario: ExerciseScenario, cut: string | null, minute: number): number | null {
	return stopsOf(scenario, cut).find((stop) => stop > minute) ?? null;
}

/** The rounds of a cut in their order. Those that somebody opens by stopping the world come on top. */
export function roundsOf(scenario: ExerciseScenario, cut: string | null): Round[] {
	const stops = stopsOf(scenario, cut);
	return stops.map((atMin, index) => ({
		round: index + 1,
		part: isRecoveryAt(scenario, cut, atMin) ? 'recovery' : 'incident',
		atMin,
		untilMin: stops[index + 1] ?? scenario.horizonMin
	}));
}

/** Whether a round that opens at `minute` belongs to the recovery. */
export function isRecoveryAt(scenario: ExerciseScenario, cut: string | null, minute: number): boolean {
	return minute >= (cutOf(scenario, cut)?.recoveryFromMin ?? Infinity);
}

/** Asked for in every step of a world: worked out once for a scenario. */
const known = new WeakMap<ExerciseScenario, Map<string, readonly number[]>>();

/** Ascending, on the grid, before the end. */
function stopsOf(scenario: ExerciseScenario, cut: string | null): readonly number[] {
	const found = cutOf(scenario, cut);
	if (found === null) return [];
	const ofScenario = known.get(scenario) ?? new Map<string, readonly number[]>();
	known.set(scenario, ofScenario);
	let stops = ofScenario.get(found.id);
	if (stops === undefined) ofScenario.set(found.id, (stops = workedOut(scenario, found.stops)));
	return stops;
}

function workedOut(scenario: ExerciseScenario, planned: readonly number[]): number[] {
	const messages = scenario.injects.flatMap(({ scheduled, stops, plannedMin }) =>
		scheduled && stops ? [gridMinuteFrom(scenario.spans, Math.max(0, plannedMin))] : []
	);
	const all = [...new Set([...planned, ...messages])].filter((stop) => stop < scenario.horizonMin);
	return all.sort((a, b) => a - b);
}
