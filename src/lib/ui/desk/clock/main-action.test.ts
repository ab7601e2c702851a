import { describe, expect, it } from 'vitest';
import type { StepPart } from '../../../room/live/parts.ts';
import { wordsFor } from '../../../text/words.ts';
import { firstAgenda } from '../../../room/agenda/first-agenda.ts';
import { mainAction, needsSecondPress, proposedMinutes, type MainActionFacts } from './main-action.ts';
import { mainLabel } from './main-label.ts';

const STEP: StepPart = {
	...{ phase: 'incident', step: 'decide', round: 1, rounds: 5, nextStopMin: 60 },
	...{ isPaused: false, pausedBecause: null, startMinute: 240, horizonMin: 10_000 }
};
const at = (step: Partial<StepPart>, more: Partial<MainActionFacts> = {}) =>
	mainAction({
		...{ step: { ...STEP, ...step }, undecided: 0, minutes: 4, isArmed: false },
		...{ shown: null, hasFindings: false, isLeftOut: false, ...more }
	});
const label = (...asked: Parameters<typeof at>) => {
	const action = at(...asked);
	return action === null || action.kind === 'cue'
		? null
		: mainLabel(action, STEP.startMinute, wordsFor().desk.main);
};

describe('the main button of the desk', () => {
	it.each([
		[{ phase: 'lobby', step: null }, 'Start the briefing'],
		[{ phase: 'briefing', step: null }, 'Open preparation (4 min)'],
		[{ phase: 'preparation', step: null, nextStopMin: 24 }, 'Close preparation and run to 04:24'],
		[{ step: 'situation' }, 'Open decisions (4 min)'],
		[{ step: 'decide' }, 'Close decisions and run to 05:00'],
		[{ step: 'decide', nextStopMin: 1440 }, 'Close decisions and run to Sun 04:00'],
		[{ step: 'decide', nextStopMin: null }, 'Close decisions and run to the end'],
		[{ step: 'advance' }, 'Pause'],
		[{ step: 'advance', isPaused: true }, 'Go on'],
		[{ step: 'decide', isPaused: true }, 'Go on'],
		[{ phase: 'recovery', step: 'situation' }, 'Open decisions (4 min)'],
		[{ phase: 'hotWash', step: null }, 'End the exercise']
	] as const)('says in full what will happen: %o', (step, text) => {
		expect(label(step)).toBe(text);
	});

	it('names no time where nobody is held to one', () => {
		expect(label({ step: 'situation' }, { minutes: null })).toBe('Open decisions');
	});

	it('passes over a round that the agenda leaves out', () => {
		const leftOut = { isLeftOut: true };
		expect(label({ step: 'situation', round: 4 }, leftOut)).toBe('Leave out round 4 and run to 05:00');
		expect(at({ step: 'decide' }, leftOut)?.kind).toBe('closeDecisions');
	});

	it('proposes as long for a decision as the agenda gives the round, less what reading and running take', () => {
		const sections = firstAgenda(5, 75);
		const proposed = (phase: StepPart['phase'], current: number | null) =>
			proposedMinutes({ phase }, { sections, current });
		expect(proposed('briefing', 1)).toBe(8);
		expect(proposed('incident', 4)).toBe(4);
		expect(proposed('incident', 5)).toBe(5);
		expect(proposed('incident', null)).toBe(4);
	});

	it('shows the teams’ findings before it ends the exercise', () => {
		const wash = { phase: 'hotWash', step: null } as const;
		expect(at(wash, { hasFindings: true })?.kind).toBe('showFindings');
		expect(at(wash, { hasFindings: true, shown: 'findings' })?.kind).toBe('end');
	});

	it('closes over undecided teams at the second press only, and says how many', () => {
		const first = at({ step: 'decide' }, { undecided: 2 })!;
		expect(needsSecondPress(first, 2)).toBe(true);
		expect(label({ step: 'decide' }, { undecided: 2, isArmed: true })).toBe('Close with 2 teams undecided');
		const second = at({ step: 'decide' }, { undecided: 2, isArmed: true })!;
		expect(needsSecondPress(second, 2)).toBe(false);
		expect(label({ step: 'decide' }, { undecided: 0, isArmed: true })).toBe(
			'Close decisions and run to 05:00'
		);
	});

	it('has nothing to do once the exercise is closed', () => {
		expect(at({ phase: 'closed', step: null })).toBeNull();
	});
});

describe('R199: the main button where a presenter tells the story', () => {
	const presenting = {
		key: 'here',
		cue: { kind: 'reveal' },
		clickerMoves: true,
		clickerWaits: false
	} as const;

	it('does what comes next', () => {
		expect(at({ step: 'decide' }, { told: presenting })).toEqual({
			kind: 'cue',
			cue: presenting.cue,
			key: 'here'
		});
	});

	it('holds time while it passes, and ends it when nothing comes any more', () => {
		const nothing = { ...presenting, cue: null };
		expect(at({ step: 'advance' }, { told: nothing })).toEqual({ kind: 'pause' });
		expect(at({ phase: 'debrief', step: null }, { told: nothing })).toEqual({ kind: 'end' });
		expect(at({ step: 'advance', isPaused: true }, { told: nothing })).toEqual({ kind: 'resume' });
	});
});
