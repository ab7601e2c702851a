import type { Component } from '../../machines/host.ts';
import { COMPONENTS } from '../../parameters.ts';
import type { Model, Release } from '../../model.ts';
import { otherDefectTable, type OtherDefectTable } from '../../table/tables.ts';
import { chanceWithin } from '../../exact/exp.ts';
import type { Generator } from './generator.ts';
import { onlineShareAt } from './habit.ts';
import { OTHER, type Hosts } from './hosts.ts';
import type { Parameters } from './parameters.ts';
import type { Rates } from './rates.ts';

/** One release that does harm late, by expiring, or in another way than by a fault: what it does to one host after another. */
export class OtherDefects {
	readonly #release: Release;
	readonly #model: Model;
	readonly #parameters: Parameters;
	readonly #hosts: Hosts;
	readonly #chance: Generator;
	#dueSince: number | null = null;
	#minute = 0;
	#stepMin = 1;

	constructor(model: Model, parameters: Parameters, hosts: Hosts, chance: Generator) {
		this.#model = model;
		this.#release = model.releases[0]!;
		this.#parameters = parameters;
		this.#hosts = hosts;
		this.#chance = chance;
	}

	/** Whether the host's own machine does not know what the release does. */
	get isNeeded(): boolean {
		const { defect, expires, dormantUntilMin } = this.#release;
		const isFault = ['bootCrash', 'agentFailure', 'systemFileQuarantined', 'harmless'].includes(defect);
		const isMixed = this.#parameters.layout.offset['update.userModeShare'] !== undefined;
		const fallsBack = this.#parameters.layout.offset['update.lastGoodShare'] !== undefined;
		return !isFault || expires === true || dormantUntilMin !== undefined || isMixed || fallsBack;
	}

	beginStep(minute: number, stepMin: number): void {
		this.#minute = minute;
		this.#stepMin = stepMin;
		if (minute >= (this.#release.dormantUntilMin ?? this.#release.atMin)) this.#dueSince ??= minute;
	}

	/** A host that was hit, or can be helped before it is. */
	moveOn(host: number, rate: Rates): void {
		const table = this.#table(host);
		switch (this.#hosts.state[host]) {
			case OTHER.wiped:
				if (this.#chance.happens(rate.sorted)) this.#hosts.sendOther(host, 'NEED_HANDS', table);
				break;
			case OTHER.restarting:
				if (this.#chance.happens(rate.fallsBack)) this.#hosts.sendOther(host, 'FALL_BACK', table);
				break;
			case OTHER.isolated:
				if (!this.#chance.happens(rate.leaveIsolation)) break;
				this.#hosts.sendOther(host, this.#chance.happens(rate.letGo) ? 'RELEASE' : 'NEED_HANDS', table);
				break;
			case OTHER.implanted:
				if (this.#isOn(host) && this.#chance.happens(rate.implantFound))
					this.#hosts.sendOther(host, 'CONTAIN', table);
				break;
			case OTHER.carrying:
				if (this.#isOn(host) && this.#chance.happens(rate.takesContentFromBefore))
					this.#hosts.sendOther(host, 'REVERT', table);
		}
	}

	#isOn(host: number): boolean {
		return this.#hosts.dormantOff[host] === 0;
	}

	/** What waits takes effect, or the host sleeps or wakes. Returns whether it did either, or may. */
	trigger(host: number, site: number, wake: number, sleep: number): void {
		const state = this.#hosts.state[host];
		if ((state !== OTHER.carrying && state !== OTHER.implanted) || this.#dueSince === null) return;
		if (this.#dueSince === this.#minute) {
			const { utcOffsetMin } = this.#model.metros[this.#model.sites.metro[site]!]!;
			const since = this.#stepMin < 5 ? this.#minute - (this.#minute % 5) : this.#minute;
			const online = onlineShareAt(this.#model, this.#hosts.hostClass[host]!, since, utcOffsetMin);
			this.#hosts.dormantOff[host] = +!this.#chance.happens(online);
		}
		if (!this.#isOn(host)) {
			if (this.#chance.happens(wake)) this.#hosts.dormantOff[host] = 0;
			return;
		}
		const { vendor } = this.#release;
		const dormantMin = this.#parameters.optional('update.dormantMin', vendor);
		if (!this.#chance.happens(chanceWithin(this.#stepMin, dormantMin))) {
			if (this.#chance.happens(sleep)) this.#hosts.dormantOff[host] = 1;
			return;
		}
		if (state === OTHER.carrying) this.#hosts.sendOther(host, 'TRIGGER', this.#table(host));
		else {
			const wipes = this.#chance.happens(this.#parameters.optional('exposure.wipedShare', vendor));
			this.#hosts.sendOther(host, wipes ? 'WIPE' : 'ACTIVATE', this.#table(host));
		}
	}

	install(host: number): void {
		const { vendor, dormantUntilMin } = this.#release;
		const dormantShare = this.#parameters.optional('update.dormantShare', vendor);
		const waits = dormantUntilMin !== undefined && this.#chance.happens(dormantShare);
		this.#hosts.sendOther(host, 'INSTALL', this.#table(host, waits), 'reached');
	}

	get expires(): boolean {
		return this.#release.expires === true;
	}

	expire(host: number): void {
		this.#hosts.sendOther(host, 'EXPIRE', this.#table(host), 'reached');
	}

	#table(host: number, waits = false): OtherDefectTable {
		const { defect, vendor, toEveryHost } = this.#release;
		const share = toEveryHost === true ? 0 : this.#parameters.optional('update.lastGoodShare', vendor);
		const fallsBack = share > 0 && this.#chance.happens(share);
		return otherDefectTable({ component: this.#componentOf(host), defect, waits, fallsBack });
	}

	#componentOf(host: number): Component {
		const { vendor, toEveryHost } = this.#release;
		if (toEveryHost === true) return 'kernel';
		const usual = COMPONENTS[this.#parameters.of('update.component', vendor)]!;
		const moved = this.#parameters.optional('update.userModeShare', vendor, this.#hosts.hostClass[host]!);
		return moved > 0 && this.#chance.happens(moved) ? 'user' : usual;
	}
}
