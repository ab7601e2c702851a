import { describe, expect, test } from 'vitest';
import { observe } from '../observe/observe.ts';
import { REVERTED, runPlay, type Play } from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';

const HOSTS = [200, 800, 600, 300, 100];

/** One site whose repairs take days and whose backlog puts its people out of place. */
function slow(set: SmallWorld['set'] = {}): Play {
	const model = smallModel({
		sites: [{ metro: 0, hosts: HOSTS }],
		days: 4,
		stepMin: 5,
		set: {
			'repair.hostsPerTechnician': 400,
			'service.deferShare': 0.9,
			'service.slackShare': 0.05,
			'service.disruption': 0.6,
			...set
		}
	});
	return { model, orders: REVERTED };
}
const serviceOf = (play: Play) => {
	const frame = observe(runPlay(play));
	return { ...frame.services.retail!, lossCents: frame.lossCents };
};

describe('demand that is turned away in good time', () => {
	test('is lost, and leaves nothing waiting where it is all of it', () => {
		const play = slow({ 'service.shedShare': 1 });
		const { backlogUnits, lostUnits } = serviceOf(play);
		expect(backlogUnits).toBe(0);
		expect(lostUnits).toBeGreaterThan(0.9 * play.model.sites.unitsPerDay[0]!);
	});

	test('keeps the backlog shorter, the more of it is turned away', () => {
		const waiting = [0, 0.3, 0.6].map((share) => {
			const world = runPlay(slow({ 'service.shedShare': share }), 1, 2880);
			return world.backlogUnits[0]!;
		});
		expect(waiting[0]).toBeGreaterThan(100);
		expect(waiting).toEqual(waiting.toSorted((a, b) => b - a));
		expect(new Set(waiting).size).toBe(3);
	});

	test('costs what turning away costs and not what failing costs', () => {
		const cost = (shedPerUnitUsd: number) =>
			serviceOf(slow({ 'service.shedShare': 0.5, 'service.shedPerUnitUsd': shedPerUnitUsd })).lossCents;
		const { lossCents } = serviceOf(slow({ 'service.lossPerUnitUsd': 0, 'service.delayPerUnitUsd': 0 }));
		expect(cost(80)).toBeGreaterThan(cost(10));
		expect(
			serviceOf(
				slow({
					'service.shedShare': 1,
					'service.shedPerUnitUsd': 0,
					'service.delayPerUnitUsd': 0
				})
			).lossCents
		).toBe(lossCents);
	});

	test('stops when the service is whole again', () => {
		const fast = { 'repair.hostsPerTechnician': 5, 'service.slackShare': 1, 'service.shedShare': 0.4 };
		const { lostUnits, unitsPerDay } = serviceOf(slow(fast));
		expect(lostUnits).toBeGreaterThan(0);
		expect(lostUnits).toBeLessThan(0.4 * 3 * unitsPerDay);
	});
});

describe('a compromised host that is never found', () => {
	const attacked = { 'repair.removeAgentShare': 1, 'exposure.compromisePerDay': 0.5 };
	const loss = (set: SmallWorld['set']) => serviceOf(slow({ ...attacked, ...set })).lossCents;

	test('does harm every day, the longer it takes to find', () => {
		const breach = { 'exposure.breachPerDayUsd': 10_000 };
		const harm = [600, 6000].map(
			(containMin) =>
				loss({ ...breach, 'exposure.containMin': containMin }) - loss({ 'exposure.containMin': containMin })
		);
		expect(harm[0]).toBeGreaterThan(0);
		expect(harm[1]).toBeGreaterThan(2 * harm[0]!);
	});

	test('does none where no agent was left out', () => {
		const without = { 'repair.removeAgentShare': 0 };
		expect(loss({ ...without, 'exposure.breachPerDayUsd': 10_000 })).toBe(loss(without));
	});
});
