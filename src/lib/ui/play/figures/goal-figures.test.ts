import { expect, test } from 'vitest';
import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { packOf } from '../../../scenario/testing/pack.ts';
import { inLocale } from '../../../text/words.ts';
import { goalFigures, shortTermName } from './goal-figures.ts';

const { scenario } = packOf('july-2024');

test.each(scenario.roles.map(({ id }) => id))(
	'every figure that %s is judged by has a name of its own, and not its unit for one',
	(role) => {
		const facts = { mine: [role], scenario } as unknown as RoomFacts;
		const terms = scenario.roles.find(({ id }) => id === role)!.goal!.terms;
		const names = terms.map(({ id }) => shortTermName(facts, role, id));
		expect(new Set(names).size).toBe(terms.length);
		expect(names.filter((name) => terms.some(({ unit }) => name === inLocale(unit)))).toEqual([]);
		for (const { name, unit } of goalFigures(facts)) expect(name).not.toBe(unit);
	}
);
