import { describe, expect, test } from 'vitest';
import { standingAt } from '../lib/exercise/availability/standing.ts';
import { isRecoveryAt, roundsOf } from '../lib/exercise/phases/rounds.ts';
import { loadPack } from './packs.ts';

const { exercise } = loadPack('july-2024');
const SEATS = exercise.cuts.flatMap(({ id: cut }) => exercise.roles.map(({ id: role }) => ({ cut, role })));

interface Taken {
	readonly decision: string;
	readonly atMin: number;
}

function openTo(role: string, cut: string, atMin: number, acts: readonly Taken[]): string[] {
	const phase = isRecoveryAt(exercise, cut, atMin) ? 'recovery' : 'incident';
	return exercise.decisions
		.filter((decision) => decision.role === role)
		.filter(
			(decision) => standingAt(exercise, decision, { phase, atMin, isOpen: true }, acts).kind === 'open'
		)
		.map(({ id }) => id);
}

/** Minutes of the rounds that some order of deciding, one thing a round, leaves with nothing to decide. */
function emptyRounds(role: string, cut: string): number[] {
	const rounds = roundsOf(exercise, cut);
	const empty = new Set<number>();
	const seen = new Set<string>();
	function goOn(index: number, acts: readonly Taken[]): void {
		const round = rounds[index];
		const key = [index, ...acts.map(({ decision }) => decision).toSorted()].join(' ');
		if (round === undefined || seen.has(key)) return;
		seen.add(key);
		const { atMin } = round;
		const open = openTo(role, cut, atMin, acts);
		if (open.length === 0) {
			empty.add(atMin);
			goOn(index + 1, acts);
		}
		for (const decision of open) goOn(index + 1, [...acts, { decision, atMin }]);
	}
	goOn(0, []);
	return [...empty].toSorted((a, b) => a - b);
}

describe.each(SEATS)('$role in the cut $cut', ({ cut, role }) => {
	test('finds something to decide in every round while it has decided nothing', () => {
		const idle = roundsOf(exercise, cut).filter(({ atMin }) => openTo(role, cut, atMin, []).length === 0);
		expect(idle).toEqual([]);
	});

	test('finds something in every round up to the first of the recovery, whichever one thing a round it decides', () => {
		const { recoveryFromMin } = exercise.cuts.find(({ id }) => id === cut)!;
		expect(emptyRounds(role, cut).filter((atMin) => atMin <= recoveryFromMin)).toEqual([]);
	});
});

describe.each(exercise.roles)('$id in the short cut', ({ id }) => {
	test('never runs out of things to decide at one a round', () => {
		expect(emptyRounds(id, 'short')).toEqual([]);
	});
});
