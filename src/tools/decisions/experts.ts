import { shortOf } from '../../lib/exercise/availability/budget.ts';
import { harmOf } from '../../lib/exercise/assessment/harm.ts';
import type { Shortfall } from '../../lib/exercise/availability/standing.ts';
import { isPreparatory } from '../../lib/exercise/scenario/scenario.ts';
import { PREPARATION_MIN } from '../../lib/exercise/state.ts';
import type { Study, Taken } from './study.ts';

/** How a role fares, as harm indices under one seed, while all others do what the record says. */
export interface ExpertRow {
	readonly role: string;
	readonly nothing: number;
	readonly record: number;
	readonly expert: number;
	/** The record with one decision of the expert's added or moved, by decision; those that require others are left out. */
	readonly singles: Readonly<Record<string, number>>;
}

/** What the scenario's expert does in a role, in order. */
export function expertActs(study: Study, role: string): Taken[] {
	const expert = study.scenario.experts.find((one) => one.role === role);
	if (expert === undefined) throw new Error(`there is no expert for the role '${role}'`);
	return expert.plays.map(({ decision, atMin }) => {
		return { decision, atMin: isPreparatory(study.decision(decision)) ? PREPARATION_MIN : atMin };
	});
}

/** What a role's expert would have too little money or attention for: nothing. */
export function expertShortfalls(study: Study, role: string): Shortfall[] {
	const done: Taken[] = [];
	return expertActs(study, role).flatMap((act) => {
		const short = shortOf(study.scenario, study.decision(act.decision), done, act.atMin);
		done.push(act);
		return short === null ? [] : [short];
	});
}

/** The expert beside nobody acting in the role, the record, and the record with a single change. */
export function expertRow(study: Study, role: string, seed: string): ExpertRow {
	const none = study.nobody(seed);
	const harm = (acts: readonly Taken[], isRecord: boolean) => {
		const end = study.run(role, acts, isRecord ? 'record' : 'others', seed).at(-1)!;
		return harmOf(study.scenario, role, end, none, acts)!.index;
	};
	const record = study.record(role);
	const singles = expertActs(study, role)
		.filter(({ decision }) => study.decision(decision).requires.every((id) => isIn(record, id)))
		.map((act) => {
			const rest = record.filter(({ decision }) => decision !== act.decision);
			return [act.decision, harm([...rest, act], true)] as const;
		});
	return {
		role,
		nothing: harm([], false),
		record: harm(record, true),
		expert: harm(expertActs(study, role), false),
		singles: Object.fromEntries(singles)
	};
}

/** The expert's gain over the record, and the share of it that the best single decision gives. */
export function gainOf({ record, expert, singles }: ExpertRow): { gain: number; bestShare: number } {
	const gain = record - expert;
	const best = record - Math.min(...Object.values(singles));
	return { gain, bestShare: gain > 0 ? best / gain : Infinity };
}

function isIn(acts: readonly Taken[], id: string): boolean {
	return acts.some(({ decision }) => decision === id);
}
