import { describe, expect, test } from 'vitest';
import { CELL_STRIDE, HELD } from '../world/columns.ts';
import { stateHash } from '../world/hash.ts';
import { observe } from '../observe/observe.ts';
import { PARAMETERS } from '../parameters.ts';
import { crashedIn, downIn, order, REVERTED, runPlay, type Play } from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';
import type { World } from '../world/world.ts';

const run = (world: SmallWorld, orders: Play['orders'] = REVERTED): World =>
	runPlay({ model: smallModel({ stepMin: 5, ...world }), orders });

/** Nothing is NaN, infinite or negative, and no host is lost. */
function expectSane(world: World): void {
	for (const [name, view] of Object.entries(world)) {
		if (!(view instanceof Float64Array)) continue;
		view.forEach((value, at) => expect(value, `${name}[${at}]`).toBeGreaterThanOrEqual(0));
		expect(view.every(Number.isFinite), name).toBe(true);
	}
	world.counts.forEach((count) => expect(count).toBeGreaterThanOrEqual(0));
	const frame = observe(world);
	const hosts = world.model.cells.hosts.reduce((sum, of) => sum + of, 0);
	expect(frame.world.hosts).toBe(hosts);
	expect(stateHash(world)).toMatch(/^[0-9a-f]{16}$/);
}

describe('absurd worlds run sanely', () => {
	test('no hosts at all', () => {
		const world = run({ sites: [{ metro: 0, hosts: [0, 0, 0, 0, 0] }] });
		expectSane(world);
		expect(world.lossCents[0]).toBe(0);
		expect(world.output[0]).toBe(1);
	});

	test('no sites', () => {
		expectSane(run({ sites: [] }));
	});

	test('a site without cells', () => {
		expectSane(
			run({
				sites: [
					{ metro: 0, hosts: [] },
					{ metro: 0, hosts: [5, 5, 5, 5, 5] }
				]
			})
		);
	});

	test('one host', () => {
		const hosts = [1, 0, 0, 0, 0];
		const set = { 'update.pollMin': 1, 'update.affectedShare': 1, 'repair.hostsPerTechnician': 0.1 };
		const world = run({ sites: [{ metro: 0, hosts }], days: 6, set });
		expectSane(world);
		expect(crashedIn(world)).toBe(1);
		expect(downIn(world)).toBe(0);
	});

	test('two thousand million hosts in a cell', () => {
		const world = run({ sites: [{ metro: 0, hosts: [0, 2_000_000_000, 0, 0, 0] }], days: 1 });
		expectSane(world);
		expect(crashedIn(world)).toBeGreaterThan(1e9);
		expect(crashedIn(world)).toBeLessThan(2e9);
	});

	test('five thousand million hosts in four sites', () => {
		const hosts = [50_000_000, 700_000_000, 400_000_000, 90_000_000, 10_000_000];
		const world = run({ sites: [0, 0, 1, 1].map((metro) => ({ metro, hosts })), days: 3 });
		expectSane(world);
		expect(observe(world).world.hosts).toBe(5_000_000_000);
		expect(crashedIn(world)).toBeGreaterThan(2e9);
		expect(crashedIn(world)).toBeLessThan(5e9);
	});

	test('a single cell', () => {
		const world = run({ metros: [{ id: 'here', utcOffsetMin: 0 }], sites: [{ metro: 0, hosts: [0, 500] }] });
		expectSane(world);
		expect(crashedIn(world)).toBeGreaterThan(0);
		expect(crashedIn(world)).toBeLessThan(500);
	});

	test('hardly a technician', () => {
		const set = { 'repair.hostsPerTechnician': 1e9, 'repair.rebootRaceMin': 525_600 };
		const world = run({ days: 3, set });
		expectSane(world);
		expect(downIn(world)).toBeGreaterThan(0.97 * crashedIn(world));
	});

	test('more technicians than hosts', () => {
		const world = run({ days: 3, set: { 'repair.hostsPerTechnician': 0.1, 'repair.staffingSigma': 4 } });
		expectSane(world);
		expect(downIn(world)).toBeLessThan(0.01 * crashedIn(world));
	});

	test('services that deliver nothing', () => {
		const world = run({ sites: [{ metro: 0, hosts: [5, 50, 50, 5, 5], unitsPerDay: 0 }] });
		expectSane(world);
		expect(world.lostUnits[0]).toBe(0);
	});

	test('no class that matters to the service', () => {
		const world = run({ set: { 'service.criticality': 0 } });
		expectSane(world);
		expect(world.output.every((output) => output === 1)).toBe(true);
	});

	test('a ring without hosts, and rings whose shares do not quite add up', () => {
		const ring = (share: number) => ({ share, bakeMin: 5, gatePerMille: 0 });
		const empty = run({ ringPlans: [{ id: 'empty', rings: [{ ...ring(0), bakeMin: 9999 }] }] }, []);
		expectSane(empty);
		expect(crashedIn(empty)).toBe(0);
		const free = (share: number) => ({ ...ring(share), gatePerMille: null });
		const world = run({
			ringPlans: [{ id: 'thirds', rings: [free(0.1), free(0.2), free(0.7000000000000004), free(0)] }],
			set: { 'update.affectedShare': 1 }
		});
		expectSane(world);
		let held = 0;
		for (let at = HELD; at < world.counts.length; at += CELL_STRIDE) held += world.counts[at]!;
		expect(held).toBe(0);
	});

	test('everything at the lowest and at the highest that is allowed', () => {
		for (const end of ['min', 'max'] as const) {
			const parameters = Object.keys(RANGES);
			const orders = parameters.map((id) => order(60, id, RANGES[id]![end]));
			expectSane(run({ days: 3 }, [...orders, ...REVERTED]));
		}
	});

	test('a horizon of one step', () => {
		const spans = [{ untilMin: 60, stepMin: 60 }];
		const { clock, ...rest } = smallModel();
		const model = { ...rest, clock: { ...clock, horizonMin: 60, spans } };
		expectSane(runPlay({ model, orders: REVERTED }));
	});
});

const RANGES = Object.fromEntries(
	Object.entries(PARAMETERS)
		.filter(([id]) => !id.startsWith('rollout.') && id !== 'fleet.secondVendorShare')
		.map(([id, { min, max }]) => [id, { min, max }])
);
