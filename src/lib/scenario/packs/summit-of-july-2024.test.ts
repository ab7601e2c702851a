import { describe, expect, test } from 'vitest';
import { THEMES } from '../schema/summit.ts';
import { packOf } from '../testing/pack.ts';

const { scenario } = packOf('july-2024');
const summit = scenario.summit!;
const { parties, measures } = summit;

describe('who meets', () => {
	test('the six roles and three more: a rival vendor, a small one, a regulator', () => {
		expect(parties).toHaveLength(9);
		const roles = parties.flatMap(({ role }) => (role === undefined ? [] : [role]));
		expect(roles.sort()).toEqual(scenario.roles.map(({ id }) => id).sort());
		expect(parties.filter(({ role }) => role === undefined).map(({ id }) => id)).toEqual([
			'rival-vendor',
			'small-vendor',
			'regulator'
		]);
	});

	test('each has a brief, something to offer and something to fear', () => {
		for (const { id, brief, offers, fears } of parties) {
			expect(brief.en.split(' ').length, id).toBeGreaterThan(30);
			expect(brief.en.split(' ').length, id).toBeLessThan(100);
			expect(offers.length * fears.length, id).toBeGreaterThan(0);
		}
	});

	test('texts that players read name nobody real; what was in fact done does, with its sources', () => {
		const REAL =
			/crowdstrike|falcon|microsoft|windows|azure|google|sophos|trellix|\beset\b|\bcisa\b|\bgao\b/i;
		const words = (key: string, value: unknown) => (key === 'facts' ? undefined : value);
		const { history, ...played } = summit;
		expect(JSON.stringify(played, words)).not.toMatch(REAL);
		expect(JSON.stringify(history)).toMatch(REAL);
	});
});

describe('what they may agree on', () => {
	test('at least thirty measures, in all themes, for the short term and the long', () => {
		expect(measures.length).toBeGreaterThanOrEqual(30);
		for (const theme of THEMES)
			expect(measures.filter((one) => one.theme === theme).length, theme).toBeGreaterThanOrEqual(3);
		for (const term of ['short', 'long'])
			expect(measures.filter((one) => one.term === term).length, term).toBeGreaterThan(9);
	});

	test('each says what it moves and what it does besides, and rests on a fact or says what was assumed', () => {
		for (const { id, moves, sideEffect, facts, assumed, levers } of measures) {
			expect(moves.en.length * sideEffect.en.length, id).toBeGreaterThan(0);
			expect(facts.length > 0 || assumed !== undefined, id).toBe(true);
			// What moves no lever of the model says that it moves money.
			expect(levers.length > 0 || /moves money/i.test(moves.en), id).toBe(true);
		}
	});

	test('every measure is good for somebody and bad for somebody, or costs them', () => {
		for (const { id, promises, pays, grades } of measures) {
			const all = [
				...Object.values(grades).flatMap((grade) => Object.values(grade)),
				...Object.values(promises)
			];
			const costs = Object.values(pays);
			expect(all.some((one) => one > 0) || costs.some((one) => one < 0), id).toBe(true);
			expect(all.some((one) => one < 0) || costs.some((one) => one > 0), id).toBe(true);
		}
	});

	test('the undertaking of 2009 is a limit that no majority lifts', () => {
		expect(summit.limits.length).toBeGreaterThanOrEqual(3);
		for (const { keeper, facts } of summit.limits) {
			expect(keeper).toBe('regulator');
			expect(facts).toContain('pol-eu2009');
		}
	});
});

test('facts of the summit name their source, and none is cited that could not be confirmed', () => {
	const cited = new Set([...measures, ...summit.limits, ...summit.history].flatMap(({ facts }) => facts));
	for (const unconfirmed of ['pol-cloudflare', 'pol-mvi3']) expect(cited).not.toContain(unconfirmed);
	for (const fact of scenario.facts.filter(({ id }) => cited.has(id)))
		expect(fact.source, fact.id).not.toMatch(/from memory/);
});
