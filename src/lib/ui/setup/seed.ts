/** No letters or digits that are taken for one another when read aloud. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 5;

/** A short seed that nobody chose. */
export function drawnSeed(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(LENGTH)), (n) => SIGNS[n % SIGNS.length]).join('');
}
