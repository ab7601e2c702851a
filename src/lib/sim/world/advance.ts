import { ActiveSites } from '../hosts/active-sites.ts';
import { Activity } from '../hosts/activity.ts';
import { dueMin } from '../time/intervals.ts';
import { Chances } from '../hosts/chances.ts';
import { Draws } from '../random/draws.ts';
import { stepLengthMin } from '../time/grid.ts';
import { HostStep } from '../hosts/host-step.ts';
import { lendTechnicians } from '../repair/lending.ts';
import type { Order } from '../model.ts';
import { stepControlPlane } from '../other-defects/control-plane.ts';
import { stirs } from '../other-defects/rates.ts';
import { releaseOfCells } from './release-of-cell.ts';
import { noteKnowledge } from '../repair/set-up.ts';
import type { Seed } from '../random/hash.ts';
import type { Surroundings } from '../what-if/surroundings.ts';
import { isOffered, openRings, stepRollout } from '../vendor/rollout.ts';
import { takeSecondVendor } from '../hosts/second-vendor.ts';
import { ServiceRound } from '../services/service-round.ts';
import { Technicians } from '../repair/technicians.ts';
import { applySetting } from '../values.ts';
import { stepVendor } from '../vendor/vendor.ts';
import { MINUTE, NEVER, ORDERS_APPLIED, SERVICE_MINUTE, type World } from './world.ts';
import { Zones } from '../hosts/zones.ts';

/** Services are stepped every 5 minutes, or with every step where steps are longer. */
const SERVICE_STEP_MIN = 5;

/**
 * Runs a world forward in time. Holds only what can be derived from the world, so a runner can be made for any world
 * at any minute, a restored one included, and goes on exactly from there.
 */
export class Runner {
	readonly world: World;
	readonly #draws: Draws;
	readonly #chances: Chances;
	readonly #technicians: Technicians;
	readonly #hosts: HostStep;
	readonly #services: ServiceRound;
	/** By release: whether every site of its fleet is known to be active. */
	readonly #fleetAwake: boolean[];
	/** By release: whether its defect may wait on hosts, and whether sites with such hosts are known to have something to step. */
	readonly #mayWait: readonly boolean[];
	readonly #carriersAwake: boolean[];
	readonly #sites: ActiveSites;
	readonly #surroundings: Surroundings | null;
	readonly #unrest = (site: number) => this.#hosts.unrest(site);
	#valuesVersion = 0;

