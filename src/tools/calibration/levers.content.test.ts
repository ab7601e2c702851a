import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../lib/sim/observe/frame.ts';
import type { Order, Scope } from '../../lib/sim/model.ts';
import { frames, model, order } from './testing/accepted.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';

vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 240_000 });

/** Accepted sets that every lever is moved in; the deep run also looks at the middle of each lever's range. */
const SETS = isDeep ? [0, 7, 14, 21, 28] : [5];
const MINUTES = [120, 360, 720, 1440, 2160, 2880, 4320, 7200, 10_080, 14_400];
const ROLLED_BACK = 3;

type Measure = (run: readonly Frame[]) => number;
const end = (run: readonly Frame[]) => run[run.length - 1]!;
const down: Measure = (run) => run.reduce((sum, { world }) => sum + world.down, 0);
const crashed: Measure = (run) => end(run).world.everCrashed;
const stillDown: Measure = (run) => end(run).world.down;
const loss: Measure = (run) => end(run).lossCents;
const compromised: Measure = (run) => end(run).world.everCompromised;
const cloudDown: Measure = (run) => run.reduce((sum, { byClass }) => sum + byClass.cloud!.down, 0);
const flightsLost: Measure = (run) => end(run).services.airlines!.lostUnits;
const proceduresLost: Measure = (run) => end(run).services.hospitals!.lostUnits;
const trust: Measure = (run) => end(run).releases[0]!.trust.customers;
const ofAltamark: Measure = (run) => end(run).byOrganisation['altamark-airways']!.everCrashed;

const world: Scope = { kind: 'world' };
const airlines: Scope = { kind: 'sector', id: 'airlines' };
const hospitals: Scope = { kind: 'sector', id: 'hospitals' };
const altamark: Scope = { kind: 'organisation', id: 'altamark-airways' };

/** For Altamark once more, after the record's check-in on paper has set its own. */
const CREWS_IN_PLACE: readonly Order[] = [
	order('service.disruption', 0, 0, airlines),
	order('service.disruption', 0, 240, altamark)
];

interface Lever {
	readonly parameter: string;
	readonly scope?: Scope;
	/** Ascending. */
	readonly values: readonly number[];
	readonly measure: Measure;
	/** Whether more of the lever is more or less of the measure. */
	readonly moves: 'up' | 'down';
	/** In force beside it. */
	readonly with?: readonly Order[];
}

