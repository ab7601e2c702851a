import * as v from 'valibot';
import { nextPhase, phaseOf, PHASES, roundStepOf } from '../phases/phases.ts';
import { refuse } from './refusals.ts';
import { commandRule } from './rule.ts';

/** Moves the exercise on: to its next phase, or to the next step of the incident's round. */
export const movePhase = commandRule({
	type: 'movePhase',
	payload: v.strictObject({
		event: v.picklist(['NEXT_PHASE', 'OPEN_DECISIONS', 'CLOSE_DECISIONS', 'NEXT_ROUND'])
	}),
	senders: ['facilitator', 'clock'],
	phases: PHASES.filter((phase) => phase !== 'closed'),
	decide({ scenario, state }, { event }) {
		const next = nextPhase(state.position, { type: event }, scenario.phases);
		if (next !== undefined) return { events: [{ type: 'phaseEntered', play: next.play }] };
		const { position } = state;
		return refuse('cannotMove', { event, phase: phaseOf(position), step: roundStepOf(position) ?? null });
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
