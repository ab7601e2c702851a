import { and, initialTransition, setup, stateIn, transition, type SnapshotFrom } from 'xstate';
import { type Named } from '../../sim/machines/named.ts';

/** Where a summit can stand, in the order in which it usually gets there. */
export const STEPS = [
	'opening',
	'tabling',
	'bargaining',
	'caucus',
	'poll',
	'ballot',
	'ratified',
	'partial',
	'failed'
] as const;
export type Step = (typeof STEPS)[number];
/** The three ends. */
export const ENDS = ['ratified', 'partial', 'failed'] as const;
export type End = (typeof ENDS)[number];

export const SUMMIT_EVENTS = [
	'ALL_STATED',
	'BARGAIN',
	'NEXT_ROUND',
	'OPEN_CAUCUS',
	'CLOSE_CAUCUS',
	'ASK_POLL',
	'REOPEN',
	'CALL_BALLOT',
	'TIME_UP',
	'RATIFY',
	'AGREE_IN_PART',
	'FAIL',
	'PAUSE',
	'RESUME'
] as const;
export type SummitEventName = (typeof SUMMIT_EVENTS)[number];
export type ChartEvent = Named<SummitEventName>;

/** What the chart has to know of the room: counted there, asked here. */
export interface ChartFacts {
	readonly pollsLeft: number;
	/** Rounds that can still begin; null: as many as people like. */
	readonly roundsLeft: number | null;
}

const timeUp = { TIME_UP: { guard: 'isRunning', target: 'ballot' } } as const;

/**
 * How a summit goes: statements, measures tabled, bargaining in rounds (with talks aside), a private poll that leads back
 * or on, and the ballot with its three ends. Beside it a clock that may stand: then nothing moves.
 */
export const summitMachine = setup({
	types: {} as { context: ChartFacts; input: ChartFacts; events: ChartEvent },
	guards: {
		isRunning: stateIn({ clock: 'running' }),
		mayPoll: and([stateIn({ clock: 'running' }), ({ context }) => context.pollsLeft > 0]),
		mayGoOn: and([
			stateIn({ clock: 'running' }),
			({ context }) => context.roundsLeft === null || context.roundsLeft > 0
		])
	}
}).createMachine({
	id: 'summit',
	// A spread, because XState's pure `transition` runs this factory again without any input.
	context: ({ input }) => ({ ...input }),
	type: 'parallel',
	states: {
		play: {
			initial: 'opening',
			states: {
				opening: { on: { ALL_STATED: { guard: 'isRunning', target: 'tabling' } } },
				tabling: { on: { BARGAIN: { guard: 'isRunning', target: 'bargaining' }, ...timeUp } },
				bargaining: {
					on: {
						NEXT_ROUND: { guard: 'mayGoOn', target: 'bargaining' },
						OPEN_CAUCUS: { guard: 'isRunning', target: 'caucus' },
						ASK_POLL: { guard: 'mayPoll', target: 'poll' },
						CALL_BALLOT: { guard: 'isRunning', target: 'ballot' },
						...timeUp
					}
				},
				caucus: { on: { CLOSE_CAUCUS: { guard: 'isRunning', target: 'bargaining' }, ...timeUp } },
				poll: {
					on: {
						REOPEN: { guard: 'mayGoOn', target: 'bargaining' },
						CALL_BALLOT: { guard: 'isRunning', target: 'ballot' },
						...timeUp
					}
				},
				ballot: {
					on: {
						RATIFY: { guard: 'isRunning', target: 'ratified' },
						AGREE_IN_PART: { guard: 'isRunning', target: 'partial' },
						FAIL: { guard: 'isRunning', target: 'failed' }
					}
				},
				ratified: {},
				partial: {},
				failed: {}
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

type ChartValue = SnapshotFrom<typeof summitMachine>['value'];

/** Where a summit stands, as plain data that survives JSON. */
export interface SummitPosition {
	readonly step: Step;
	readonly clock: 'running' | 'paused';
}

export function positionOf({ play, clock }: ChartValue): SummitPosition {
	return { step: play, clock };
}

export function firstPosition(): SummitPosition {
	return positionOf(initialTransition(summitMachine, { pollsLeft: 0, roundsLeft: null })[0].value);
}

/** Where `event` leads, or undefined where it is refused. */
export function nextPosition(
	{ step, clock }: SummitPosition,
	event: ChartEvent,
	facts: ChartFacts
): SummitPosition | undefined {
	const snapshot = summitMachine.resolveState({ value: { play: step, clock }, context: facts });
	return snapshot.can(event) ? positionOf(transition(summitMachine, snapshot, event)[0].value) : undefined;
}

export function isEnd(step: Step): step is End {
	return step === 'ratified' || step === 'partial' || step === 'failed';
}
