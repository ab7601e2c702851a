import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../room/feed/samples.ts';
import { ownBacklog, ownOutput, sampleAt, trustPoints } from './reading.ts';

const service = (output: number, backlogUnits = 0) => ({ output, backlogUnits, lostUnits: 0, lossCents: 0 });
const own = (hosts: number, output: number, backlogUnits = 0) => ({
	...{ organisation: `of ${hosts}`, hosts, down: 0, unprotected: 0 },
	...service(output, backlogUnits)
});

function sample(minute: number, more: Partial<Sample> = {}): Sample {
	return {
		...{ minute, down: 0, everCrashed: 0, unprotected: 0, compromised: 0, recovered: 0, lossCents: 0 },
		...{ sectors: [], own: [], trust: null, goals: [] },
		...more
	};
}

describe('what a person reads off a sample', () => {
	it('weighs the service of their organisations by hosts', () => {
		expect(ownOutput(sample(0, { own: [own(300, 0.5), own(100, 0.9)] }))).toBeCloseTo(0.6);
	});

	it('is the service of all sectors where they own none, and whole where there is none', () => {
		expect(ownOutput(sample(0, { sectors: [service(0.8), service(0.6)] }))).toBeCloseTo(0.7);
		expect(ownOutput(sample(0))).toBe(1);
	});

	it('adds up what waits at their organisations', () => {
		expect(ownBacklog(sample(0, { own: [own(1, 1, 20), own(1, 1, 5)] }))).toBe(25);
	});

	it('is trust in points, and none where nothing was released', () => {
		const trust = { public: 0.7, customers: 0.58, government: 0.9 };
		expect(trustPoints(sample(0, { trust }), 'customers')).toBeCloseTo(58);
		expect(trustPoints(sample(0), 'customers')).toBeNull();
	});
});

describe('the sample at a minute', () => {
	const history = [0, 10, 20].map((minute) => sample(minute));

	it('is the last one that is not later', () => {
		expect(sampleAt(history, 10)?.minute).toBe(10);
		expect(sampleAt(history, 19)?.minute).toBe(10);
		expect(sampleAt(history, 99)?.minute).toBe(20);
	});

	it('is none before the first', () => {
		expect(sampleAt(history, -1)).toBeNull();
		expect(sampleAt([], 5)).toBeNull();
	});
});
