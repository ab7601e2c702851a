import { describe, expect, it } from 'vitest';
import { chanceWithin, exp } from '../exact/exp.ts';
import { log, log1p } from '../exact/log.ts';
import { binomialQuantile } from './binomial.ts';
import { seedFromText, streamKeys, uniform } from './hash.ts';
import { normalQuantile } from './normal.ts';

/** 32 bits that depend on every bit of every value. */
function fingerprint(count: number, valueAt: (i: number) => number): number {
	const value = new Float64Array(1);
	const words = new Uint32Array(value.buffer);
	let hash = 0x811c9dc5;
	for (let i = 0; i < count; i += 1) {
		value[0] = valueAt(i);
		for (const word of words) {
			hash = Math.imul(hash ^ word, 0x9e3779b1);
			hash ^= hash >>> 15;
		}
	}
	return hash >>> 0;
}

const keys = new Int32Array(2);
streamKeys(seedFromText('same bits'), 1, 0, keys);
const u = (i: number) => uniform(keys[0], keys[1], i);
const sizes = [1, 3, 24, 60, 1000, 40_000, 3_000_000, 2_000_000_000];
const count = 50_000;

/*
 * Recorded runs replay only while these values stay. The same numbers came out of V8 13.6, SpiderMonkey
 * 102 and JavaScriptCore 2.50. If a change here is meant, the engine version must change with it.
 */
describe('the same bits as in every other engine and version', () => {
	const expected: Record<string, [number, (i: number) => number]> = {
		exp: [559914775, (i) => exp((u(i) - 0.5) * 1480)],
		log: [1957026272, (i) => log(u(i) / u(i + 1))],
		log1p: [1500184542, (i) => log1p(-u(i))],
		chanceWithin: [1820157067, (i) => chanceWithin(u(i), 40 * u(i + 1))],
		uniform: [1215857073, u],
		normalQuantile: [831064612, (i) => normalQuantile(u(i))],
		binomialQuantile: [
			299947617,
			(i) => {
				const p = i % 3 === 0 ? u(i + 1) : u(i + 1) / (1 + sizes[i & 7] * u(i + 2) * 0.1);
				return binomialQuantile(u(i), sizes[i & 7], p, p > 0.5 ? log(p) : log1p(-p));
			}
		]
	};

	it.each(Object.entries(expected))('%s', (_name, [bits, valueAt]) => {
		expect(fingerprint(count, valueAt)).toBe(bits);
	});
});
