import type { Frame } from '../../sim/observe/frame.ts';
import type { Counterfactual } from './counterfactuals.ts';
import { changeOf, figuresOf } from '../figures/figures.ts';
import type { Harm, HarmMeter } from '../figures/harm.ts';
import type { Change, Figures } from '../hot-wash/hot-wash.ts';
import type { Own } from '../figures/own.ts';
import type { Act } from '../../exercise/state.ts';

/** A counterfactual that has been run: its frames from start to end, at the minutes that all of them are read at. */
export interface FinishedRun extends Counterfactual {
	readonly frames: readonly Frame[];
}

/** What runs are read with: the same for all that are compared. */
export interface Reading {
	readonly own: Own | null;
	readonly harmOf: HarmMeter;
	readonly spentUsd: (acts: readonly Act[]) => number;
}

/** A finished run, read. */
export interface ReadRun {
	readonly run: FinishedRun;
	readonly harm: Harm;
	readonly world: Figures;
	readonly own: Figures | null;
}

export function readRun(run: FinishedRun, { own, harmOf, spentUsd }: Reading): ReadRun {
	const spent = spentUsd(run.acts);
	return {
		run,
		harm: harmOf(run.frames.at(-1)!, run.acts),
		world: figuresOf(run.frames, null, spent),
		own: own === null ? null : figuresOf(run.frames, own, spent)
	};
}

/** What is different between two runs for the world, and for what the role owns. */
export function differenceOf(one: ReadRun, other: ReadRun): { change: Change; ownChange: Change | null } {
	return {
		change: changeOf(one.world, other.world),
		ownChange: one.own === null || other.own === null ? null : changeOf(one.own, other.own)
	};
}
