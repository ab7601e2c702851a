import { describe, expect, it } from 'vitest';
import { PROTOCOL, type DoorFacts } from '../../room/protocol/protocol.ts';
import type { Person } from '../../room/people/person.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { Retries } from '../network/retries.ts';
import { JoinFlow, type JoinFlowParts } from './join-flow.svelte.ts';
import { OwnSeats, type OwnSeat } from './own-seats.ts';

const DOOR: DoorFacts = {
	code: 'K7M4A',
	protocol: PROTOCOL,
	opens: 'players',
	state: 'open',
	scenarioTitle: { en: 'July 2024' },
	minute: null,
	startMinute: 0,
	canWatch: true,
	endedAtMs: null,
	keptDays: 14,
	teams: [{ id: 'airline', name: 'Airline', roles: [{ en: 'Airline' }], seatsTaken: 1, seatsMost: 5 }]
};
const ANA: Person = { id: 'p1', kind: 'player', name: 'Ana', team: 'airline', number: 1 };

type Api = JoinFlowParts['api'];

function joining(api: Partial<Api> = {}, { seats = [] as OwnSeat[], keepsCookies = true } = {}) {
	const went: string[] = [];
	const taken: unknown[] = [];
	const kept = new OwnSeats(memory());
	const clock = new FakeClock();
	const retries = new Retries({ clock, draw: () => 0, watchDevice: () => () => {} });
	for (const seat of seats) kept.keep(seat);
	const flow = new JoinFlow({
		api: {
			door: async () => ({ kind: 'door', door: DOOR }),
			takeSeat: async (code, seat) => {
				taken.push({ code, ...seat });
				return { kind: 'joined', person: ANA };
			},
			seat: async () => ({ kind: 'ours', person: ANA }),
			rename: async (_, name) => {
				taken.push({ name });
				return true;
			},
			...api
		},
		handOvers: {
			look: async (_, code) => (code === '123456' ? { kind: 'person', person: ANA } : { kind: 'codeOld' }),
			take: async (_, code, both) => {
				taken.push({ code, both });
				return { kind: 'person', person: ANA };
			}
		},
		seats: kept,
		retries,
		keepsCookies: () => keepsCookies,
		go: (code, { id, kind }) => went.push(`${code} ${id} ${kind}`)
	});
	return { flow, went, taken, kept, clock };
}

function memory(): Storage {
	const values = new Map<string, string>();
	return {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value)
	} as Storage;
}

const door = (change: Partial<DoorFacts>) => ({
	door: async () => ({ kind: 'door' as const, door: { ...DOOR, ...change } })
});

