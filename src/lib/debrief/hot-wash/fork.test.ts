import { describe, expect, it } from 'vitest';
import { act, wash } from '../testing/town.ts';
import { forkDifference, ownDecisions, type ParentRun } from './fork.ts';
import { lessonOf } from './lesson.ts';

const played = wash('vendor', [act('rings', null), act('say-nothing', 20), act('roll-back', 180)]);
const parent: ParentRun = {
	...{ runId: 'first', round: 2, startedAtMs: 0, isSameSeed: true },
	harm: played.finding.harm!.played,
	decisions: ownDecisions(played)
};
const fork = wash('vendor', [act('rings', null), act('pay-a-consultant', 20), act('roll-back', 60)]);

describe('a fork beside the run that it came from', () => {
	it('tells what is only in one of them, and what moved', () => {
		const difference = forkDifference(parent, fork, 20);
		expect(difference.onlyHere.map(({ decision }) => decision)).toEqual(['pay-a-consultant']);
		expect(difference.onlyThere.map(({ decision }) => decision)).toEqual(['say-nothing']);
		expect(difference.moved).toMatchObject([{ decision: 'roll-back', atMin: 60, parentAtMin: 180 }]);
		expect(difference.harm).toBeCloseTo(fork.finding.harm!.played - played.finding.harm!.played, 12);
	});

	it('draws the lesson from the difference; without one, from the run', () => {
		expect(lessonOf(fork, forkDifference(parent, fork, 20))).toMatchObject({ kind: 'fork', movedCount: 1 });
		expect(lessonOf(played, forkDifference(parent, played, 20))!.kind).not.toBe('fork');
	});
});

describe('the lesson of a run', () => {
	it('is what would have helped more than anything that was done', () => {
		expect(lessonOf(wash('vendor', []), null)).toMatchObject({ kind: 'missed', instead: [] });
	});

	it('is the one decision that carried the run', () => {
		const lesson = lessonOf(wash('vendor', [act('rings', null), act('roll-back', 20)]), null);
		expect(['earned', 'covered']).toContain(lesson!.kind);
	});

	it('is how little single ones count where they cover for each other, whatever they share', () => {
		const { effects } = wash('vendor', [act('rings', null), act('roll-back', 20)]);
		const helped = [{ ...effects!.all[0]!, kind: 'committed' as const, harm: -0.02 }];
		const together = { harm: -0.176, shared: -0.215, parts: [] };
		const covering = { effects: { ...effects!, helped, hurt: [], wouldHelp: [], together } };
		expect(lessonOf(covering, null)).toEqual({ kind: 'covered', harm: -0.176, single: 0.02 });
	});

	it('is none while it is not known what the decisions did', () => {
		expect(lessonOf({ effects: null }, null)).toBeNull();
	});
});
