import type { Cue } from '../../../room/live/plan/cues.ts';
import type { CuePart, StepPart } from '../../../room/live/parts.ts';
import type { AgendaPart } from '../../../room/live/desk/staff-parts.ts';
import type { StageSection } from '../../../room/live/stage/sections.ts';

/** What the desk's one main button does next. Its label says it in full. */
export type MainAction =
	| { readonly kind: 'startBriefing' }
	| { readonly kind: 'openPreparation'; readonly minutes: number | null }
	/** `toMin` null: to the end. */
	| { readonly kind: 'closePreparation'; readonly toMin: number | null }
	| { readonly kind: 'openDecisions'; readonly minutes: number | null }
	| { readonly kind: 'closeDecisions'; readonly toMin: number | null }
	/** Somebody has not decided yet: the second press closes all the same. */
	| { readonly kind: 'closeUndecided'; readonly undecided: number; readonly isPreparation: boolean }
	/** The round is left out of the agenda: it is passed over. */
	| { readonly kind: 'skipRound'; readonly round: number; readonly toMin: number | null }
	| { readonly kind: 'pause' }
	| { readonly kind: 'resume' }
	/** Where a presenter tells the story, or a summit goes on: what comes next. */
	| { readonly kind: 'cue'; readonly cue: Cue; readonly key: string }
	| { readonly kind: 'showFindings' }
	| { readonly kind: 'end' };

export interface MainActionFacts {
	readonly step: StepPart;
	/** Teams that have not said they are ready. */
	readonly undecided: number;
	/** Minutes that people get, as set at the desk; null: no limit. */
	readonly minutes: number | null;
	/** Whether the button has been pressed once with somebody undecided. */
	readonly isArmed: boolean;
	readonly shown: StageSection | null;
	/** Whether teams' findings are known yet. */
	readonly hasFindings: boolean;
	/** What comes next where a presenter tells the story, or a summit goes on; null: it is a workshop. */
	readonly told?: CuePart | null;
	/** Whether the agenda leaves out the round that the exercise has come to. */
	readonly isLeftOut: boolean;
}

/** Null: there is nothing to do any more. */
export function mainAction(facts: MainActionFacts): MainAction | null {
	const { step, minutes, shown, hasFindings } = facts;
	if (step.phase === 'closed') return null;
	if (step.isPaused) return { kind: 'resume' };
	if (facts.told) return asTold(facts.told, step);
	switch (step.phase) {
		case 'lobby':
			return { kind: 'startBriefing' };
		case 'briefing':
			return { kind: 'openPreparation', minutes };
		case 'preparation':
			return closing(facts, true);
		case 'incident':
		case 'recovery':
			if (step.step === 'situation') {
				if (facts.isLeftOut) return { kind: 'skipRound', round: step.round ?? 1, toMin: step.nextStopMin };
				return { kind: 'openDecisions', minutes };
			}
			return step.step === 'decide' ? closing(facts, false) : { kind: 'pause' };
		default:
			return hasFindings && shown !== 'findings' ? { kind: 'showFindings' } : { kind: 'end' };
	}
}

/** While time passes it can be held; after the thanks only the end is left. */
function asTold({ cue, key }: CuePart, { step }: StepPart): MainAction {
	if (cue !== null) return { kind: 'cue', cue, key };
	return step === 'advance' ? { kind: 'pause' } : { kind: 'end' };
}

function closing({ step, undecided, isArmed }: MainActionFacts, isPreparation: boolean): MainAction {
	if (isArmed && undecided > 0) return { kind: 'closeUndecided', undecided, isPreparation };
	return { kind: isPreparation ? 'closePreparation' : 'closeDecisions', toMin: step.nextStopMin };
}

/** Whether a press only arms the button: it would close over people's heads. */
export function needsSecondPress(action: MainAction, undecided: number): boolean {
	return (action.kind === 'closePreparation' || action.kind === 'closeDecisions') && undecided > 0;
}

/** Of a round's time in the agenda, what the situation, the talk and the running of the world take. */
const ROUND_BESIDE_MIN = 3;
const DECIDE_LEAST_MIN = 2;
/** Where there is anything to read. */
const READ_LEAST_MIN = 3;
const AFTER_READING_MIN = 2;

/** What is proposed as the time people get in the step that comes next, in minutes. */
export function proposedMinutes(
	{ phase }: Pick<StepPart, 'phase'>,
	agenda: Pick<AgendaPart, 'sections' | 'current'> | null,
	readingMin = 0
): number {
	if (phase === 'briefing' || phase === 'lobby') {
		const preparation = agenda?.sections.find(({ kind }) => kind === 'preparation');
		return Math.round(preparation?.plannedMin ?? 8);
	}
	// Who has to read as long as there is time decides nothing.
	const least = readingMin === 0 ? 0 : Math.max(READ_LEAST_MIN, Math.ceil(readingMin) + AFTER_READING_MIN);
	const section = agenda?.sections[agenda.current ?? -1];
	if (section?.kind !== 'round') return Math.max(4, least);
	return Math.max(DECIDE_LEAST_MIN, least, Math.round(section.plannedMin - ROUND_BESIDE_MIN));
}
