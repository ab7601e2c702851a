import type { AttributedDecision } from '../../debrief/attribution/attribution.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { PlayScript } from './script.ts';

/** The decisions of a script that are judged, and the others. */
export interface Items {
	readonly decisions: readonly AttributedDecision[];
	/** For each of them its index in the script. */
	readonly scripted: readonly number[];
	/** For each of them those among them that it builds on, also where a decision of somebody else lies between. */
	readonly before: readonly (readonly number[])[];
	/** Indexes in the script of what other people decided: it stays as it was. */
	readonly others: readonly number[];
}

export function itemsOf(
	scenario: Pick<Scenario, 'decisions'>,
	exercise: ExerciseScenario,
	{ decisions, seats }: PlayScript,
	mine: readonly string[]
): Items {
	const roleOf = (seat: string) => seats.find((one) => one.seat === seat)?.role ?? '';
	const isMine = decisions.map(({ seat }) => mine.includes(roleOf(seat)));
	const indexes = decisions.map((_, index) => index);
	const scripted = indexes.filter((index) => isMine[index]!);
	const itemOf = new Map(scripted.map((index, item) => [decisions[index]!.decision, item]));
	return {
		decisions: scripted.map((index) => {
			const { decision, seat, atMin } = decisions[index]!;
			const known = scenario.decisions.find(({ id }) => id === decision);
			const otherwise = known?.default ?? null;
			return { decision, title: known?.title ?? { en: decision }, role: roleOf(seat), atMin, otherwise };
		}),
		scripted,
		before: scripted.map((index) =>
			neededFor(exercise, decisions[index]!.decision).flatMap((id) => itemOf.get(id) ?? [])
		),
		others: indexes.filter((index) => !isMine[index]!)
	};
}

/** What a decision requires, directly or through others. */
function neededFor(exercise: ExerciseScenario, id: string): string[] {
	const found = new Set<string>();
	const visit = (one: string) => {
		for (const other of decisionOf(exercise, one)?.requires ?? []) {
			if (found.has(other)) continue;
			found.add(other);
			visit(other);
		}
	};
	visit(id);
	return [...found];
}
