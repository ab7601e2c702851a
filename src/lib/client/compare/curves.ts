import type { Frame } from '../../sim/observe/frame.ts';
import type { BySeries, SeriesFrames, ComparisonFacts } from './messages.ts';
import { SERIES } from './comparison-client.ts';

/** One point of every curve of a series. */
export interface Sample {
	readonly minute: number;
	readonly down: number;
	readonly everCrashed: number;
	readonly lossCents: number;
	/** Output of each sector's services as a share of demand, in the order of the scenario's sectors. */
	readonly outputs: readonly number[];
}

export type Curves = BySeries<readonly Sample[]>;

/** Points closer together than this share of the stretched axis are one: nobody could see them apart. */
const APART = 1 / 700;

/** The curves with one more point each, read from frames. */
export function withSample(
	curves: Curves,
	frames: SeriesFrames,
	facts: Pick<ComparisonFacts, 'sectors' | 'horizonMin'>
): Curves {
	const longer: { -readonly [L in keyof Curves]: Curves[L] } = { ...curves };
	for (const series of SERIES) {
		const frame = frames[series];
		if (frame === undefined) continue;
		longer[series] = append(curves[series] ?? [], sampleOf(frame, facts.sectors), facts.horizonMin);
	}
	return longer;
}

function sampleOf(
	{ minute, world, services, lossCents }: Frame,
	sectors: ComparisonFacts['sectors']
): Sample {
	const outputs = sectors.map(({ id }) => services[id]?.output ?? 1);
	return { minute, down: world.down, everCrashed: world.everCrashed, lossCents, outputs };
}

/** The newest point is always kept; the one before it gives way where both are too close to the one before that. */
function append(curve: readonly Sample[], sample: Sample, horizonMin: number): readonly Sample[] {
	const before = curve.at(-2);
	const crowded =
		before !== undefined && along(sample.minute, horizonMin) - along(before.minute, horizonMin) < APART;
	return [...(crowded ? curve.slice(0, -1) : curve), sample];
}

/** Where a minute stands on an axis that is stretched at its start: 0 to 1. */
export function along(minute: number, horizonMin: number): number {
	return Math.cbrt(minute / horizonMin);
}
