import type { RoomReplay } from '../../room/live/hot-wash/looking-back.ts';
import type { Network } from './network.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';

/** A log may be large, and a meeting room's network slow. */
const WITHIN_MS = 30_000;

/** The log of a room as a file. */
export function roomLogName({ code }: Pick<SeatAddress, 'code'>): string {
	return `room-${code}.json`;
}

/** Where it is, for a facilitator. Without texts nothing that people wrote is in it; names are in none. */
export function roomLogPath(seat: SeatAddress, withTexts = true): string {
	return `${seatPath(seat)}/log${withTexts ? '' : '?texts=0'}`;
}

/** @throws Error where it does not come in time, or is not for this seat */
export async function readRoomLog(
	seat: SeatAddress,
	network: Network
): Promise<{ readonly fileName: string; readonly text: string }> {
	return { fileName: roomLogName(seat), text: JSON.stringify(await read(roomLogPath(seat), network)) };
}

/**
 * What a page replays a room from: for everybody who was in it, once it is over.
 * @throws Error where it does not come in time, or is not for this seat
 */
export async function readRoomReplay(
	seat: SeatAddress,
	network: Network
): Promise<RoomReplay & { readonly fileName: string }> {
	const replay = (await read(`${seatPath(seat)}/replay`, network)) as RoomReplay;
	return { fileName: roomLogName(seat), ...replay };
}

async function read(path: string, network: Network): Promise<unknown> {
	const answer = await network.ask(path, { withinMs: WITHIN_MS });
	if (answer === null) throw new Error('it did not come in time');
	if (answer.status !== 200 || answer.body === null) throw new Error(`it came with ${answer.status}`);
	return answer.body;
}
