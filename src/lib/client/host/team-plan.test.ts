import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { roomSetupSchema } from '../../room/people/setup.ts';
import type { HostedRole } from './host-view.ts';
import {
	canAddTeam,
	firstPlan,
	rolesOf,
	setupOf,
	withName,
	withoutTeam,
	withPlayer,
	withTeam
} from './team-plan.ts';

const role = (id: string, kind: HostedRole['kind']): HostedRole => ({ id, kind, name: { en: id } });
const ROLES = [
	role('vendor', 'vendor'),
	role('platform', 'platform'),
	role('airline', 'customer'),
	role('hospital', 'customer'),
	role('bank', 'customer'),
	role('government', 'government')
];
const CHOICE = { scenarioId: 'july-2024', cut: 'short', seed: 'k3p9q' };
const named = (roles: readonly string[]) => roles.join(' and ');

describe('the teams of a room', () => {
	it('are four at first; the last plays what is left over and the computer the platform', () => {
		const plan = firstPlan(ROLES);
		expect(plan.teams.map(({ id }) => rolesOf(plan, id))).toEqual([
			['vendor'],
			['airline'],
			['hospital'],
			['bank', 'government']
		]);
		expect(plan.players.platform).toEqual({ kind: 'bot', bot: 'record' });
	});

	it('are no more than there are roles to play', () => {
		expect(firstPlan(ROLES.slice(0, 3)).teams).toHaveLength(2);
		let plan = firstPlan(ROLES);
		while (canAddTeam(plan)) plan = withTeam(plan);
		expect(plan.teams).toHaveLength(6);
		expect(withTeam(plan)).toBe(plan);
		expect(new Set(plan.teams.map(({ id }) => id)).size).toBe(6);
	});

	it('make a setup that a server can read, called after their roles where nobody named them', () => {
		const made = setupOf(withName(firstPlan(ROLES), 'team-2', ' Crew '), CHOICE, named);
		expect(made.ok && made.setup.teams.map(({ name }) => name)).toEqual([
			'vendor',
			'Crew',
			'hospital',
			'bank and government'
		]);
		expect(made.ok && v.safeParse(roomSetupSchema, made.setup).success).toBe(true);
		expect(made.ok && made.setup.bots).toEqual({ platform: 'record' });
	});

	it('all play something, or the room is not opened', () => {
		expect(setupOf(withTeam(firstPlan(ROLES)), CHOICE, named)).toEqual({ ok: false, idle: 'team-5' });
		expect(setupOf({ teams: [], players: {} }, CHOICE, named)).toEqual({ ok: false, idle: null });
	});

	it('that are taken away leave their roles to the computer', () => {
		const plan = withoutTeam(firstPlan(ROLES), 'team-4');
		expect(plan.players).toMatchObject({
			bank: { kind: 'bot', bot: 'record' },
			government: { kind: 'bot', bot: 'record' }
		});
	});

	it('swap roles one at a time', () => {
		const plan = withPlayer(firstPlan(ROLES), 'bank', { kind: 'team', team: 'team-2' });
		expect(rolesOf(plan, 'team-2')).toEqual(['airline', 'bank']);
		expect(rolesOf(plan, 'team-4')).toEqual(['government']);
	});
});
