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
 * The exercise's course, in two regions: where it stands (`play`), and whether it runs or is paused (`clock`).
 *
 * The incident is played in rounds: the situation is shown, decisions are open, time advances, and again. It cannot be
 * left while decisions are open, so that every decision that was opened is also closed. While paused nothing moves:
 * every event but RESUME is refused.
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
				incident: {
					...optional('incident', 'recovery'),
					initial: 'situation',
					states: {
						situation: { on: { OPEN_DECISIONS: { guard: 'isRunning', target: 'decide' } } },
						decide: {
							on: {
								CLOSE_DECISIONS: { guard: 'isRunning', target: 'advance' },
								// Forbidden here; without this line the incident itself would take it.
								NEXT_PHASE: {}
							}
						},
						advance: { on: { NEXT_ROUND: { guard: 'isRunning', target: 'situation' } } }
					}
				},
				recovery: optional('recovery', 'hotWash'),
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

/** Where an exercise stands, as plain data that survives JSON: `{ play: { incident: 'decide' }, clock: 'running' }`. */
export type PhasePosition = SnapshotFrom<typeof phaseMachine>['value'];
/** The steps of one round of the incident. */
export type RoundStep = 'situation' | 'decide' | 'advance';

/** Where every exercise begins: in the lobby, not paused. */
export function firstPhase(phases: readonly OptionalPhase[]): PhasePosition {
	return initialTransition(phaseMachine, { phases })[0].value;
}

/** Where `event` leads from `position` in a scenario that plays these phases, or undefined where it is refused. */
export function nextPhase(
	position: PhasePosition,
	event: PhaseEvent,
	phases: readonly OptionalPhase[]
): PhasePosition | undefined {
	const snapshot = phaseMachine.resolveState({ value: position, context: { phases } });
	return snapshot.can(event) ? transition(phaseMachine, snapshot, event)[0].value : undefined;
}

/** The phase that is being played. */
export function phaseOf({ play }: PhasePosition): Phase {
	return typeof play === 'string' ? play : 'incident';
}

/** The step of the incident's round, or undefined outside the incident. */
export function roundStepOf({ play }: PhasePosition): RoundStep | undefined {
	return typeof play === 'string' ? undefined : play.incident;
}

export function isPaused({ clock }: PhasePosition): boolean {
	return clock === 'paused';
}
