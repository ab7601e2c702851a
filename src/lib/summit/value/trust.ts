import type { Conduct, Summit } from '../../scenario/summit.ts';

/** How much each party believes each other one, from 0 to 1: `trust[who][whom]`. */
export type Trust = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One thing done in the incident. */
export interface DoneAct {
	readonly decision: string;
	/** Of the exercise. */
	readonly atMin: number;
}

/** Conduct that an incident has shown. */
export interface Shown {
	readonly conduct: string;
	readonly of: string;
	readonly with: readonly string[];
	readonly moves: number;
}

/** Trust before anything happened. */
export function trustAtFirst({ parties, rules }: Pick<Summit, 'parties' | 'rules'>): Trust {
	return Object.fromEntries(
		parties.map(({ id, trusts }) => [
			id,
			Object.fromEntries(
				parties.filter((other) => other.id !== id).map((other) => [other.id, trusts[other.id] ?? rules.trust])
			)
		])
	);
}

/** A step towards full trust, or away from it: the nearer the end, the shorter. */
export function movedTrust(trust: number, step: number): number {
	return step >= 0 ? trust + step * (1 - trust) : trust + step * trust;
}

export function withMove(trust: Trust, who: string, whom: string, step: number): Trust {
	const row = trust[who];
	const now = row?.[whom];
	if (row === undefined || now === undefined) return trust;
	return { ...trust, [who]: { ...row, [whom]: movedTrust(now, step) } };
}

/**
 * What an incident as it was played says of the parties. Only what somebody did counts, and what the scenario says was
 * to be done by a minute; of somebody whom the scenario has no line for nothing follows.
 */
export function shownBy(
	{ conduct, parties }: Pick<Summit, 'conduct' | 'parties'>,
	acts: readonly DoneAct[],
	releaseMin: number
): Shown[] {
	return conduct
		.filter((line) => isShown(line, acts, releaseMin))
		.map(({ id, of, with: others, moves }) => ({
			conduct: id,
			of,
			with: others ?? parties.map((party) => party.id).filter((party) => party !== of),
			moves
		}));
}

function isShown(
	{ decision, within, later }: Conduct,
	acts: readonly DoneAct[],
	releaseMin: number
): boolean {
	const done = acts.filter((act) => act.decision === decision).map(({ atMin }) => atMin - releaseMin);
	const first = done.length === 0 ? null : Math.min(...done);
	if (later !== undefined) return first === null || first > later;
	if (first === null) return false;
	return within === undefined || first <= within;
}

/** Trust after all that was shown. */
export function trustAfter(trust: Trust, shown: readonly Shown[]): Trust {
	return shown.reduce(
		(after, { of, with: others, moves }) =>
			others.reduce((moved, who) => withMove(moved, who, of, moves), after),
		trust
	);
}

/** Mean trust of a party in the others. */
export function meanTrustOf(trust: Trust, who: string): number {
	const row = Object.values(trust[who] ?? {});
	return row.length === 0 ? 0 : row.reduce((sum, one) => sum + one, 0) / row.length;
}
