import { beforeAll, describe, expect, test } from 'vitest';
import { runOracle } from '../testing/oracle/oracle.ts';
import { runCounts, type Outcome } from '../testing/outcome.ts';
import { compare, LIMITS, type Comparison } from '../testing/statistics.ts';
import type { Play } from '../testing/play.ts';
import {
	aidPlay,
	doubtfulPlay,
	gatedPlay,
	keysPlay,
	pausedPlay,
	plainPlay,
	richPlay,
	unequalPlay,
	userModePlay
} from '../testing/worlds.ts';
import { isDeep } from '../testing/deep.ts';

const SEEDS = isDeep ? 200 : 50;
const limits = LIMITS[SEEDS];
/** The two draw from different generators, but equal seeds would still look as if they were meant to be paired. */
const ORACLE_SEED = 10_000;

function sample(run: (seed: number) => Outcome): Outcome[] {
	return Array.from({ length: SEEDS }, (_, seed) => run(seed));
}
const byCounts = ({ model, orders }: Play) => sample((seed) => runCounts(model, orders, seed));
const byHosts = ({ model, orders }: Play) => sample((seed) => runOracle(model, orders, ORACLE_SEED + seed));

const of = (figure: keyof Outcome, runs: readonly Outcome[]) => runs.map((run) => run[figure]);
const spread = ({ varianceRatio }: Comparison) => Math.max(varianceRatio, 1 / varianceRatio);
const show = ({ means, deviations, z, varianceRatio, distance }: Comparison) =>
	`counts ${means[0].toFixed(1)} ± ${deviations[0].toFixed(1)}, ` +
	`hosts ${means[1].toFixed(1)} ± ${deviations[1].toFixed(1)}, ` +
	`z ${z.toFixed(2)}, variance ratio ${varianceRatio.toFixed(2)}, KS ${distance.toFixed(3)}`;

describe.each<[string, Play, (keyof Outcome)[]]>([
	['kernel mode, everyone at once', plainPlay(), ['crashed', 'downHostMin', 'backMin', 'lossCents']],
	[
		'two rings, keys on own servers, agents left out',
		richPlay(),
		['crashed', 'compromised', 'downHostMin', 'backMin', 'lossCents']
	],
	['user mode, and attackers', userModePlay(), ['compromised', 'downHostMin', 'lossCents']],
	['hosts that take content first, and an order that may meet other content', doubtfulPlay(), ['crashed']],
	['a pause, and hosts left off', pausedPlay(), ['crashed', 'downHostMin', 'lossCents']],
	['organisations that differ', unequalPlay(), ['crashed', 'downHostMin', 'backMin', 'lossCents']],
	['technicians on loan', aidPlay(), ['downHostMin', 'lossCents']],
	['a queue for keys', keysPlay(), ['downHostMin', 'lossCents']],
	['a health gate that looks on', gatedPlay(), ['crashed', 'downHostMin', 'lossCents']]
])('counted hosts and hosts one by one agree: %s', (_, play, figures) => {
	let counted: Outcome[];
	let simulated: Outcome[];
	beforeAll(() => {
		counted = byCounts(play);
		simulated = byHosts(play);
	});

	test.each(figures)('%s: mean, variance and distribution', (figure) => {
		const comparison = compare(of(figure, counted), of(figure, simulated));
		if (isDeep) console.log(`${figure}: ${show(comparison)}`);
		expect(comparison.deviations[1], 'a figure that never varies tests nothing').toBeGreaterThan(0);
		expect(Math.abs(comparison.z), show(comparison)).toBeLessThan(limits.z);
		expect(spread(comparison), show(comparison)).toBeLessThan(limits.varianceRatio);
		expect(comparison.distance, show(comparison)).toBeLessThan(limits.distance);
	});
});

describe('a rate that is off by a tenth is told apart', () => {
	let counted: Outcome[];
	beforeAll(() => {
		counted = byCounts(plainPlay());
	});

	test.each<[string, string, number, keyof Outcome]>([
		['polling', 'update.pollMin', 44, 'crashed'],
		['technicians', 'repair.hostsPerTechnician', 88, 'downHostMin']
	])('%s', (_, parameter, value, figure) => {
		const wrong = byHosts(plainPlay({ [parameter]: value }));
		const comparison = compare(of(figure, counted), of(figure, wrong));
		expect(Math.abs(comparison.z), show(comparison)).toBeGreaterThan(limits.z);
		expect(comparison.distance, show(comparison)).toBeGreaterThan(limits.distance);
	});
});
