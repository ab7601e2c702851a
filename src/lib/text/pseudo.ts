/** English made strange: still readable, a third longer, in brackets. */

const ACUTE = '\u0301';

/** Properties of a dictionary that programs read, not people. */
const CODES: ReadonlySet<string> = new Set(['zone', 'anchor', 'group', 'pace', 'basis']);

export function accented(text: string): string {
	return text.replace(/[A-Za-z]/g, `$&${ACUTE}`);
}

export function pseudoText(text: string): string {
	return text === '' ? '' : `⟦${accented(text)}${'~'.repeat(Math.ceil(text.length * 0.3))}⟧`;
}

/** A whole dictionary: its texts, and what its functions say. */
export function pseudo<T>(value: T): T {
	return turned(value) as T;
}

function turned(value: unknown): unknown {
	if (typeof value === 'string') return pseudoText(value);
	if (typeof value === 'function') return (...args: unknown[]) => turned(value(...args));
	if (Array.isArray(value)) return value.map(turned);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, CODES.has(key) ? one : turned(one)])
	);
}
