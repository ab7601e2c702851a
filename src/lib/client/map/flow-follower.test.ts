import { describe, expect, it } from 'vitest';
import { createWorld, Runner, seedFromText, snapshot } from '../../sim/run.ts';
import { HOST_STATES } from '../../sim/table/states.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { FlowFollower } from './flow-follower.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { mapSnapshotOf } from '../../sim/observe/map/map-snapshot.ts';

const model = smallModel();
const seed = seedFromText('seed');
const everybody = { metro: null, sector: null };

function worldAt(minute: number) {
	const world = createWorld(model, seed);
	new Runner(world).advance([], minute);
	return world;
}

function following() {
	const asked: number[] = [];
	const follower = new FlowFollower({
		model,
		seed,
		orders: () => [],
		stateAt: (minute) => {
			asked.push(minute);
			return snapshot(worldAt(minute));
		}
	});
	return { follower, asked };
}

const inState = ({ counts }: MapSnapshot, state: string) => {
	let sum = 0;
	for (let i = HOST_STATES.indexOf(state as never); i < counts.length; i += HOST_STATES.length)
		sum += counts[i]!;
	return sum;
};

describe('flows beside a run', () => {
	it('come with the same snapshot that is shown without them', () => {
		const { follower } = following();
		for (const minute of [12, 15, 20, 5]) {
			const { flows, ...snapshot } = follower.at(minute, everybody);
			const { flows: _, ...plain } = mapSnapshotOf(worldAt(minute));
			expect(snapshot).toEqual(plain);
			expect(flows).not.toBeNull();
		}
	});

	it('are counted from one snapshot to the next without going back to the run', () => {
		const { follower, asked } = following();
		const first = follower.at(12, everybody);
		const second = follower.at(20, everybody);
		expect(asked).toHaveLength(1);
		expect(second.flows).toMatchObject({ fromMin: 12, toMin: 20 });
		const came = Object.entries(second.flows!.hosts).filter(([name]) => name.endsWith(' crashed'));
		const left = Object.entries(second.flows!.hosts).filter(([name]) => name.startsWith('crashed '));
		const sum = (some: [string, number][]) => some.reduce((total, [, hosts]) => total + hosts, 0);
		expect(sum(came)).toBeGreaterThan(0);
		expect(sum(came) - sum(left)).toBe(inState(second, 'crashed') - inState(first, 'crashed'));
	});

	it('of a metro and of the others add up to everybody’s', () => {
		const of = (metro: number | null) =>
			following().follower.at(20, { metro, sector: null }).flows!.hosts['protected POLL fetching']!;
		expect(of(0) + of(1)).toBe(of(null));
		expect(of(null)).toBeGreaterThan(0);
	});
});
