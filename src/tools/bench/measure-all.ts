import type { Measured } from './report.ts';
import { measureAttribution } from './attribution-figures.ts';
import { measureCounterfactuals } from './counterfactual-figures.ts';
import { measureDebrief } from './debrief-figures.ts';
import { measurePhysics } from './figures.ts';
import { measureLoad } from './load-figures.ts';
import { measureMap } from './map-figures.ts';
import { measureLongFrames } from './map-long-frames.ts';
import { measureOutages } from './outages-figures.ts';
import { BENCH_PARTS, type BenchPart } from './parts.ts';
import { measurePlay } from './play-figures.ts';
import { measureReplay } from './replay-figures.ts';
import { measureRivals } from './rivals.ts';
import { measureRooms } from './rooms-figures.ts';

type Measure = (say: (what: string) => void) => Measured[] | Promise<Measured[]>;

const MEASURES: Readonly<Record<BenchPart, readonly Measure[]>> = {
	physics: [measurePhysics, measureCounterfactuals],
	rivals: [measureRivals],
	debrief: [measureDebrief, measureReplay],
	attribution: [measureAttribution],
	outages: [measureOutages],
	play: [measurePlay],
	map: [measureMap, measureLongFrames],
	rooms: [measureRooms],
	load: [measureLoad]
};

/** Everything that there are bars for, or the parts asked for, one after the other: two at once would slow each other down. */
export async function measureAll(
	say: (what: string) => void,
	parts: readonly BenchPart[] = BENCH_PARTS
): Promise<Measured[]> {
	const measured: Measured[] = [];
	for (const part of BENCH_PARTS.filter((one) => parts.includes(one)))
		for (const measure of MEASURES[part]) measured.push(...(await measure(say)));
	return measured;
}
