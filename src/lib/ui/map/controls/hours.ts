import { SOUTH_EDGE_LAT } from '../../../map/geo/projection.ts';
import { subsolarPoint } from '../../../map/geo/sun.ts';

/** The parallel along which the hours stand. */
export const HOUR_LAT = SOUTH_EDGE_LAT + 4;

const MERIDIANS = [-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150];
/** Parallels where the line between day and night may be named, the best first: seas without cities. */
const EDGE_LATS = [-24, -36, -12, -44, 0, 12, 24, 36];
const RADIANS = Math.PI / 180;
const wrap = (lng: number) => ((((lng + 180) % 360) + 360) % 360) - 180;

/** The hour by the sun at every second meridian line, to the nearest; at every fourth where lines are close. */
export function hoursAt(moment: number, isTight: boolean): { lng: number; hour: string }[] {
	return MERIDIANS.filter((lng) => !isTight || lng % 60 === 0).map((lng) => {
		const hour = ((Math.round(moment / 60 + lng / 15) % 24) + 24) % 24;
		return { lng, hour: hour.toString().padStart(2, '0') };
	});
}

/** Where the sun rises and where it sets, along several parallels; where it does neither, nowhere. */
export function sunEdges(
	moment: number
): { isRise: boolean; places: { readonly lng: number; readonly lat: number }[] }[] {
	const [lng, lat] = subsolarPoint(moment);
	return [true, false].map((isRise) => ({
		isRise,
		places: EDGE_LATS.flatMap((edge) => {
			const cosine = -Math.tan(edge * RADIANS) * Math.tan(lat * RADIANS);
			if (Math.abs(cosine) > 1) return [];
			const half = Math.acos(cosine) / RADIANS;
			return [{ lng: wrap(isRise ? lng - half : lng + half), lat: edge }];
		})
	}));
}
