import { expect, test } from 'vitest';
import type { HostedRole } from './host-view.ts';
import { firstParallelPlan, parallelSetup } from './parallel-plan.ts';

const ROLES = [
	{ id: 'vendor', kind: 'vendor', name: { en: 'Vendor' } },
	{ id: 'airline', kind: 'organisation', name: { en: 'Airline' } }
] as unknown as HostedRole[];
const CHOICE = { scenarioId: 's', cut: 'short', seed: 'x' };

test('R80: every team of a room with a world for each plays the same: one role, or the whole table', () => {
	const plan = firstParallelPlan(ROLES);
	expect(plan).toEqual({ role: 'airline', count: 4 });
	const setup = parallelSetup({ ...plan, count: 2 }, ROLES, CHOICE, (n) => `Team ${n}`);
	expect(setup).toEqual({
		...CHOICE,
		ways: 'parallel',
		teams: [
			{ id: 'team-1', name: 'Team 1', roles: ['airline'] },
			{ id: 'team-2', name: 'Team 2', roles: ['airline'] }
		],
		bots: {}
	});
	const whole = parallelSetup({ role: null, count: 3 }, ROLES, CHOICE, String);
	expect(whole.teams.map(({ roles }) => roles)).toEqual(Array(3).fill(['vendor', 'airline']));
});
