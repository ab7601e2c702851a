import { isRefused } from '../other-defects/control-plane.ts';
import { chanceWithin } from '../exact/exp.ts';
import { CLASS_COUNT, groupCount, type Ring, type RingPlan } from '../model.ts';
import type { OptionalParameterId } from '../optional-parameters.ts';
import { ROLLOUT_ORDERS } from '../parameters.ts';
import { normalQuantile } from '../random/normal.ts';
import { streamKeys, uniform } from '../random/hash.ts';
import { STREAM } from '../random/streams.ts';
import { actionsOf, nextState, REFUSED } from '../table/compile.ts';
import { rolloutTable } from '../table/tables.ts';
import { optionalAt, valueAt } from '../values.ts';
import { loseTrust } from './vendor.ts';
import { concernedShare } from '../world/release-of-cell.ts';
import { mostRings, NEVER, NO_ORDER, type World } from '../world/world.ts';

const MORE = rolloutTable('moreRings');
const LAST = rolloutTable('lastRing');
const RUNNING = MORE.state.running;
const COMPLETE = MORE.state.complete;
const LIVE = ROLLOUT_ORDERS.indexOf('live');
const ORDER_EVENTS = { live: 'RESUME', paused: 'PAUSE', halted: 'HALT', rolledBack: 'ROLL_BACK' } as const;

const keys = new Int32Array(2);

/** The ring plan in force for a release. */
export function ringPlan(world: World, release: number): RingPlan {
	const { vendor, ringPlan } = world.model.releases[release]!;
	return world.model.ringPlans[ringPlan ?? valueAt(world, 'rollout.plan', vendor)]!;
}

function ringAt(world: World, release: number, ring: number): number {
	return release * mostRings(world.model) + ring;
}

/** Minute at which a ring of a release opened, if it has. */
export function ringOpenedMin(world: World, release: number, ring: number): number {
	return world.ringOpenedMin[ringAt(world, release, ring)]!;
}

/** Whether the hosts of a group that take content late may take what a ring offers `openMin` minutes after it opened. */
export function takesLateContent(world: World, group: number, openMin: number): boolean {
	return openMin >= valueAt(world, 'update.heldBackMin', group);
}

/** Whether hosts of the open rings can fetch the release at `minute`; a halt needs time to reach the network. What
 * expires is not fetched, and nothing stops it. */
export function isOffered(world: World, release: number, minute: number): boolean {
	if (world.model.releases[release]!.expires === true) return world.rollout[release] !== MORE.initial;
	return MORE.tags.shipping[world.rollout[release]!] === 1 || minute < offerEnd(world, release);
}

/** Whether the content from before is what hosts fetch: the release was taken back, and that has reached the network. */
export function isReverted(world: World, release: number, minute: number): boolean {
	return world.rollout[release] === MORE.state.rolledBack && minute >= offerEnd(world, release);
}

function offerEnd(world: World, release: number): number {
	const endMin = world.offerEndsMin[release]!;
	return endMin === NEVER ? -1 : endMin;
}

/** Moves a release along its statechart for the step that starts at `minute`, and its health signal with it. */
export function stepRollout(world: World, release: number, minute: number, stepMin: number): void {
	const { vendor, atMin } = world.model.releases[release]!;
	if (minute >= atMin && world.rollout[release] === MORE.initial) {
		send(world, release, 'RELEASE', minute);
		world.ringOpenedMin[ringAt(world, release, 0)] = minute;
	}
	seeHealth(world, release, vendor, stepMin);
	takeOrder(world, release, minute);
	if (world.rollout[release] === RUNNING) bake(world, release, minute);
	else if (world.rollout[release] === COMPLETE) watch(world, release, minute);
}

/**
 * Carries out an order once; an order given before the release waits for it. Whoever is misled stops other content: that
 * order is carried out for this release once the mistake has been found, unless another is given before.
 */
function takeOrder(world: World, release: number, minute: number): void {
	const given = world.orderGiven[release]!;
	if (given === NO_ORDER || world.rollout[release] === MORE.initial) return;
	if (isRefused(world, 'controlPlane.carriesHalt', world.model.releases[release]!.vendor)) return;
	const wasMistaken = given >= ROLLOUT_ORDERS.length;
	if (wasMistaken && minute < certainMin(world, release) + vendorValue(world, 'rollout.mistakeMin', release))
		return;
	if (!wasMistaken && given !== LIVE && isMisled(world, release, minute)) {
		world.orderGiven[release] = given + ROLLOUT_ORDERS.length;
		return;
	}
	const order = ROLLOUT_ORDERS[wasMistaken ? given - ROLLOUT_ORDERS.length : given]!;
	if (order === 'rolledBack' && world.rollout[release] !== MORE.state.rolledBack) {
		if (wasMistaken) loseTrust(world, release, 'trust.mistakeShare');
		else if (minute < certainMin(world, release)) loseTrust(world, release, 'trust.doubtShare');
	}
	world.orderGiven[release] = NO_ORDER;
	send(world, release, ORDER_EVENTS[order], minute);
}

/** Whether what the vendor sees at `minute` points at other content than this release: drawn once a release and seed. */
function isMisled(world: World, release: number, minute: number): boolean {
	const chance = vendorValue(world, 'rollout.misledShare', release);
	if (chance === 0 || minute >= certainMin(world, release)) return false;
	streamKeys(world.seed, STREAM.misled, 0, keys);
	return uniform(keys[0]!, keys[1]!, release) < chance;
}

/** Minute from which on it is certain that this release is at fault. */
function certainMin(world: World, release: number): number {
	return world.model.releases[release]!.atMin + vendorValue(world, 'rollout.certainMin', release);
}