describe('joining a room', () => {
	it('goes from code to name to team to the seat’s own page', async () => {
		const { flow, went, taken } = joining();
		await flow.lookUp('k7 m4a');
		expect(flow.state.kind).toBe('name');
		flow.name = ' Ana ';
		flow.goOn();
		expect(flow.state.kind).toBe('team');
		await flow.sit('airline');
		expect(taken).toEqual([{ code: 'K7M4A', kind: 'player', name: 'Ana', team: 'airline' }]);
		expect(went).toEqual(['K7M4A p1 player']);
	});

	it('does not ask a server for what cannot be a code, and keeps what was typed', async () => {
		const { flow } = joining({ door: () => Promise.reject(new Error('asked')) });
		await flow.lookUp('K7MO0');
		expect(flow.state).toMatchObject({ kind: 'code', wrong: { typed: 'K7MO0', wrongSigns: ['O', '0'] } });
		expect(flow.codeText).toBe('K7MO0');
	});

	it.each([
		['ended', { state: 'ended' }, 'ended'],
		['locked', { state: 'locked' }, 'locked'],
		['for the audience', { opens: 'audience' }, 'audience'],
		['of a newer server', { protocol: PROTOCOL + 1 }, 'olderPage'],
		['of an older server', { protocol: PROTOCOL - 1 }, 'newerPage']
	] as const)('says of a room that is %s what it is', async (_, change, kind) => {
		const { flow } = joining(door(change));
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe(kind);
	});

	it.each([
		[{ kind: 'unknownCode' }, 'code'],
		[{ kind: 'unreachable' }, 'unreachable'],
		[{ kind: 'notOurs' }, 'signInWindow'],
		[{ kind: 'tooMany', waitMs: 10_000 }, 'tooMany'],
		[{ kind: 'notReady' }, 'notReady'],
		[{ kind: 'failed' }, 'failed']
	] as const)('turns the answer %o into a state with words', async (answer, kind) => {
		const { flow } = joining({ door: async () => answer });
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe(kind);
		expect(flow.codeText).toBe('K7M4A');
	});

	it('R185: tells a second Ana by what name she is shown, and lets her keep it or take another', async () => {
		const second: Person = { ...ANA, name: 'Ana 2', number: 2 };
		const { flow, went, taken } = joining({ takeSeat: async () => ({ kind: 'joined', person: second }) });
		flow.name = 'Ana';
		await flow.lookUp('K7M4A');
		flow.goOn();
		await flow.sit('airline');
		expect(flow.state).toMatchObject({ kind: 'sameName', person: second });
		expect([flow.name, went]).toEqual(['Ana 2', []]);
		await flow.keepName();
		expect([taken, went]).toEqual([[], ['K7M4A p1 player']]);
		flow.name = 'Ana Reis';
		await flow.keepName();
		expect(taken).toEqual([{ name: 'Ana Reis' }]);
	});

	it('R180: goes on by itself when the server is back, and says meanwhile what is so, once', async () => {
		const answers = [{ kind: 'unreachable' }, { kind: 'notReady' }, { kind: 'notReady' }] as const;
		let asked = 0;
		const { flow, clock } = joining({
			door: async () => answers[asked++] ?? { kind: 'door', door: DOOR }
		});
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe('unreachable');
		await clock.pass(250);
		expect(flow.state.kind).toBe('notReady');
		const said = flow.state;
		await clock.pass(500);
		expect(flow.state).toBe(said);
		await clock.pass(1000);
		expect(flow.state.kind).toBe('name');
	});

	it('R180: takes the seat by itself that was asked for before the server went away', async () => {
		let asked = 0;
		const { flow, went, clock } = joining({
			takeSeat: async () => (asked++ === 0 ? { kind: 'notReady' } : { kind: 'joined', person: ANA })
		});
		await flow.lookUp('K7M4A');
		flow.goOn();
		await flow.sit('airline');
		expect(flow.state.kind).toBe('notReady');
		await clock.pass(250);
		expect(went).toEqual(['K7M4A p1 player']);
	});

	it('R180: does nothing by itself any more for whoever types another code', async () => {
		let asked = 0;
		const { flow, clock } = joining({ door: async () => (asked++, { kind: 'unreachable' }) });
		await flow.lookUp('K7M4A');
		flow.backToCode();
		await clock.pass(60_000);
		expect([asked, flow.state.kind]).toEqual([1, 'code']);
	});

	it('R180: asks nobody for a name who has a seat that the server cannot look up just now', async () => {
		const seat: OwnSeat = { code: 'K7M4A', person: 'p1', kind: 'player', name: 'Ana', teamName: 'Airline' };
		let asked = 0;
		const { flow, clock } = joining(
			{ seat: async () => (asked++ === 0 ? { kind: 'notReady' } : { kind: 'ours', person: ANA }) },
			{ seats: [seat] }
		);
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe('notReady');
		await clock.pass(250);
		expect(flow.state).toMatchObject({ kind: 'already', seat });
	});

	it('shows the teams as they are now when one filled up meanwhile', async () => {
		const full = { ...DOOR, teams: [{ ...DOOR.teams[0]!, seatsTaken: 5 }] };
		let asked = 0;
		const { flow } = joining({
			door: async () => ({ kind: 'door', door: asked++ === 0 ? DOOR : full }),
			takeSeat: async () => ({
				kind: 'refused',
				refusal: { code: 'teamFull', params: { team: 'airline', most: 5 } }
			})
		});
		await flow.lookUp('K7M4A');
		flow.goOn();
		await flow.sit('airline');
		expect(flow.state).toMatchObject({ kind: 'team', door: full, refusal: { code: 'teamFull' } });
	});

	it('R90: brings a seat here by its code, also past a closed door, and asks first whose it is', async () => {
		const { flow, went, taken } = joining(door({ state: 'locked' }));
		await flow.lookUp('K7M4A');
		flow.haveCode();
		await flow.lookAtHandOver('999999');
		expect(flow.state).toMatchObject({ kind: 'handOver', wrong: 'codeOld' });
		await flow.lookAtHandOver('123456');
		expect(flow.state).toMatchObject({ kind: 'handOverAs', person: { name: 'Ana' }, teamName: 'Airline' });
		expect(taken).toEqual([]);
		await flow.takeHandOver(false);
		expect(taken).toEqual([{ code: '123456', both: false }]);
		expect(went).toEqual(['K7M4A p1 player']);
	});

	it('says of a room that it had a seat in, and that is no more, that it is gone', async () => {
		const seat = { code: 'K7M4A', person: 'p1', kind: 'player', name: 'Ana', teamName: null };
		const { flow } = joining({ door: async () => ({ kind: 'unknownCode' }) }, { seats: [seat] });
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe('gone');
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe('code');
	});

	it('tries the same seat again after nothing came back', async () => {
		let tries = 0;
		const { flow, went } = joining({
			takeSeat: async () => (tries++ === 0 ? { kind: 'unreachable' } : { kind: 'joined', person: ANA })
		});
		await flow.lookUp('K7M4A');
		flow.goOn();
		await flow.sit('airline');
		expect(flow.state.kind).toBe('unreachable');
		await flow.retry();
		expect(went).toEqual(['K7M4A p1 player']);
	});

	it.each([
		[true, 'signInWindow', 1],
		[false, 'noCookies', 0]
	])(
		'R213: finds out that a seat would not stay (cookies on: %s)',
		async (keepsCookies, kind, seatsTaken) => {
			const { flow, went, taken } = joining({ seat: async () => ({ kind: 'notYours' }) }, { keepsCookies });
			await flow.lookUp('K7M4A');
			flow.goOn();
			await flow.sit(null);
			expect(flow.state.kind).toBe(kind);
			expect([went, taken.length]).toEqual([[], seatsTaken]);
		}
	);
});

describe('a browser that has a seat in the room', () => {
	const seat: OwnSeat = { code: 'K7M4A', person: 'p1', kind: 'player', name: 'Ana', teamName: 'Airline' };

	it('is asked whether it goes on in it', async () => {
		const { flow, went } = joining({}, { seats: [seat] });
		await flow.lookUp('K7M4A');
		expect(flow.state).toMatchObject({ kind: 'already', seat });
		flow.goOnAs(seat);
		expect(went).toEqual(['K7M4A p1 player']);
	});

	it('can take another one for somebody else', async () => {
		const { flow } = joining({}, { seats: [seat] });
		await flow.lookUp('K7M4A');
		await flow.again(true);
		expect(flow.state.kind).toBe('name');
	});

	it('joins anew where the seat is gone, and forgets it', async () => {
		const { flow, kept } = joining({ seat: async () => ({ kind: 'notYours' }) }, { seats: [seat] });
		await flow.lookUp('K7M4A');
		expect(flow.state.kind).toBe('name');
		expect(kept.of('K7M4A')).toBeNull();
	});
});
