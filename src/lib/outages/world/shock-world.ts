import { HOST_CLASSES, type Model, type RingPlan, type Scope, type Setting } from '../../sim/model.ts';
import { COMPONENTS } from '../../sim/parameters.ts';
import { isOptional } from '../../sim/optional-parameters.ts';
import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';
import { AS_EVER, type VendorPolicy } from '../reform/change.ts';
import type { Market } from '../reform/market.ts';
import type { Reform } from '../reform/reform.ts';
import { times, type Hit, type Shock, type ShockKind } from '../shocks/shock.ts';
import type { Answer } from './answer.ts';
import type { Fleet } from './fleet.ts';
import { userShares } from './components.ts';
import { moved } from './moved.ts';

/** A world of one shock, ready to run. */
export interface ShockWorld {
	/** Worlds of one scenario with equal keys are the same, so that one of them need not be run. */
	readonly key: string;
	/** Made when it is asked for. */
	readonly model: () => Model;
	readonly seed: string;
	/** From the start, in their order, after a set of the model's parameters. */
	readonly settings: readonly Setting[];
	readonly answering: Answering;
}

/** How a vendor answers when nobody plays it. */
export interface Answering {
	readonly vendor: string;
	/** Minutes until customers tell it, if it has not noticed by itself. */
	readonly detectionMin: number;
	/** Minutes after the first crash until the platform owner tells it; null: it does not. */
	readonly toldMin: number | null;
	/** From then on until it takes the release back. */
	readonly decisionMin: number;
	/** From then on until it publishes a work-around. */
	readonly speaksMin: number;
	/** Of an attack: how the answer reaches hosts, once there is one. */
	readonly answer: Answer | null;
}

const KERNEL = COMPONENTS.indexOf('kernel');
const SERVER = HOST_CLASSES.indexOf('server');
const DESK = HOST_CLASSES.indexOf('workstation');
const WEEK_MIN = 10_080;
/** How much more an attacker gets where an agent runs outside the kernel and nothing guards it (assumed). */
const KILLED_MORE = 0.5;
/** The same where an agent whose host fails to start often enough goes back to older content: all of them (assumed). */
const TURNED_BACK_MORE = 0.2;
/** Share of releases that an emergency lane is meant for: with it, every answer to an attack goes by the lane (assumed). */
const LANE_REFERENCE = 0.03;

/**
 * The world of a shock after a reform: hosts moved between cells, rings built from numbers, levers set. What a shock
 * itself sets comes last.
 *
 * @param vendor whose release it is
 */
export function shockWorld(
	fleet: Fleet,
	before: Market,
	reform: Reform,
	kind: ShockKind,
	shock: Shock,
	vendor: string
): ShockWorld {
	const policy = reform.policies[vendor] ?? AS_EVER;
	const { market } = reform;
	const outside = userShares(policy.userDesks, policy.userServers, policy.keepsKernel);
	const hit = kind.hit(shock, fleet.model);
	const scope = { kind: 'vendor', id: vendor } as const;
	const plan = hit.comes === 'release' ? ringPlanOf(policy, shock) : null;
	const settings = [
		// Of vendors that release nothing nothing is set.
		...reform.settings.filter(({ scope: of }) => of.kind !== 'vendor' || of.id === vendor),
		...rollout(fleet.model, policy, plan, scope),
		...lastGood(hit, policy, scope),
		...hit.settings,
		...components(outside, scope),
		...easierToStop(hit, policy, outside)
	];
	const answering = {
		vendor,
		detectionMin: hit.detectionMin,
		toldMin: shock.draws.duty < policy.toldDuty ? policy.toldMin : null,
		decisionMin: decisionOf(hit, policy, shock),
		speaksMin: policy.speaksMin,
		answer: hit.comes === 'attack' ? answerTo(policy, shock, outside) : null
	};
	const hosts = [market.shares[market.vendors.indexOf(vendor)], market.secondShare];
	const { defect, release } = hit;
	return {
		key: JSON.stringify([shock.seed, defect, release, plan, settings, answering, hosts]),
		seed: shock.seed,
		model: () => {
			const model = moved(fleet, vendor, before, market);
			return {
				...model,
				clock: clockAt(model, shock),
				releases: model.releases.map((one) => ({ ...one, ...release, defect })),
				ringPlans: plan === null ? model.ringPlans : [...model.ringPlans, plan],
				// A world has such a parameter only where its model names it.
				settings: [...model.settings, ...settings.filter(({ parameter }) => isOptional(parameter))]
			};
		},
		settings: settings.filter(({ parameter }) => !isOptional(parameter)),
		answering
	};
}