const LEVERS: readonly Lever[] = [
	{ parameter: 'update.pollMin', values: [3, 10, 40], measure: crashed, moves: 'down' },
	{ parameter: 'update.affectedShare', values: [0.3, 0.6, 0.95], measure: crashed, moves: 'up' },
	{ parameter: 'update.heldBackShare', values: [0, 0.3, 0.9], measure: crashed, moves: 'down' },
	{ parameter: 'rollout.haltReachMin', values: [0, 10, 30], measure: crashed, moves: 'up' },
	{ parameter: 'repair.hostsPerTechnician', values: [60, 120, 240], measure: down, moves: 'up' },
	// The median stays, so more spread also means more technicians: what surely grows is the tail of the worst staffed.
	{ parameter: 'repair.staffingSigma', values: [0.8, 1.3, 1.8], measure: stillDown, moves: 'up' },
	{ parameter: 'repair.handsMin', values: [5, 15, 30], measure: down, moves: 'up' },
	{ parameter: 'repair.reachMin', values: [30, 120, 480], measure: down, moves: 'up' },
	{ parameter: 'repair.encryptedShare', values: [0, 0.4, 0.9], measure: down, moves: 'up' },
	{ parameter: 'repair.keyMin', values: [5, 60, 360], measure: down, moves: 'up' },
	{ parameter: 'repair.failShare', values: [0, 0.1, 0.4], measure: down, moves: 'up' },
	{ parameter: 'repair.rebootRaceMin', values: [200, 700, 3000], measure: down, moves: 'up' },
	{ parameter: 'repair.rebootsForMin', values: [15, 120, 480], measure: down, moves: 'down' },
	{ parameter: 'repair.nightShare', values: [0.2, 0.6, 1], measure: down, moves: 'down' },
	{ parameter: 'repair.weekendShare', values: [0.2, 0.6, 1], measure: down, moves: 'down' },
	{ parameter: 'repair.mutualAidShare', values: [0, 0.1, 0.6], measure: down, moves: 'down' },
	{ parameter: 'repair.scriptMin', values: [60, 400, 2000], measure: cloudDown, moves: 'up' },
	{ parameter: 'platform.recoveryToolSavesShare', values: [0, 0.3, 0.6], measure: down, moves: 'down' },
	{ parameter: 'vendor.automatedFixMin', values: [500, 3000, 20_000], measure: down, moves: 'up' },
	{
		parameter: 'platform.bootRecoveryMin',
		values: [500, 3000, 20_000],
		measure: down,
		moves: 'up',
		with: [order('platform.bootRecovery', 1)]
	},
	{ parameter: 'exposure.compromisePerDay', values: [0.0001, 0.01, 0.2], measure: compromised, moves: 'up' },
	{ parameter: 'repair.removeAgentShare', values: [0, 0.2, 0.8], measure: compromised, moves: 'up' },
	{
		parameter: 'service.manualShare',
		scope: hospitals,
		values: [0, 0.4, 0.8],
		measure: proceduresLost,
		moves: 'down'
	},
	{
		parameter: 'service.halfDownShare',
		scope: airlines,
		values: [0.1, 0.3, 0.8],
		measure: flightsLost,
		moves: 'down'
	},
	{
		parameter: 'service.restartMin',
		scope: airlines,
		values: [30, 200, 900],
		measure: flightsLost,
		moves: 'up'
	},
	// While a backlog keeps crews out of place, more that waits can cost more; without that it cannot.
	{
		parameter: 'service.deferShare',
		scope: airlines,
		values: [0.2, 0.6, 0.9],
		measure: flightsLost,
		moves: 'down',
		with: CREWS_IN_PLACE
	},
	{
		parameter: 'service.patienceMin',
		scope: airlines,
		values: [300, 900, 3000],
		measure: flightsLost,
		moves: 'down',
		with: CREWS_IN_PLACE
	},
	{
		parameter: 'service.slackShare',
		scope: airlines,
		values: [0.02, 0.15, 0.6],
		measure: flightsLost,
		moves: 'down'
	},
	{
		parameter: 'service.disruption',
		scope: airlines,
		values: [0, 0.3, 0.7],
		measure: flightsLost,
		moves: 'up'
	},
	{ parameter: 'service.lossPerUnitUsd', values: [5, 50, 500], measure: loss, moves: 'up' },
	{ parameter: 'service.hostCostUsd', values: [0, 80, 400], measure: loss, moves: 'up' },
	{ parameter: 'exposure.breachPerDayUsd', values: [0, 250_000, 1_000_000], measure: loss, moves: 'up' },
	{
		parameter: 'fleet.secondVendorShare',
		scope: altamark,
		values: [0, 0.3, 0.7],
		measure: ofAltamark,
		moves: 'down'
	},
	{ parameter: 'trust.harmPerDay', values: [0.2, 1, 3], measure: trust, moves: 'down' }
];

describe('every lever moves what it names, over accepted sets', () => {
	it.each(LEVERS.map((lever) => [lever.parameter, lever.moves, lever] as const))(
		'more of %s: %s',
		(_, __, { parameter, scope = world, values, measure, moves, with: beside = [] }) => {
			for (const set of SETS) {
				const tried = isDeep ? values : [values[0]!, values[values.length - 1]!];
				const found = tried.map((value) =>
					measure(frames(set, [...beside, order(parameter, value, 0, scope)], MINUTES))
				);
				const rising = moves === 'up' ? found : [...found].reverse();
				for (let i = 1; i < rising.length; i++)
					expect(rising[i]!, `${parameter} ${tried.join(', ')} gives ${found.join(', ')}`).toBeGreaterThan(
						rising[i - 1]!
					);
			}
		}
	);

	it('taking the update back sooner crashes fewer hosts, at every set', () => {
		for (const set of SETS) {
			const found = [15, 40, 87].map((minute) =>
				crashed(frames(set, [order('rollout.order', ROLLED_BACK, minute)], [600]))
			);
			for (let i = 1; i < found.length; i++) expect(found[i]!).toBeGreaterThanOrEqual(found[i - 1]!);
			expect(found[0]).toBeLessThan(found[2]!);
		}
		expect(model.releases[0]!.atMin).toBe(9);
	});
});
