import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE } from './effects.ts';
import { findingOf } from './finding.ts';
import { hotWashOf, questionsOf } from './make-hot-wash.ts';
import { act, exerciseOf, run, STOPS, wash } from '../testing/town.ts';

const effect = (report: ReturnType<typeof wash>, id: string) => {
	const found = report.effects!.all.find(({ decision }) => decision === id);
	if (found === undefined) throw new Error(`the report does not judge '${id}'`);
	return found;
};

describe('what decisions did', () => {
	it('is nothing for a decision that orders what was so already and costs nothing', () => {
		const said = effect(wash('vendor', [act('say-nothing', 20)]), 'say-nothing');
		expect(said).toMatchObject({ harm: 0, verdict: 'neither' });
		expect(said.change).toEqual({ hostsCrashed: 0, hostHoursDown: 0, lossCents: 0, spentUsd: 0 });
	});

	it('is its price for a decision that only costs', () => {
		const said = effect(wash('vendor', [act('pay-a-consultant', 20)]), 'pay-a-consultant');
		expect(said.change).toEqual({ hostsCrashed: 0, hostHoursDown: 0, lossCents: 0, spentUsd: 900 });
		expect(said.harm).toBeGreaterThan(0);
		expect(said.terms.find(({ id }) => id === 'bill')!.change).toBeCloseTo(900, 6);
	});

	it('is hosts that never crashed where the vendor takes its update back', () => {
		const said = effect(wash('vendor', [act('roll-back', 20)]), 'roll-back');
		expect(said).toMatchObject({ kind: 'committed', verdict: 'helped', atMin: 20 });
		expect(said.change.hostsCrashed).toBeLessThan(0);
		expect(said.change.hostHoursDown).toBeLessThan(0);
	});

	it('reads alike done and not done: with the decision, against without it', () => {
		const idle = effect(wash('vendor', []), 'roll-back');
		const done = effect(wash('vendor', [act('roll-back', 20)]), 'roll-back');
		expect(idle).toMatchObject({ kind: 'notCommitted', verdict: 'helped', atMin: 20 });
		expect(idle.harm).toBeCloseTo(done.harm, 12);
		expect(idle.change.hostsCrashed).toBe(done.change.hostsCrashed);
		for (const one of [idle, done]) {
			for (const [i, term] of one.terms.entries()) expect(term.change).toBeCloseTo(done.terms[i]!.change, 6);
		}
	});

	it('tells what was done apart from what was not: what helped and what would have', () => {
		const idle = wash('vendor', []).effects!;
		expect(idle.helped).toEqual([]);
		expect(idle.hurt).toEqual([]);
		expect(idle.wouldHelp.map(({ decision }) => decision)).toContain('roll-back');
		expect(idle.wouldHurt.map(({ decision }) => decision)).toContain('pay-a-consultant');
		const done = wash('vendor', [act('pay-a-consultant', 20), act('roll-back', 60)]).effects!;
		expect(done.helped.map(({ decision }) => decision)).toEqual(['roll-back']);
		expect(done.hurt.map(({ decision }) => decision)).toEqual(['pay-a-consultant']);
	});

	it('adds up: the terms of an effect are its harm', () => {
		for (const one of wash('vendor', [act('rings', null), act('roll-back', 20)]).effects!.all) {
			expect(one.terms.reduce((sum, { harm }) => sum + harm, 0)).toBeCloseTo(one.harm, 12);
		}
	});

	it('names only decisions of the roles played, each once, and what was taken only if it was', () => {
		const some = fc.subarray(['rings', 'say-nothing', 'roll-back', 'pay-a-consultant'] as const);
		fc.assert(
			fc.property(some, fc.constantFrom('a seed', 'another'), (taken, seed) => {
				const acts = taken.map((id, i) => act(id, id === 'rings' ? null : STOPS[i % 3]!));
				acts.sort((a, b) => a.atMin - b.atMin);
				const { all, helped, hurt, wouldHelp, wouldHurt, outOfReach } = wash('vendor', acts, seed).effects!;
				const ids = all.map(({ decision }) => decision);
				expect(new Set([...ids, ...outOfReach]).size).toBe(ids.length + outOfReach.length);
				for (const one of all) {
					expect(one.role).toBe('vendor');
					expect(one.kind === 'committed').toBe(taken.some((id) => id === one.decision));
				}
				expect(helped.length).toBeLessThanOrEqual(3);
				expect([...helped, ...wouldHelp].every(({ harm }) => harm <= -ALIKE)).toBe(true);
				expect([...hurt, ...wouldHurt].every(({ harm }) => harm >= ALIKE)).toBe(true);
				expect([...helped, ...hurt].every(({ kind }) => kind === 'committed')).toBe(true);
				expect([...wouldHelp, ...wouldHurt].every(({ kind }) => kind === 'notCommitted')).toBe(true);
			}),
			{ numRuns: 12 }
		);
	});
});

