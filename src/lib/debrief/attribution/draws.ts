import { seedFromText, streamKeys, uniform } from '../../sim/random/hash.ts';
import type { Draw } from './precedence.ts';

/** Draws of a numbered sequence under the seed that a text stands for: the same whenever it is asked for again. */
export function drawsOf(seedText: string, sequence: number): Draw {
	const keys = new Int32Array(2);
	streamKeys(seedFromText(seedText), 0, sequence, keys);
	let at = 0;
	return () => uniform(keys[0]!, keys[1]!, at++);
}
