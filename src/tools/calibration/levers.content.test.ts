import { describe, expect, it, vi } from 'vitest';
import { OPTIONAL_PARAMETER_IDS } from '../../lib/sim/optional-parameters.ts';
import { LEVER_IDS, parameterSpec, type LeverId } from '../../lib/sim/parameters.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';
import { frames, model, order } from './testing/accepted.ts';
import { SWEEPS, type Sweep } from './testing/sweeps.ts';

vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 240_000 });

/** Accepted sets that every lever is moved in; all pairs of lever and set in the deep run, one in ten otherwise. */
const SETS = [0, 4, 8, 12, 16, 20, 24, 28];
const MINUTES = [120, 360, 720, 1440, 2160, 2880, 4320, 7200, 10_080, 14_400];
const ROLLED_BACK = 3;

/** Draws round to whole hosts and turns of a queue: as much of a measure's range may a step go the other way. */
const SLACK = 0.01;

/** Five points or more over a parameter's whole range: even for shares, by order of magnitude for what has no natural end. */
function pointsOf(id: LeverId): number[] {
	const { unit, min, max } = parameterSpec(id)!;
	if (id === 'rollout.plan') return model.ringPlans.map((_, plan) => plan);
	if (unit === 'flag' || unit === 'choice') return Array.from({ length: max + 1 }, (_, value) => value);
	if (max <= 5) return [0, 0.25, 0.5, 0.75, 1].map((part) => min + part * (max - min));
	const least = Math.max(min, 0.1);
	const powers = [0, 0.25, 0.5, 0.75, 1].map((part) => least * (max / least) ** part);
	return min < least ? [min, ...powers] : powers;
}

function measured({ parameter, sweep, set }: { parameter: LeverId; sweep: Sweep; set: number }): number[] {
	const { scope, hostClass, atMin = 0, beside = [], measure } = sweep;
	return (sweep.values ?? pointsOf(parameter)).map((value) => {
		const one = { ...order(parameter, value, atMin, scope), ...(hostClass && { hostClass }) };
		return measure(frames(set, [...beside, one], MINUTES));
	});
}

const levers = LEVER_IDS.flatMap((parameter) => {
	const sweep = SWEEPS[parameter];
	return sweep === undefined ? [] : [{ parameter, sweep }];
});
const pairs = levers
	.flatMap(({ parameter, sweep }, row) =>
		SETS.map((set, column) => ({
			parameter,
			sweep,
			set,
			number: row * SETS.length + column
		}))
	)
	.filter(({ number }) => isDeep || number % 10 === 0);

describe('every lever moves what it names over its whole range', () => {
	it('in eight sets or more, at five points or more of a range that has them', () => {
		expect(SETS.length).toBeGreaterThanOrEqual(8);
		for (const { parameter: id, sweep } of levers) {
			const { unit, max } = parameterSpec(id)!;
			const most = unit === 'flag' || unit === 'choice' ? max + 1 : 5;
			expect((sweep.values ?? pointsOf(id)).length, id).toBeGreaterThanOrEqual(Math.min(5, most));
		}
	});

	it('leaves no lever out that the model has', () => {
		const has = new Set(model.settings.map(({ parameter }) => parameter));
		expect(OPTIONAL_PARAMETER_IDS.filter((id) => has.has(id) && SWEEPS[id] === undefined)).toEqual([]);
	});

	it.each(pairs)('$parameter, in set $set', (pair) => {
		const found = measured(pair);
		const { moves } = pair.sweep;
		const range = Math.max(...found) - Math.min(...found);
		const says = `${pair.parameter} gives ${found.join(', ')}`;
		expect(range, says).toBeGreaterThan(0);
		if (moves === 'either') return;
		const rising = moves === 'up' ? found : [...found].reverse();
		expect(rising.at(-1), says).toBeGreaterThan(rising[0]!);
		for (let i = 1; i < rising.length; i++)
			expect(rising[i]!, says).toBeGreaterThanOrEqual(rising[i - 1]! - SLACK * range);
	});
});

describe('bottlenecks of the record bind', () => {
	it.each(SETS.filter((_, n) => isDeep || n % 8 === 0))(
		'from no encrypted disk to all, losses move by a tenth or more (set %i)',
		(set) => {
			const loss = [0, 1].map((share) => {
				const run = frames(set, [order('repair.encryptedShare', share)], [14_400]);
				return run[0]!.lossCents;
			});
			expect(loss[1]! / loss[0]!).toBeGreaterThan(1.1);
		}
	);
});

it('taking the update back sooner crashes fewer hosts, at every set', () => {
	for (const set of SETS.filter((_, n) => isDeep || n === 3)) {
		const found = [15, 40, 87].map(
			(minute) => frames(set, [order('rollout.order', ROLLED_BACK, minute)], [600])[0]!.world.everCrashed
		);
		for (let i = 1; i < found.length; i++) expect(found[i]!).toBeGreaterThanOrEqual(found[i - 1]!);
		expect(found[0]).toBeLessThan(found[2]!);
	}
	expect(model.releases[0]!.atMin).toBe(9);
});
