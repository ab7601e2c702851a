import { describe, expect, test } from 'vitest';
import {
	EVER_COMPROMISED,
	RECOVERED,
	UNDER_REPAIR,
	UNPROTECTED,
	WAITING_FOR_HANDS,
	WAITING_FOR_KEY
} from '../world/columns.ts';
import { HOST_CLASSES, type Order } from '../model.ts';
import { runCounts } from '../testing/outcome.ts';
import {
	crashedIn,
	downHostMinutes,
	downIn,
	hostsIn,
	ofClass,
	ofSite,
	order,
	REVERTED,
	ROLLED_BACK,
	runPlay,
	watchPlay,
	type Play
} from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';

/** Minute at which the plays' vendor publishes its workaround. */
const WORKAROUND_MIN = 150;

const SPANS = [
	{ untilMin: 300, stepMin: 1 },
	{ untilMin: Infinity, stepMin: 5 }
];
/** July 2024 in small over three days; everything else is what the test is about. */
function july(set: SmallWorld['set'] = {}, more: SmallWorld = {}): Play {
	return { model: smallModel({ days: 3, spans: SPANS, ...more, set }), orders: REVERTED };
}
const backMin = (play: Play) => runCounts(play.model, play.orders, 1).backMin;

describe('recovery is work', () => {
	test('no host is repaired by hand before staff know how', () => {
		const orders = [order(87, 'rollout.order', ROLLED_BACK)];
		const { model } = july({ 'repair.communityMin': 2000, 'repair.rebootRaceMin': 1e5 });
		const before = runPlay({ model, orders }, 1, 1900);
		expect(hostsIn(before, WAITING_FOR_HANDS)).toBe(0);
		expect(hostsIn(before, RECOVERED)).toBeLessThan(crashedIn(before) / 20);
		expect(hostsIn(runPlay({ model, orders }, 1, 2600), RECOVERED)).toBeGreaterThan(crashedIn(before) / 5);
	});

	test('more technicians bring hosts back sooner, each time', () => {
		const minutes = [400, 200, 100, 50, 25].map((hosts) =>
			backMin(july({ 'repair.hostsPerTechnician': hosts, 'repair.rebootRaceMin': 1e5 }))
		);
		expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
		expect(minutes[4]).toBeLessThan(minutes[0]! / 2);
	});

	test('unequal staffing makes the tail longer although the median organisation is staffed alike', () => {
		const sites = [-1.5, -0.5, 0.5, 1.5].map((score) => ({
			metro: 0,
			hosts: [100, 400, 300, 150, 50],
			score
		}));
		const even = backMin(july({ 'repair.staffingSigma': 0 }, { sites }));
		const uneven = backMin(july({ 'repair.staffingSigma': 1.2 }, { sites }));
		expect(uneven).toBeGreaterThan(1.3 * even);
	});

	test('a fix that needs no hands, a tool and a script each help', () => {
		const none = downHostMinutes(july(), 1);
		for (const help of [
			order(200, 'vendor.automatedFix', 1),
			order(200, 'platform.bootRecovery', 1),
			order(200, 'platform.recoveryTool', 1),
			order(200, 'repair.script', 1)
		]) {
			const { model, orders } = july();
			expect(downHostMinutes({ model, orders: [...orders, help] }, 1), help.parameter).toBeLessThan(none);
		}
	});

	test('the script reaches cloud hosts only', () => {
		const { model, orders } = july();
		const script = [...orders, order(200, 'repair.script', 1)];
		const cloud = ofClass(model, HOST_CLASSES.indexOf('cloud'));
		const [without, withScript] = [
			runPlay({ model, orders }, 1, 1000),
			runPlay({ model, orders: script }, 1, 1000)
		];
		expect(downIn(withScript, cloud)).toBeLessThan(downIn(without, cloud) / 1.5);
	});
});

describe('a site has a fast part and a long tail', () => {
	const downAtEnd = (set: SmallWorld['set'], minute: number) => {
		const world = runPlay(july({ 'repair.staffingSigma': 0, ...set }, { days: 6 }), 1, minute);
		return downIn(world) / crashedIn(world);
	};

	test('hosts out of reach come back when people are at work again: few by Sunday, most by Tuesday', () => {
		const set = {
			'repair.outOfReachShare': 0.3,
			'repair.outOfReachMin': 390,
			'repair.hostsPerTechnician': 15
		};
		const sunday = downAtEnd(set, 3 * 1440);
		expect(sunday).toBeGreaterThan(0.03);
		expect(downAtEnd({ ...set, 'repair.outOfReachShare': 0 }, 3 * 1440)).toBeLessThan(sunday / 3);
		expect(downAtEnd(set, 5.5 * 1440)).toBeLessThan(sunday / 3);
	});

	test('the effort before the first repair holds up small organisations four times as long as large ones', () => {
		const sites = [-1, 0, 1].map((size) => ({ metro: 0, hosts: [100, 400, 300, 150, 50], size }));
		const play = july(
			{ 'repair.setupMin': 600, 'repair.communityMin': 2000, 'repair.rebootRaceMin': 1e5 },
			{ sites }
		);
		const begun = [Infinity, Infinity, Infinity];
		watchPlay(play, 1, (world, minute) => {
			for (const site of [0, 1, 2]) {
				if (hostsIn(world, UNDER_REPAIR, ofSite(play.model, site)) > 0)
					begun[site] = Math.min(begun[site]!, minute);
			}
		});
		const after = begun.map((minute) => minute - WORKAROUND_MIN);
		expect(after[0]).toBeGreaterThanOrEqual(1200);
		expect(after[0]).toBeLessThan(1300);
		expect(after[1]).toBeGreaterThanOrEqual(600);
		expect(after[1]).toBeLessThan(700);
		expect(after[2]).toBeGreaterThanOrEqual(300);
		expect(after[2]).toBeLessThan(400);
	});
});

