import { describe, expect, test } from 'vitest';
import { observe } from '../observe/observe.ts';
import { HOST_CLASSES, type Model } from '../model.ts';
import { crashedIn, downIn, hostsIn, ofClass, order, runPlay, type Play } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';
import {
	controlPlanePlay,
	deafIsolationPlay,
	expiryPlay,
	isolationPlay,
	lastGoodPlay,
	latePlay,
	mixedPlay,
	onePartPlay,
	payloadPlay,
	platformPlay,
	reachedByRecoveryPlay
} from '../testing/worlds-of-other-defects.ts';
import { valueLayout } from '../values.ts';
import * as column from '../world/columns.ts';
import type { World } from '../world/world.ts';
import { hostsInOther, isolatedAt, type OtherState } from './columns.ts';
import { controlPlaneState } from './control-plane.ts';

function inState(world: World, state: OtherState): number {
	let hosts = 0;
	for (let cell = 0; cell < world.model.cells.count; cell++) hosts += hostsInOther(world, cell, state);
	return hosts;
}
const without = (play: Play): Play => ({ ...play, orders: [] });

describe('hosts that are cut off', () => {
	test('stay up, and their services fall all the same', () => {
		const world = runPlay(without(isolationPlay()), 1, 55);
		expect(inState(world, 'isolated')).toBeGreaterThan(100);
		expect(downIn(world)).toBe(0);
		expect(Math.min(...world.level)).toBeLessThan(0.9);
	});

	test('look down to people, who cannot reach them', () => {
		const world = runPlay(without(isolationPlay()), 1, 55);
		const { counts, hosts } = observe(world).world;
		expect(counts.crashed).toBe(inState(world, 'isolated'));
		expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(hosts);
	});

	test('come back sooner where the plane that cut them off still reaches them', () => {
		const left = (play: Play) => inState(runPlay(play, 1, 300), 'isolated') + downIn(runPlay(play, 1, 300));
		expect(left(isolationPlay())).toBeLessThan(left(deafIsolationPlay()));
	});
});

describe('what expires', () => {
	test('takes every host that is on at its minute, and no other', () => {
		const { model, orders } = expiryPlay({ 'update.affectedShare': 1 });
		const world = runPlay({ model, orders }, 1, 46);
		expect(hostsIn(world, column.AGENT_DOWN)).toBeGreaterThan(1000);
		const agents = (cell: number) => model.cells.vendor[cell] === 0;
		expect(hostsIn(world, column.PROTECTED, agents) + hostsIn(world, column.HELD, agents)).toBe(0);
		expect(hostsIn(world, column.ASLEEP, agents)).toBeGreaterThan(100);
	});

	test('is stopped by no halt: hosts that wake later lose their agents, too', () => {
		const { model } = expiryPlay();
		const halted = [order(46, 'rollout.order', 2)];
		const lost = (untilMin: number) =>
			hostsIn(runPlay({ model, orders: halted }, 1, untilMin), column.AGENT_DOWN);
		expect(lost(200)).toBeGreaterThan(lost(50));
	});
});

describe('a defect that waits', () => {
	test('is green in every ring, and shows at its minute on all hosts that are on', () => {
		const before = runPlay(latePlay(), 1, 420);
		expect(crashedIn(before)).toBe(0);
		expect(observe(before).releases[0]!.seenCrashes).toBe(0);
		const carried = inState(before, 'carrying');
		const after = runPlay(latePlay(), 1, 430);
		expect(crashedIn(after)).toBeGreaterThan(carried / 2);
	});

	test('never shows on hosts that took the content from before', () => {
		const { model, orders } = latePlay({ 'exposure.agentUpdateMin': 5 });
		expect(crashedIn(runPlay({ model, orders }, 1))).toBeLessThan(crashedIn(runPlay(latePlay(), 1)) / 5);
	});
});

describe('a payload', () => {
	test('is not to be seen before it acts; then hosts are used or destroyed', () => {
		const before = runPlay(payloadPlay(), 1, 300);
		expect(inState(before, 'implanted')).toBeGreaterThan(1000);
		expect(observe(before).world.down).toBe(0);
		const after = runPlay(payloadPlay(), 1, 430);
		expect(hostsIn(after, column.COMPROMISED)).toBeGreaterThan(0);
		expect(inState(after, 'wiped')).toBeGreaterThan(0);
	});

	test('is not helped by automated fixes', () => {
		const { model, orders } = payloadPlay();
		const fixed = [...orders, order(500, 'vendor.automatedFix', 1)];
		expect(downIn(runPlay({ model, orders: fixed }, 1))).toBe(downIn(runPlay({ model, orders }, 1)));
	});
});

