import { century, declination, equationOfTime } from 'solar-calculator';

const MS_PER_MIN = 60_000;
/** 2000-01-01T00:00Z in milliseconds of Unix time. */
const EPOCH_2000_MS = 946_684_800_000;
const RADIANS = Math.PI / 180;

export type Vector = readonly [x: number, y: number, z: number];

/**
 * Where the sun stands overhead, in degrees. After NOAA's solar calculator, good to some hundredths of a degree.
 * @param minuteSince2000 minutes since 2000-01-01T00:00Z
 */
export function subsolarPoint(minuteSince2000: number): readonly [lng: number, lat: number] {
	const date = new Date(EPOCH_2000_MS + minuteSince2000 * MS_PER_MIN);
	const t = century(date);
	const minuteOfDay = minuteSince2000 - Math.floor(minuteSince2000 / 1440) * 1440;
	const lng = (720 - minuteOfDay - equationOfTime(t)) / 4;
	return [((((lng + 180) % 360) + 360) % 360) - 180, declination(t)];
}

/** A place as a point of the unit sphere. */
export function onSphere(lng: number, lat: number): Vector {
	const across = Math.cos(lat * RADIANS);
	return [across * Math.cos(lng * RADIANS), across * Math.sin(lng * RADIANS), Math.sin(lat * RADIANS)];
}
