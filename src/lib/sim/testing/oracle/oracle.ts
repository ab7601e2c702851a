import type { Model, Order } from '../../model.ts';
import { COMPONENTS } from '../../parameters.ts';
import { hostTable } from '../../table/tables.ts';
import { Recorder, type Outcome } from '../outcome.ts';
import { Generator } from './generator.ts';
import { wakeAndSleep } from './habit.ts';
import { Hosts, STATE } from './hosts.ts';
import { Parameters } from './parameters.ts';
import { rates } from './rates.ts';
import { Rollout } from './rollout.ts';
import { ServiceNetwork } from './service-network.ts';
import { endRepairs, expose, keyChance, moveOn, type SiteStep } from './site.ts';
import { Technicians } from './technicians.ts';

/**
 * The same chain as the counts engine, host by host: every host has a state of its own and draws of its own. Slow, and
 * for tests only: what it and the counts engine say must agree in distribution. Rates, statechart and order of
 * transitions inside a step are the specification that both keep; sampling, queues and book-keeping are its own.
 */
export function runOracle(model: Model, orders: readonly Order[], seed: number): Outcome {
	if (model.releases.length !== 1) throw new Error('the oracle runs worlds with one release');
	const chance = new Generator(seed);
	const parameters = new Parameters(model, orders);
	const rollout = new Rollout(model);
	const hosts = new Hosts(model, parameters, rollout.vendor, chance);
	const technicians = new Technicians(model, parameters, hosts, chance);
	const services = new ServiceNetwork(model, parameters, hosts, technicians);
	const recorder = new Recorder();

	for (let minute = 0; minute < model.clock.horizonMin;) {
		const { stepMin } = model.clock.spans.find(({ untilMin }) => minute < untilMin)!;
		for (const { parameter, value } of parameters.obey(minute)) {
			if (parameter === 'rollout.order') rollout.order = value;
		}
		rollout.step(parameters, chance, minute, stepMin);
		technicians.beginStep(minute);
		stepHosts(minute, stepMin);
		minute += stepMin;
		services.step(minute, stepMin);
		recorder.sample(minute, stepMin, hosts.down);
	}
	return recorder.outcome(hosts.crashed, hosts.compromises, services.lossCents());

	function stepHosts(minute: number, stepMin: number): void {
		const table = hostTable({
			component: COMPONENTS[parameters.of('update.component', rollout.vendor)]!,
			defect: rollout.defect
		});
		const groups = model.sectors.length + model.organisations.length;
		const ratesOf = Array.from({ length: groups }, (_, group) =>
			model.habits.map((_, c) => rates(parameters, rollout, group, c, minute, stepMin))
		);
		const crashedBefore = hosts.crashed;
		for (let site = 0; site < model.sites.count; site++) {
			const group = model.sites.group[site]!;
			const { utcOffsetMin } = model.metros[model.sites.metro[site]!]!;
			const step: SiteStep = { hosts, chance, site, stepMin, rates: ratesOf[group]! };
			services.at(site).payForRepairs(endRepairs(step));
			const { waiting, busy } = queueAt(site);
			if (waiting > 0 && step.rates[0]!.movedMin > 0) {
				const lent = services.lentTo(site, waiting, minute);
				technicians.takeOn(site, technicians.present(site, minute, lent) - busy, step.rates);
			}
			moveOn(step, keyChance(step, technicians.atKeyDesk(site, minute)));
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
		const crashes = hosts.crashed - crashedBefore;
		rollout.crashes += crashes;
		if (crashes > 0) rollout.firstCrashMin ??= minute;
	}

	function queueAt(site: number): { readonly waiting: number; readonly busy: number } {
		let waiting = 0;
		let busy = 0;
		for (const host of hosts.live[site]!) {
			if (hosts.state[host] === STATE.waitingForHands) waiting++;
			if (hosts.state[host] === STATE.underRepair) busy++;
		}
		return { waiting, busy };
	}
}
