import { initialTransition, setup, stateIn, transition, type SnapshotFrom } from 'xstate';
import { type Named } from '../../sim/machines/named.ts';

/** The phases of an exercise in their order. */
export const PHASES = [
	'lobby',
	'briefing',
	'preparation',
	'incident',
	'recovery',
	'hotWash',
	'summit',
	'nextOutages',
	'debrief',
	'closed'
] as const;

export type Phase = (typeof PHASES)[number];
/** The phases that a scenario may leave out: all but the door in and the door out. */
export type OptionalPhase = Exclude<Phase, 'lobby' | 'closed'>;

/**
 * What moves an exercise on, in the order in which buttons show it. A person sends these, or a clock on the person's
 * behalf: the chart cannot tell.
 */
export const PHASE_EVENTS = [
	'NEXT_PHASE',
	'OPEN_DECISIONS',
	'CLOSE_DECISIONS',
	'SKIP_DECISIONS',
	'NEXT_ROUND',
	'PAUSE',
	'RESUME'
] as const;

export type PhaseEventName = (typeof PHASE_EVENTS)[number];
export type PhaseEvent = Named<PhaseEventName>;

/** The phases that the scenario plays. Their order here does not matter: an exercise runs in the order of PHASES. */
export type PhaseFacts = { readonly phases: readonly OptionalPhase[] };

/** A phase that is passed over where the scenario does not play it. */
function optional<This extends OptionalPhase, Next extends Phase>(phase: This, next: Next) {
	return {
		always: { guard: { type: 'isSkipped', params: { phase } }, target: next },
		on: { NEXT_PHASE: { guard: 'isRunning', target: next } }
	} as const;
}

/**
 * One phase of the world's running, played in rounds: the situation is shown, decisions are open, time advances, and
 * again. Where nobody is to decide, time advances at once. It cannot be left while decisions are open, so that every
 * decision that was opened is also closed.
 */
function inRounds<This extends OptionalPhase, Next extends Phase>(phase: This, next: Next) {
	return {
		...optional(phase, next),
		initial: 'situation',
		states: {
			situation: {
				on: {
					OPEN_DECISIONS: { guard: 'isRunning', target: 'decide' },
					SKIP_DECISIONS: { guard: 'isRunning', target: 'advance' }
				}
			},
			decide: {
				on: {
					CLOSE_DECISIONS: { guard: 'isRunning', target: 'advance' },
					// Forbidden here; without this line the phase itself would take it.
					NEXT_PHASE: {}
				}
			},
			advance: { on: { NEXT_ROUND: { guard: 'isRunning', target: 'situation' } } }
		}
	} as const;
}

/**
 * The phases of an exercise, in two regions: where it stands (`play`), and whether it runs or is paused (`clock`). While
 * it is paused nothing moves: every event but RESUME is refused.
 */
export const phaseMachine = setup({
	types: {} as { context: PhaseFacts; input: PhaseFacts; events: PhaseEvent },
	guards: {
		isRunning: stateIn({ clock: 'running' }),
		isSkipped: ({ context }, { phase }: { phase: OptionalPhase }) => !context.phases.includes(phase)
	}
}).createMachine({
	id: 'phases',
	// A spread, because XState's pure `transition` runs this factory again without any input.
	context: ({ input }) => ({ ...input }),
	type: 'parallel',
	states: {
		play: {
			initial: 'lobby',
			states: {
				lobby: { on: { NEXT_PHASE: { guard: 'isRunning', target: 'briefing' } } },
				briefing: optional('briefing', 'preparation'),
				preparation: optional('preparation', 'incident'),
				incident: inRounds('incident', 'recovery'),
				recovery: inRounds('recovery', 'hotWash'),
				hotWash: optional('hotWash', 'summit'),
				summit: optional('summit', 'nextOutages'),
				nextOutages: optional('nextOutages', 'debrief'),
				debrief: optional('debrief', 'closed'),
				closed: {}
			}
		},
		clock: {
			initial: 'running',
			states: {
				running: { on: { PAUSE: 'paused' } },
				paused: { on: { RESUME: 'running' } }
			}
		}
	}
});

/** Where the chart stands, as XState writes it: `{ play: { incident: 'decide' }, clock: 'running' }`. */
type ChartValue = SnapshotFrom<typeof phaseMachine>['value'];
/** The steps of one round. */
export const ROUND_STEPS = ['situation', 'decide', 'advance'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/** Where an exercise stands, as plain data that survives JSON. */
export interface PhasePosition {
	readonly phase: Phase;
	/** Of the round, in the phases that are played in rounds; else null. */
	readonly step: RoundStep | null;
	readonly clock: 'running' | 'paused';
}

/** The phases that are played in rounds. */
export const PHASES_IN_ROUNDS = ['incident', 'recovery'] as const satisfies readonly Phase[];
export type PhaseInRounds = (typeof PHASES_IN_ROUNDS)[number];

export function isInRounds(phase: Phase): phase is PhaseInRounds {
	return phase === 'incident' || phase === 'recovery';
}

/** The position that a value of the chart stands for. */
export function positionOf({ play, clock }: ChartValue): PhasePosition {
	if (typeof play === 'string') return { phase: play, step: null, clock };
	return 'incident' in play
		? { phase: 'incident', step: play.incident, clock }
		: { phase: 'recovery', step: play.recovery, clock };
}

function chartValue({ phase, step, clock }: PhasePosition): ChartValue {
	return { play: step === null ? phase : { [phase]: step }, clock } as ChartValue;
}

/** Where every exercise begins: in the lobby, not paused. */
export function firstPhase(phases: readonly OptionalPhase[]): PhasePosition {
	return positionOf(initialTransition(phaseMachine, { phases })[0].value);
}

/** Where `event` leads from `position` in a scenario that plays these phases, or undefined where it is refused. */
export function nextPhase(
	position: PhasePosition,
	event: PhaseEvent,
	phases: readonly OptionalPhase[]
): PhasePosition | undefined {
	const snapshot = phaseMachine.resolveState({ value: chartValue(position), context: { phases } });
	return snapshot.can(event) ? positionOf(transition(phaseMachine, snapshot, event)[0].value) : undefined;
}
