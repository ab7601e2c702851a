/**
 * Moves that take hours or days are drawn once an interval instead of in every minute: fewer draws for the same law. The
 * intervals are part of the model, and the per-host oracle keeps them.
 */

/** Hosts are switched on and off, by their users, every 5 minutes. */
export const HABIT_INTERVAL_MIN = 5;

/** Hosts that run without protection get it back or are compromised, and intruders are found, every four hours. */
export const EXPOSURE_INTERVAL_MIN = 240;

/** Hosts that were hit move on, and repairs begin and end, every 5 minutes. */
export const RECOVERY_INTERVAL_MIN = 5;

/** Hosts that wait for a key or a technician may come back without them every 30 minutes. */
export const WAITING_INTERVAL_MIN = 30;

/** Length of an interval in steps of `stepMin`: no shorter than a step. */
export function intervalLengthMin(stepMin: number, everyMin: number): number {
	return Math.max(stepMin, everyMin);
}

/**
 * Minutes to draw for in the step of `stepMin` from `minute`: the interval that ends in it, where one comes to its end
 * every `everyMin`; 0: none does.
 */
export function dueMin(minute: number, stepMin: number, everyMin: number): number {
	if (stepMin >= everyMin) return stepMin;
	return (Math.floor((minute + stepMin) / everyMin) - Math.floor(minute / everyMin)) * everyMin;
}
