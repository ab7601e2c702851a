import { describe, expect, test } from 'vitest';
import { packOf } from '../testing/pack.ts';

const { scenario } = packOf('july-2024');
const answers = scenario.decisions.filter((one) => one.answers !== undefined);
const answersTo = (id: string) => answers.filter((one) => one.answers!.includes(id));
const asking = scenario.injects.filter(({ id }) => answersTo(id).length > 0);

describe('messages that ask', () => {
	test('are one in three or more of those that a role gets', () => {
		for (const { id: role } of scenario.roles) {
			const own = scenario.injects.filter((one) => one.role === role);
			const asked = own.filter(({ id }) => answersTo(id).length > 0);
			expect(asked.length * 3, role).toBeGreaterThanOrEqual(own.length);
		}
		expect(asking.length * 3).toBeGreaterThanOrEqual(scenario.injects.length);
	});

	test('say what follows where nobody answers', () => {
		for (const { id, unanswered } of asking) expect(unanswered?.en, id).toMatch(/\.$/);
	});

	test.each([
		['is-it-hostile', 'tell-no-sign'],
		['counters-open', 'open-for-urgent'],
		['hands-arrived', 'cover-in-writing'],
		['place-in-the-queue', 'somebody-by-tonight'],
		['are-you-diverting', 'strokes-elsewhere']
	])('%s can be answered: %s', (inject, answer) => {
		expect(answersTo(inject).map(({ id }) => id)).toContain(answer);
	});

	test('are told of later: to each role in one message at least that waits for its answer', () => {
		for (const { id: role } of scenario.roles) {
			const told = scenario.injects.filter(
				(one) => one.role === role && answers.some(({ id }) => one.when?.text.includes(`taken('${id}')`))
			);
			expect(told.length, role).toBeGreaterThanOrEqual(2);
		}
	});
});

describe('an answer', () => {
	test('excludes the others to its message, and has a sound one beside it or is it', () => {
		for (const { id } of asking) {
			const all = answersTo(id);
			expect(all.length, id).toBeGreaterThanOrEqual(2);
			expect(all.filter(({ sound }) => sound === true).length, id).toBeLessThanOrEqual(1);
			for (const one of all) {
				const others = all.map((other) => other.id).filter((other) => other !== one.id);
				expect(one.unless, one.id).toEqual(expect.arrayContaining(others));
			}
		}
	});

	test('can be given with an empty purse and no attention left: one to each message', () => {
		for (const { id } of asking) {
			const free = answersTo(id).filter(({ costUsd, attention }) => costUsd === 0 && attention === 0);
			expect(free.length, id).toBeGreaterThanOrEqual(1);
		}
	});

	/** Trust is everybody's to move; elsewhere the last word would undo what was bought. */
	test('sets no lever that a decision of its role sets, but trust and what it gives way to', () => {
		const key = ({ parameter, scope }: (typeof answers)[number]['effects'][number]) =>
			`${parameter} ${JSON.stringify(scope)}`;
		for (const answer of answers) {
			const decisions = scenario.decisions.filter(
				(one) => one.answers === undefined && one.role === answer.role && !answer.unless?.includes(one.id)
			);
			const bought = new Set(decisions.flatMap(({ effects }) => effects.map(key)));
			const both = answer.effects.filter(
				(one) => !one.parameter.startsWith('trust.') && bought.has(key(one))
			);
			expect(both, answer.id).toEqual([]);
		}
	});

	test('gives nothing away: no card and no answer says how it ends', () => {
		for (const { id, text } of scenario.decisions) {
			expect(text.en, id).not.toMatch(/\bit was (not|no attack)\b|was working\b/i);
		}
	});
});

describe('facts', () => {
	test('name who published them: no bare address, and no memory', () => {
		for (const { id, source } of scenario.facts) {
			expect(source, id).not.toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(;|$|\s)|from memory/i);
		}
	});

	test.each(['cs-phish-900', 'pol-eset', 'cs-t-gce', 'cs-hosp-6h', 'cs-hours-per-device', 'cs-jgold-cost'])(
		'%s stands in secondary sources only, and says so',
		(id) => expect(scenario.facts.find((fact) => fact.id === id)?.verified).toBe(false)
	);
});
