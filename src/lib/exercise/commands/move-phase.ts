import * as v from 'valibot';
import { nextPhase, phaseOf, PHASES, roundStepOf, type PhasePosition } from '../phases/phases.ts';
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
		return refuse('wrongPhase', `${WORDS[event]} is not possible ${where(state.position)}. ${ADVICE[event]}`);
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
		return state.position.clock === 'paused'
			? { events: [{ type: 'resumed' }] }
			: refuse('notPaused', 'The exercise is not paused. There is nothing to resume.');
	}
});

const WORDS = {
	NEXT_PHASE: 'Going to the next phase',
	OPEN_DECISIONS: 'Opening decisions',
	CLOSE_DECISIONS: 'Closing decisions',
	NEXT_ROUND: 'Starting the next round'
};

const ADVICE = {
	NEXT_PHASE: 'Close decisions first.',
	OPEN_DECISIONS: 'Decisions are opened after the situation has been shown.',
	CLOSE_DECISIONS: 'Only open decisions can be closed.',
	NEXT_ROUND: 'A round starts after time has advanced.'
};

function where(position: PhasePosition): string {
	const step = roundStepOf(position);
	return step === undefined
		? `in the phase '${phaseOf(position)}'`
		: `in the step '${step}' of the incident's round`;
}
