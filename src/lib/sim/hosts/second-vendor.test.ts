import { describe, expect, test } from 'vitest';
import { Runner } from '../world/advance.ts';
import { CELL_STRIDE, HELD } from '../world/columns.ts';
import { stateHash } from '../world/hash.ts';
import { seedFromText } from '../random/hash.ts';
import { crashedIn, ofSite, order, REVERTED, runPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';
import { createWorld } from '../world/create-world.ts';
import { restore, snapshot } from '../world/world.ts';

const HOSTS = [100, 300, 200, 50, 20];
const model = smallModel({
	organisations: [{ id: 'shop', sector: 0 }],
	sites: [
		{ metro: 0, hosts: HOSTS, others: HOSTS, organisation: 0 },
		{ metro: 0, hosts: HOSTS, others: HOSTS }
	],
	stepMin: 5
});
const diversified = (share: number, atMin = 0) => ({
	model,
	orders: [
		order(atMin, 'fleet.secondVendorShare', share, { kind: 'organisation', id: 'shop' }),
		...REVERTED
	].sort((a, b) => a.atMin - b.atMin)
});

describe('a second vendor', () => {
	test('takes its share of every class, and no host is lost', () => {
		const { counts } = runPlay(diversified(0.3), 1, 5);
		const held = (cell: number) => counts[cell * CELL_STRIDE + HELD]!;
		HOSTS.forEach((hosts, c) => {
			expect(held(c)).toBe(hosts * 0.7);
			expect(held(5 + c)).toBe(hosts * 1.3);
		});
	});

	test('halves what one vendor’s fault can take down, and leaves others as they were', () => {
		const [one, two] = [runPlay(diversified(0)), runPlay(diversified(0.5))];
		const [shop, other] = [ofSite(model, 0), ofSite(model, 1)];
		expect(Math.abs(crashedIn(two, shop) / crashedIn(one, shop) - 0.5)).toBeLessThan(0.05);
		expect(crashedIn(two, other)).toBe(crashedIn(one, other));
	});

	test('comes before the day or not at all', () => {
		expect(crashedIn(runPlay(diversified(0.5, 1)))).toBe(crashedIn(runPlay(diversified(0))));
	});

	test('a restored world counts the fleets as the one it was taken from', () => {
		const { orders } = diversified(0.5);
		const seed = seedFromText(1);
		const world = createWorld(model, seed);
		new Runner(world).advance(orders, 100);
		const again = restore(model, seed, snapshot(world));
		new Runner(again).advance(orders, Infinity);
		expect(stateHash(again)).toBe(stateHash(runPlay({ model, orders })));
	});
});
