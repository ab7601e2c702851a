import type { Frame } from '../../sim/observe/frame.ts';
import { isPreparation, PREPARATION_MIN, type Act } from '../../exercise/state.ts';
import type { HarmMeter } from '../figures/harm.ts';
import type { DecisionEntry, RoleLine, TimeLine, Turn, TurnCause } from './hot-wash.ts';
import { downOf, type Own } from '../figures/own.ts';
import type { ReadRun } from '../counterfactuals/finished-run.ts';

/** Leaving a decision out has to raise the peak by this share before the peak is put down to it (assumed). */
const RAISES_PEAK = 0.02;

/** Shortest interval for which a pace is given. */
const LEAST_INTERVAL_MIN = 10;

/** A run that is looked at for its turn. */
export interface Played {
	readonly frames: readonly Frame[];
	readonly acts: readonly Act[];
	readonly own: Own | null;
	/** Null: the run without any act is not there yet. */
	readonly harmOf: HarmMeter | null;
	/** How long after a decision it can move the number of these hosts that are down; null: it cannot. */
	readonly movesAfterMin: (decision: string, own: Own | null) => number | null;
}

/**
 * When hosts down were most, when harm grew fastest, and what that followed; null where nothing was ever down.
 *
 * @param singles the played run and the single runs without one decision, of one world; none yet: no cause by evidence
 */
export function turnOf(run: Played, timeLine: TimeLine, singles: readonly ReadRun[]): Turn | null {
	const own = run.own !== null && run.frames.some((frame) => downOf(frame, run.own) > 0) ? run.own : null;
	const peak = peakOf(run.frames, own);
	if (peak.down === 0) return null;
	return {
		of: own === null ? 'world' : 'own',
		peakMin: peak.minute,
		peakDown: peak.down,
		fastest: fastestOf(run),
		after:
			provenCause(peak.minute, own, timeLine, singles) ??
			lastBefore(peak.minute, timeLine, (decision) => run.movesAfterMin(decision, own))
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

/** In which interval between readings the harm index grew fastest, and when that pace had halved. */
function fastestOf({ frames, acts, harmOf }: Played): Turn['fastest'] {
	if (harmOf === null) return null;
	// All spending counts from the start on: paying for a remedy is no growth of the outage's harm.
	const paid = acts.map((act) => ({ ...act, atMin: PREPARATION_MIN }));
	const harms = apart(frames).map((frame) => ({ minute: frame.minute, harm: harmOf(frame, paid).index }));
	const rates = harms.slice(1).map((to, i) => {
		const from = harms[i]!;
		const harmAnHour = ((to.harm - from.harm) / (to.minute - from.minute)) * 60;
		return { fromMin: from.minute, toMin: to.minute, harmAnHour };
	});
	const most = rates.reduce((best, rate, i) => (rate.harmAnHour > rates[best]!.harmAnHour ? i : best), 0);
	const fastest = rates[most];
	if (fastest === undefined || fastest.harmAnHour <= 0) return null;
	const halved = rates.slice(most).find(({ harmAnHour }) => harmAnHour <= fastest.harmAnHour / 2);
	return { ...fastest, halvedMin: halved?.fromMin ?? null };
}

/** Readings far enough apart that a pace can be told from chance. */
function apart(frames: readonly Frame[]): Frame[] {
	const kept: Frame[] = [];
	for (const frame of frames) {
		if (frame.minute - (kept.at(-1)?.minute ?? -Infinity) >= LEAST_INTERVAL_MIN) kept.push(frame);
	}
	return kept;
}

/** The own decision, in force by the peak, without which the peak is highest: by the single runs without it. */
function provenCause(
	peakMin: number,
	own: Own | null,
	timeLine: TimeLine,
	singles: readonly ReadRun[]
): TurnCause | null {
	const played = singles.find(({ run }) => run.kind === 'played');
	if (played === undefined) return null;
	const entries = inForce(
		timeLine.roles.filter(({ isMine }) => isMine),
		peakMin
	);
	const withIt = peakOf(played.run.frames, own);
	const causes = singles.flatMap(({ run }): Extract<TurnCause, { kind: 'ownDecision' }>[] => {
		const entry = entries.find(({ decision }) => decision === run.decision);
		if (run.kind !== 'without' || entry === undefined) return [];
		const without = peakOf(run.frames, own);
		if (without.down < withIt.down * (1 + RAISES_PEAK)) return [];
		return [
			{
				kind: 'ownDecision',
				decision: entry.decision,
				title: entry.title,
				atMin: entry.atMin,
				peakDownWithout: without.down,
				peakMinWithout: without.minute,
				peakDownWith: withIt.down
			}
		];
	});
	// What was done during the incident is what it turned after; preparation only made the turn come lower.
	const during = causes.filter(({ atMin }) => !isPreparation(atMin));
	return highest(during.length > 0 ? during : causes);
}

function highest(causes: readonly Extract<TurnCause, { kind: 'ownDecision' }>[]): TurnCause | null {
	if (causes.length === 0) return null;
	return causes.reduce((best, one) => (one.peakDownWithout > best.peakDownWithout ? one : best));
}

/** The last decision of any role that can move these hosts and held by the peak: what cannot move them is no cause. */
function lastBefore(
	peakMin: number,
	{ roles }: TimeLine,
	movesAfterMin: (decision: string) => number | null
): TurnCause | null {
	const entries = roles.flatMap(({ role, decisions }) =>
		decisions.flatMap(({ decision, title, atMin }): Extract<TurnCause, { kind: 'lastBefore' }>[] => {
			const after = isPreparation(atMin) ? null : movesAfterMin(decision);
			if (after === null || atMin + after > peakMin) return [];
			return [{ kind: 'lastBefore', decision, title, role, atMin, holdsFromMin: atMin + after }];
		})
	);
	if (entries.length === 0) return null;
	return entries.reduce((last, entry) => (entry.holdsFromMin >= last.holdsFromMin ? entry : last));
}

function inForce(lines: readonly RoleLine[], minute: number): readonly DecisionEntry[] {
	return lines.flatMap(({ decisions }) => decisions).filter(({ holdsFromMin }) => holdsFromMin <= minute);
}
