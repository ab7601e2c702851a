/**
 * Moves that take hours or days are drawn on beats instead of in every minute: fewer draws for the same law. The beats
 * are part of the model, and the per-host oracle keeps them.
 */

/** Hosts are switched on and off, by their users, every 5 minutes. */
export const HABIT_BEAT_MIN = 5;

/** Hosts that run without protection get it back or are compromised, and intruders are found, every four hours. */
export const EXPOSURE_BEAT_MIN = 240;

/** Hosts that were hit move on, and repairs begin and end, every 5 minutes. */
export const RECOVERY_BEAT_MIN = 5;

/** Hosts that wait for a key or for hands may come back without them every 30 minutes. */
export const WAITING_BEAT_MIN = 30;

/** Minutes that a beat stands for, where there is one, in steps of `stepMin`. */
export function beatLengthMin(stepMin: number, everyMin: number): number {
	return Math.max(stepMin, everyMin);
}

/** Minutes that the step of `stepMin` from `minute` stands for where beats come every `everyMin`; 0: it has none. */
export function beatMin(minute: number, stepMin: number, everyMin: number): number {
	if (stepMin >= everyMin) return stepMin;
	return (Math.floor((minute + stepMin) / everyMin) - Math.floor(minute / everyMin)) * everyMin;
}
