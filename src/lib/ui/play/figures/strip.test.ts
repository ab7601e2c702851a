import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../room/feed/samples.ts';
import { parseExpression } from '../../../scenario/expression/parser.ts';
import { stripFigures } from './strip.ts';

type Facts = Parameters<typeof stripFigures>[0];

const airline = { id: 'airline', kind: 'customer', organisations: [{ id: 'alt', sector: 'airlines' }] };
const bank = { id: 'bank', kind: 'customer', organisations: [{ id: 'tess', sector: 'banks' }] };
const vendor = { id: 'vendor', kind: 'vendor', organisations: [] };
const sectors = [
	{ id: 'airlines', name: { en: 'Airlines' }, unit: { en: 'flights' } },
	{ id: 'banks', name: { en: 'Banks' }, unit: { en: 'payments' } }
];
const factsOf = (...mine: string[]) =>
	({ mine, scenario: { roles: [airline, bank, vendor] }, sectors }) as unknown as Facts;

const own = (lostUnits: number, lossCents: number) => ({
	...{ organisation: 'alt', hosts: 20_000, down: 900, unprotected: 3 },
	...{ output: 0.4, backlogUnits: 12, lostUnits, lossCents }
});
const sample = (more: Partial<Sample>): Sample => ({
	...{ minute: 60, down: 5e6, everCrashed: 5e6, unprotected: 40, compromised: 0, recovered: 7 },
	...{ lossCents: 1e10, sectors: [], own: [] },
	trust: { public: 0.9, customers: 0.8, government: 0.7 },
	goals: [],
	...more
});
const names = (figures: ReturnType<typeof stripFigures>) => figures.map(({ name }) => name);

describe('the figures a seat steers by', () => {
	it('are for an airline what it is judged by: flights lost and its own losses, beside the world’s', () => {
		const figures = stripFigures(
			factsOf('airline'),
			sample({ own: [own(320, 4_500_000_00)] }),
			sample({ own: [own(300, 4_000_000_00)] }),
			false
		);
		expect(names(figures)).toEqual([
			...['Hosts down', 'Your hosts down', 'Your service'],
			...['Flights lost', 'Your losses', 'World’s losses']
		]);
		expect(figures[3]).toMatchObject({ value: '320', change: '+20' });
		expect(figures[4]!.change).toMatch(/^\+\$500/);
	});

	it('change by as much as the whole numbers that are shown', () => {
		const lost = (units: number) => sample({ own: [own(units, 0)] });
		const changeOf = (now: number, before: number) =>
			stripFigures(factsOf('airline'), lost(now), lost(before), false)[3]!;
		expect(changeOf(58.6, 58.4)).toMatchObject({ value: '59', change: '+1' });
		expect(changeOf(58.4, 57.6)).toMatchObject({ value: '58', change: 'no change' });
	});

	it('are hosts back before hosts down once recovery is under way', () => {
		const now = sample({});
		expect(names(stripFigures(factsOf('vendor'), now, now, true)).slice(0, 2)).toEqual([
			'Recovered',
			'Hosts down'
		]);
		const mine = sample({ own: [own(0, 0)] });
		expect(names(stripFigures(factsOf('airline'), mine, mine, true))[0]).toBe('Recovered');
	});

	it('are for a vendor the world’s services and its customers’ trust', () => {
		const now = sample({});
		expect(names(stripFigures(factsOf('vendor'), now, now, false)).at(-1)).toBe('Customers’ trust');
	});

	it('leave out lost work where flights and payments do not add up', () => {
		const now = sample({ own: [own(1, 1), own(2, 2)] });
		expect(names(stripFigures(factsOf('airline', 'bank'), now, now, false))).toContain('Unprotected');
	});

	it('are for every seat all that it is judged by, money and spending beside', () => {
		const term = (id: string, unit: string, text: string, weight: number) => {
			const parsed = parseExpression(text);
			if (!parsed.ok) throw new Error('not an expression');
			return { id, name: { en: `${id}, in full` }, unit: { en: unit }, weight, measure: parsed.expression };
		};
		const terms = [
			term('calls', 'emergency calls', 'organisation.three-rivers.lostUnits', 0.25),
			term('purse', 'US$', 'organisation.three-rivers.lossUsd + role.government.spentUsd', 0.25),
			term('calls-everywhere', 'emergency calls', 'sector.emergency-services.lostUnits', 0.2),
			term('counters', 'counter services', 'organisation.benefits.lostUnits', 0.2),
			term('compromised', 'hosts', 'world.everCompromised', 0.1),
			term('gone', 'share', '1 - trust.public', 0.05)
		];
		const government = { ...airline, id: 'government', kind: 'government', goal: { terms } };
		const facts = {
			...factsOf('government'),
			scenario: { roles: [government] }
		} as unknown as Facts;
		const at = (...goals: (number | null)[]) => sample({ goals, own: [own(1, 1)] });
		const figures = stripFigures(facts, at(320, 9, 500, 70, 12, 0.25), at(300, 9, 500, 60, 12, 0.2), false);
		expect(figures.map(({ name, value, change }) => [name, value, change])).toEqual([
			['Hosts down', expect.anything(), 'no change'],
			['Your hosts down', '900', 'no change'],
			['Your emergency calls lost', '320', '+20'],
			['All emergency calls lost', '500', 'no change'],
			['Your counter services lost', '70', '+10'],
			['Compromised so far', '12', 'no change'],
			['The public’s trust', '75', '−5 points']
		]);
		expect(figures[2]!.entry).toEqual({ name: 'calls, in full', unit: 'emergency calls' });
		// What the audience is not told is left out, and is no nought.
		expect(names(stripFigures(facts, at(null, 9, null, 70, 12, 0.25), at(), false))).not.toContain(
			'Your emergency calls lost'
		);
	});
});
