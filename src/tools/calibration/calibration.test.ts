import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { memberOrders } from '../../lib/scenario/calibration/ensemble.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { readRun } from './reading/reading.ts';
import { reportOf } from './report.ts';
import { isAccepted } from './targets.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { projectFolder } from '../project.ts';
import {
	ENSEMBLE_FILE,
	ensembleFile,
	REPORT_FILE,
	reportFile,
	RUNS_FILE,
	runsFile,
	storedRuns
} from './files.ts';
import { readInput } from './input.ts';
import { calibrationPool } from './pool.ts';
import { ridge } from './ridge.ts';
import { RUN_SEED, calibrate } from './calibrate.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';

vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 120_000 });

const textOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const runs = storedRuns();
const input = readInput();
const { scenario, record, priors } = input;

describe('what the page on the model shows; `npm run calibrate` writes it', () => {
	it('is the report of the stored runs', () => {
		expect(textOf(REPORT_FILE)).toBe(reportFile(runs, input)[1]);
	});

	it('has the accepted sets of the stored runs', () => {
		expect(textOf(ENSEMBLE_FILE)).toBe(ensembleFile(runs)[1]);
	});

	it('was drawn from the priors that the model parameters state now', () => {
		expect(runs.parameters).toEqual(priors.map(({ parameter }) => parameter));
		for (const { draw } of runs.members)
			draw.forEach((value, i) => {
				expect(value).toBeGreaterThanOrEqual(priors[i]!.low);
				expect(value).toBeLessThanOrEqual(priors[i]!.high);
				if (priors[i]!.shape === 'choice') expect(priors[i]!.choices).toContain(value);
			});
	});

	it('comes out again, run by run, from the model as it stands', () => {
		const member = runs.members[3]!;
		const orders = [...memberOrders(scenario.settings, priors, member), ...record];
		const again = readRun(compileModel(scenario, 'debrief'), { seed: RUN_SEED, orders });
		const { figures, ...rest } = again;
		const stale =
			'the model has changed since it was calibrated; run `npm run calibrate` and commit what it writes';
		expect({ ...rest }, stale).toEqual({ ...member.reading, figures: undefined });
		for (const [id, value] of Object.entries(figures)) {
			const stored = member.reading.figures[id]!;
			expect(Math.abs(value - stored), `${id}: ${stale}`).toBeLessThanOrEqual(1e-5 * Math.max(1, stored));
		}
	});

	it.runIf(isDeep)('comes out again as a whole, whatever the number of workers', async () => {
		const pool = calibrationPool(3);
		try {
			expect(runsFile(await calibrate(pool, input))).toBe(textOf(RUNS_FILE));
		} finally {
			pool.close();
		}
	});
});

describe('every kept set', () => {
	it('is one of 30 to 60, and met every target in its own run', () => {
		expect(runs.members.length).toBeGreaterThanOrEqual(30);
		expect(runs.members.length).toBeLessThanOrEqual(60);
		for (const { reading } of runs.members) expect(isAccepted(reading)).toBe(true);
	});

	it('loses what Parametrix counted for Fortune 500 firms, sector by sector', () => {
		FORTUNE_SHARES.forEach(({ sector, measured }, index) => {
			const target = scenario.record.measured.find(({ id }) => id === measured)!.value;
			for (const { reading, shares } of runs.members)
				expect(Math.abs((reading.lossUsd[sector]! * shares[index]!) / target - 1)).toBeLessThan(0.01);
		});
	});
});

describe('evidence', () => {
	const evidence = scenario.record.measured.filter(({ fitted }) => !fitted);

	it('is at least eight figures, none of them fitted, each with its reading and its source', () => {
		expect(evidence.length).toBeGreaterThanOrEqual(8);
		for (const { id, reading, facts } of scenario.record.measured) {
			expect(reading, id).not.toBeNull();
			expect(facts.length, id).toBeGreaterThan(0);
		}
	});

	it('counts as blind only what no calibration before this one had read', () => {
		const { predicted } = reportOf(runs, priors, scenario.record.measured);
		expect(predicted.filter(({ seen }) => !seen)).toEqual([]);
	});

	it('meets what the refit was made for', () => {
		const { predicted, worldLoss, orders } = reportOf(runs, priors, scenario.record.measured);
		const read = [...predicted, worldLoss];
		expect(read.filter(({ inside }) => inside).length).toBeGreaterThanOrEqual(0.7 * read.length);
		expect(orders.find(({ id }) => id === 'hard-hit-after-peers')!.share).toBeGreaterThanOrEqual(0.8);
	});

	it('is read off every kept run', () => {
		for (const { reading } of runs.members)
			for (const { id } of evidence)
				if (id !== 'world-loss') expect(Number.isFinite(reading.figures[id]), id).toBe(true);
	});
});

describe('the regression that saves runs', () => {
	it('finds the weights of a plane', () => {
		const rows = Array.from({ length: 200 }, (_, i) => [((i * 37) % 100) / 100, ((i * 61) % 97) / 97]);
		const { weights, predict, deviation } = ridge(
			rows,
			rows.map(([a, b]) => 3 + 2 * a! - 5 * b!)
		);
		[3, 2, -5].forEach((weight, i) => expect(Math.abs(weights[i]! - weight)).toBeLessThan(0.2));
		expect(Math.abs(predict([0.5, 0.5]) - 1.5)).toBeLessThan(0.05);
		expect(deviation).toBeLessThan(0.1);
	});
});
