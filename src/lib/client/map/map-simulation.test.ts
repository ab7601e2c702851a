import { describe, expect, it } from 'vitest';
import { observe } from '../../sim/observe/observe.ts';
import { createWorld, Runner, seedFromText } from '../../sim/run.ts';
import { HOST_STATES, type HostState } from '../../sim/table/states.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { MapSimulation } from './map-simulation.ts';

const model = smallModel();
const everybody = { metro: null, sector: null };
const halt = { parameter: 'rollout.order', scope: { kind: 'world' }, value: 3, atMin: 60 } as const;
const run = (orders: readonly (typeof halt)[] = []) => new MapSimulation(model, 'seed', orders);

function totals(counts: Int32Array): Record<HostState, number> {
	const sums = HOST_STATES.map(() => 0);
	counts.forEach((count, i) => (sums[i % HOST_STATES.length]! += count));
	return Object.fromEntries(HOST_STATES.map((state, i) => [state, sums[i]!])) as Record<HostState, number>;
}

describe('a run looked at by cell', () => {
	it('counts the same hosts as everything else that people are shown', () => {
		const world = createWorld(model, seedFromText('seed'));
		const runner = new Runner(world);
		const spotRun = run();
		for (const minute of [0, 30, 100, 400]) {
			runner.advance([], minute);
			expect(totals(spotRun.at(minute).counts)).toEqual(observe(world).world.counts);
		}
	});

	it('is the same at a minute whichever way it was come to, with flows or without', () => {
		const there = run();
		there.at(600);
		const back = there.at(100, everybody);
		expect(back.counts).toEqual(run().at(100).counts);
		expect(run([halt]).at(300, everybody).counts).toEqual(run([halt]).at(300).counts);
	});
});

describe('flows', () => {
	it('balance: every state that was hit changes by what flowed in less what flowed out', () => {
		const spotRun = run();
		for (let minute = 30; minute <= 900; minute += 10) {
			const before = totals(spotRun.at(minute - 10).counts);
			const snapshot = spotRun.at(minute, everybody);
			const after = totals(snapshot.counts);
			const { hosts, fromMin, toMin } = snapshot.flows!;
			expect([fromMin, toMin]).toEqual([minute - 10, minute]);
			for (const state of HOST_STATES) {
				// Hosts that no ring has reached sleep and wake by the clock alone, off the chart.
				if (state === 'asleep' || state === 'protected') continue;
				let balance = 0;
				for (const [name, count] of Object.entries(hosts)) {
					expect(count, name).toBeGreaterThanOrEqual(0);
					const [from, , to] = name.split(' ');
					balance += (to === state ? count : 0) - (from === state ? count : 0);
				}
				expect(balance, `${state} at ${minute}`).toBe(after[state] - before[state]);
			}
		}
	});

	it('of all metros add up to the world’s', () => {
		const whole = run().at(200, everybody).flows!.hosts;
		const sums: Record<string, number> = {};
		model.metros.forEach((_, metro) => {
			const { hosts } = run().at(200, { metro, sector: null }).flows!;
			for (const [name, count] of Object.entries(hosts)) sums[name] = (sums[name] ?? 0) + count;
		});
		expect(sums).toEqual(whole);
	});
});
