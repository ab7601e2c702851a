import { beforeAll, describe, expect, it } from 'vitest';
import { recordOrders } from '../lib/exercise/world/orders.ts';
import type { Frame } from '../lib/sim/observe/frame.ts';
import type { Model, Order } from '../lib/sim/model.ts';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { createWorld, observe, Runner, seedFromText } from '../lib/sim/run.ts';
import { loadPack } from './packs.ts';

const RELEASED_MIN = 9;
const WINDOW_ENDS_MIN = 87;
const DAY_MIN = 1440;
/** 24 July 12:00 and 26 July 00:00 UTC, between which 97 % of the crashed hosts are taken to be back. */
const BACK_97_FROM_MIN = 7680;
const BACK_97_TO_MIN = 9840;

// Whole worlds: seconds each on an idle machine, and the test runner's own module loading slows hot loops.

let model: Model;
let record: Order[];

beforeAll(() => {
	const pack = loadPack('july-2024');
	model = pack.model;
	record = pack.exercise.record
		.flatMap((act) => recordOrders(pack.exercise, act))
		.sort((a, b) => a.atMin - b.atMin);
});

function framesOf(orders: readonly Order[], minutes: readonly number[], of = model): Frame[] {
	const world = createWorld(of, seedFromText('reference'));
	const runner = new Runner(world);
	return minutes.map((minute) => {
		runner.advance(orders, minute);
		return observe(world);
	});
}

const backShare = ({ world }: Frame) => 1 - world.down / world.everCrashed;

describe('19 July 2024', () => {
	it('crashes 8.5 million hosts within 5 % when every role does what was done', () => {
		const [frame] = framesOf(record, [240]);
		expect(frame!.world.everCrashed).toBeGreaterThan(8_500_000 * 0.95);
		expect(frame!.world.everCrashed).toBeLessThan(8_500_000 * 1.05);
	});

	it('crashes clearly more when nobody acts', () => {
		const [acted] = framesOf(record, [DAY_MIN]);
		const [nobody] = framesOf([], [DAY_MIN]);
		expect(nobody!.world.everCrashed).toBeGreaterThan(acted!.world.everCrashed * 1.2);
	});

	it('crashes about 6 million when the vendor reverts after 20 minutes', () => {
		const revert: Order = {
			atMin: RELEASED_MIN + 20,
			parameter: 'rollout.order',
			scope: { kind: 'world' },
			value: 3
		};
		const [frame] = framesOf([revert], [240]);
		expect(frame!.world.everCrashed).toBeGreaterThan(5_500_000);
		expect(frame!.world.everCrashed).toBeLessThan(6_600_000);
	});

	it('hits Australia and Asia at work: a larger share of their fleets than of America’s, where it is night', () => {
		const [frame] = framesOf(record, [WINDOW_ENDS_MIN]);
		const fleet = new Map<string, number>();
		for (let cell = 0; cell < model.cells.count; cell++) {
			if (model.cells.vendor[cell] !== model.releases[0]!.vendor) continue;
			const { country } = model.metros[model.sites.metro[model.cells.site[cell]!]!]!;
			fleet.set(country, (fleet.get(country) ?? 0) + model.cells.hosts[cell]!);
		}
		const hit = (country: string) => frame!.byCountry[country]!.everCrashed / fleet.get(country)!;
		for (const awake of ['AU', 'JP', 'SG', 'IN']) {
			for (const asleep of ['US', 'CA', 'BR']) expect(hit(awake)).toBeGreaterThan(hit(asleep));
		}
	});

	it('costs the world less for every hour that the vendor says sooner how to repair', () => {
		const said = record.find(({ parameter }) => parameter === 'vendor.workaround')!;
		const losses = [-60, 0, 60].map((min) => {
			const orders = record.map((order) => (order === said ? { ...order, atMin: order.atMin + min } : order));
			const [frame] = framesOf(
				orders.toSorted((a, b) => a.atMin - b.atMin),
				[10 * DAY_MIN]
			);
			return frame!.lossCents;
		});
		expect(losses).toEqual(losses.toSorted((a, b) => a - b));
		expect(losses[2]!).toBeGreaterThan(1.02 * losses[0]!);
	});

	it('comes out the same within 2 % in the debrief-size world', () => {
		const { scenario } = loadPack('july-2024');
		const [frame] = framesOf(record, [10 * DAY_MIN]);
		const [coarse] = framesOf(record, [10 * DAY_MIN], compileModel(scenario, 'debrief'));
		const near = (value: number, exact: number) => expect(Math.abs(value / exact - 1)).toBeLessThan(0.02);
		near(coarse!.world.everCrashed, frame!.world.everCrashed);
		near(coarse!.lossCents, frame!.lossCents);
	});

	it('leaves China and Russia almost alone', () => {
		const [frame] = framesOf(record, [240]);
		for (const country of ['CN', 'RU']) {
			expect(frame!.byCountry[country]!.everCrashed).toBeLessThan(0.01 * frame!.world.everCrashed);
		}
	});

	it('is 97 % mended between 24 July noon and the end of 25 July, and 99 % by the 29th', () => {
		const [before, after, end] = framesOf(record, [BACK_97_FROM_MIN, BACK_97_TO_MIN, 10 * DAY_MIN]);
		expect(backShare(before!)).toBeLessThan(0.97);
		expect(backShare(after!)).toBeGreaterThan(0.97);
		expect(backShare(end!)).toBeGreaterThan(0.985);
		expect(backShare(end!)).toBeLessThan(0.995);
	});
});
