import { exerciseScenario } from '../../exercise/scenario/from-scenario.ts';
import { EMPTY_ROOM, PREPARATION_MIN, type Act, type RoomState } from '../../exercise/state.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { scenarioOf } from '../../scenario/testing/pack.ts';
import { SMALL } from '../../scenario/testing/small.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { jobOf } from '../counterfactuals/counterfactuals.ts';
import { readingMinutes } from '../counterfactuals/reading-minutes.ts';
import { hotWashOf, questionsOf, type Exercise } from '../hot-wash/make-hot-wash.ts';
import { runJob } from '../pool/run-job.ts';

/** What a debrief needs on top of the small scenario: goals, prices, decisions that do much, little, nothing and harm. */
const PLAYED = `decisions:
  - id: rings
    role: vendor
    phase: preparation
    title: { en: Ship in rings }
    text: { en: The vendor ships to a tenth of its hosts first. }
    effects: [{ set: rollout.plan, scope: 'vendor:corvane', value: phased }]
    costUsd: 400
    attention: 1
  - id: say-nothing
    role: vendor
    phase: incident
    title: { en: Say nothing }
    text: { en: The vendor stays as silent as it was. }
    effects: [{ set: vendor.statement, scope: 'vendor:corvane', value: silent }]
    attention: 1
  - id: pay-a-consultant
    role: vendor
    phase: incident
    title: { en: Pay a consultant }
    text: { en: The vendor pays somebody to stay silent. }
    effects: [{ set: vendor.statement, scope: 'vendor:corvane', value: silent }]
    costUsd: 900
    attention: 1
  - id: relief
    role: hospital
    phase: recovery
    title: { en: Call in relief }
    text: { en: The hospital pays for more hands. }
    effects: [{ set: repair.hostsPerTechnician, scope: own, value: 20 }]
    costUsd: 500
  - id: roll-back`;

const LATER = `cuts:
  - { id: short, name: { en: Short }, minutes: 20, stops: [20, 60, 180], recoveryFrom: 180 }
record:`;

const VENDOR_GOAL = `vendor: corvane, budget: { preparationUsd: 500, preparationAttention: 1, responseUsd: 1000, attentionPerRound: 1 }, goal: { name: { en: Stop the harm }, terms: [{ id: crashed, name: { en: Hosts that crashed }, unit: { en: hosts }, measure: vendor.corvane.crashed, weight: 0.9 }, { id: bill, name: { en: Bill }, unit: { en: US$ }, measure: world.lossUsd / 1000 + role.vendor.spentUsd, weight: 0.1 }] }, name: { en: Vendor }`;
const HOSPITAL_GOAL = `kind: customer, goal: { name: { en: Care }, terms: [{ id: lost, name: { en: Procedures lost }, unit: { en: procedures }, measure: organisation.harbour-hospital.lostUnits, weight: 1 }] }, name: { en: Hospital }`;

const text = replaced(SMALL, [
	['decisions:\n  - id: roll-back', PLAYED],
	['record:', LATER],
	['vendor: corvane, name: { en: Vendor }', VENDOR_GOAL],
	['kind: customer, name: { en: Hospital }', HOSPITAL_GOAL]
]);

/** A town with a vendor and a hospital, small enough to be run many times in a test. */
export const TOWN = scenarioOf(text);
export const MODEL = compileModel(TOWN);
export const ROOM = exerciseScenario(TOWN, MODEL);
export const STOPS = [20, 60, 180];
export const MINUTES = readingMinutes(ROOM.spans, ROOM.horizonMin);

/** A decision taken at a minute, or in preparation; `confidencePct` null: none stated. */
export function act(decision: string, atMin: number | null, confidencePct: number | null = null): Act {
	const { role } = ROOM.decisions.find(({ id }) => id === decision)!;
	const at = atMin ?? PREPARATION_MIN;
	return {
		kind: 'decision',
		seat: role,
		decision,
		atMin: at,
		rationale: null,
		confidencePct,
		part: 'incident'
	};
}

/** A played exercise of one role, with these acts in it. */
export function exerciseOf(role: string, acts: readonly Act[]): Exercise {
	const minute = ROOM.horizonMin;
	const state: RoomState = {
		...EMPTY_ROOM,
		position: { phase: 'hotWash', step: null, clock: 'running' },
		worlds: { shared: { team: null, fork: null, minute, acts, released: [] } }
	};
	return {
		scenario: TOWN,
		room: ROOM,
		state,
		world: 'shared',
		role,
		mine: [role],
		cut: 'short',
		stops: STOPS
	};
}

const known = new Map<string, Frame[]>();

/** The run of these acts; the same acts are run once. */
export function run(acts: readonly Act[], seed: string): Frame[] {
	const key = JSON.stringify([
		seed,
		acts.map((one) => [one.atMin, 'decision' in one ? one.decision : one.setting])
	]);
	const found = known.get(key) ?? runJob(MODEL, jobOf(ROOM, { ...PLAYED_RUN, acts }, seed, MINUTES));
	known.set(key, found);
	return found;
}

const PLAYED_RUN = {
	id: 'played',
	kind: 'played',
	decision: null,
	atMin: 0,
	together: [],
	instead: []
} as const;

/** The whole hot wash of some acts of a role: every run that it calls for has been run. */
export function wash(role: string, acts: readonly Act[], seed = 'a seed') {
	const exercise = exerciseOf(role, acts);
	const { runs } = questionsOf(exercise);
	const singles = Object.fromEntries(runs.map((one) => [one.id, run(one.acts, seed)]));
	const record = run([act('roll-back', 87)], seed);
	const frames = {
		played: singles['played']!,
		record,
		none: singles['none']!,
		others: singles['others'] ?? null
	};
	return hotWashOf(exercise, { frames, singles });
}

function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
	return pairs.reduce((now, [from, to]) => {
		if (!now.includes(from)) throw new Error(`the small scenario has no "${from}"`);
		return now.replace(from, () => to);
	}, text);
}
