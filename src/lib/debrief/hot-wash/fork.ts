import type { DecisionEntry, HotWash } from './hot-wash.ts';

/** The run that another one was forked from, as far as the two are compared. */
export interface ParentRun {
	readonly runId: string;
	/** The round that the fork began at. */
	readonly round: number;
	/** When it was played, ms since 1970. */
	readonly startedAtMs: number;
	readonly isSameSeed: boolean;
	/** Its harm index; null: it was not measured. */
	readonly harm: number | null;
	/** The person's decisions in it. */
	readonly decisions: readonly ForkedDecision[];
}

export type ForkedDecision = Pick<DecisionEntry, 'decision' | 'title' | 'atMin'>;

/** What is different between a fork and its parent: of the person's decisions, and of what they came to. */
export interface ForkDifference {
	/** The minute at which they parted. */
	readonly partedMin: number;
	/** Harm index of the fork minus that of its parent; null: one of them was not measured. */
	readonly harm: number | null;
	readonly onlyHere: readonly ForkedDecision[];
	readonly onlyThere: readonly ForkedDecision[];
	/** Taken in both, at another minute. */
	readonly moved: readonly (ForkedDecision & { readonly parentAtMin: number })[];
}

export function forkDifference(
	parent: ParentRun,
	{ finding, timeLine }: Pick<HotWash, 'finding' | 'timeLine'>,
	partedMin: number
): ForkDifference {
	const here = ownDecisions({ timeLine });
	const there = parent.decisions;
	const same = (one: ForkedDecision, all: readonly ForkedDecision[]) =>
		all.find(({ decision }) => decision === one.decision);
	return {
		partedMin,
		harm: finding.harm === null || parent.harm === null ? null : finding.harm.played - parent.harm,
		onlyHere: here.filter((one) => same(one, there) === undefined),
		onlyThere: there.filter((one) => same(one, here) === undefined),
		moved: here.flatMap((one) => {
			const before = same(one, there);
			return before === undefined || before.atMin === one.atMin
				? []
				: [{ ...one, parentAtMin: before.atMin }];
		})
	};
}

/** The person's decisions of a run. */
export function ownDecisions({ timeLine }: Pick<HotWash, 'timeLine'>): ForkedDecision[] {
	return timeLine.roles
		.filter(({ isMine }) => isMine)
		.flatMap(({ decisions }) => decisions)
		.map(({ decision, title, atMin }) => ({ decision, title, atMin }));
}
