import { RATES } from './rates.ts';
import { TokenBuckets } from './token-buckets.ts';

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
	/** Codes that are being looked up: a hall that scans one code asks for it many times before the first answer. */
	readonly #lookedUp = new Set<string>();

	constructor(nowMs?: () => number) {
		this.#places = new TokenBuckets(RATES.guessesAtPlace, nowMs);
		this.#all = new TokenBuckets(RATES.guesses, nowMs);
	}

	/**
	 * Whether a code may be looked up from this address; the answer says nothing about the code. It counts as wrong until it
	 * has been found: many guesses at once get no further than one after the other.
	 */
	mayTry(address: string, code: string): boolean {
		const key = keyOf(address, code);
		if (this.#known.has(key) || this.#lookedUp.has(key)) return true;
		const place = placeOf(address);
		if (!this.#places.has(place) || !this.#all.has('')) return false;
		this.#places.take(place);
		this.#all.take('');
		this.#lookedUp.add(key);
		return true;
	}

	/** What {@link mayTry} let through has been looked up. */
	lookedUp(address: string, code: string, isFound: boolean): void {
		if (!this.#lookedUp.delete(keyOf(address, code)) || !isFound) return;
		this.#places.giveBack(placeOf(address));
		this.#all.giveBack('');
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
