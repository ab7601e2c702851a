import type { ExerciseRoom } from '../exercise/commands/rule.ts';
import { asPlanned } from '../exercise/injects/plan.ts';
import { isInRounds } from '../exercise/phases/phases.ts';
import { nextStop, roundsOf } from '../exercise/phases/rounds.ts';
import { minuteOf } from './conductor/bot-acts.ts';

/** Where the person stands. Rounds count from 1 over incident and recovery; preparation is none of them. */
export type Progress =
	| { readonly kind: 'briefing' }
	| { readonly kind: 'preparation' }
	| {
			/** `situation`: of a round whose decisions a facilitator has not opened yet. */
			readonly kind: 'situation' | 'deciding';
			readonly part: 'incident' | 'recovery';
			readonly round: number;
			/** As many as there are and are known to come. */
			readonly rounds: number;
			/** Where the world halts next; null: at its end. */
			readonly nextStopMin: number | null;
	  }
	| {
			readonly kind: 'running';
			readonly part: 'incident' | 'recovery';
			readonly fromMin: number;
			readonly toMin: number;
			readonly paused: boolean;
	  }
	| { readonly kind: 'hotWash' };

/** Where the people of a room stand, and how far the world has come in which they act. */
export function progressOf({ scenario, state }: ExerciseRoom, world: string): Progress {
	const { phase, step, clock } = state.position;
	if (phase === 'lobby' || phase === 'briefing') return { kind: 'briefing' };
	if (phase === 'preparation') return { kind: 'preparation' };
	if (!isInRounds(phase)) return { kind: 'hotWash' };
	const cut = state.exercise?.cut ?? null;
	const minute = minuteOf(state, world);
	const planned = asPlanned(scenario, state);
	const nextStopMin = nextStop(planned, cut, minute);
	const opened = state.rounds.at(-1);
	if (step !== 'advance') {
		const round = step === 'decide' ? (opened?.round ?? 1) : (opened?.round ?? 0) + 1;
		const kind = step === 'decide' ? 'deciding' : 'situation';
		const ahead = roundsOf(planned, cut).filter(({ atMin }) => atMin > minute).length;
		return { kind, part: phase, round, rounds: round + ahead, nextStopMin };
	}
	const toMin = nextStopMin ?? scenario.horizonMin;
	return { kind: 'running', part: phase, fromMin: opened?.atMin ?? 0, toMin, paused: clock === 'paused' };
}
