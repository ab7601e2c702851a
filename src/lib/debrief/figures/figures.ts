import type { Frame } from '../../sim/observe/frame.ts';
import type { Change, Figures } from '../hot-wash/hot-wash.ts';
import { downOf, servicesOf, sumOf, talliesOf, type Own } from './own.ts';

/** A fleet counts as back when no more than this share of the hosts that crashed is down. */
const STILL_DOWN = 0.03;

/**
 * What a run comes to for a role's own hosts, or for the world.
 *
 * @param frames the run from its start to its end; there is at least one
 * @param own null: the world
 */
export function figuresOf(frames: readonly Frame[], own: Own | null, spentUsd: number): Figures {
	const end = frames.at(-1)!;
	const hosts = talliesOf(end, own);
	const hostsCrashed = sumOf(hosts, ({ everCrashed }) => everCrashed);
	const peak = frames.reduce((most, frame) => (downOf(frame, own) > downOf(most, own) ? frame : most));
	return {
		hosts: sumOf(hosts, (tally) => tally.hosts),
		hostsCrashed,
		peakDown: downOf(peak, own),
		peakMin: peak.minute,
		hostHoursDown: hostHours(frames, (frame) => downOf(frame, own)),
		backMin: backMin(frames, own, hostsCrashed),
		everCompromised: sumOf(hosts, ({ everCompromised }) => everCompromised),
		lossCents: lossCents(end, own),
		lostUnits: lostUnits(end, own),
		spentUsd
	};
}

/** What of two runs is different: the first minus the second. */
export function changeOf(one: Figures, other: Figures): Change {
	return {
		hostsCrashed: one.hostsCrashed - other.hostsCrashed,
		hostHoursDown: one.hostHoursDown - other.hostHoursDown,
		lossCents: one.lossCents - other.lossCents,
		spentUsd: one.spentUsd - other.spentUsd
	};
}

/** Hours that so many hosts of each frame add up to, on a straight line between frames. */
export function hostHours(frames: readonly Frame[], hosts: (frame: Frame) => number): number {
	let hostMinutes = 0;
	for (let i = 1; i < frames.length; i++) {
		const [from, to] = [frames[i - 1], frames[i]];
		hostMinutes += ((hosts(from) + hosts(to)) / 2) * (to.minute - from.minute);
	}
	return hostMinutes / 60;
}

function backMin(frames: readonly Frame[], own: Own | null, hostsCrashed: number): number | null {
	if (hostsCrashed === 0) return null;
	const few = hostsCrashed * STILL_DOWN;
	const lastBad = frames.findLastIndex((frame) => downOf(frame, own) > few);
	return frames[lastBad + 1]?.minute ?? null;
}

function lossCents(end: Frame, own: Own | null): number {
	return own === null ? end.lossCents : sumOf(servicesOf(end, own), (service) => service.lossCents);
}

function lostUnits(end: Frame, own: Own | null): number | null {
	if (own === null || !own.isOneService) return null;
	return sumOf(servicesOf(end, own), (service) => service.lostUnits);
}
