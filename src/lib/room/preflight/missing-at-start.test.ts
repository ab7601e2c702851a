import { describe, expect, test } from 'vitest';
import type { DeskPart } from '../live/desk/staff-parts.ts';
import { missingAtStart } from './missing-at-start.ts';

type Asked = Parameters<typeof missingAtStart>[0];
const person = (kind: DeskPart['people'][number]['kind'], team: string | null, isHere = true) =>
	({ id: `${kind} ${team}`, kind, name: '', team, isHere }) as const;
const team = (name: string, seatsTaken: number, lead: string | null) =>
	({
		name,
		seatsTaken,
		lead,
		roles: ['role'],
		standIns: [] as const
	}) as unknown as DeskPart['teams'][number];
const READY: Asked = {
	people: [person('stage', null), person('player', 'sky')],
	teams: [team('Sky', 1, 'p1')],
	...{ isRehearsal: false, isPresented: false }
};

describe('R194: before it starts an exercise asks where something that matters is missing', () => {
	test('nothing is asked where the stage is seen and every team has people and a lead', () => {
		expect(missingAtStart(READY)).toEqual([]);
	});

	test.each<[string, Partial<Asked>, readonly string[]]>([
		['no stage', { people: [person('player', 'sky')] }, ['stage']],
		['a stage that has gone', { people: [person('stage', null, false)] }, ['stage']],
		['a team without anybody', { teams: [team('Sky', 0, null)] }, ['emptyTeams']],
		['a team without a lead', { teams: [team('Sky', 2, null)] }, ['noLead']],
		['somebody without a team', { people: [...READY.people, person('player', null)] }, ['waiting']],
		[
			'only the stage where an audience votes',
			{ people: [], teams: [team('Hall', 0, null)], isPresented: true },
			['stage']
		],
		['nothing in a rehearsal', { people: [], teams: [team('Sky', 0, null)], isRehearsal: true }, []]
	])('%s', (_, changes, kinds) => {
		expect(missingAtStart({ ...READY, ...changes }).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('teams are named together', () => {
		const teams = [team('Sky', 0, null), team('Ward', 0, null), team('Bank', 1, 'p3')];
		expect(missingAtStart({ ...READY, teams })).toEqual([{ kind: 'emptyTeams', teams: ['Sky', 'Ward'] }]);
	});

	test('a team that a bot plays is not missed', () => {
		const standIns = [{ role: 'role', bot: 'record', sinceMin: -1 }] as const;
		expect(missingAtStart({ ...READY, teams: [{ ...team('Sky', 0, null), standIns }] })).toEqual([]);
	});
});
