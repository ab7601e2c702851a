import { TokenBuckets, type Rate } from './token-buckets.ts';

/** Wrong codes of one place: a crowd that mistypes, and no more than a few thousand guesses a day. */
const OF_A_PLACE: Rate = { atOnce: 60, perSecond: 0.2 };
/** Wrong codes of all places together. */
const OF_ALL: Rate = { atOnce: 600, perSecond: 20 };

/** Rooms known at a place; more than any venue has at once. */
const KNOWN_MOST = 20_000;

/**
 * Limits the guessing of codes without locking out a venue: all phones of one Wi-Fi have one address. So a code under
 * which somebody at that address already has a seat is never held back there, and only codes that are new to it are.
 */
export class GuessLimit {
	readonly #places: TokenBuckets;
	readonly #all: TokenBuckets;
	readonly #known = new Set<string>();

	constructor(nowMs?: () => number) {
		this.#places = new TokenBuckets(OF_A_PLACE, nowMs);
		this.#all = new TokenBuckets(OF_ALL, nowMs);
	}

	/** Whether a code may be looked up from this address. The answer says nothing about the code. */
	mayTry(address: string, code: string): boolean {
		if (this.#known.has(keyOf(address, code))) return true;
		return this.#places.has(placeOf(address)) && this.#all.has('');
	}

	/** There is no such code. */
	wrong(address: string): void {
		this.#places.take(placeOf(address));
		this.#all.take('');
	}

	/** Somebody at this address has a seat under this code. */
	seated(address: string, code: string): void {
		if (this.#known.size >= KNOWN_MOST) this.#known.clear();
		this.#known.add(keyOf(address, code));
	}
}

const keyOf = (address: string, code: string) => `${placeOf(address)} ${code}`;

/** IPv6 gives a household 2⁶⁴ addresses: its first half is the place. IPv4 inside of IPv6 is IPv4. */
export function placeOf(address: string): string {
	const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (inside !== null) return inside[1];
	if (!address.includes(':')) return address;
	const [front] = address.split('%');
	const [head, tail] = front.split('::', 2).map((half) => half.split(':').filter((group) => group !== ''));
	const gap = tail === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
	return [...head, ...Array<string>(gap).fill('0'), ...(tail ?? [])].slice(0, 4).join(':');
}