describe('recovery tools can depend on what has failed', () => {
	const encrypted = {
		'repair.encryptedShare': 0.8,
		'repair.keyMin': 120,
		'repair.hostsPerTechnician': 10,
		'repair.rebootRaceMin': 1e5
	};

	test('keys on own servers that crashed come later than keys kept elsewhere', () => {
		const onOwn = july({ ...encrypted, 'repair.keyStore': 0 });
		const elsewhere = july({ ...encrypted, 'repair.keyStore': 1 });
		expect(downHostMinutes(onOwn, 1)).toBeGreaterThan(1.2 * downHostMinutes(elsewhere, 1));
	});

	test('where no server crashed, own servers are as good a place', () => {
		const safe = { 'update.affectedShare': [0, 0.95, 0.95, 0.95, 0.95] };
		const onOwn = july({ ...encrypted, ...safe, 'repair.keyStore': 0 });
		const elsewhere = july({ ...encrypted, ...safe, 'repair.keyStore': 1 });
		expect(downHostMinutes(onOwn, 1)).toBe(downHostMinutes(elsewhere, 1));
	});

	test('when every server waits for a key that only servers have, no key is ever found', () => {
		const sites = [{ metro: 0, hosts: [3, 400, 0, 0, 0] }];
		const set = {
			'repair.encryptedShare': 1,
			'repair.rebootRaceMin': 525_600,
			'update.affectedShare': 1,
			'update.pollMin': 1
		};
		const locked = runPlay(july(set, { sites }));
		expect(hostsIn(locked, WAITING_FOR_KEY)).toBeGreaterThan(330);
		const elsewhere = runPlay(july({ ...set, 'repair.keyStore': 1 }, { sites }));
		expect(hostsIn(elsewhere, WAITING_FOR_KEY)).toBe(0);
	});
});

describe('recovery keys', () => {
	const keys = (set: SmallWorld['set']) =>
		downHostMinutes(
			july({
				'repair.keyStore': 1,
				'repair.encryptedShare': 0.6,
				'repair.hostsPerTechnician': 40,
				'repair.rebootRaceMin': 1e5,
				...set
			}),
			1
		);

	test('are queued for: the fewer give them out, the longer hosts are down', () => {
		const down = [0.001, 200, 800, 3200].map((hosts) => keys({ 'repair.hostsPerKeyDesk': hosts }));
		expect(down).toEqual(down.toSorted((a, b) => a - b));
		expect(down[3]).toBeGreaterThan(1.5 * down[0]!);
	});

	test('that are missing, and the typing of those that are not, take a technician’s time', () => {
		for (const lever of ['repair.keyHandsMin', 'repair.keyMissingShare'] as const) {
			const most = lever === 'repair.keyHandsMin' ? 12 : 0.2;
			const down = [0, most / 2, most].map((value) => keys({ [lever]: value }));
			expect(down).toEqual(down.toSorted((a, b) => a - b));
			expect(down[2], lever).toBeGreaterThan(1.1 * down[0]!);
		}
	});

	test('bind: from no disk that needs one to all, hosts are down much longer', () => {
		const desk = { 'repair.hostsPerKeyDesk': 300, 'repair.keyHandsMin': 5, 'repair.keyMissingShare': 0.03 };
		const down = [0, 0.25, 0.5, 0.75, 1].map((share) => keys({ ...desk, 'repair.encryptedShare': share }));
		expect(down).toEqual(down.toSorted((a, b) => a - b));
		expect(down[4]).toBeGreaterThan(1.3 * down[0]!);
	});
});

