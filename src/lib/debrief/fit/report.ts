import type { Measured } from '../../scenario/scenario.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { latinHypercube } from './latin.ts';
import { choiceNames, drawn, type Prior } from './prior.ts';
import { OUTCOMES, type FitRuns, type Outcome } from './runs.ts';
import { quantile, rankCorrelation } from './statistics.ts';

/** Where nine in ten accepted sets put a figure, and the middle of them. */
export interface Band {
	readonly low: number;
	readonly middle: number;
	readonly high: number;
}

export interface Predicted extends Band {
	/** Id of the figure of the record. */
	readonly id: string;
	/** Whether the record's value, or any of its range, lies within the band. */
	readonly inside: boolean;
	/** Whether it was known when assumptions that move it were added: no blind prediction. */
	readonly seen: boolean;
	/** The band of the same sets within the first fit's priors, and whether the record met it; null for the world's loss. */
	readonly first: (Band & { readonly inside: boolean }) | null;
}

/** How good the model is, in numbers: what the app shows. Words are the app's, values and sources the scenario's. */
export interface FitReport {
	readonly sampledRuns: number;
	readonly sampledAccepted: number;
	readonly triedRuns: number;
	readonly acceptedRuns: number;
	readonly members: number;
	/** Figures that sets were accepted by: no evidence. */
	readonly calibrated: readonly (Band & { readonly id: string })[];
	/** Figures that were not: evidence. */
	readonly predicted: readonly Predicted[];
	/** The world's loss rests on assumed shares of what few firms lost: neither fitted nor evidence. */
	readonly worldLoss: Predicted;
	/** Shares of the accepted sets in which an order that the record teaches comes out. */
	readonly orders: readonly { readonly id: string; readonly share: number }[];
	/** What moves outcomes most, over the priors: rank correlations, the strongest parameter first. */
	readonly sensitivity: readonly {
		readonly parameter: string;
		readonly of: Readonly<Record<Outcome, number>>;
	}[];
	/** Where the accepted sets put each parameter, in the priors' units. */
	readonly parameters: readonly (Band & { readonly parameter: string })[];
	/** In how many accepted sets each plausible choice of a parameter is in force. */
	readonly choices: readonly {
		readonly parameter: string;
		readonly sets: Readonly<Record<string, number>>;
	}[];
	/** World losses by sector, US$; `factor` is what calibration multiplied losses by unit by, null where it did not. */
	readonly losses: readonly (Band & { readonly sector: string; readonly factor: Band | null })[];
}

const WORLD_LOSS = 'world-loss';
const LOW = 0.05;
const HIGH = 0.95;
const DIGITS = 4;

/** Everything the report says follows from the stored runs; priors and figures are the scenario's. */
export function reportOf(runs: FitRuns, priors: readonly Prior[], measured: readonly Measured[]): FitReport {
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
		parameters: priors.flatMap(({ parameter, shape }, i) =>
			shape === 'choice' ? [] : [{ parameter, ...band(members.map(({ draw }) => draw[i]!)) }]
		),
		choices: priors.flatMap((prior, i) => {
			if (prior.shape !== 'choice') return [];
			const { parameter, choices } = prior;
			const count = (choice: number) => members.filter(({ draw }) => draw[i] === choice).length;
			const names = choiceNames(prior);
			const sets = Object.fromEntries(choices.map((choice, at) => [names[at]!, count(choice)]));
			return [{ parameter, sets }];
		}),
		losses: Object.keys(members[0]?.reading.lossUsd ?? {}).map((sector) => {
			const calibrated = FORTUNE_SHARES.findIndex((one) => one.sector === sector);
			return {
				sector,
				...band(members.map(({ reading }) => reading.lossUsd[sector]!)),
				factor: calibrated < 0 ? null : band(members.map(({ lossFactors }) => lossFactors[calibrated]!))
			};
		})
	};
}

function prediction(one: Measured, runs: FitRuns, values: readonly number[]): Predicted {
	const found = band(values);
	const before = runs.withinFirstPriors;
	const judged = (of: Band) => ({ ...of, inside: meets(one, of) });
	const first = before.every((run) => one.id in run) ? judged(band(before.map((run) => run[one.id]!))) : null;
	return { id: one.id, ...judged(found), seen: one.seen, first };
}

/** What the kept sets give for a figure that they were accepted by. */
function calibratedValues(id: string, { members }: FitRuns): number[] {
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
function sensitivities(runs: FitRuns, priors: readonly Prior[]): FitReport['sensitivity'] {
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
