import type { Localized } from '../../scenario/scenario.ts';
import { WORTH_NAMING } from './finding.ts';
import type { ForkDifference, ForkedDecision } from './fork.ts';
import type { HotWash } from './hot-wash.ts';

/** Parts that share more than this of the whole cover for each other (assumed). */
const MOSTLY_SHARED = 0.5;

/** The one thing to take along from a run, by what its runs show. */
export type Lesson =
	/** What the second attempt changed, and what came of it. */
	| {
			readonly kind: 'fork';
			readonly harm: number;
			readonly onlyHere: readonly ForkedDecision[];
			readonly onlyThere: readonly ForkedDecision[];
			readonly movedCount: number;
	  }
	/** A decision that was open and not taken would have done more than any that was. */
	| {
			readonly kind: 'missed';
			readonly title: Localized;
			readonly atMin: number;
			readonly harm: number;
			readonly instead: readonly Localized[];
	  }
	| { readonly kind: 'hurt'; readonly title: Localized; readonly harm: number }
	/** Several decisions did the same work. `single`: what is lost without the one that did most by itself; 0: nothing. */
	| { readonly kind: 'covered'; readonly harm: number; readonly single: number }
	| { readonly kind: 'earned'; readonly title: Localized; readonly atMin: number; readonly harm: number }
	/** What others did decided this run. */
	| { readonly kind: 'others' };

/** The lesson of a run; null until what its decisions did is known. */
export function lessonOf({ effects }: Pick<HotWash, 'effects'>, fork: ForkDifference | null): Lesson | null {
	if (effects === null) return null;
	const ofFork = lessonOfFork(fork);
	if (ofFork !== null) return ofFork;
	const [helped, hurt, missed] = [effects.helped[0], effects.hurt[0], effects.wouldHelp[0]];
	const size = (one: { readonly harm: number } | undefined) => (one === undefined ? 0 : Math.abs(one.harm));
	const most = Math.max(size(helped), size(hurt), size(missed));
	const { together } = effects;
	if (together !== null && together.harm <= -WORTH_NAMING && together.shared / together.harm > MOSTLY_SHARED)
		if (-together.shared >= most) return { kind: 'covered', harm: together.harm, single: size(helped) };
	if (most < WORTH_NAMING) return { kind: 'others' };
	if (missed !== undefined && size(missed) === most) {
		const { title, atMin, harm, instead } = missed;
		return { kind: 'missed', title, atMin, harm, instead: instead.map((one) => one.title) };
	}
	if (hurt !== undefined && size(hurt) === most) return { kind: 'hurt', title: hurt.title, harm: hurt.harm };
	const { title, atMin, harm } = helped!;
	return { kind: 'earned', title, atMin, harm };
}

function lessonOfFork(fork: ForkDifference | null): Lesson | null {
	if (fork === null || fork.harm === null) return null;
	const { harm, onlyHere, onlyThere, moved } = fork;
	if (onlyHere.length + onlyThere.length + moved.length === 0) return null;
	return { kind: 'fork', harm, onlyHere, onlyThere, movedCount: moved.length };
}
