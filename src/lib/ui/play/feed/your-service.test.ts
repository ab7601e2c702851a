import { expect, it } from 'vitest';
import { sampleOf } from '../../../room/feed/samples.ts';
import { timeSeriesOf } from '../../../debrief/figures/time-series.ts';
import type { Frame } from '../../../sim/observe/frame.ts';
import { ownOutput } from './reading.ts';

// A government: benefit offices and dispatch centres, whose work is counted in claims and in calls.

const counts = { agentDown: 0, unprotected: 0, compromised: 0, recovered: 0 };
const tally = (hosts: number) => ({ hosts, down: 0, everCrashed: 0, counts });
const service = (output: number, unitsPerDay: number) => ({
	...{ output, unitsPerDay, backlogUnits: 0, lostUnits: 0, lossCents: 0 }
});
const frame = {
	...{ minute: 300, world: tally(4000), services: {}, lossCents: 0, releases: [] },
	organisations: { offices: service(0.2, 90_000), dispatch: service(0.9, 10) },
	byOrganisation: { offices: tally(300), dispatch: tally(100) }
} as unknown as Frame;

it('says one figure for "your service" in play and in the hot wash, and adds no claims to calls', () => {
	const organisations = [{ id: 'offices' }, { id: 'dispatch' }];
	const facts = {
		mine: ['gov'],
		sectors: [],
		scenario: { trustIn: null, roles: [{ id: 'gov', organisations }] }
	};
	const inPlay = ownOutput(sampleOf(frame, facts));
	const [point] = timeSeriesOf([frame], { ids: ['offices', 'dispatch'], isOneService: false }, null);
	expect(inPlay).toBeCloseTo((0.2 * 300 + 0.9 * 100) / 400, 12);
	expect(point!.own!.output).toBe(inPlay);
	expect(point!.own!.backlogUnits).toBeNull();
});
