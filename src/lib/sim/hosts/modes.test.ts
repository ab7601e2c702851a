import { describe, expect, test } from 'vitest';
import { AGENT_DOWN, EVER_COMPROMISED } from '../world/columns.ts';
import type { Defect } from '../machines/host.ts';
import { crashedIn, downIn, hostsIn, REVERTED, runPlay, watchPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';

const KERNEL = 0;
const USER = 1;

function play(defect: Defect, component: number, set: Record<string, number> = {}) {
	return {
		model: smallModel({ defect, stepMin: 1, days: 1, set: { 'update.component': component, ...set } }),
		orders: REVERTED
	};
}

describe('where the component runs decides what a defect does', () => {
	test.each<Defect>(['bootCrash', 'agentFailure'])('%s takes hosts down from the kernel', (defect) => {
		const world = runPlay(play(defect, KERNEL), 1, 200);
		expect(crashedIn(world)).toBeGreaterThan(1000);
		expect(hostsIn(world, AGENT_DOWN)).toBe(0);
	});

	test.each<Defect>(['bootCrash', 'agentFailure'])(
		'%s in user mode takes agents down, and no host',
		(defect) => {
			let mostDown = 0;
			let mostAgents = 0;
			const world = watchPlay(play(defect, USER, { 'exposure.compromisePerDay': 0 }), 1, (now) => {
				mostDown = Math.max(mostDown, downIn(now));
				mostAgents = Math.max(mostAgents, hostsIn(now, AGENT_DOWN));
			});
			expect(crashedIn(world)).toBe(0);
			expect(mostDown).toBe(0);
			expect(mostAgents).toBeGreaterThan(1000);
		}
	);

	test('the same hosts are hit in either mode', () => {
		const kernel = runPlay(play('bootCrash', KERNEL), 1, 200);
		const user = runPlay(play('bootCrash', USER), 1, 200);
		expect(user.installs[0]).toBe(kernel.installs[0]);
	});

	test('agents come back with an update once the release is rolled back, and not before', () => {
		const agents = new Map<number, number>();
		watchPlay(play('bootCrash', USER, { 'exposure.compromisePerDay': 0 }), 1, (now, minute) => {
			agents.set(minute, hostsIn(now, AGENT_DOWN));
		});
		expect(agents.get(60)).toBeGreaterThan(0);
		expect(agents.get(87), 'the minute of the rollback').toBeGreaterThan(agents.get(60)!);
		expect(agents.get(150)).toBeLessThan(agents.get(87)! / 2);
		expect(agents.get(1440)).toBe(0);
	});

	test('a host whose agent is down can be compromised; one that is down cannot', () => {
		const attackers = { 'exposure.compromisePerDay': 1 };
		const user = runPlay(play('bootCrash', USER, attackers));
		const kernel = runPlay(play('bootCrash', KERNEL, attackers));
		expect(hostsIn(user, EVER_COMPROMISED)).toBeGreaterThan(20);
		expect(hostsIn(kernel, EVER_COMPROMISED)).toBe(0);
	});
});

describe('user mode does not prevent every failure', () => {
	test.each([
		['kernel', KERNEL],
		['user', USER]
	])('a quarantined system file takes hosts down in %s mode', (_, component) => {
		expect(crashedIn(runPlay(play('systemFileQuarantined', component), 1, 200))).toBeGreaterThan(1000);
	});
});

test('a release without a defect harms no host', () => {
	const world = runPlay(play('harmless', KERNEL));
	expect(world.installs[0]).toBeGreaterThan(1000);
	expect(crashedIn(world) + downIn(world) + hostsIn(world, AGENT_DOWN)).toBe(0);
	expect(world.lossCents.every((cents) => cents === 0)).toBe(true);
	expect(world.output.every((output) => output === 1)).toBe(true);
});