	/**
	 * @param drawsOf makes the draws: a test may observe them, but they must stay the same.
	 * @param surroundings the sites to step, and what happens at the others; null: all are stepped
	 */
	constructor(
		world: World,
		drawsOf = (seed: Seed, chances: Chances) => new Draws(seed, chances),
		surroundings: Surroundings | null = null
	) {
		this.world = world;
		this.#surroundings = surroundings;
		const zones = new Zones(world.model);
		const sites = surroundings?.sites ?? null;
		this.#chances = new Chances(world, sites);
		this.#draws = drawsOf(world.seed, this.#chances);
		this.#technicians = new Technicians(world, zones, sites);
		this.#hosts = new HostStep(world, {
			draws: this.#draws,
			chances: this.#chances,
			activity: new Activity(world.model, zones),
			technicians: this.#technicians,
			zones
		});
		this.#sites = new ActiveSites(world, sites);
		this.#services = new ServiceRound(world, zones, this.#sites, surroundings);
		this.#fleetAwake = world.model.releases.map(() => false);
		this.#carriersAwake = world.model.releases.map(() => false);
		this.#mayWait = world.model.releases.map(
			({ defect, dormantUntilMin }) => dormantUntilMin !== undefined || defect === 'payload'
		);
		this.#sites.collectServices();
		this.#sites.collectHosts(this.#unrest);
	}

	get minute(): number {
		return this.world.clock[MINUTE]!;
	}

	/**
	 * Advances to the first minute of the grid at or after `toMin`, or to the horizon. `orders` is every order of the
	 * play so far, sorted by minute: orders may be added at or after the present minute, never before it.
	 */
	advance(orders: readonly Order[], toMin: number): void {
		const { clock, model } = this.world;
		const until = Math.min(toMin, model.clock.horizonMin);
		while (clock[MINUTE]! < until) {
			this.#applyOrders(orders, clock[MINUTE]!);
			this.#step(clock[MINUTE]!, stepLengthMin(model.clock.spans, clock[MINUTE]!));
		}
	}

	#applyOrders(orders: readonly Order[], minute: number): void {
		const { world } = this;
		for (let next = world.clock[ORDERS_APPLIED]!; next < orders.length; next++) {
			const order = orders[next]!;
			if (order.atMin > minute) return;
			applySetting(world.model, world.layout, world.values, order);
			this.#valuesVersion++;
			world.clock[ORDERS_APPLIED] = next + 1;
			if (order.parameter === 'rollout.order') this.#giveOrder(order);
			if (order.parameter === 'fleet.secondVendorShare' && minute === 0) takeSecondVendor(world);
		}
	}

	#giveOrder({ scope, value }: Order): void {
		this.world.model.releases.forEach(({ vendor }, release) => {
			const meant = scope.kind !== 'vendor' || this.world.model.vendors[vendor]!.id === scope.id;
			if (meant) this.world.orderGiven[release] = value;
		});
	}

	#step(minute: number, stepMin: number): void {
		const { world } = this;
		const { model, clock } = world;
		this.#draws.at(minute, stepMin);
		const before = world.openedShare.slice();
		const endedMin = world.offerEndsMin.slice();
		let woken = this.#stepControlPlane(minute);
		for (let release = 0; release < model.releases.length; release++) {
			stepRollout(world, release, minute, stepMin);
			if (isOffered(world, release, minute)) {
				openRings(world, release, minute);
				woken = this.#wakeFleet(release) || woken;
			} else this.#fleetAwake[release] = false;
			woken = this.#wakeCarriers(release, minute) || woken;
			stepVendor(world, release, minute);
		}
		this.#chances.prepare(minute, stepMin, this.#valuesVersion);
		noteKnowledge(world, this.#chances, minute);
		this.#technicians.prepare(minute, this.#valuesVersion);
		this.#hosts.prepare(minute, stepMin, before);
		endedMin.forEach((fromMin, release) => {
			const goesOn = fromMin < minute && world.offerEndsMin[release] === NEVER;
			if (goesOn && model.releases[release]!.expires !== true) this.#hosts.resume(release, fromMin);
		});
		if (woken) {
			this.#sites.collectServices();
			this.#sites.collectHosts(this.#unrest);
		}
		this.#stepHosts();
		this.#surroundings?.afterHosts(world, minute);
		if (this.#draws.isExposureDue) this.#sites.collectHosts(this.#unrest);

		clock[MINUTE] = minute + stepMin;
		if (dueMin(minute, stepMin, SERVICE_STEP_MIN) > 0) {
			const fromMin = clock[SERVICE_MINUTE]!;
			this.#services.run(fromMin, clock[MINUTE]!, this.#valuesVersion, this.#unrest);
			lendTechnicians(world, this.#technicians, clock[MINUTE]! - fromMin);
			clock[SERVICE_MINUTE] = clock[MINUTE]!;
			this.#sites.collectServices();
		}
	}

	/** Sites whose hosts only run without protection are stepped once an exposure interval. */
	#stepHosts(): void {
		const { isExposureDue } = this.#draws;
		const { hosts, hostCount, moving, movingCount } = this.#sites;
		const sites = isExposureDue ? hosts : moving;
		const count = isExposureDue ? hostCount : movingCount;
		for (let i = 0; i < count; i++) this.#hosts.step(sites[i]!);
	}

	/** Every site with hosts that a release on offer concerns has something to step. Returns whether it had not. */
	#wakeFleet(release: number): boolean {
		if (this.#fleetAwake[release] === true) return false;
		this.#fleetAwake[release] = true;
		const { model, active } = this.world;
		const releaseOf = releaseOfCells(model);
		for (let cell = 0; cell < model.cells.count; cell++) {
			if (releaseOf[cell] === release) active[model.cells.site[cell]!] = 1;
		}
		return true;
	}

	/** Sites with hosts on which something waits have something to step once it may take effect. Returns whether they had not. */
	#wakeCarriers(release: number, minute: number): boolean {
		const before = this.#carriersAwake[release]!;
		this.#carriersAwake[release] = this.#mayWait[release]! && stirs(this.world, release, minute);
		return !before && this.#carriersAwake[release]!;
	}

	/** Every service may lean on the control plane. Returns whether any may have been woken. */
	#stepControlPlane(minute: number): boolean {
		const hasChanged = stepControlPlane(this.world, minute);
		if (hasChanged) this.world.active.fill(1);
		return hasChanged;
	}
}