describe('the outcome', () => {
	it('is that of nobody acting where nobody acts', () => {
		const { outcome, finding } = wash('vendor', []);
		expect(outcome.harm!.played).toBeCloseTo(1, 12);
		expect(outcome.harm!.none).toBeCloseTo(1, 12);
		expect(outcome.world.played).toEqual(outcome.world.none);
		expect(finding).toMatchObject({ verdict: 'worse', best: null });
	});

	it('is that of the record where its decision is taken when it was taken', () => {
		const { outcome, finding } = wash('vendor', [act('roll-back', 87)]);
		expect(outcome.harm!.played).toBeCloseTo(outcome.harm!.record!, 12);
		expect(finding).toMatchObject({ verdict: 'alike', hostsSparedToRecord: 0 });
	});

	it('says by how much sooner than the record the best decision was taken', () => {
		const { finding } = wash('vendor', [act('roll-back', 20)]);
		expect(finding.verdict).toBe('better');
		expect(finding.hostsSparedToRecord).toBeGreaterThan(0);
		expect(finding.best).toMatchObject({ decision: 'roll-back', soonerThanRecordMin: 67, isSlight: false });
	});

	it('names the best decision with what it did by itself, as in the run without it', () => {
		const { finding, effects } = wash('vendor', [act('pay-a-consultant', 20), act('roll-back', 60)]);
		expect(finding.best!.harm).toBe(effects!.all.find(({ decision }) => decision === 'roll-back')!.harm);
	});

	it('calls the best decision slight where no decision taken made half a point of difference', () => {
		const best = (id: string, harm: number) => ({ ...effects.helped[0]!, decision: id, harm });
		const { effects: known, timeLine, outcome } = wash('vendor', [act('roll-back', 20)]);
		const effects = known!;
		const of = (...taken: ReturnType<typeof best>[]) =>
			findingOf(outcome.harm, outcome.world, { ...effects, helped: taken.slice(0, 1), all: taken }, timeLine);
		expect(of(best('roll-back', -0.004)).best!.isSlight).toBe(true);
		expect(of(best('roll-back', -0.006)).best!.isSlight).toBe(false);
		expect(of(best('roll-back', -0.004), best('rings', 0.02)).best!.isSlight).toBe(false);
	});

	it('of a hospital is that of its own hosts beside the world’s', () => {
		const { own, world } = wash('hospital', []).outcome;
		expect(own!.played.hosts).toBe(101);
		expect(own!.played.lostUnits).toBeGreaterThan(0);
		expect(own!.played.hostsCrashed).toBeLessThan(world.played.hostsCrashed);
	});

	it('keeps between the peak and the whole run what it says of host-hours', () => {
		const { world } = wash('vendor', [act('roll-back', 60)]).outcome;
		const { hostHoursDown, peakDown, hostsCrashed } = world.played;
		expect(peakDown).toBeLessThanOrEqual(hostsCrashed);
		expect(hostHoursDown).toBeGreaterThan(0);
		expect(hostHoursDown).toBeLessThan(peakDown * 48);
	});
});

describe('the moment it turned', () => {
	it('names an own decision where the run without it does not turn there, and tells both peaks', () => {
		const { turn } = wash('vendor', [act('roll-back', 20)]);
		const after = turn!.after!;
		expect(after.decision).toMatchObject({ id: 'roll-back', isMine: true, atMin: 20 });
		expect(after.peakDownWithout).toBeGreaterThan(after.peakDownWith);
		expect(after.peakMinWithout).toBeGreaterThan(turn!.peakMin);
	});

	it('is nobody’s where nobody acts', () => {
		expect(wash('vendor', []).turn!.after).toBeNull();
	});

	it('is not put down to a decision without which it turns there all the same', () => {
		expect(wash('vendor', [act('say-nothing', 20)]).turn!.after).toBeNull();
		expect(wash('vendor', [act('roll-back', 180)]).turn!.after).toBeNull();
	});

	it('is another seat’s where the run without that one’s decision does not turn there', () => {
		const after = wash('hospital', [act('roll-back', 20), act('paper', 20)]).turn!.after;
		expect(after!.decision).toMatchObject({ id: 'roll-back', role: 'vendor', isMine: false });
		expect(after!.peakDownWithout).toBeGreaterThan(after!.peakDownWith);
	});
});

describe('a hot wash', () => {
	it('says what it does not know yet, and counts what is done', () => {
		const exercise = exerciseOf('vendor', [act('roll-back', 20)]);
		const played = run([act('roll-back', 20)], 'seed');
		const early = hotWashOf(exercise, {
			frames: { played, record: null, none: null, others: null },
			singles: { none: played }
		});
		expect(early.progress).toEqual({ done: 1, of: questionsOf(exercise).runs.length });
		expect(early).toMatchObject({ effects: null, calibration: null });
		expect(early.outcome).toMatchObject({ harm: null, terms: [] });
		expect(early.finding).toMatchObject({ verdict: null, best: null });
	});

	it('puts the person’s roles first, with minutes of decision and of effect', () => {
		const { timeLine } = wash('vendor', [act('roll-back', 20), act('paper', 60)]);
		expect(timeLine.roles.map(({ role, isMine }) => [role, isMine])).toEqual([
			['vendor', true],
			['hospital', false]
		]);
		expect(timeLine.roles[0]!.decisions).toMatchObject([{ atMin: 20, holdsFromMin: 25, recordMin: 87 }]);
		expect(timeLine.injects.map(({ inject }) => inject)).toEqual(['first-call']);
	});

	it('is plain data that survives JSON', () => {
		const report = wash('hospital', [act('roll-back', 20)]);
		expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	});
});
