import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simEngine } from '../../exercise/world/engine.ts';
import type { Order } from '../../sim/model.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { Recordings } from './recordings.ts';
import { runJob } from './run-job.ts';

const model = smallModel();
const SECTOR = model.sectors[0]!.id;
const scope = { kind: 'world' } as const;
const halt = (atMin: number): Order => ({ parameter: 'rollout.order', scope, value: 3, atMin });
const MINUTES = [0, 9, 30, 200];

describe('a job', () => {
	it('gives one frame for each of its minutes, the same as a room shows', () => {
		const timeline = new Timeline(simEngine(model, 'seed'));
		const frames = runJob(model, { seed: 'seed', orders: [halt(30)], minutes: MINUTES });
		expect(frames).toEqual(MINUTES.map((minute) => timeline.frameAt([halt(30)], minute)));
	});

	it('comes out the same at a minute, whichever other minutes are asked for', () => {
		const all = runJob(model, { seed: 'seed', orders: [halt(20)], minutes: MINUTES });
		fc.assert(
			fc.property(fc.subarray(MINUTES), (minutes) => {
				const some = runJob(model, { seed: 'seed', orders: [halt(20)], minutes });
				expect(some).toEqual(minutes.map((minute) => all[MINUTES.indexOf(minute)]));
			}),
			{ numRuns: 10 }
		);
	});

	it('does not care in which order its orders are listed', () => {
		const minutes = [200];
		const one = runJob(model, { seed: 'seed', orders: [halt(60), halt(20)], minutes });
		const other = runJob(model, { seed: 'seed', orders: [halt(20), halt(60)], minutes });
		expect(one).toEqual(other);
	});

	it('R331: comes out the same beside another run, and however many are asked for beside it', () => {
		const recordings = new Recordings();
		const shares = {
			parameter: 'repair.handsMin',
			scope: { kind: 'sector', id: SECTOR } as const,
			value: 5,
			atMin: 20
		};
		for (const orders of [[halt(30)], [halt(20)], [halt(30), shares], []]) {
			const job = { seed: 'seed', orders, minutes: MINUTES };
			const beside = runJob(model, { ...job, beside: [halt(30)] }, recordings);
			expect(beside).toEqual(runJob(model, job));
		}
	});

	it('says which minute it cannot read off', () => {
		const job = (minutes: number[]) => () => runJob(model, { seed: 'seed', orders: [], minutes });
		expect(job([-1])).toThrow('minute -1 is outside of the scenario');
		expect(job([NaN])).toThrow('minute NaN is outside of the scenario');
		expect(job([1e9])).toThrow('minute 1000000000 is outside of the scenario');
		expect(job([30, 20])).toThrow('list the minutes in ascending order');
	});
});
