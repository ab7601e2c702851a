import { describe, expect, it } from 'vitest';
import type { Person } from '../../room/people/person.ts';
import type { OwnSeat } from '../join/own-seats.ts';
import { openSeat, whyNoSeat } from './open-seat.ts';

const DESK: Person = { id: 'p9', kind: 'facilitator', name: '', team: null, number: 0 };
const seatOf = (kind: string): OwnSeat => ({ code: 'K7M4A', person: 'p1', kind, name: '', teamName: null });

function at(
	hash: string,
	search = '',
	before: OwnSeat | null = null,
	known: 'ours' | 'notYours' | 'notReady' = 'ours'
) {
	const kept: OwnSeat[] = [];
	const used: string[] = [];
	const opened = openSeat(
		{ hash, search },
		'facilitator',
		{
			seat: async () => (known === 'ours' ? { kind: 'ours', person: DESK } : { kind: known }),
			useLink: async (_, token) => {
				used.push(token);
				return token === 'good' ? { kind: 'joined', person: DESK } : { kind: 'notValid' };
			}
		},
		{ of: () => before, keep: (seat) => kept.push(seat) }
	);
	return opened.then((one) => ({ opened: one, kept, used }));
}

describe('the address of a page', () => {
	it('with a link leads to the seat that the link opens', async () => {
		const { opened, kept } = await at('#K7M4A.good');
		expect(opened).toEqual({ kind: 'seat', seat: { code: 'K7M4A', person: 'p9' } });
		expect(kept.map(({ person }) => person)).toEqual(['p9']);
	});

	it('with a link used before leads to the same seat, where it is of that kind and still there', async () => {
		expect((await at('#K7M4A.good', '', seatOf('facilitator'))).used).toEqual([]);
		expect((await at('#K7M4A.good', '', seatOf('player'))).used).toEqual(['good']);
		expect((await at('#K7M4A.good', '', seatOf('facilitator'), 'notYours')).used).toEqual(['good']);
	});

	it('with a link that opens nothing says so', async () => {
		expect((await at('#K7M4A.bad')).opened).toEqual({ kind: 'notValid' });
	});

	it('R181: with a seat leads to it without asking: its connection is told what it is shown, or why not', async () => {
		const seat = { code: 'K7M4A', person: 'p1' };
		expect((await at('', '?code=K7M4A&seat=p1', null, 'notYours')).opened).toEqual({ kind: 'seat', seat });
	});

	it.each([
		[
			{ kind: 'notYours', why: 'seatRemoved', atMs: 5 },
			{ kind: 'seatGone', code: 'K7M4A', atMs: 5 }
		],
		[
			{ kind: 'notYours', why: 'seatMoved' },
			{ kind: 'seatMoved', code: 'K7M4A' }
		],
		[{ kind: 'notYours' }, { kind: 'notYours', code: 'K7M4A' }],
		[{ kind: 'notReady' }, null]
	] as const)('R181: why a seat is none is asked once a connection was told so: %o', async (known, why) => {
		expect(await whyNoSeat({ code: 'K7M4A', person: 'p1' }, { seat: async () => known })).toEqual(why);
	});

	it('R180: with a link used before takes no second seat while the server cannot answer', async () => {
		const { opened, used } = await at('#K7M4A.good', '', seatOf('facilitator'), 'notReady');
		expect([opened, used]).toEqual([{ kind: 'notReady' }, []]);
	});

	it('with neither is none', async () => {
		expect((await at('', '?code=K7M4A')).opened).toEqual({ kind: 'noAddress' });
	});
});
