import type { Section, SectionKind } from './agenda.ts';

/** A round takes this long at least: a situation read out, a talk, a decision. */
const ROUND_LEAST_MIN = 5;
const BEFORE: readonly (readonly [SectionKind, number])[] = [
	['welcome', 4],
	['briefing', 6],
	['preparation', 8],
	['outbreak', 2]
];
const AFTER: readonly (readonly [SectionKind, number])[] = [
	['toEnd', 2],
	['hotWash', 14],
	['summit', 0],
	['nextOutages', 0],
	['close', 3]
];

/** On a stage: everything but the rounds and the talk afterwards is a sentence. */
const STAGE_ROUND_LEAST_MIN = 2;
const STAGE_BEFORE: typeof BEFORE = BEFORE.map(([kind]) => [kind, 1]);
const STAGE_AFTER: typeof AFTER = [
	['toEnd', 1],
	['hotWash', 10],
	['summit', 0],
	['nextOutages', 0],
	['close', 1]
];

/**
 * The agenda that a room begins with: what is not a round takes what it takes, the rounds share the rest, the second one,
 * with the most to read, before the others.
 * @param rounds how many stops the cut has
 * @param minutes what the cut is said to take; it becomes more where the rounds would get too little
 * @param isStage whether a presenter tells the story and an audience votes
 * @param hasSummit whether one can be opened afterwards
 */
export function firstAgenda(rounds: number, minutes: number, isStage = false, hasSummit = false): Section[] {
	const [before, after] = isStage ? [STAGE_BEFORE, STAGE_AFTER] : [BEFORE, AFTER];
	const leastMin = isStage ? STAGE_ROUND_LEAST_MIN : ROUND_LEAST_MIN;
	const fixed = [...before, ...after].reduce((sum, [, one]) => sum + one, 0);
	const forRounds = Math.max(rounds * leastMin, minutes - fixed);
	const each = Math.floor(forRounds / Math.max(1, rounds));
	const over = forRounds - each * rounds;
	const inRounds = Array.from({ length: rounds }, (_, index) => {
		// Counted from the second round on.
		const place = (index + rounds - 1) % rounds;
		return section('round', each + (place < over ? 1 : 0), index + 1);
	});
	return [
		...before.map(([kind, one]) => section(kind, one)),
		...inRounds,
		...after
			.filter(([kind]) => hasSummit || (kind !== 'summit' && kind !== 'nextOutages'))
			.map(([kind, one]) => section(kind, one))
	];
}

/** What a workshop of this cut takes from the welcome to the end, to the next five minutes. */
export function workshopMinutes(rounds: number, minutes: number, isStage = false): number {
	const sum = firstAgenda(rounds, minutes, isStage).reduce((all, { plannedMin }) => all + plannedMin, 0);
	return Math.ceil(sum / 5) * 5;
}

function section(kind: SectionKind, minutes: number, round: number | null = null): Section {
	const id = round === null ? kind : `round-${round}`;
	return { id, kind, round, agreedMin: minutes, plannedMin: minutes, startedAtMs: null };
}
