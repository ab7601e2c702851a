import { roundsOf } from '../../lib/exercise/phases/rounds.ts';
import type { ExerciseScenario } from '../../lib/exercise/scenario/scenario.ts';
import type { Casting, Course } from './course.ts';

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

/** The news of all rounds of one play. */
export interface PlayNews {
	readonly casting: Casting;
	readonly rounds: readonly RoundNews[];
}

/** The least of each round over many plays: a row for each role and way of playing, decisions / messages in each round. */
export function leastTable(plays: readonly PlayNews[]): string {
	const ways = new Map<string, PlayNews[]>();
	for (const play of plays) {
		const { role, player } = play.casting;
		const way = `${role.padEnd(17)} ${player.padEnd(9)}`;
		ways.set(way, [...(ways.get(way) ?? []), play]);
	}
	return [...ways]
		.map(([way, played]) => {
			const rounds = played[0]!.rounds.map(({ atMin }, index) => {
				const least = (key: 'decisions' | 'messages') =>
					Math.min(...played.map((play) => play.rounds[index]![key]));
				return `${atMin}: ${least('decisions')}/${least('messages')}`;
			});
			return `${way} ${String(played.length).padStart(3)} plays  ${rounds.join('  ')}`;
		})
		.join('\n');
}
