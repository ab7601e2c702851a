import { lossOrders, memberOrders } from '../../lib/scenario/calibration/ensemble.ts';
import { FORTUNE_SHARES } from './fortune-500.ts';
import { withinFirstPriors } from './first-priors.ts';
import { cubePoints, latinHypercube } from './latin.ts';
import { coordinate, drawn, drawOrders, rounded, type Prior } from '../../lib/scenario/calibration/prior.ts';
import type { Reading } from './reading/reading.ts';
import { everySector, solveLossFactors } from './loss-factors.ts';
import { sampledRun, type CalibrationRuns, type StoredMember } from './stored-runs.ts';
import { isAccepted } from './targets.ts';
import type { Pool } from '../../lib/debrief/pool/pool.ts';
import type { Order } from '../../lib/sim/model.ts';
import { SCENARIO, type CalibrationInput } from './input.ts';
import { sieve } from './sieve.ts';

/** A text that must not change: all draws follow from it. */
const SEED = 'fit of july-2024';
/** The random draws of every run are the same, so that runs differ by their parameters alone. */
export const RUN_SEED = 'reference';

export interface CalibrationSize {
	/** Runs over all of the priors. */
	readonly sampled: number;
	/** Most runs of draws that the sieve lets through, and how many run at a time. */
	readonly triedMost: number;
	readonly batch: number;
	/** Accepted sets that are kept. */
	readonly kept: number;
}
export const FULL_SIZE: CalibrationSize = { sampled: 300, triedMost: 400, batch: 40, kept: 40 };

/** Draws the sieve looks at before it gives up on finding another. */
const LOOKED_AT = 200_000;

/**
 * The whole calibration, in three steps: a Latin hypercube over the priors; runs of further draws that a regression on the
 * first finds promising, of which those are accepted that meet the targets in their own run; and for each accepted set
 * the factors on losses that meet Parametrix's figures, with a last run in which everything is read off, and one more
 * within the first priors. The same files give the same result, whatever the number of workers.
 */
export async function calibrate(
	pool: Pool<Reading>,
	{ scenario, record, priors }: CalibrationInput,
	size: CalibrationSize = FULL_SIZE,
	tell: (what: string) => void = () => {}
): Promise<CalibrationRuns> {
	const axes = priors.length + FORTUNE_SHARES.length;

	const run = async (what: string, orders: readonly (readonly Order[])[]) => {
		let done = 0;
		const readings = await pool.runMany({
			scenario: { kind: 'builtIn', id: SCENARIO },
			size: 'debrief',
			jobs: orders.map((own) => ({ seed: RUN_SEED, orders: [...own, ...record], minutes: [] })),
			onResult: () => tell(`${what}: ${++done} of ${orders.length}`)
		});
		return readings;
	};
	const settings = scenario.settings;
	const drawOf = (point: readonly number[]) => priors.map((prior, i) => drawn(prior, point[i]!));

	const points = latinHypercube(`${SEED}, sample`, axes, size.sampled);
	const first = await run(
		'Over the priors',
		points.map((point) => drawOrders(settings, priors, drawOf(point)))
	);

	const seenBySieve = (point: readonly number[]) =>
		point.map((u, i) => (i < priors.length ? coordinate(priors[i]!, u) : u));
	const promising = sieve(points.map(seenBySieve), first);
	const candidates = cubePoints(`${SEED}, candidates`, axes, LOOKED_AT).filter((point) =>
		promising(seenBySieve(point))
	);
	const kept: { point: readonly number[]; reading: Reading }[] = [];
	let tried = 0;
	while (kept.length < size.kept && tried < Math.min(size.triedMost, candidates.length)) {
		const batch = candidates.slice(tried, tried + size.batch);
		const readings = await run(
			`Promising (${kept.length} accepted)`,
			batch.map((point) => drawOrders(settings, priors, drawOf(point)))
		);
		tried += batch.length;
		readings.forEach((reading, i) => {
			if (isAccepted(reading)) kept.push({ point: batch[i]!, reading });
		});
	}
	const accepted = kept.length;
	kept.length = Math.min(kept.length, size.kept);

	const targets = FORTUNE_SHARES.map(
		({ measured }) => scenario.record.measured.find(({ id }) => id === measured)!.value
	);
	const doubled = await run(
		'What units cost',
		kept.map(({ point }) => {
			const draw = drawOf(point);
			return [...drawOrders(settings, priors, draw), ...lossOrders(settings, priors, draw, everySector(2))];
		})
	);
	const members = kept.flatMap(({ point, reading }, i): Omit<StoredMember, 'reading'>[] => {
		const shares = sharesOf(point, priors);
		const lossFactors = solveLossFactors(reading.lossUsd, doubled[i]!.lossUsd, targets, shares);
		return lossFactors === null ? [] : [{ draw: drawOf(point), shares, lossFactors }];
	});
	const inForce = members.map((member) => memberOrders(settings, priors, member));
	const readings = await run('Accepted sets', inForce);
	const before = await run(
		'Within the first priors',
		members.map((member) => {
			const draw = withinFirstPriors(priors, member.draw);
			return memberOrders(settings, priors, { ...member, draw });
		})
	);
	return {
		seed: SEED,
		parameters: priors.map(({ parameter }) => parameter),
		sampled: first.map((reading) => sampledRun(reading, isAccepted(reading))),
		tried,
		accepted,
		members: members.map((member, i) => ({
			...member,
			reading: { ...readings[i]!, figures: tidy(readings[i]!.figures) }
		})),
		withinFirstPriors: before.map(({ figures }) => tidy(figures))
	};
}

function sharesOf(point: readonly number[], priors: readonly Prior[]): number[] {
	return FORTUNE_SHARES.map(({ low, high }, i) => rounded(low + (high - low) * point[priors.length + i]!));
}

/** Figures with as many digits as are worth storing. */
function tidy(figures: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, Number(value.toPrecision(7))]));
}
