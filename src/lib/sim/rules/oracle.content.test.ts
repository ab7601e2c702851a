import { beforeAll, describe, expect, test } from 'vitest';
import { agree, byCounts, byHosts, of, show } from '../testing/agree.ts';
import type { Outcome } from '../testing/outcome.ts';
import { compare, LIMITS } from '../testing/statistics.ts';
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

const PLAYS: readonly [string, Play, (keyof Outcome)[]][] = [
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
];
for (const [what, play, figures] of PLAYS) agree(what, play, figures, SEEDS);

describe('a rate that is off by a tenth is told apart', () => {
	let counted: Outcome[];
	beforeAll(() => {
		counted = byCounts(plainPlay(), SEEDS);
	});

	test.each<[string, string, number, keyof Outcome]>([
		['polling', 'update.pollMin', 44, 'crashed'],
		['technicians', 'repair.hostsPerTechnician', 88, 'downHostMin']
	])('%s', (_, parameter, value, figure) => {
		const wrong = byHosts(plainPlay({ [parameter]: value }), SEEDS);
		const comparison = compare(of(figure, counted), of(figure, wrong));
		expect(Math.abs(comparison.z), show(comparison)).toBeGreaterThan(limits.z);
		expect(comparison.distance, show(comparison)).toBeGreaterThan(limits.distance);
	});
});