function vendorValue(world: World, id: OptionalParameterId, release: number): number {
	return optionalAt(world, id, world.model.releases[release]!.vendor);
}

/** Sends an event that the chart may refuse: an order that is already carried out changes nothing. */
function send(world: World, release: number, event: keyof typeof MORE.event, minute: number): void {
	const from = world.rollout[release]!;
	const to = nextState(MORE, from, event);
	if (to === REFUSED) return;
	world.rollout[release] = to;
	const shipped = MORE.tags.shipping[from] === 1;
	const ships = MORE.tags.shipping[to] === 1;
	if (shipped && !ships) {
		const vendor = world.model.releases[release]!.vendor;
		// Ordered before the release, it has reached the network by now.
		const isNew = ringOpenedMin(world, release, 0) === minute;
		const reachMin = isNew ? 0 : Math.floor(valueAt(world, 'rollout.haltReachMin', vendor));
		world.offerEndsMin[release] = minute + reachMin;
	} else if (ships) world.offerEndsMin[release] = NEVER;
}

/**
 * The health signal follows the truth with a delay (first-order lags; assumed). A host that installed says so itself; one
 * that crashed only falls silent, which takes time to tell from a host that is merely off.
 */
function seeHealth(world: World, release: number, vendor: number, stepMin: number): void {
	const noted = chanceWithin(stepMin, valueAt(world, 'rollout.silenceMin', vendor));
	world.silentHosts[release]! += noted * (world.crashes[release]! - world.silentHosts[release]!);
	const gain = chanceWithin(stepMin, valueAt(world, 'rollout.telemetryMin', vendor));
	world.seenInstalls[release]! += gain * (world.installs[release]! - world.seenInstalls[release]!);
	world.seenCrashes[release]! += gain * (world.silentHosts[release]! - world.seenCrashes[release]!);
}

/** An open ring waits out its bake time; its health gate may stop the rollout at any minute of it. */
function bake(world: World, release: number, minute: number): void {
	const { rings } = ringPlan(world, release);
	const open = world.openRing[release]!;
	const ring = rings[Math.min(open, rings.length - 1)]!;
	if (failsGate(world, release, ring, minute)) return send(world, release, 'GATE_FAILED', minute);
	if (minute - ringOpenedMin(world, release, open) < ring.bakeMin) return;
	const table = open + 1 < rings.length ? MORE : LAST;
	world.rollout[release] = nextState(table, RUNNING, 'RING_BAKED');
	if (!actionsOf(table, RUNNING, 'RING_BAKED').includes('openNextRing')) return;
	world.openRing[release] = open + 1;
	world.ringOpenedMin[ringAt(world, release, open + 1)] = minute;
}

/** The last ring is open to everybody; its gate looks on for a while, because most crashes show after it has baked. */
function watch(world: World, release: number, minute: number): void {
	const { rings } = ringPlan(world, release);
	const last = rings[rings.length - 1]!;
	const { vendor } = world.model.releases[release]!;
	const openMin = minute - ringOpenedMin(world, release, world.openRing[release]!);
	if (openMin > last.bakeMin + valueAt(world, 'rollout.gateWatchMin', vendor)) return;
	if (failsGate(world, release, last, minute)) send(world, release, 'GATE_FAILED', minute);
}

/** Whether a ring's health gate stops the rollout: crashes by install as the vendor sees them, once it sees enough. */
function failsGate(world: World, release: number, { gatePerMille }: Ring, minute: number): boolean {
	const { vendor } = world.model.releases[release]!;
	// Hosts that the defect does not concern install as well and stay as they are: they dilute what a gate sees.
	const seen = world.seenInstalls[release]! / concernedShare(world.model, release);
	if (gatePerMille === null || seen <= 0 || seen < valueAt(world, 'rollout.gateInstalls', vendor))
		return false;
	streamKeys(world.seed, STREAM.telemetry, minute, keys);
	const noise =
		1 +
		valueAt(world, 'rollout.telemetryNoise', vendor) * normalQuantile(uniform(keys[0]!, keys[1]!, release));
	const perMille = (1000 * world.seenCrashes[release]!) / seen;
	return perMille * noise > gatePerMille;
}

/**
 * Raises, for a release on offer, the share of hosts that its rings have reached by `minute`, by group and class.
 * Hosts on a policy that takes content late count once their delay since their own ring opened is over; what an
 * organisation keeps in the first ring is reached with it; hosts that the defect does not concern are never reached.
 */
export function openRings(world: World, release: number, minute: number): void {
	const { model, openedShare } = world;
	const { vendor, expires } = model.releases[release]!;
	const { rings } = ringPlan(world, release);
	const open = Math.min(world.openRing[release]!, rings.length - 1);
	let reached = 0;
	for (let ring = 0; ring <= open; ring++) reached += rings[ring]!.share;
	const groups = groupCount(model);
	for (let g = 0; g < groups; g++) {
		const late = valueAt(world, 'update.heldBackShare', g);
		const first = optionalAt(world, 'update.firstRingShare', g);
		let lateReached = 0;
		for (let ring = 0; ring <= open; ring++) {
			const openMin = minute - ringOpenedMin(world, release, ring);
			if (!takesLateContent(world, g, openMin)) continue;
			lateReached += (1 - first) * rings[ring]!.share + (ring === 0 ? first : 0);
		}
		const onTime = first + (1 - first) * reached;
		for (let c = 0; c < CLASS_COUNT; c++) {
			const at = (release * groups + g) * CLASS_COUNT + c;
			const affected = valueAt(world, 'update.affectedShare', vendor, c);
			const ringShare = expires === true ? 1 : (1 - late) * onTime + late * lateReached;
			const share = Math.min(1, affected * ringShare);
			if (share > openedShare[at]!) openedShare[at] = share;
		}
	}
}
