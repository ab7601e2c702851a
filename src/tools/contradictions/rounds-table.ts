import { roundsOf } from '../../lib/exercise/phases/rounds.ts';
import type { ExerciseScenario } from '../../lib/exercise/scenario/scenario.ts';
import type { Course } from './course.ts';

/** What a round brought a role that no round before it had. */
export interface RoundNews {
	readonly atMin: number;
	/** Decisions, answers among them, that could be taken for the first time. */
	readonly decisions: number;
	/** Messages since the last round that are about one of those. */
	readonly messages: number;
}

/** For each round of a play: what was new to decide, and the messages about it. */
export function newsOf(scenario: ExerciseScenario, { casting, events }: Course): RoundNews[] {
	const seen = new Set<string>();
	let lastMin = -Infinity;
	return roundsOf(scenario, casting.cut).map(({ atMin }) => {
		const offered = events.flatMap((one) =>
			one.kind === 'offered' && one.atMin === atMin ? [one.decision.id] : []
		);
		const fresh = offered.filter((id) => !seen.has(id));
		for (const id of fresh) seen.add(id);
		const since = lastMin;
		lastMin = atMin;
		const messages = events.filter((one) => {
			if (one.kind !== 'told' || one.atMin <= since || one.atMin > atMin) return false;
			return [...(one.answers ?? []), ...(one.inject.callsFor ?? [])].some((id) => fresh.includes(id));
		});
		return { atMin, decisions: fresh.length, messages: messages.length };
	});
}

/** The least of each round over many plays, as a table of roles by rounds: decisions / messages. */
export function leastTable(rows: ReadonlyMap<string, readonly RoundNews[][]>): string {
	return [...rows]
		.map(([role, plays]) => {
			const rounds = plays[0]!.map(({ atMin }, index) => {
				const least = (key: 'decisions' | 'messages') => Math.min(...plays.map((play) => play[index]![key]));
				return `${atMin}: ${least('decisions')}/${least('messages')}`;
			});
			return `${role.padEnd(17)} ${rounds.join('  ')}`;
		})
		.join('\n');
}
