import { chanceWithin } from '../../exact/exp.ts';
import { HOST_CLASSES } from '../../model.ts';
import type { HostTable } from '../../table/tables.ts';
import type { Generator } from './generator.ts';
import { STATE as HOST_STATE, type Hosts } from './hosts.ts';
import type { OtherDefects } from './other-defects.ts';
import type { Rates } from './rates.ts';

/** Local, because test runners make a look-up of every imported name, and hosts are many. */
const STATE = HOST_STATE;
const SERVER = HOST_CLASSES.indexOf('server');

/** What holds for the hosts of one site in one step. */
export interface SiteStep {
	readonly hosts: Hosts;
	readonly chance: Generator;
	readonly site: number;
	readonly stepMin: number;
	/** By class. */
	readonly rates: readonly Rates[];
	readonly others: OtherDefects;
}

/** 1. Repairs end. Returns how many. */
export function endRepairs({ hosts, chance, site, rates }: SiteStep): number {
	let ended = 0;
	for (const host of hosts.live[site]!) {
		if (hosts.state[host] !== STATE.underRepair) continue;
		const rate = rates[hosts.hostClass[host]!]!;
		if (!chance.happens(rate.repairEnds)) continue;
		ended++;
		if (chance.happens(rate.fails)) hosts.send(host, 'REPAIR_FAILED');
		else if (chance.happens(rate.withoutAgent)) hosts.send(host, 'REPAIRED_WITHOUT_AGENT');
		else hosts.send(host, 'REPAIRED');
	}
	return ended;
}

/** Chance that a key is found: the store answers as far as the servers that it stands on are up, and the `desk` people at
 * the help desk give out so many at most. */
export function keyChance({ hosts, site, rates }: SiteStep, desk: number): number {
	const { keyMin, movedMin, keysOnOwnServers } = rates[SERVER]!;
	const servers = hosts.atSiteByClass[site]![SERVER]!;
	let down = 0;
	let calls = 0;
	for (const host of hosts.live[site]!) {
		if (hosts.state[host] === STATE.waitingForKey) calls++;
		if (hosts.hostClass[host] === SERVER && hosts.isDown(host)) down++;
	}
	const answers = keysOnOwnServers && servers > 0 ? 1 - down / servers : 1;
	if (calls === 0) return 0;
	return answers * Math.min(chanceWithin(movedMin, keyMin), (desk * movedMin) / keyMin / calls);
}

/** 2. Every host that was hit makes at most one move. */
export function moveOn(
	{ hosts, chance, site, rates, others }: SiteStep,
	findsKey: number,
	isWorkingTime: boolean
): void {
	for (const host of hosts.live[site]!) {
		const rate = rates[hosts.hostClass[host]!]!;
		switch (hosts.state[host]) {
			case STATE.compromised:
				if (chance.happens(rate.contain)) hosts.send(host, 'CONTAIN');
				break;
			case STATE.unprotected:
				if (chance.happens(rate.leaveUnprotected))
					hosts.send(host, chance.happens(rate.restored) ? 'RESTORE_AGENT' : 'COMPROMISE');
				break;
			case STATE.agentDown:
				if (chance.happens(rate.leaveAgentDown))
					hosts.send(host, chance.happens(rate.updated) ? 'RESTORE_AGENT' : 'COMPROMISE');
				break;
			case STATE.waitingForHands:
				if (chance.happens(rate.leaveQueue)) hosts.send(host, comesBack(chance, rate));
				break;
			case STATE.waitingForKey:
				if (chance.happens(rate.leaveQueue)) hosts.send(host, comesBack(chance, rate));
				else if (chance.happens(findsKey)) hosts.send(host, 'KEY_FOUND');
				break;
			case STATE.crashed:
				if (hosts.outOfReach[host] === 1) {
					if (chance.happens(rate.leaveQueue)) hosts.send(host, comesBack(chance, rate));
					else if (isWorkingTime && chance.happens(rate.getsThere))
						hosts.send(host, chance.happens(rate.needsKey) ? 'NEED_KEY' : 'NEED_HANDS');
					break;
				}
				if (!chance.happens(rate.leaveCrash)) break;
				if (chance.happens(rate.comesBack)) hosts.send(host, comesBack(chance, rate));
				else if (chance.happens(rate.outOfReach)) hosts.outOfReach[host] = 1;
				else hosts.send(host, chance.happens(rate.needsKey) ? 'NEED_KEY' : 'NEED_HANDS');
				break;
			default:
				others.moveOn(host, rate);
		}
	}
}

/** How a host comes back without a technician. */
export function comesBack(chance: Generator, { byFix }: Rates): 'AUTO_FIX' | 'SELF_RECOVER' {
	return chance.happens(byFix) ? 'AUTO_FIX' : 'SELF_RECOVER';
}

/** What a host needs to know to take a release, or leave it. */
export interface Exposure {
	/** Table of the release's component and defect, where the host's own machine knows it. */
	readonly table: HostTable | null;
	readonly offered: boolean;
	/** Whether the host's ring has reached it. */
	readonly reaches: (host: number) => boolean;
	/** By class: chances to wake and to sleep. */
	readonly activity: readonly { readonly wake: number; readonly sleep: number }[];
	readonly stayOff: boolean;
}

/** 3. What was being fetched is installed; rings reach hosts; hosts look for content, sleep or wake. Returns installs. */
export function expose({ hosts, chance, site, rates, others }: SiteStep, exposure: Exposure): number {
	let installs = 0;
	for (const host of hosts.live[site]!) {
		const rate = rates[hosts.hostClass[host]!]!;
		const { wake, sleep } = exposure.activity[hosts.hostClass[host]!]!;
		others.trigger(host, site, exposure.stayOff ? 0 : wake, sleep);
		if (hosts.state[host] === STATE.fetching) {
			if (!chance.happens(rate.install)) continue;
			if (exposure.table === null) others.install(host);
			else hosts.send(host, 'INSTALL', exposure.table);
			installs++;
		}
		if (exposure.offered && hosts.reached[host] === 0 && exposure.reaches(host)) hosts.reached[host] = 1;
		if (hosts.state[host] === STATE.protected) {
			if (others.expires && exposure.offered && hosts.reached[host] === 1) {
				others.expire(host);
				installs++;
				continue;
			}
			if (exposure.offered && hosts.reached[host] === 1 && chance.happens(rate.poll))
				hosts.send(host, 'POLL');
			else if (chance.happens(sleep)) hosts.send(host, 'SLEEP');
		} else if (hosts.state[host] === STATE.asleep) {
			if (!exposure.stayOff && chance.happens(wake)) hosts.send(host, 'WAKE');
		}
	}
	return installs;
}
