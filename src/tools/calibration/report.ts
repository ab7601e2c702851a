import {
	OUTCOMES,
	type Band,
	type CalibrationReport,
	type LossCalibration,
	type Outcome,
	type Predicted
} from '../../lib/scenario/calibration/report.ts';
import { choiceNames, drawn, type Prior } from '../../lib/scenario/calibration/prior.ts';
import type { Measured } from '../../lib/scenario/scenario.ts';
import { FIRST_PRIORS } from './first-priors.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { latinHypercube } from './latin.ts';
import { quantile, rankCorrelation } from './statistics.ts';
import type { CalibrationRuns } from './stored-runs.ts';

const WORLD_LOSS = 'world-loss';
const LOW = 0.05;
const HIGH = 0.95;
const DIGITS = 4;

/** Everything the report says follows from the stored runs; priors and figures are the scenario's. */
export function reportOf(
	runs: CalibrationRuns,
	priors: readonly Prior[],
	measured: readonly Measured[]
): CalibrationReport {
	const { members } = runs;
	const figure = (id: string) =>
		members.map(({ reading }) => (id === WORLD_LOSS ? reading.worldLossUsd : reading.figures[id]!));
	const predicted = measured
		.filter(({ fitted }) => !fitted)
		.map((one) => prediction(one, runs, figure(one.id)));
	return {
		sampledRuns: runs.sampled.length,
		sampledAccepted: runs.sampled.filter(({ accepted }) => accepted).length,
		triedRuns: runs.tried,
		acceptedRuns: runs.accepted,
		members: members.length,
		calibrated: measured
			.filter(({ fitted }) => fitted)
			.map(({ id }) => ({ id, ...band(calibratedValues(id, runs)) })),
		predicted: predicted.filter(({ id }) => id !== WORLD_LOSS),
		worldLoss: predicted.find(({ id }) => id === WORLD_LOSS)!,
		orders: Object.keys(members[0]?.reading.orders ?? {}).map((id) => ({
			id,
			share: members.filter(({ reading }) => reading.orders[id]).length / members.length
		})),
		sensitivity: sensitivities(runs, priors),
		parameters: priors.flatMap(({ parameter, shape }, i) => {
			if (shape === 'choice') return [];
			const [low, high] = FIRST_PRIORS[parameter] ?? [];
			const first = low === undefined || high === undefined ? null : { low, high };
			return [{ parameter, ...band(members.map(({ draw }) => draw[i]!)), first }];
		}),
		choices: priors.flatMap((prior, i) => {
			if (prior.shape !== 'choice') return [];
			const { parameter, choices } = prior;
			const count = (choice: number) => members.filter(({ draw }) => draw[i] === choice).length;
			const names = choiceNames(prior);
			const sets = Object.fromEntries(choices.map((choice, at) => [names[at]!, count(choice)]));
			return [{ parameter, sets, drawnAtFirst: !(parameter in FIRST_PRIORS) }];
		}),
		losses: Object.keys(members[0]?.reading.lossUsd ?? {}).map((sector) => ({
			sector,
			...band(members.map(({ reading }) => reading.lossUsd[sector]!)),
			calibration: lossCalibration(sector, runs)
		}))
	};
}

function lossCalibration(sector: string, { members }: CalibrationRuns): LossCalibration | null {
	const known = FORTUNE_SHARES.find((one) => one.sector === sector);
	if (known === undefined) return null;
	const { measured, low, high } = known;
	const factor = band(members.map(({ lossFactors }) => lossFactors[sector]!));
	return { measured, share: { low, high }, factor };
}

function prediction(one: Measured, runs: CalibrationRuns, values: readonly number[]): Predicted {
	const found = band(values);
	const before = runs.withinFirstPriors;
	const judged = (of: Band) => ({ ...of, inside: meets(one, of) });
	const first = before.every((run) => one.id in run) ? judged(band(before.map((run) => run[one.id]!))) : null;
	return { id: one.id, ...judged(found), seen: one.seen, first };
}

/** What the kept sets give for a figure that they were accepted by. */
function calibratedValues(id: string, { members }: CalibrationRuns): number[] {
	const loss = FORTUNE_SHARES.findIndex(({ measured }) => measured === id);
	if (loss >= 0)
		return members.map(
			({ reading, shares }) => reading.lossUsd[FORTUNE_SHARES[loss]!.sector]! * shares[loss]!
		);
	// Of the times at which the recovery was looked at, the middle of the days given for 97 %, and the end.
	if (id === 'back-97')
		return members.map(({ reading }) => (reading.backShare[0]! + reading.backShare[1]!) / 2);
	if (id === 'back-99') return members.map(({ reading }) => reading.backShare[2]!);
	return members.map(({ reading }) => reading.figures[id]!);
}

/** Draws of the sampled runs follow from the seed and the priors. */
function sensitivities(runs: CalibrationRuns, priors: readonly Prior[]): CalibrationReport['sensitivity'] {
	const axes = priors.length + FORTUNE_SHARES.length;
	const points = latinHypercube(`${runs.seed}, sample`, axes, runs.sampled.length);
	const rows = priors.map((prior, axis) => {
		const drawnValues = points.map((point) => drawn(prior, point[axis]!));
		const of = Object.fromEntries(
			OUTCOMES.map((outcome) => [
				outcome,
				tidy(
					rankCorrelation(
						drawnValues,
						runs.sampled.map((run) => run[outcome])
					)
				)
			])
		) as Record<Outcome, number>;
		return { parameter: prior.parameter as string, of };
	});
	const strength = ({ of }: (typeof rows)[number]) => Math.max(...OUTCOMES.map((one) => Math.abs(of[one])));
	return rows
		.map((row, index) => ({ row, index }))
		.sort((a, b) => strength(b.row) - strength(a.row) || a.index - b.index)
		.map(({ row }) => row);
}

function band(sample: readonly number[]): Band {
	return {
		low: tidy(quantile(sample, LOW)),
		middle: tidy(quantile(sample, 0.5)),
		high: tidy(quantile(sample, HIGH))
	};
}

const tidy = (value: number) => Number(value.toPrecision(DIGITS));

function meets({ value, low, high }: Measured, found: Band): boolean {
	return (low ?? value) <= found.high && (high ?? value) >= found.low;
}
