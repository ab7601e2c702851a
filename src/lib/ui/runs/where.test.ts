import { describe, expect, it } from 'vitest';
import type { ListedRun } from '../../client/runs/run-summary.ts';
import { canBeContinued, changedAt, hasEnded, openingWords, roleOf, whereOf } from './where.ts';

const run: ListedRun = {
	runId: 'r',
	scenarioId: 's',
	title: { en: 'T' },
	role: 'airline',
	roleName: { en: 'Altamark Airways' },
	cut: 'short',
	seed: 'a',
	startedAtMs: 0,
	changedAtMs: Date.UTC(2026, 10, 23, 13, 5, 59),
	progress: { kind: 'briefing' },
	minute: 0,
	forkedFrom: null,
	result: null,
	isOfEarlierVersion: false
};

describe('a kept run in a list', () => {
	it('says where it stands, in words', () => {
		const at = (progress: ListedRun['progress']) => whereOf({ ...run, progress });
		expect(at({ kind: 'preparation' })).toBe('in preparation');
		expect(at({ kind: 'deciding', part: 'recovery', round: 4, rounds: 5, nextStopMin: null })).toBe(
			'recovery, round 4 of 5'
		);
		expect(at({ kind: 'running', part: 'incident', fromMin: 0, toMin: 9, paused: false })).toBe(
			'incident, between two rounds'
		);
		expect(at({ kind: 'hotWash' })).toBe('ended');
	});

	it('can be continued until its hot wash', () => {
		expect(hasEnded(run)).toBe(false);
		expect(hasEnded({ ...run, progress: { kind: 'hotWash' } })).toBe(true);
	});

	it('is offered to be continued, unless it ended or was begun with an earlier version', () => {
		const ended = { ...run, progress: { kind: 'hotWash' } } as const;
		const earlier = { ...run, isOfEarlierVersion: true };
		expect([run, ended, earlier].map(openingWords)).toEqual(['Continue', 'Hot wash', 'Show']);
		expect([run, ended, earlier].map(canBeContinued)).toEqual([true, false, false]);
	});

	it('is called by its role, or the whole table', () => {
		expect(roleOf(run)).toBe('Altamark Airways');
		expect(roleOf({ ...run, role: 'table', roleName: null })).toBe('The whole table');
	});

	it('says when it was last played', () => {
		expect(changedAt(run)).toBe('23 November 2026, 13:05 UTC');
	});
});