test('an update by the owner of the platform reaches hosts of its classes whatever agent they run', () => {
	const { model, orders } = platformPlay();
	const world = runPlay({ model, orders }, 1, 200);
	for (const vendor of [0, 1]) {
		const of = (cell: number) => model.cells.vendor[cell] === vendor;
		expect(crashedIn(world, of), `vendor ${vendor}`).toBeGreaterThan(0);
	}
	for (const hostClass of ['laptop', 'kiosk', 'cloud'] as const)
		expect(crashedIn(world, ofClass(model, HOST_CLASSES.indexOf(hostClass)))).toBe(0);
});

test('a defect of some classes and countries touches no other host', () => {
	const { model, orders } = onePartPlay({ 'rollout.gateInstalls': 1e9 });
	const world = runPlay({ model, orders }, 1);
	const isConcerned = (cell: number) =>
		[2, 3].includes(model.cells.hostClass[cell]!) && model.sites.metro[model.cells.site[cell]!] !== 1;
	expect(crashedIn(world, isConcerned)).toBeGreaterThan(0);
	expect(crashedIn(world, (cell) => !isConcerned(cell))).toBe(0);
});

describe('a control plane that does not answer', () => {
	const stateAt = (minute: number) => controlPlaneState(runPlay(controlPlanePlay(), 1, minute));

	test('fails, serves those who are signed in, meets everybody at once, and is up again', () => {
		expect([20, 30, 219, 230, 290, 400].map(stateAt)).toEqual([
			'up',
			'failing',
			'failing',
			'mitigated',
			'herd',
			'up'
		]);
	});

	test('keeps the vendor’s halt waiting', () => {
		const crashed = (play: Play) => crashedIn(runPlay(play, 1));
		expect(crashed(controlPlanePlay())).toBeGreaterThan(
			crashed(controlPlanePlay({ 'controlPlane.carriesHalt': 0 }))
		);
	});

	test('stops services whose hosts are all up', () => {
		const model: Model = smallModel({ defect: 'controlPlaneDown', releaseMin: 10 });
		const world = runPlay({ model, orders: [] }, 1, 100);
		expect(downIn(world)).toBe(0);
		expect(Math.max(...world.level)).toBeLessThan(1);
		expect(Math.min(...runPlay({ model, orders: [] }, 1).level)).toBe(1);
	});
});

test('hosts whose agents have left the kernel lose only those', () => {
	const { model, orders } = mixedPlay({ 'update.userModeShare': [1, 1, 1, 1, 1] });
	const world = runPlay({ model, orders }, 1, 200);
	expect(crashedIn(world)).toBe(0);
	expect(hostsIn(world, column.AGENT_DOWN)).toBeGreaterThan(100);
});

describe('agents that take their last good content', () => {
	test('bring their hosts back within minutes, long before anybody knows what is wrong', () => {
		const alone = (share: number) => without(lastGoodPlay({ 'update.lastGoodShare': share }));
		const [all, none] = [1, 0].map((share) => runPlay(alone(share), 1, 240)) as [World, World];
		expect(crashedIn(all)).toBeGreaterThan(500);
		expect(downIn(all)).toBe(0);
		expect(downIn(none)).toBeGreaterThan(500);
	});

	test('are down until then, and look it', () => {
		const world = runPlay(without(lastGoodPlay({ 'update.lastGoodMin': 60 })), 1, 60);
		expect(inState(world, 'restarting')).toBeGreaterThan(50);
		expect(observe(world).world.counts.crashed).toBe(downIn(world) + inState(world, 'restarting'));
		expect(Math.min(...world.level)).toBeLessThan(1);
	});
});

test('start-up recovery brings back the share of hosts that it reaches, and no more', () => {
	const left = (share: number) => {
		const { model } = reachedByRecoveryPlay({
			'platform.bootRecoveryShare': share,
			'repair.communityMin': 100_000
		});
		const world = runPlay({ model, orders: [] }, 1, 2880);
		return downIn(world) / crashedIn(world);
	};
	expect(left(0)).toBe(1);
	expect(left(1)).toBeLessThan(0.05);
	expect(left(0.5)).toBeGreaterThan(0.4);
	expect(left(0.5)).toBeLessThan(0.65);
});

test('a world without such defects has no room for them', () => {
	const world = runPlay({ model: smallModel(), orders: [] }, 1, 10);
	expect([world.otherHosts.length, world.controlPlane.length]).toEqual([0, 0]);
	expect(isolatedAt(world, 0)).toBe(0);
	const withOne = smallModel({ set: { 'update.dormantMin': 3 } });
	expect(valueLayout(withOne).size).toBe(valueLayout(world.model).size + world.model.vendors.length);
});
