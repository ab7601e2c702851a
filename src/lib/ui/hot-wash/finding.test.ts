import { expect, test } from 'vitest';
import type { Finding, HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { headline, subline } from './finding.ts';

const KNOWN: Finding = {
	verdict: 'better',
	harm: { played: 0.24, record: 0.42, none: 1, others: 0.45 },
	yours: -0.21,
	hostsSparedToRecord: 1_200_000,
	best: {
		decision: 'halt',
		title: { en: 'Halt it' },
		harm: -0.015,
		withOthers: false,
		isSlight: false,
		soonerThanRecordMin: 11
	}
};

function wash(finding: Partial<Finding>, hasEffects = true): HotWash {
	return {
		finding: { ...KNOWN, ...finding },
		effects: hasEffects ? {} : null,
		outcome: { world: { record: { hostsCrashed: 8_500_000 } } }
	} as unknown as HotWash;
}

test('the heading sets the run beside the record, whichever did better', () => {
	expect(headline(wash({}))).toMatch(/^You came through with 24\u202f% .* The record had 42\u202f%\.$/);
	expect(headline(wash({ verdict: 'worse' }))).toMatch(/^The record had 42\u202f%/);
	expect(headline(wash({ verdict: 'alike' }))).toMatch(/as well as the record: 24\u202f%/);
});

test('what is not known yet is not said', () => {
	expect(headline(wash({ harm: null, verdict: null }))).toMatch(/is being measured/);
	expect(
		headline(wash({ verdict: null, harm: { played: 0.24, record: null, none: 1, others: null } }))
	).not.toMatch(/record/);
	expect(headline(wash({ best: null, yours: null }, false))).not.toMatch(/None of your decisions/);
	expect(headline(wash({ best: null, yours: null }))).toMatch(/None of your decisions/);
});

test('the heading credits only what was the person’s own', () => {
	expect(headline(wash({}))).toContain(', 21 points less than had you decided nothing. The record had 42');
	const harm = { played: 0.266, record: 0.42, none: 1, others: 0.442 };
	// 17.6 points, and beside 27 % and 44 % it is 17.
	expect(headline(wash({ harm, yours: -0.176 }))).toContain(', 17 points less than had you decided nothing.');
	expect(headline(wash({ yours: 0.031 }))).toContain(', 3.1 points more than had you decided nothing.');
	expect(headline(wash({ yours: -0.004 }))).toContain(', as much as had you decided nothing.');
	expect(headline(wash({ yours: null }))).not.toContain('had you decided nothing');
});

test('the line beneath names what did most, by how many points, how much sooner than the record, and hosts that stayed up', () => {
	const line = subline(wash({}));
	expect(line).toContain(
		'Of your own decisions, ‘Halt it’ did most by itself: 1.5 points of 100, taken 11 minutes sooner than in the record.'
	);
	expect(line).toContain('technicians’, who work whatever is decided');
	expect(line).toContain('1.20\u00a0million\u00a0hosts that crashed in the record never went down.');
	// A thousandth of the record's crashes is chance.
	expect(subline(wash({ hostsSparedToRecord: 8_500 }))).not.toMatch(/went down/);
	expect(subline(wash({ hostsSparedToRecord: -1_200_000 }))).toMatch(/stayed up in the record/);
});

test('decisions that moved nothing much are not named as the reason for anything', () => {
	const line = subline(wash({ best: { ...KNOWN.best!, harm: -0.003, isSlight: true } }));
	expect(line).toMatch(/^No single decision of yours made much difference/);
	expect(line).not.toMatch(/Halt it/);
});

test('what builds on the best decision is said to count in it', () => {
	expect(subline(wash({ best: { ...KNOWN.best!, withOthers: true } }))).toMatch(
		/‘Halt it’ with what builds on it did most by itself/
	);
});
