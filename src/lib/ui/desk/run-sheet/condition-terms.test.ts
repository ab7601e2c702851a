import { describe, expect, it } from 'vitest';
import { conditionTerm } from './condition-terms.ts';

const facts = {
	decisions: [{ id: 'drill', title: { en: 'Drill a day without systems' } }],
	sectors: [{ id: 'airlines', name: { en: 'Airlines' } }],
	scenario: {
		roles: [
			{ id: 'maker', kind: 'vendor', name: { en: 'Corvane (security vendor)' }, organisations: [] },
			{
				...{ id: 'airline', kind: 'customer', name: { en: 'Altamark Airways' } },
				organisations: [{ id: 'altamark', name: 'Altamark Airways' }]
			}
		]
	}
} as unknown as Parameters<typeof conditionTerm>[1];

describe('what a condition asks for', () => {
	it.each([
		['taken(drill)', '“Drill a day without systems” taken'],
		['takenBy(drill, 60)', '“Drill a day without systems” taken'],
		['world.down', 'hosts that are down now'],
		['organisation.altamark.everCrashed', 'Altamark Airways, hosts that ever went down'],
		['sector.airlines.output', 'Airlines, output as a share of normal'],
		['vendor.corvane.rollout', 'Corvane, where the rollout stands'],
		['role.airline.spentUsd', 'Altamark Airways, US$ spent so far'],
		['minute', 'minutes since the start']
	])('%s is told in words', (name, words) => {
		expect(conditionTerm(name, facts)).toBe(words);
	});

	it.each(['taken(unknown)', 'organisation.unknown.down', 'parameter.patience'])(
		'%s, which nobody here knows, stays as its author wrote it',
		(name) => expect(conditionTerm(name, facts)).toBe(name)
	);
});
