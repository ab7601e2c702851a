import { HOST_CLASSES, type Model, type RingPlan, type Setting } from '../../sim/model.ts';
import { isOptional } from '../../sim/optional-parameters.ts';
import { exp } from '../../sim/exact/exp.ts';
import { log } from '../../sim/exact/log.ts';
import { AS_EVER, type VendorPolicy } from '../reform/change.ts';
import type { Market } from '../reform/market.ts';
import type { Reform } from '../reform/reform.ts';
import { everywhere, times, type Hit, type Shock, type ShockKind } from '../shocks/shock.ts';
import type { Fleet } from './fleet.ts';
import { moved, userShares } from './moved.ts';

/** A world of one shock, ready to run. */
export interface ShockWorld {
	readonly model: Model;
	readonly seed: string;
	/** From the start, in their order, after a set of the model's parameters. */
	readonly settings: readonly Setting[];
	readonly answering: Answering;
}

/** How a vendor answers when nobody plays it. */
export interface Answering {
	/** Ids of its hosts inside and outside the kernel. */
	readonly vendors: readonly string[];
	/** Minutes until customers tell it, if it has not noticed by itself. */
	readonly detectionMin: number;
	/** From then on until it takes the release back. */
	readonly decisionMin: number;
	/** From then on until it publishes a work-around. */
	readonly speaksMin: number;
}

const SERVER = HOST_CLASSES.indexOf('server');
const DESK = HOST_CLASSES.indexOf('workstation');
/** Minutes until a host has fetched an answer that is open to it (assumed). */
const FETCH_MIN = 30;
const WEEK_MIN = 10_080;
/** How much more an attacker gets where an agent runs outside the kernel and nothing guards it (assumed). */
const KILLED_MORE = 0.5;
/** Share of releases that an emergency lane is meant for: with it, every answer to an attack goes by the lane (assumed). */
const LANE_REFERENCE = 0.03;

/** Whether a defective release is found before it ships: then nothing happens. */
export function isCaught({ caught }: Reform, vendor: string, { kind, draws }: Shock): boolean {
	return draws.caught < (caught[vendor]?.[kind] ?? 0);
}

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
	const outside = userShares(policy.userDesks, policy.userServers, policy.keepsKernel);
	const model = moved(fleet, vendor, before, reform.market, outside);
	const vendors = [vendor, fleet.model.vendors[fleet.userMode]!.id];
	const hit = kind.hit(shock, { model: fleet.model, vendors });
	const plan = hit.comes === 'release' ? ringPlanOf(policy, shock) : null;
	const settings = [
		...reform.settings.flatMap((setting) => forTwin(setting, vendors)),
		...rollout(model, policy, plan, vendors),
		...lastGood(policy),
		...hit.settings,
		...vendors.map((id, index): Setting => ({
			parameter: 'update.component',
			scope: { kind: 'vendor', id },
			value: index
		})),
		...answerTo(hit, policy, shock, outside)
	];
	return {
		seed: shock.seed,
		model: {
			...model,
			clock: clockAt(model, shock),
			releases: model.releases.map((release) => ({ ...release, ...hit.release, defect: hit.defect })),
			ringPlans: plan === null ? model.ringPlans : [...model.ringPlans, plan],
			// A world has such a parameter only where its model names it.
			settings: [...model.settings, ...settings.filter(({ parameter }) => isOptional(parameter))]
		},
		settings: settings.filter(({ parameter }) => !isOptional(parameter)),
		answering: {
			vendors,
			detectionMin: hit.detectionMin,
			decisionMin: decisionOf(hit, policy, shock),
			speaksMin: policy.speaksMin
		}
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

function rollout(
	model: Model,
	policy: VendorPolicy,
	plan: RingPlan | null,
	vendors: readonly string[]
): Setting[] {
	if (plan === null) return [];
	const value = (parameter: string, of: number) =>
		vendors.map((id): Setting => ({ parameter, scope: { kind: 'vendor', id }, value: of }));
	return [
		...value('rollout.plan', model.ringPlans.length),
		...(policy.gateDuty > 0 ? value('rollout.gateInstalls', policy.gateInstalls) : [])
	];
}

/** What is set for a vendor holds for its hosts outside the kernel as well. */
function forTwin(setting: Setting, [own, twin]: readonly string[]): Setting[] {
	const { scope } = setting;
	return scope.kind === 'vendor' && scope.id === own
		? [setting, { ...setting, scope: { kind: 'vendor', id: twin! } }]
		: [setting];
}

/**
 * So many of the crashed hosts start with their last good content before they stop trying: the model's race against the
 * faulty file, with the odds of that share (rebootsForMin / (raceMin + rebootsForMin) of them win).
 */
function lastGood({ lastGoodShare }: VendorPolicy): Setting[] {
	if (lastGoodShare <= 0) return [];
	const rebootsForMin = 120;
	return [
		everywhere('repair.rebootsForMin', rebootsForMin),
		everywhere('repair.rebootRaceMin', (rebootsForMin * (1 - lastGoodShare)) / lastGoodShare)
	];
}

/** A vendor that somebody outside may stop decides no later than they do. */
function decisionOf({ decisionMin, comes }: Hit, policy: VendorPolicy, { draws }: Shock): number {
	const own = decisionMin * policy.decisionFactor;
	return comes !== 'unreleased' && draws.duty < policy.outsideHaltDuty
		? Math.min(own, policy.outsideHaltMin)
		: own;
}

/** Of an attack: how long hosts wait for an answer that is there, and what it costs that agents are easier to stop. */
function answerTo(
	hit: Hit,
	policy: VendorPolicy,
	shock: Shock,
	outside: (hostClass: number) => number
): Setting[] {
	if (hit.comes !== 'attack') return [];
	const isUrgent = shock.draws.caught < policy.laneShare / LANE_REFERENCE;
	const { rings } = (isUrgent ? null : ringPlanOf({ ...policy, laneShare: 0 }, shock)) ?? { rings: [] };
	let [waitMin, openedMin] = [0, 0];
	for (const { share, bakeMin } of rings) {
		waitMin += share * openedMin;
		openedMin += bakeMin;
	}
	const kernelShare = 1 - (outside(SERVER) + outside(DESK)) / 2;
	return [
		everywhere(
			'exposure.agentUpdateMin',
			FETCH_MIN + waitMin + policy.heldBackMin + policy.waitsMin * kernelShare
		),
		times('exposure.compromisePerDay', 1 + KILLED_MORE * (1 - kernelShare) * (1 - policy.guarded))
	];
}
