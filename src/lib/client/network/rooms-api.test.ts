import { expect, it } from 'vitest';
import type { RoomSetup } from '../../room/people/setup.ts';
import type { Network } from './network.ts';
import { RoomsApi } from './rooms-api.ts';

/** A server that takes so long for each answer. */
function slow(takesMs: number, status: number, body: unknown): Network {
	return {
		openSocket: () => {
			throw new Error('nobody opens a socket here');
		},
		ask: async (_, { withinMs }) => (withinMs < takesMs ? null : { status, body, retryAfterMs: null })
	};
}

const person = { id: 'p1', kind: 'facilitator', name: '', team: null, number: 1 };
const room = {
	...{ code: 'K7M4A', audienceCode: 'CDEF3', person },
	links: { facilitator: '/desk#a', evaluator: '/evaluate#a', stage: '/stage#a', observer: '/watch#a' }
};

it('a room that a slow machine takes 40 s to open is waited for, and not lost', async () => {
	const opened = await new RoomsApi(slow(40_000, 201, room)).open({} as RoomSetup, null);
	expect(opened).toEqual({ kind: 'opened', room });
});

it('other questions are given up sooner: nobody waits so long for a door', async () => {
	expect(await new RoomsApi(slow(40_000, 200, {})).addresses()).toEqual([]);
});
