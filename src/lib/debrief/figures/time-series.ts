import { trustIn, unprotectedOf, type Frame, type ServiceTally } from '../../sim/observe/frame.ts';
import type { SeriesPoint, OwnSeriesPoint } from '../hot-wash/hot-wash.ts';
import { downOf, ownOutputOf, servicesOf, sumOf, talliesOf, type Own } from './own.ts';

/**
 * A run's curves, a point for each frame.
 *
 * @param vendor whose trust is shown
 */
export function timeSeriesOf(
	frames: readonly Frame[],
	own: Own | null,
	vendor: string | null
): SeriesPoint[] {
	return frames.map((frame) => pointOf(frame, own, vendor));
}

function pointOf(frame: Frame, own: Own | null, vendor: string | null): SeriesPoint {
	const { minute, world, lossCents, services } = frame;
	const all = Object.values(services);
	const outputs = Object.fromEntries(Object.entries(services).map(([id, { output }]) => [id, output]));
	return {
		minute,
		down: world.down,
		unprotected: unprotectedOf(world),
		compromised: world.counts.compromised,
		lossCents,
		outputs,
		backlogDays: backlogDays(all),
		trust: trustIn(frame, vendor),
		own: own === null ? null : ownPoint(frame, own)
	};
}

function ownPoint(frame: Frame, own: Own): OwnSeriesPoint {
	const services = servicesOf(frame, own);
	return {
		down: downOf(frame, own),
		unprotected: sumOf(talliesOf(frame, own), unprotectedOf),
		lossCents: sumOf(services, (service) => service.lossCents),
		output: ownOutputOf(frame, own),
		backlogUnits: own.isOneService ? sumOf(services, backlog) : null
	};
}

/** Units of different services do not add up; the days that they stand for do, each service by its hosts' work. */
function backlogDays(services: readonly ServiceTally[]): number {
	const busy = services.filter(({ unitsPerDay }) => unitsPerDay > 0);
	return busy.length === 0 ? 0 : sumOf(busy, (one) => one.backlogUnits / one.unitsPerDay) / busy.length;
}

const backlog = ({ backlogUnits }: ServiceTally) => backlogUnits;
