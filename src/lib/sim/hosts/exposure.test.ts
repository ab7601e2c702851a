import { describe, expect, test } from 'vitest';
import { HOST_CLASSES } from '../model.ts';
import {
	crashedIn,
	ofClass,
	ofMetro,
	order,
	REVERTED,
	ROLLED_BACK,
	runPlay,
	watchPlay
} from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';

const SYDNEY = 0;
const LONDON = 1;

describe('who is awake', () => {
	const model = smallModel({ days: 1, stepMin: 1 });

	test('at 04:09 UTC on a Friday Sydney works and London sleeps: Sydney crashes more', () => {
		const world = runPlay({ model, orders: REVERTED }, 1, 200);
		const [sydney, london] = [SYDNEY, LONDON].map((metro) => crashedIn(world, ofMetro(model, metro)));
		expect(sydney).toBeGreaterThan(1.4 * london!);
	});

	test('and sooner', () => {
		const firstHundred = [0, 0];
		watchPlay({ model, orders: REVERTED }, 1, (world, minute) => {
			for (const metro of [SYDNEY, LONDON]) {
				if (crashedIn(world, ofMetro(model, metro)) < 500) firstHundred[metro] = minute;
			}
		});
		expect(firstHundred[SYDNEY]).toBeLessThan(firstHundred[LONDON]!);
	});

	test('eight hours later it is the other way round', () => {
		const later = smallModel({ days: 1, stepMin: 1, releaseMin: 489 });
		const world = runPlay({ model: later, orders: [order(567, 'rollout.order', ROLLED_BACK)] }, 1, 700);
		const [sydney, london] = [SYDNEY, LONDON].map((metro) => crashedIn(world, ofMetro(later, metro)));
		expect(london).toBeGreaterThan(1.2 * sydney!);
	});

	test('servers never sleep, so nearly all of them are hit; laptops are spared by the night', () => {
		const world = runPlay({ model, orders: REVERTED }, 1, 200);
		const share = (hostClass: (typeof HOST_CLASSES)[number], metro: number) => {
			const mine = (cell: number) =>
				ofClass(model, HOST_CLASSES.indexOf(hostClass))(cell) && ofMetro(model, metro)(cell);
			return crashedIn(world, mine) / [600, 1600][+(hostClass === 'workstation')]!;
		};
		const servers = crashedIn(world, ofClass(model, HOST_CLASSES.indexOf('server'))) / 800;
		expect(servers).toBeGreaterThan(0.85);
		expect(share('laptop', LONDON)).toBeLessThan(share('laptop', SYDNEY) / 1.4);
	});
});

describe('staff who are told to leave hosts off', () => {
	const model = smallModel({ days: 1 });
	const stayOff = order(30, 'activity.stayOff', 1);

	test('save hosts that sleep while the release is on offer', () => {
		const awake = crashedIn(runPlay({ model, orders: [] }, 1, 600));
		const spared = crashedIn(runPlay({ model, orders: [stayOff] }, 1, 600));
		expect(spared).toBeLessThan(0.95 * awake);
		const london = ofMetro(model, LONDON);
		const saved = (metro: number) =>
			crashedIn(runPlay({ model, orders: [] }, 1, 600), ofMetro(model, metro)) -
			crashedIn(runPlay({ model, orders: [stayOff] }, 1, 600), ofMetro(model, metro));
		expect(saved(LONDON), 'London was asleep').toBeGreaterThan(saved(SYDNEY));
		expect(crashedIn(runPlay({ model, orders: [stayOff] }, 1, 600), london)).toBeGreaterThan(0);
	});
});

test('the slower hosts look for content, the fewer are hit in 78 minutes', () => {
	const crashed = [2, 10, 30, 60, 120].map((pollMin) =>
		crashedIn(
			runPlay({ model: smallModel({ set: { 'update.pollMin': pollMin } }), orders: REVERTED }, 1, 300)
		)
	);
	expect(crashed).toEqual(crashed.toSorted((a, b) => b - a));
	expect(crashed[4]).toBeLessThan(0.6 * crashed[0]!);
});

test('hosts that the defect does not concern are never hit', () => {
	const model = smallModel({
		days: 1,
		set: { 'update.affectedShare': [0, 1, 0.5, 0, 0], 'update.pollMin': 1 }
	});
	const world = runPlay({ model, orders: [] });
	const share = (hostClass: number) => {
		let hosts = 0;
		for (let cell = hostClass; cell < model.cells.count; cell += 5) hosts += model.cells.hosts[cell]!;
		return crashedIn(world, ofClass(model, hostClass)) / hosts;
	};
	expect([share(0), share(3), share(4)]).toEqual([0, 0, 0]);
	expect(share(1)).toBeGreaterThan(0.95);
	expect(Math.abs(share(2) - 0.5)).toBeLessThan(0.05);
});
