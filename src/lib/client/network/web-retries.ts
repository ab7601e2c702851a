import { realClock } from '../real-clock.ts';
import { watchDevice } from './device-watch.ts';
import { Retries } from './retries.ts';

/** Tries again in this browser what got no answer. */
export function webRetries(): Retries {
	return new Retries({ clock: realClock, draw: Math.random, watchDevice });
}
