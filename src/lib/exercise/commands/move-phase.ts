import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { nextPhase, PHASES } from '../phases/phases.ts';
import { isSamePlace, moveFrom } from '../state.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

const { phase, step, round } = EVENTS.phaseEntered.entries;

/**
 * Moves the exercise on: to its next phase, or to the next step of a round. It says from where, so that two who press
 * "next" at once move it by one step.
 */
export const movePhase = commandRule({
	type: 'movePhase',
	payload: v.strictObject({
		event: v.picklist(['NEXT_PHASE', 'OPEN_DECISIONS', 'CLOSE_DECISIONS', 'SKIP_DECISIONS', 'NEXT_ROUND']),
		from: v.strictObject({ phase, step, round })
	}),
	senders: ['facilitator', 'clock'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	decide({ scenario, state }, { event, from }) {
		const at = moveFrom(state);
		if (!isSamePlace(from, at)) return refuse('alreadyMoved', { by: state.movedBy, at });
		const next = nextPhase(state.position, { type: event }, scenario.phases);
		if (next === undefined) return refuse('cannotMove', { event, phase: at.phase, step: at.step });
		const { phase, step } = next;
		const round = step === 'decide' ? state.rounds.length + 1 : null;
		return { events: [{ type: 'phaseEntered', phase, step, round }] };
	}
});

/** Stops everything where it is. */
export const pause = commandRule({
	type: 'pause',
	payload: v.strictObject({}),
	senders: ['facilitator', 'clock'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	decide: () => ({ events: [{ type: 'paused' }] })
});

export const resume = commandRule({
	type: 'resume',
	payload: v.strictObject({}),
	senders: ['facilitator', 'clock'],
	phases: PHASES,
	whilePaused: true,
	decide({ state }) {
		return state.position.clock === 'paused' ? { events: [{ type: 'resumed' }] } : refuse('notPaused', {});
	}
});
