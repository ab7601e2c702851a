import type { Clock } from '../room/clock.ts';

/** Never goes back, whatever is done to the machine's date, and is the same in every thread. */
export const serverClock: Clock = {
	nowMs: () => Number(process.hrtime.bigint() / 1000n) / 1000,
	later: (call, afterMs) => void setTimeout(call, afterMs)
};
