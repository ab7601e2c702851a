import { describe, expect, it } from 'vitest';
import type { RunJob } from './run-job.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import { Pool, type PoolWorker } from './pool.ts';
import { answerTask, type PoolAnswer, type PoolTask, type ScenarioRef } from './task.ts';

const SCENARIO: ScenarioRef = { kind: 'builtIn', id: 'small' };
const model = smallModel();
const models = () => model;
const job = (seed: string, value = 0): RunJob => ({
	seed,
	orders: [{ atMin: 20, parameter: 'rollout.order', scope: { kind: 'world' }, value }],
	minutes: [30, 120]
});
const JOBS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((seed, index) => job(seed, index % 2 === 0 ? 0 : 3));
const batch = { scenario: SCENARIO, size: 'full' as const, jobs: JOBS };

/** Workers that answer on later turns, the second always before the first. */
function turns(answer: (task: PoolTask) => PoolAnswer | null = (task) => answerTask(models, task)) {
	const started: FakeWorker[] = [];
	class FakeWorker implements PoolWorker {
		closed = false;
		readonly posted: PoolTask[] = [];
		#answer: (answer: PoolAnswer) => void = () => {};
		#broken: (what: string) => void = () => {};
		post(task: PoolTask): void {
			this.posted.push(task);
			const late = started.indexOf(this) % 2 === 0 ? 3 : 0;
			setTimeout(() => {
				if (this.closed) return;
				const found = answer(task);
				if (found === null) this.#broken('it ran out of memory');
				else this.#answer(found);
			}, late);
		}
		hear(answered: (answer: PoolAnswer) => void, broken: (what: string) => void): void {
			this.#answer = answered;
			this.#broken = broken;
		}
		close(): void {
			this.closed = true;
		}
	}
	const spawn = () => {
		const worker = new FakeWorker();
		started.push(worker);
		return worker;
	};
	return { spawn, started };
}

describe('a pool of workers', () => {
	it('gives the same results for any number of workers, in the order of the jobs', async () => {
		const alone = await new Pool(turns().spawn, 1).runMany(batch);
		for (const workers of [2, 3, 20]) {
			expect(await new Pool(turns().spawn, workers).runMany(batch)).toEqual(alone);
		}
		const direct = JOBS.map((one, id) => answerTask(models, { id, ...batch, job: one }));
		expect(direct.map((answer) => 'frames' in answer && answer.frames)).toEqual(alone);
	});

	it('starts no more workers than it may, and none before there is work', async () => {
		const { spawn, started } = turns();
		const pool = new Pool(spawn, 3);
		expect(started).toHaveLength(0);
		await pool.runMany(batch);
		expect(started).toHaveLength(3);
		await pool.runMany(batch);
		expect(started).toHaveLength(3);
	});

	it('tells of every run as it comes in', async () => {
		const heard: number[] = [];
		await new Pool(turns().spawn, 2).runMany({ ...batch, onResult: (index) => heard.push(index) });
		expect([...heard].sort()).toEqual(JOBS.map((_, index) => index));
	});

	it('drops what has not begun when it is called off, and serves the next batch', async () => {
		const { spawn, started } = turns();
		const pool = new Pool(spawn, 1);
		const control = new AbortController();
		const first = pool.runMany({ ...batch, signal: control.signal });
		control.abort(new Error('the person left'));
		await expect(first).rejects.toThrow('the person left');
		expect(await pool.runMany({ ...batch, jobs: [JOBS[0]] })).toHaveLength(1);
		expect(started[0].posted).toHaveLength(2);
		await expect(pool.runMany({ ...batch, signal: control.signal })).rejects.toThrow('the person left');
	});

	it('says what a run that failed said, and goes on with others', async () => {
		const pool = new Pool(turns().spawn, 2);
		const bad = { ...job('x'), minutes: [99_999] };
		await expect(pool.runMany({ ...batch, jobs: [bad, ...JOBS] })).rejects.toThrow('outside of the scenario');
		expect(await pool.runMany(batch)).toHaveLength(JOBS.length);
	});

	it('replaces a worker that broke', async () => {
		let broken = false;
		const { spawn, started } = turns((task) => {
			if (broken) return answerTask(models, task);
			broken = true;
			return null;
		});
		const pool = new Pool(spawn, 1);
		await expect(pool.runMany({ ...batch, jobs: [JOBS[0]] })).rejects.toThrow('out of memory');
		expect(await pool.runMany({ ...batch, jobs: [JOBS[0]] })).toHaveLength(1);
		expect(started.map(({ closed }) => closed)).toEqual([true, false]);
	});

	it('R332: rejects where a job cannot travel, and gives its worker to others', async () => {
		const { spawn, started } = turns();
		const pool = new Pool(() => {
			const worker = spawn();
			const post = worker.post.bind(worker);
			worker.post = (task) => {
				if (task.job.seed === 'a') throw new Error('it could not be cloned');
				post(task);
			};
			return worker;
		}, 1);
		await expect(pool.runMany(batch)).rejects.toThrow('could not be cloned');
		expect(await pool.runMany({ ...batch, jobs: [JOBS[1]] })).toHaveLength(1);
		expect(started).toHaveLength(1);
	});

	it('R332: rejects where no worker can be started, also in the place of one that broke', async () => {
		let spawned = 0;
		const { spawn } = turns(() => null);
		const pool = new Pool(() => {
			if (++spawned > 1) throw new Error('no more workers');
			return spawn();
		}, 1);
		const other = pool.runMany({ ...batch, jobs: [JOBS[1]] });
		const waits = pool.runMany({ ...batch, jobs: [JOBS[2]] });
		await expect(other).rejects.toThrow('out of memory');
		await expect(waits).rejects.toThrow('no more workers');
	});

	it('R332: rejects where whoever hears of a run throws', async () => {
		const pool = new Pool(turns().spawn, 1);
		const onResult = () => {
			throw new Error('nobody can read it');
		};
		await expect(pool.runMany({ ...batch, onResult })).rejects.toThrow('nobody can read it');
		expect(await pool.runMany(batch)).toHaveLength(JOBS.length);
	});

	it('rejects what still waits when it is closed', async () => {
		const pool = new Pool(turns().spawn, 1);
		const waiting = pool.runMany(batch);
		pool.close();
		await expect(waiting).rejects.toThrow('closed');
	});
});
