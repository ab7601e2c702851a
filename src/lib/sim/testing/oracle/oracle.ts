import type { Defect } from '../../machines/host.ts';
import type { Model, Order } from '../../model.ts';
import { COMPONENTS } from '../../parameters.ts';
import { hostTable } from '../../table/tables.ts';
import { Recorder, type Outcome } from '../outcome.ts';
import { Generator } from './generator.ts';
import { wakeAndSleep } from './habit.ts';
import { Hosts, STATE } from './hosts.ts';
import { OtherDefects } from './other-defects.ts';
import { Parameters } from './parameters.ts';
import { rates } from './rates.ts';
import { Rollout } from './rollout.ts';
import { ServiceNetwork } from './service-network.ts';
import { endRepairs, expose, keyChance, moveOn, type SiteStep } from './site.ts';
import { AT_CONSOLES, Technicians, type Queue } from './technicians.ts';

/**
 * The same chain as the counts engine, host by host: every host has a state of its own and draws of its own. Slow, and
 * for tests only: what it and the counts engine say must agree in distribution. Rates, statechart and order of
 * transitions inside a step are the specification that both keep; sampling, queues and book-keeping are its own.
 */
export function runOracle(model: Model, orders: readonly Order[], seed: number): Outcome {
	const reaching = model.releases.filter(({ defect }) => defect !== 'controlPlaneDown');
	if (reaching.length !== 1 || reaching[0] !== model.releases[0])
		throw new Error('the oracle runs worlds with one release that reaches hosts, before others');
	const chance = new Generator(seed);
	const parameters = new Parameters(model, orders);
	const hosts = new Hosts(model, parameters, model.releases[0]!, chance);
	const rollout = new Rollout(model, parameters, hosts.ofVendor / hosts.meant);
	const others = new OtherDefects(model, parameters, hosts, chance);
	const technicians = new Technicians(model, parameters, hosts, chance);
	const services = new ServiceNetwork(model, parameters, hosts, technicians, rollout.plane);
	const recorder = new Recorder();
	/** By group: minute since when staff have known how to repair. */
	const knownSince: (number | undefined)[] = [];

	for (let minute = 0; minute < model.clock.horizonMin;) {
		const { stepMin } = model.clock.spans.find(({ untilMin }) => minute < untilMin)!;
		for (const { parameter, value } of parameters.obey(minute)) {
			if (parameter === 'rollout.order') rollout.order = value;
		}
		others.beginStep(minute, stepMin);
		rollout.step(parameters, chance, minute, stepMin);
		technicians.beginStep(minute);
		stepHosts(minute, stepMin);
		minute += stepMin;
		services.step(minute, stepMin);
		recorder.sample(minute, stepMin, hosts.down, hosts.isolated);
	}
	return recorder.outcome(hosts.crashed, hosts.compromises, services.lossCents());

	function stepHosts(minute: number, stepMin: number): void {
		const { vendor, defect, toEveryHost } = rollout.release;
		const component =
			toEveryHost === true ? 'kernel' : COMPONENTS[parameters.of('update.component', vendor)]!;
		const table = others.isNeeded ? null : hostTable({ component, defect: defect as Defect });
		const groups = model.sectors.length + model.organisations.length;
		const ratesOf = Array.from({ length: groups }, (_, group) =>
			model.habits.map((_, c) => rates(parameters, rollout, group, c, minute, stepMin))
		);
		for (let group = 0; group < groups; group++) if (ratesOf[group]![0]!.knows) knownSince[group] ??= minute;
		const silencedBefore = hosts.silenced;
		for (let site = 0; site < model.sites.count; site++) {
			const group = model.sites.group[site]!;
			const { utcOffsetMin } = model.metros[model.sites.metro[site]!]!;
			const step: SiteStep = { hosts, chance, site, stepMin, rates: ratesOf[group]!, others };
			services.at(site).payForRepairs(endRepairs(step));
			const queue = queueAt(site);
			if (queue.waiting > 0 && step.rates[0]!.movedMin > 0 && isSetUp(site, minute)) {
				const lent = services.lentTo(site, queue.waiting, minute);
				technicians.takeOn(site, minute, lent, queue, step.rates);
			}
			moveOn(
				step,
				keyChance(step, technicians.atKeyDesk(site, minute)),
				technicians.isWorkingTime(site, minute)
			);
			const lateMin = parameters.of('update.heldBackMin', group);
			rollout.installs += expose(step, {
				table,
				offered: rollout.offers(minute),
				reaches: (host) => rollout.reaches(hosts.ring[host]!, hosts.late[host] === 1 ? lateMin : 0, minute),
				activity: model.habits.map((_, c) =>
					wakeAndSleep(model, c, utcOffsetMin, minute, stepMin, parameters.of('activity.churnMin', 0, c))
				),
				stayOff: parameters.of('activity.stayOff', group) === 1
			});
			hosts.retire(site, rollout.rolledBack && !rollout.offers(minute + stepMin));
		}
		const crashes = hosts.silenced - silencedBefore;
		rollout.crashes += crashes;
		if (crashes > 0) rollout.firstCrashMin ??= minute;
	}

	/** Whether the fixed effort before the first repair is done, since staff have known how. */
	function isSetUp(site: number, minute: number): boolean {
		const group = model.sites.group[site]!;
		const since = knownSince[group];
		if (since === undefined) return true;
		const size = model.sites.size[site]!;
		const factor = size < 0 ? 1 - size : 1 / (1 + size);
		return minute >= since + parameters.of('repair.setupMin', group) * factor;
	}

	function queueAt(site: number): Queue {
		const queue = { waiting: 0, busy: 0, busyAtConsoles: 0 };
		for (const host of hosts.live[site]!) {
			if (hosts.state[host] === STATE.waitingForHands) queue.waiting++;
			if (hosts.state[host] !== STATE.underRepair) continue;
			queue.busy++;
			if (AT_CONSOLES.includes(hosts.hostClass[host]!)) queue.busyAtConsoles++;
		}
		return queue;
	}
}
