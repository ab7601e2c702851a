import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { answerableUntil } from '../availability/answers.ts';
import { shortOf } from '../availability/budget.ts';
import { heldUntilMin } from '../availability/record-hold.ts';
import type { ExerciseRoom } from '../commands/rule.ts';
import { standingAt } from '../availability/standing.ts';
import { type Phase } from '../phases/phases.ts';
import { isRecoveryAt } from '../phases/rounds.ts';
import {
	cutOf,
	decisionOf,
	isPreparatory,
	type ExerciseDecision,
	type ExerciseScenario
} from '../scenario/scenario.ts';
import { entry, isPreparation, PREPARATION_MIN } from '../state.ts';
import { decides, seatFor, type BotCommand, type Moment, type Policy } from './policy.ts';

/** A decision that a bot would like to take, and from when on; in preparation the minute does not matter. */
export interface WantedDecision {
	readonly decision: string;
	readonly atMin: number;
}

/** A decision with the minute at which it is to be taken, on the grid; before 0 in preparation. */
export type Step = WantedDecision;

/** How long a bot waits when its attention at a minute is used up. */
const NEXT_ATTEMPT_MIN = 15;

/**
 * What a role wants to decide and its budget, its attention and the scenario's dates have room for, in the order in which it is
 * to be decided: what is wanted earlier goes first. What builds on another own decision waits for it.
 *
 * @param cut id of the cut that is played: its recovery is when decisions of the recovery open; null: none
 */
export function planOf(
	scenario: ExerciseScenario,
	cut: string | null,
	role: string,
	wanted: readonly WantedDecision[]
): Step[] {
	const steps: Step[] = [];
	let left = wanted.map((one) => ({
		...one,
		atMin: isPrepared(scenario, one) ? PREPARATION_MIN : one.atMin
	}));
	left.sort((a, b) => a.atMin - b.atMin);
	for (;;) {
		const waiting: WantedDecision[] = [];
		const before = steps.length;
		for (const one of left) {
			const decision = decisionOf(scenario, one.decision);
			if (decision?.role !== role) continue;
			const own = decision.requires.filter((id) => decisionOf(scenario, id)?.role === role);
			if (!own.every((id) => steps.some((step) => step.decision === id))) waiting.push(one);
			else steps.push(...stepFor(scenario, cut, decision, one.atMin, steps));
		}
		if (steps.length === before || waiting.length === 0) break;
		left = waiting;
	}
	return steps
		.map((step, index) => ({ step, index }))
		.sort(byMinute)
		.map(({ step }) => step);
}

/** A policy that follows a plan. What somebody else stands in the way of is tried again whenever it is asked. */
export function planPolicy(
	name: string,
	role: string,
	wantedOf: (scenario: ExerciseScenario) => readonly WantedDecision[]
): Policy {
	const plan = ({ scenario, state }: ExerciseRoom) => {
		// Who is held to the record plans for the time after that.
		const freeMin = heldUntilMin(scenario, state, role) ?? 0;
		const wanted = wantedOf(scenario).map((one) => ({ ...one, atMin: Math.max(one.atMin, freeMin) }));
		return planOf(scenario, state.exercise?.cut ?? null, role, wanted);
	};
	return {
		name,
		acts(room, moment) {
			const due = plan(room).filter(({ atMin }) =>
				isPreparation(moment.minute) ? atMin < 0 : atMin >= 0 && atMin <= moment.minute
			);
			return possible(room, moment, role, due);
		},
		nextMin(room, minute) {
			const later = plan(room).flatMap(({ atMin }) => (atMin > minute ? [atMin] : []));
			return later.length === 0 ? null : Math.min(...later);
		}
	};
}

/**
 * Commands for those of these decisions that can be taken now one after the other, in their order.
 *
 * @param besides what is sent at the same moment before them
 */
export function possible(
	room: ExerciseRoom,
	moment: Moment,
	role: string,
	wanted: readonly { readonly decision: string }[],
	besides: readonly BotCommand[] = []
): BotCommand[] {
	const { scenario, state } = room;
	const seat = seatFor(state, role, moment.world);
	const world = entry(state.worlds, moment.world);
	if (seat === undefined || world === undefined) return [];
	const atMin = isPreparation(moment.minute) ? PREPARATION_MIN : Math.max(moment.minute, world.minute);
	const acts: { readonly atMin: number; readonly decision?: string }[] = [
		...world.acts,
		...besides.flatMap(({ body }) =>
			body.type === 'commitDecision' ? [{ atMin, decision: body.payload.decision }] : []
		)
	];
	const until = answerableUntil(scenario, state, moment.world);
	return wanted.flatMap(({ decision: id }) => {
		const decision = decisionOf(scenario, id);
		if (decision?.role !== role) return [];
		const phase = phaseFor(room, decision, atMin);
		const heldMin = heldUntilMin(scenario, state, role);
		const at = {
			phase,
			atMin,
			isOpen: true,
			answerableUntil: until,
			heldUntilMin: heldMin,
			asked: world.asked
		};
		if (standingAt(scenario, decision, at, acts).kind !== 'open') return [];
		acts.push({ atMin, decision: id });
		return [decides(seat, moment.world, id)];
	});
}

/**
 * The phase that a decision would be taken in: who is asked on the way into the recovery decides in it. Without a cut the
 * incident is over as soon as somebody decides what belongs to the recovery alone.
 */
function phaseFor({ scenario, state }: ExerciseRoom, { phases }: ExerciseDecision, atMin: number): Phase {
	const phase = state.position.phase;
	if (phase !== 'incident') return phase;
	const cut = state.exercise?.cut ?? null;
	const recovers =
		cut === null
			? !phases.includes(phase) && phases.includes('recovery')
			: isRecoveryAt(scenario, cut, atMin);
	return recovers ? 'recovery' : phase;
}

/** The step of a decision after those before it, or none where there is no room for it. */
function stepFor(
	scenario: ExerciseScenario,
	cut: string | null,
	decision: ExerciseDecision,
	wantedMin: number,
	before: readonly Step[]
): Step[] {
	const { id, phases, fromMin, untilMin, requires } = decision;
	const shortAt = (atMin: number) => shortOf(scenario, decision, before, atMin);
	if (wantedMin < 0) {
		return shortAt(PREPARATION_MIN) === null ? [{ decision: id, atMin: PREPARATION_MIN }] : [];
	}
	const recoveryMin = phases.includes('incident') ? 0 : (cutOf(scenario, cut)?.recoveryFromMin ?? 0);
	const required = before.flatMap((step) => (requires.includes(step.decision) ? [step.atMin] : []));
	const end = Math.min(untilMin ?? Infinity, scenario.horizonMin);
	let atMin = Math.max(wantedMin, fromMin ?? 0, recoveryMin, ...required);
	for (;;) {
		atMin = gridMinuteFrom(scenario.spans, atMin);
		const short = shortAt(atMin);
		if (atMin >= end || short?.kind === 'overBudget') return [];
		if (short === null) return [{ decision: id, atMin }];
		atMin += NEXT_ATTEMPT_MIN;
	}
}

function isPrepared(scenario: ExerciseScenario, { decision: id }: WantedDecision): boolean {
	const decision = decisionOf(scenario, id);
	return decision !== undefined && isPreparatory(decision);
}

function byMinute(a: { step: Step; index: number }, b: { step: Step; index: number }): number {
	return a.step.atMin - b.step.atMin || a.index - b.index;
}
