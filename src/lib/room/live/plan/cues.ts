import { nextStop } from '../../../exercise/phases/rounds.ts';
import { asPlanned } from '../../../exercise/injects/plan.ts';
import type { PhasePosition } from '../../../exercise/phases/phases.ts';
import type { Question } from '../../../scenario/scenario.ts';
import { nextSteps, type Leading } from '../../../summit/negotiation/next-steps.ts';
import { isOpened } from '../../../summit/state.ts';
import { AFTER_SUMMIT, type StageSection } from '../stage/sections.ts';
import type { Live } from '../live.ts';
import { isPresented } from '../stage/presented.ts';
import { placeOf } from '../rounds/round-work.ts';
import { summitIn, summitState } from '../summit/summit-commands.ts';
import { clockWorld } from '../worlds/worlds.ts';

/** What one press of a clicker, or of the button at the desk that does the same, does next. */
export type Cue =
	| { readonly kind: 'resume' | 'briefing' | 'preparation' | 'decide' | 'closeVote' | 'reveal' }
	| { readonly kind: 'ask'; readonly question: string }
	/** While a summit goes on, it is what moves. */
	| { readonly kind: 'summit'; readonly next: Leading }
	/** Time runs; `toMin` null: to the end. */
	| { readonly kind: 'run'; readonly toMin: number | null }
	| { readonly kind: 'show'; readonly section: StageSection };

/** What the next cue is read off. */
export interface CueFacts {
	readonly position: PhasePosition;
	readonly ballot: 'open' | 'closed' | 'revealed' | null;
	/** What comes next at the summit; null: none goes on. */
	readonly summit: Leading | null;
	/** Of the scenario, in their order, without those that have been asked. */
	readonly questions: readonly Pick<Question, 'id' | 'at'>[];
	/** Where the world is. */
	readonly minute: number;
	/** Where it halts next; null: at its end. */
	readonly nextStopMin: number | null;
	readonly isPresented: boolean;
	readonly hasFindings: boolean;
	readonly areFindingsShown: boolean;
	readonly section: StageSection;
	/** Whether it is known what the next outages come to. */
	readonly hasOutages: boolean;
}

/** Null: nothing comes next by a press. Time halts by itself, and only a host ends an exercise. */
export function nextCue(facts: CueFacts): Cue | null {
	const { position, ballot, nextStopMin: toMin, isPresented: asks } = facts;
	if (position.phase === 'closed') return null;
	if (position.clock === 'paused') return { kind: 'resume' };
	if (ballot === 'open') return { kind: 'closeVote' };
	if (ballot === 'closed') return { kind: 'reveal' };
	if (facts.summit !== null) return { kind: 'summit', next: facts.summit };
	const after = facts.hasOutages && position.step === null ? afterSummit(facts.section) : null;
	if (after !== null) return { kind: 'show', section: after };
	const ask = (at: Question['at']): Cue | null => {
		const question = asks ? facts.questions.find((one) => one.at === at) : undefined;
		return question === undefined ? null : { kind: 'ask', question: question.id };
	};
	switch (position.phase) {
		case 'lobby':
			return { kind: 'briefing' };
		case 'briefing':
			return ask('before') ?? (asks ? { kind: 'run', toMin } : { kind: 'preparation' });
		case 'preparation':
			return { kind: 'run', toMin };
		case 'incident':
		case 'recovery':
			if (position.step === 'advance') return null;
			if (position.step === 'situation' && !asks) return { kind: 'decide' };
			return ask(facts.minute) ?? { kind: 'run', toMin };
		default:
			if (facts.hasFindings && !facts.areFindingsShown) return { kind: 'show', section: 'findings' };
			return ask('after') ?? (facts.section === 'thanks' ? null : { kind: 'show', section: 'thanks' });
	}
}

export function cueFacts(live: Live): CueFacts {
	const { exercise, ballots, stage, debriefings, pack } = live;
	const { scenario, state } = exercise.room.view;
	const minute = exercise.shownMin(clockWorld(live));
	const { asked } = ballots;
	const isBefore = state.position.step === null;
	return {
		position: state.position,
		ballot: ballots.shown?.state ?? null,
		summit: nextAtSummit(live),
		questions: (pack.scenario.questions ?? []).filter(({ id }) => !asked.includes(id)),
		minute,
		nextStopMin: nextStop(asPlanned(scenario, state), state.exercise?.cut ?? null, isBefore ? -1 : minute),
		isPresented: isPresented(live),
		hasFindings: debriefings.findings(live).length > 0,
		areFindingsShown: stage.shown.areFindingsOpen,
		section: stage.shown.section,
		hasOutages: live.outages.part !== undefined
	};
}

/** From how a summit ended through all that came of it; null: that is not what is shown, or there is no more. */
function afterSummit(shown: StageSection): StageSection | null {
	const pictures: readonly StageSection[] = ['summit', ...AFTER_SUMMIT];
	return pictures.includes(shown) ? (pictures[pictures.indexOf(shown) + 1] ?? null) : null;
}

function nextAtSummit(live: Live): Leading | null {
	const summit = summitIn(live);
	const state = summitState(live);
	if (summit === undefined || !isOpened(state)) return null;
	return nextSteps(state, summit.rules.polls)[0] ?? null;
}

/** Names where a press is made from: two who press at once move it by one cue. What the stage shows meanwhile does not count. */
export function cueKey(live: Live): string {
	const { shown } = live.ballots;
	const { state } = live.exercise.room;
	const ballot = shown === null ? '' : `${shown.id} ${shown.state}`;
	const { position, round } = summitState(live);
	return `${placeOf(state)} ${state.position.clock} ${position.step} ${round} ${ballot} ${JSON.stringify(nextCue(cueFacts(live)))}`;
}