describe('leaving the agent out', () => {
	const share = (removed: number) =>
		july({
			'repair.removeAgentShare': removed,
			'repair.removeAgentSavesShare': 0.5,
			'exposure.compromisePerDay': 0.05
		});

	test('brings hosts back sooner', () => {
		expect(backMin(share(0.9))).toBeLessThan(backMin(share(0)));
		expect(downHostMinutes(share(0.9), 1)).toBeLessThan(downHostMinutes(share(0), 1));
	});

	test('and pays with hosts that attackers take', () => {
		const bare = runPlay(share(0.9));
		expect(hostsIn(bare, EVER_COMPROMISED)).toBeGreaterThan(20);
		expect(hostsIn(bare, UNPROTECTED)).toBeGreaterThan(0);
		expect(hostsIn(runPlay(share(0)), EVER_COMPROMISED)).toBe(0);
	});

	test('the more so the busier attackers are', () => {
		const compromised = [0.5, 2, 8].map((factor) => {
			const { model, orders } = share(0.9);
			return hostsIn(
				runPlay({ model, orders: [...orders, order(100, 'exposure.phishingFactor', factor)] }),
				EVER_COMPROMISED
			);
		});
		expect(compromised).toEqual(compromised.toSorted((a, b) => a - b));
		expect(compromised[2]).toBeGreaterThan(3 * compromised[0]!);
	});
});

test('the class that is repaired first is back first, and the others pay for it', () => {
	const server = HOST_CLASSES.indexOf('server');
	const { model } = july();
	const half = (repairOrder: number, hostClass: number) => {
		let minuteOfHalf = 0;
		let crashed = Infinity;
		const orders = [...REVERTED, order(100, 'repair.order', repairOrder)];
		watchPlay({ model, orders }, 1, (world, minute) => {
			crashed = crashedIn(world, ofClass(model, hostClass));
			if (minute < 200 || downIn(world, ofClass(model, hostClass)) > crashed / 4) minuteOfHalf = minute;
		});
		return minuteOfHalf;
	};
	expect(half(1, server)).toBeLessThan(0.7 * half(0, server));
	const kiosk = HOST_CLASSES.indexOf('kiosk');
	expect(half(2, kiosk)).toBeLessThan(0.7 * half(1, kiosk));
});

describe('mutual aid', () => {
	const sites = [
		{ metro: 0, hosts: [60, 300, 200, 100, 30], score: -1.5 },
		{ metro: 0, hosts: [60, 300, 200, 100, 30], score: 1.5 }
	];
	const aid = (share: number) => july({ 'repair.mutualAidShare': share }, { sites });

	test('shortens the tail', () => {
		expect(backMin(aid(0.8))).toBeLessThan(0.8 * backMin(aid(0)));
	});

	test('does not cross from one metro to another', () => {
		const apart = [sites[0]!, { ...sites[1]!, metro: 1 }];
		const run = (share: number) =>
			runPlay(july({ 'repair.mutualAidShare': share }, { sites: apart }), 1).counts;
		expect(run(0.8)).toEqual(run(0));
	});

	const lending = (set: SmallWorld['set'], more: Play['orders'] = []): Play => {
		const { model, orders } = july({ 'repair.mutualAidShare': 0.8, ...set }, { sites });
		return { model, orders: [...more, ...orders] };
	};

	test('helps the less the longer it takes to come, the fewer it finds to guide it', () => {
		const delays = [0, 120, 600, 3000].map((aidDelayMin) =>
			downHostMinutes(lending({ 'repair.aidDelayMin': aidDelayMin }), 1)
		);
		expect(delays).toEqual(delays.toSorted((a, b) => a - b));
		expect(delays[3]).toBeGreaterThan(1.1 * delays[0]!);
		const guides = [8, 2, 0.5, 0].map((aidPerTechnician) =>
			downHostMinutes(lending({ 'repair.aidPerTechnician': aidPerTechnician }), 1)
		);
		expect(guides).toEqual(guides.toSorted((a, b) => a - b));
		expect(guides[3]).toBe(downHostMinutes(aid(0), 1));
	});

	test('has its price, and brings back as many hosts whatever that is', () => {
		const paid = [0, 100, 300].map((hourUsd) => runPlay(lending({ 'repair.aidHourUsd': hourUsd })));
		const loss = paid.map(({ lossCents }) => lossCents[0]! + lossCents[1]!);
		expect(loss[2]! - loss[0]!).toBeCloseTo(3 * (loss[1]! - loss[0]!), -4);
		expect(loss[1]).toBeGreaterThan(loss[0]!);
		expect(paid[2]!.counts).toEqual(paid[0]!.counts);
	});

	test('helps nobody outside of the agreement', () => {
		const { model, orders } = july(
			{ 'repair.mutualAidShare': 0.8 },
			{
				sites: [{ ...sites[0]!, organisation: 0 }, sites[1]!],
				organisations: [{ id: 'alone', sector: 0 }]
			}
		);
		const leaves = order(0, 'repair.mutualAidShare', 0, { kind: 'organisation', id: 'alone' });
		const nobody = order(0, 'repair.mutualAidShare', 0);
		const down = (first: Order) =>
			downHostMinutes({ model, orders: [first, ...orders] }, 1, ofSite(model, 0));
		expect(down(leaves)).toBe(down(nobody));
	});

	test('costs the lender little: it gives idle hands only', () => {
		const { model } = aid(0);
		const lender = (share: number) => downHostMinutes(aid(share), 1, ofSite(model, 1));
		expect(lender(0.8)).toBeLessThan(1.05 * lender(0));
	});
});
