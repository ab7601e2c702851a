import type { Frame } from '../../sim/observe/frame.ts';
import type { Losses } from '../hot-wash/hot-wash.ts';

/** Who lost what by the end of a run: by sector with the work never done, and by country. */
export function lossesOf(frames: readonly Frame[]): Losses {
	const { services, lossCentsByCountry } = frames.at(-1)!;
	const bySector = Object.entries(services).map(([sector, { lossCents, lostUnits }]) => [
		sector,
		{ lossCents, lostUnits }
	]);
	return { bySector: Object.fromEntries(bySector), byCountry: lossCentsByCountry };
}