/** The shock's minute of the week is the world's first. */
function clockAt({ clock }: Model, { draws }: Shock): Model['clock'] {
	const startWeekMinute = Math.floor(draws.minute * WEEK_MIN);
	const startMinute = clock.startMinute + startWeekMinute - clock.startWeekMinute;
	return { ...clock, startWeekMinute, startMinute };
}

/** Rings from the first one's share to everybody, each so many times the one before; null: this release goes past them. */
function ringPlanOf(policy: VendorPolicy, { draws }: Shock): RingPlan | null {
	const { ringDuty, laneShare, firstRingShare, rings, bakeMin, gateDuty, gatePerMille } = policy;
	if (draws.duty >= ringDuty * (1 - laneShare) || rings < 2) return null;
	const gate = draws.duty < gateDuty ? gatePerMille : null;
	const reached = (ring: number) =>
		ring === rings - 1 ? 1 : exp((log(firstRingShare) * (rings - 1 - ring)) / (rings - 1));
	return {
		id: 'agreed',
		rings: Array.from({ length: rings }, (_, ring) => ({
			share: reached(ring) - (ring === 0 ? 0 : reached(ring - 1)),
			bakeMin: ring === rings - 1 ? 0 : bakeMin,
			gatePerMille: gate
		}))
	};
}

function rollout(model: Model, policy: VendorPolicy, plan: RingPlan | null, scope: Scope): Setting[] {
	if (plan === null) return [];
	return [
		{ parameter: 'rollout.plan', scope, value: model.ringPlans.length },
		...(policy.gateDuty > 0 ? [{ parameter: 'rollout.gateInstalls', scope, value: policy.gateInstalls }] : [])
	];
}

/** The agent runs in the kernel but where it has moved out of it. */
function components(outside: (hostClass: number) => number, scope: Scope): Setting[] {
	const moved = HOST_CLASSES.map((hostClass, c): Setting => ({
		parameter: 'update.userModeShare',
		scope,
		hostClass,
		value: outside(c)
	}));
	const inKernel = { parameter: 'update.component', scope, value: KERNEL };
	return [inKernel, ...(moved.some(({ value }) => value > 0) ? moved : [])];
}

/** Hosts that crash by the content of an agent come back by themselves where that takes its last good one. */
function lastGood(
	{ defect, release }: Hit,
	{ lastGoodShare, lastGoodMin }: VendorPolicy,
	scope: Scope
): Setting[] {
	if (lastGoodShare <= 0 || defect !== 'bootCrash' || release?.toEveryHost === true) return [];
	return [
		{ parameter: 'update.lastGoodShare', scope, value: lastGoodShare },
		{ parameter: 'update.lastGoodMin', scope, value: lastGoodMin }
	];
}

/** A vendor that somebody outside may stop decides no later than they do. */
function decisionOf({ decisionMin, comes }: Hit, policy: VendorPolicy, { draws }: Shock): number {
	const own = decisionMin * policy.decisionFactor;
	return comes !== 'unreleased' && draws.duty < policy.outsideHaltDuty
		? Math.min(own, policy.outsideHaltMin)
		: own;
}

/** How the answer to an attack goes out: by rings as all content, unless it takes the lane, and held back as all content. */
function answerTo(policy: VendorPolicy, shock: Shock, outside: (hostClass: number) => number): Answer {
	const isUrgent = shock.draws.caught < policy.laneShare / LANE_REFERENCE;
	const plan = isUrgent ? null : ringPlanOf({ ...policy, laneShare: 0 }, shock);
	let opensMin = 0;
	const rings = (plan?.rings ?? [{ share: 1, bakeMin: 0 }]).map(({ share, bakeMin }) => {
		const ring = { share, opensMin };
		opensMin += bakeMin;
		return ring;
	});
	const { heldBackShare, heldBackMin, waitsMin } = policy;
	return { rings, heldBackShare, heldBackMin, laterMin: waitsMin * inKernel(outside) };
}

/** What it costs in an attack that agents are easier to stop, or to turn back to older content. */
function easierToStop(
	{ comes }: Hit,
	{ guarded, lastGoodShare }: VendorPolicy,
	outside: (hostClass: number) => number
): Setting[] {
	if (comes !== 'attack') return [];
	const killed = KILLED_MORE * (1 - inKernel(outside)) * (1 - guarded);
	return [times('exposure.compromisePerDay', 1 + killed + TURNED_BACK_MORE * lastGoodShare)];
}

function inKernel(outside: (hostClass: number) => number): number {
	return 1 - (outside(SERVER) + outside(DESK)) / 2;
}
