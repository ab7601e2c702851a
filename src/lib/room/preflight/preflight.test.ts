import { describe, expect, test } from 'vitest';
import { firstAgenda } from '../agenda/first-agenda.ts';
import type { DeskPart } from '../live/desk/staff-parts.ts';
import type { ScreenReport } from '../live/stage/screens.ts';
import { CHECKS, preflightLines, type Check, type PreflightFacts } from './preflight.ts';

const SCREEN: ScreenReport = {
	...{ width: 1920, height: 1080, isFullScreen: true },
	...{ isBesideDesk: true, isExtended: true, isKeptAwake: true }
};
const TEAM = {
	...{ id: 'sky', name: 'Sky', roles: ['airline'], seatsTaken: 2, here: 2, lead: 'p1' },
	...{ isReady: false, advised: 0, isAdviceRead: false, hasAskedForTime: false, ownTimer: null }
};
const person = (kind: DeskPart['people'][number]['kind'], team: string | null = null) =>
	({ id: kind, kind, name: 'Eve', team, isHere: true }) as DeskPart['people'][number];

/** Everything is as it should be. */
const GOOD = {
	server: {
		addresses: ['http://192.168.1.20:3000'],
		hasOrigin: false,
		visits: { devices: 1, followed: 1, stuck: 0, isProxied: false },
		polling: 0,
		delayMs: 30,
		disk: { kind: 'written', freeBytes: 5e9, appendMs: 2 },
		dateMs: 1_000_000
	},
	desk: {
		teams: [TEAM],
		people: [person('facilitator'), person('stage'), person('evaluator', 'sky')],
		phones: 0
	},
	room: {
		isOwnScenario: true,
		screens: [SCREEN],
		trial: { totalMs: 900, slowestMs: 400, slowestFromMin: 24 }
	},
	agenda: { sections: firstAgenda(5, 75) },
	connection: 'live',
	device: { dateMs: 1_030_000, isCharging: true },
	botRoles: []
} as unknown as PreflightFacts & { server: NonNullable<PreflightFacts['server']> };

const lineOf = (check: Check, facts: unknown) =>
	preflightLines(facts as PreflightFacts).find((line) => line.check === check)!;
const server = (changes: object) => ({ ...GOOD, server: { ...GOOD.server, ...changes } });
const screen = (changes: Partial<ScreenReport>) => ({
	...GOOD,
	room: { ...GOOD.room, screens: [{ ...SCREEN, ...changes }] }
});
const visits = (changes: object) => server({ visits: { ...GOOD.server.visits, ...changes } });
const desk = (changes: object) => ({ ...GOOD, desk: { ...GOOD.desk, ...changes } });

describe('R147: each check before people come is done, to be looked at, or cannot be known', () => {
	test('where everything is well every line is done', () => {
		expect(preflightLines(GOOD).filter(({ verdict }) => verdict !== 'done')).toEqual([]);
		expect(preflightLines(GOOD).map(({ check }) => check)).toEqual(CHECKS);
	});

	test.each([
		['address', server({ addresses: [] }), 'look', 'addressNone'],
		['address', server({ addresses: ['http://169.254.7.7:3000'] }), 'look', 'addressUnassigned'],
		['address', server({ addresses: ['http://10.0.0.2', 'http://192.168.1.2'] }), 'look', 'addressSeveral'],
		['address', server({ addresses: [], hasOrigin: true }), 'done', 'addressOrigin'],
		['phone', visits({ devices: 0 }), 'look', 'phoneNone'],
		['phone', visits({ devices: 0, isProxied: true }), 'unknown', 'phoneProxied'],
		['phonesFollowed', visits({ followed: 0, stuck: 1 }), 'look', 'stuck'],
		['phonesFollowed', visits({ devices: 0, followed: 0 }), 'unknown', 'followedUnknown'],
		['liveUpdates', { ...GOOD, connection: 'polling' }, 'look', 'heldBackHere'],
		['liveUpdates', server({ polling: 3 }), 'look', 'heldBackThere'],
		['liveUpdates', { ...GOOD, connection: 'other' }, 'look', 'notConnected'],
		['stage', desk({ people: [] }), 'look', 'stageNone'],
		['stage', { ...GOOD, room: { screens: [], trial: null } }, 'unknown', 'stageUnknown'],
		['stage', screen({ width: 1024, height: 768 }), 'look', 'stageSmall'],
		['stage', screen({ isFullScreen: false }), 'look', 'stageWindow'],
		['mirrored', screen({ isExtended: false }), 'look', 'maybeMirrored'],
		['mirrored', screen({ isExtended: null }), 'unknown', 'mirrorUnknown'],
		['mirrored', screen({ isBesideDesk: false, isExtended: false }), 'done', 'notMirrored'],
		['sleep', screen({ isKeptAwake: false }), 'look', 'maySleep'],
		['sleep', screen({ isKeptAwake: null }), 'unknown', 'sleepUnknown'],
		['sleep', { ...GOOD, device: { dateMs: 1_000_000, isCharging: false } }, 'look', 'onBattery'],
		['disk', server({ disk: { kind: 'fault', freeBytes: 5e9, code: 'forbidden' } }), 'look', 'diskFault'],
		['disk', server({ disk: { kind: 'written', freeBytes: 1e8, appendMs: 1 } }), 'look', 'diskSmall'],
		['disk', server({ disk: { kind: 'written', freeBytes: 5e9, appendMs: 900 } }), 'look', 'diskSlow'],
		['clock', server({ dateMs: 1_000_000 + 7 * 60_000 }), 'look', 'clockDiffers'],
		['scenario', { ...GOOD, room: { ...GOOD.room, trial: null } }, 'unknown', 'worldUntried'],
		[
			'scenario',
			{ ...GOOD, room: { ...GOOD.room, trial: { totalMs: 9000, slowestMs: 8000, slowestFromMin: 360 } } },
			'look',
			'worldSlow'
		],
		['people', desk({ teams: [{ ...TEAM, lead: null }] }), 'look', 'noLead'],
		['people', desk({ teams: [{ ...TEAM, lead: null, seatsTaken: 0 }] }), 'look', 'teamEmpty'],
		['people', desk({ people: [person('evaluator')] }), 'look', 'evaluatorLoose'],
		[
			'people',
			desk({ teams: [{ ...TEAM, lead: null, seatsTaken: 0 }], isPresented: true }),
			'done',
			'audience'
		],
		['people', { ...GOOD, botRoles: ['Government'] }, 'done', 'bots'],
		['roomSize', server({ delayMs: null }), 'unknown', 'roomSizeUnknown'],
		['roomSize', server({ delayMs: 3000 }), 'look', 'roomSlow'],
		['content', { ...GOOD, room: { ...GOOD.room, isOwnScenario: false } }, 'look', 'contentPublic'],
		['agenda', { ...GOOD, agenda: { sections: [] } }, 'done', 'agenda'],
		[
			'agenda',
			{
				...GOOD,
				agenda: {
					sections: firstAgenda(5, 75).map((one) =>
						one.kind === 'hotWash' ? { ...one, plannedMin: 6 } : one
					)
				}
			},
			'look',
			'agendaHotWash'
		],
		['disk', { ...GOOD, server: null }, 'unknown', 'serverSilent']
	] as const)('%s: %#', (check, facts, verdict, code) => {
		expect(lineOf(check, facts)).toMatchObject({ verdict, finding: { code } });
	});
});
