import { describe, expect, it } from 'vitest';
import { PROTOCOL, type DoorFacts } from '../../room/protocol/protocol.ts';
import type { Person } from '../../room/people/person.ts';
import type { OwnSeat } from '../join/own-seats.ts';
import { audienceSeat } from './audience-seat.ts';

const DOOR = { code: 'PHNE7', protocol: PROTOCOL, opens: 'audience', state: 'open' } as DoorFacts;
const PHONE: Person = { id: 'p9', kind: 'phone', name: '', team: null, number: 9 };
type Api = Parameters<typeof audienceSeat>[1];

function coming(api: Partial<Api> = {}, before: OwnSeat | null = null, keepsCookies = true) {
	const kept: OwnSeat[] = [];
	const taken: string[] = [];
	const open = (hash: string, search = '') =>
		audienceSeat(
			{ search, hash },
			{
				seat: async () => ({ kind: 'ours', person: PHONE }),
				useLink: async () => ({ kind: 'notValid' }),
				door: async () => ({ kind: 'door', door: DOOR }),
				takeSeat: async (code) => {
					taken.push(code);
					return { kind: 'joined', person: PHONE };
				},
				...api
			},
			{ of: () => before, keep: (seat) => kept.push(seat) },
			() => keepsCookies
		);
	return { open, kept, taken };
}

const door = (change: Partial<DoorFacts>): Partial<Api> => ({
	door: async () => ({ kind: 'door', door: { ...DOOR, ...change } })
});

describe('a phone of the audience', () => {
	it('is in with the code alone, and nobody asks who holds it', async () => {
		const { open, kept } = coming();
		expect(await open('#phne7')).toEqual({ kind: 'seat', seat: { code: 'PHNE7', person: 'p9' } });
		expect(kept).toMatchObject([{ code: 'PHNE7', person: 'p9', kind: 'phone' }]);
	});

	it('that scans again has the seat of before: its vote counts once', async () => {
		const before = { code: 'PHNE7', person: 'p5', kind: 'phone', name: '', teamName: null };
		const { open, taken } = coming({}, before);
		expect(await open('#PHNE7')).toMatchObject({ kind: 'seat', seat: { person: 'p5' } });
		expect(taken).toEqual([]);
	});

	it('R180: that scans again while the server cannot answer takes no second seat', async () => {
		const before = { code: 'PHNE7', person: 'p5', kind: 'phone', name: '', teamName: null };
		const { open, taken } = coming({ seat: async () => ({ kind: 'notReady' }) }, before);
		expect(await open('#PHNE7')).toEqual({ kind: 'notReady' });
		expect(taken).toEqual([]);
	});

	it('comes back by the address of its seat', async () => {
		const { open, taken } = coming();
		expect(await open('', '?code=PHNE7&seat=p9')).toMatchObject({ kind: 'seat', seat: { person: 'p9' } });
		expect(taken).toEqual([]);
	});

	it.each([
		['a player’s code', door({ opens: 'players' }), 'playersCode'],
		['the code of an exercise that has ended', door({ state: 'ended' }), 'ended'],
		['a newer server', door({ protocol: PROTOCOL + 1 }), 'otherProtocol'],
		['a code of no room', { door: async () => ({ kind: 'unknownCode' }) }, 'unknownCode'],
		['no answer', { door: async () => ({ kind: 'unreachable' }) }, 'unreachable'],
		['a sign-in window that forgets the seat', { seat: async () => ({ kind: 'notYours' }) }, 'noCookies'],
		[
			'a full or closed audience',
			{ takeSeat: async () => ({ kind: 'refused', refusal: { code: 'roomLocked', params: {} } }) },
			'roomFull'
		]
	] as const)('that comes to %s is told so', async (_what, api, kind) => {
		expect(await coming(api as Partial<Api>).open('#PHNE7')).toMatchObject({ kind });
	});

	it('R213: without cookies takes no seat, which nobody would sit in', async () => {
		const { open, taken } = coming({}, null, false);
		expect(await open('#PHNE7')).toEqual({ kind: 'noCookies' });
		expect(taken).toEqual([]);
	});

	it('without any address is told so', async () => {
		expect(await coming().open('')).toEqual({ kind: 'noAddress' });
	});
});
