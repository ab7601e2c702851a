import type { Frame } from '../../sim/observe/frame.ts';
import type { ReadRun } from '../counterfactuals/finished-run.ts';
import { downOf, type Own } from '../figures/own.ts';
import type { TimeLine, Turn, TurnCause } from './hot-wash.ts';

/** Leaving something out has to raise the peak by this share before the turn is put down to it (assumed). */
const RAISES_PEAK = 0.02;

/**
 * When hosts down were most, and what that followed; null where nothing was ever down. A cause is named only if the run
 * without it does not turn there: its hosts down go on rising, to a peak that is later and higher.
 *
 * @param singles the played run and those with something left out, of one world; none yet: no cause
 */
export function turnOf(
	frames: readonly Frame[],
	ofOwn: Own | null,
	timeLine: TimeLine,
	singles: readonly ReadRun[]
): Turn | null {
	const own = ofOwn !== null && frames.some((frame) => downOf(frame, ofOwn) > 0) ? ofOwn : null;
	const peak = peakOf(frames, own);
	if (peak.down === 0) return null;
	return {
		of: own === null ? 'world' : 'own',
		peakMin: peak.minute,
		peakDown: peak.down,
		after: causeOf(own, timeLine, singles)
	};
}

interface Peak {
	readonly minute: number;
	readonly down: number;
}

function peakOf(frames: readonly Frame[], own: Own | null): Peak {
	return frames.reduce<Peak>(
		(most, frame) => {
			const down = downOf(frame, own);
			return down > most.down ? { minute: frame.minute, down } : most;
		},
		{ minute: 0, down: 0 }
	);
}

/** The single decision without which most are down, an own one first; else all own ones together; else nothing. */
function causeOf(own: Own | null, timeLine: TimeLine, singles: readonly ReadRun[]): TurnCause | null {
	const played = singles.find(({ run }) => run.kind === 'played');
	if (played === undefined) return null;
	const withIt = peakOf(played.run.frames, own);
	const without = (kind: string) =>
		singles
			.filter(({ run }) => run.kind === kind)
			.flatMap(({ run }): TurnCause[] => {
				const peak = peakOf(run.frames, own);
				const isTurn = peak.minute > withIt.minute && peak.down >= withIt.down * (1 + RAISES_PEAK);
				if (!isTurn) return [];
				const decision = run.decision === null ? null : decisionIn(timeLine, run.decision);
				if (run.decision !== null && decision === null) return [];
				const down = { peakDownWithout: peak.down, peakDownWith: withIt.down };
				return [{ decision, ...down, peakMinWithout: peak.minute }];
			});
	return (
		highest(without('without')) ?? highest(without('others')) ?? highest(without('withoutOther')) ?? null
	);
}

function decisionIn({ roles }: TimeLine, id: string): TurnCause['decision'] {
	for (const { role, isMine, decisions } of roles) {
		const entry = decisions.find(({ decision }) => decision === id);
		if (entry !== undefined) return { id, title: entry.title, role, isMine, atMin: entry.atMin };
	}
	return null;
}

function highest(causes: readonly TurnCause[]): TurnCause | null {
	return causes.reduce<TurnCause | null>(
		(best, one) => (best === null || one.peakDownWithout > best.peakDownWithout ? one : best),
		null
	);
}
