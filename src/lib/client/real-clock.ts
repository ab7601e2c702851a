import type { Clock } from '../room/clock.ts';

/** The time of this page or worker. It never goes back, whatever is done to the machine's date. */
export const realClock: Clock = {
	nowMs: () => performance.now(),
	later: (call, afterMs) => void setTimeout(call, afterMs)
};
