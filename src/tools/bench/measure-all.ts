import type { Measured } from './report.ts';
import { measureDebrief } from './debrief-figures.ts';
import { measurePhysics } from './figures.ts';
import { measureMap } from './map-figures.ts';
import { measureLongFrames } from './map-long-frames.ts';
import { measurePlay } from './play-figures.ts';
import { measureRivals } from './rivals.ts';

/** Everything that there are bars for, one after the other: two at once would slow each other down. */
export async function measureAll(say: (what: string) => void): Promise<Measured[]> {
	return [
		...measurePhysics(say),
		...measureRivals(say),
		...(await measureDebrief(say)),
		...(await measurePlay(say)),
		...(await measureMap(say)),
		...(await measureLongFrames(say))
	];
}
