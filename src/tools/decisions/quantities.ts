import { hostHours } from '../../lib/debrief/figures/figures.ts';
import { harmOf } from '../../lib/exercise/assessment/harm.ts';
import { trustIn, unprotectedOf, type Frame } from '../../lib/sim/observe/frame.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import type { Study, Taken } from './study.ts';

/** What the table compares, in the order of its columns; of each, more is worse unless it says trust or output. */
export const QUANTITIES = [
	'harm',
	'ownLossUsd',
	'ownLostUnits',
	'ownCrashed',
	'ownDownHours',
	'worldLossUsd',
	'crashed',
	'downHours',
	'unprotectedHours',
	'compromised',
	'distrust'
] as const;
export type Quantity = (typeof QUANTITIES)[number];
export type Quantities = Readonly<Record<Quantity, number>>;

/** Parts of a quantity that differ by chance alone where a decision touches hosts: less counts as nothing. */
export const FELT_SHARE = 0.002;
/** Below this a quantity is too small for its shares to mean anything. */
const LEAST: Partial<Record<Quantity, number>> = {
	harm: 0.05,
	compromised: 20,
	distrust: 0.02,
	unprotectedHours: 100
};

/** Measures a run of a role: its harm index, what happened to its own, and what happened to the world. */
export function quantitiesOf(
	study: Study,
	{ roles }: Pick<Scenario, 'roles'>,
	role: string,
	frames: readonly Frame[],
	taken: readonly Taken[],
	seed: string
): Quantities {
	const end = frames.at(-1)!;
	const own = roles.find(({ id }) => id === role)!.organisations;
	const ownServices = own.map((id) => end.organisations[id]!);
	const ownTallies = (frame: Frame) => own.map((id) => frame.byOrganisation[id]!);
	return {
		harm: harmOf(study.scenario, role, end, study.nobody(seed), taken)?.index ?? 0,
		ownLossUsd: sum(ownServices.map(({ lossCents }) => lossCents)) / 100,
		ownLostUnits: sum(ownServices.map(({ lostUnits }) => lostUnits)),
		ownCrashed: sum(ownTallies(end).map(({ everCrashed }) => everCrashed)),
		ownDownHours: hostHours(frames, (frame) => sum(ownTallies(frame).map(({ down }) => down))),
		worldLossUsd: end.lossCents / 100,
		crashed: end.world.everCrashed,
		downHours: hostHours(frames, ({ world }) => world.down),
		unprotectedHours: hostHours(frames, ({ world }) => unprotectedOf(world)),
		compromised: end.world.everCompromised,
		distrust: 1 - (trustIn(end, study.scenario.trustIn)?.customers ?? 1)
	};
}

/** How much more or less of each quantity there is, as a share of what there was; what is not felt is left out. */
export function moved(from: Quantities, to: Quantities): Partial<Record<Quantity, number>> {
	const felt: Partial<Record<Quantity, number>> = {};
	for (const quantity of QUANTITIES) {
		const by = (to[quantity] - from[quantity]) / Math.max(from[quantity], LEAST[quantity] ?? 1);
		if (Math.abs(by) >= FELT_SHARE) felt[quantity] = by;
	}
	return felt;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
