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

/** @throws Error where it does not come in time */
export async function readRoomLog(
	seat: SeatAddress,
	network: Network
): Promise<{ readonly fileName: string; readonly text: string }> {
	const answer = await network.ask(roomLogPath(seat), { withinMs: WITHIN_MS });
	if (answer === null) throw new Error('the log did not come in time');
	if (answer.status !== 200 || answer.body === null) throw new Error(`the log came with ${answer.status}`);
	return { fileName: roomLogName(seat), text: JSON.stringify(answer.body) };
}
