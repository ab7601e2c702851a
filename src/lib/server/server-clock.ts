import type { Clock } from '../room/clock.ts';

/** A clock whose calls can be called off: each returns how. */
export interface ServerClock extends Clock {
	later(call: () => void, afterMs: number): () => void;
	/** Again and again. Does not keep a process alive. */
	every(call: () => void, everyMs: number): () => void;
}

/** Never goes back, whatever is done to the machine's date, and is the same in every thread. */
export const serverClock: ServerClock = {
	nowMs: () => Number(process.hrtime.bigint() / 1000n) / 1000,
	later(call, afterMs) {
		const timer = setTimeout(call, afterMs);
		return () => clearTimeout(timer);
	},
	every(call, everyMs) {
		const timer = setInterval(call, everyMs).unref();
		return () => clearInterval(timer);
	}
};
