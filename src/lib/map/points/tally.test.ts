import { describe, expect, it } from 'vitest';
import { benchFrame, benchWorld } from '../bench/bench-world.ts';
import { tallyBy, tallyByMetro, worldTally } from './tally.ts';

const world = benchWorld(10_000_000);

describe('hosts added up', () => {
	it('are as many whichever way they are grouped, and none is lost', () => {
		const frame = benchFrame(world, 7);
		const all = worldTally(frame);
		expect(all.hosts).toBe(10_000_000);
		expect(all.down).toBeGreaterThan(0);
		const bySector = tallyBy(world, frame, 12, (cell) => world.cells.sector[cell]!);
		for (const groups of [tallyByMetro(frame), bySector])
			expect(groups.reduce((sum, { down }) => sum + down, 0)).toBe(all.down);
	});

	it('are those of the frame asked for, also when another was asked for in between', () => {
		const [one, other] = [benchFrame(world, 3), benchFrame(world, 40)];
		const down = worldTally(one).down;
		expect(worldTally(other).down).not.toBe(down);
		expect(worldTally(one).down).toBe(down);
		expect(tallyByMetro(one)).toBe(tallyByMetro(one));
	});

	it('leave out what belongs to no group', () => {
		const frame = benchFrame(world, 7);
		const [first] = tallyBy(world, frame, 1, (cell) => (world.cells.metro[cell] === 5 ? 0 : -1));
		expect(first!.counts).toEqual(tallyByMetro(frame)[5]!.counts);
	});
});
