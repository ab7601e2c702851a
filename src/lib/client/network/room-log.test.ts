import { expect, test } from 'vitest';
import type { Network } from './network.ts';
import { readRoomLog, roomLogPath } from './room-log.ts';

const SEAT = { code: 'K7M4A', person: 'p1' };
const LOG = { format: 'patchfall-log', events: [{ type: 'noteTaken', text: 'as it stands' }] };

/** A network on which an answer takes so long; whoever waits less is told that nothing came. */
const slow = (tookMs: number, status: number, body: unknown): Network => ({
	openSocket: () => ({ close: () => {} }),
	ask: async (_path, { withinMs }) => (withinMs < tookMs ? null : { status, body, retryAfterMs: null })
});

test('the log of a room is read as it stands, and is named after the room', async () => {
	const { fileName, text } = await readRoomLog(SEAT, slow(5000, 200, LOG));
	expect(fileName).toBe('room-K7M4A.json');
	expect(JSON.parse(text)).toEqual(LOG);
	expect(roomLogPath(SEAT)).toBe('/api/rooms/K7M4A/seats/p1/log');
	expect(roomLogPath(SEAT, false)).toBe('/api/rooms/K7M4A/seats/p1/log?texts=0');
});

test('a log that does not come is not waited for without end', async () => {
	await expect(readRoomLog(SEAT, slow(60_000, 200, LOG))).rejects.toThrow('in time');
	await expect(readRoomLog(SEAT, slow(0, 503, { code: 'notReady' }))).rejects.toThrow('503');
});
