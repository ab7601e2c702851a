const BYTES = 16;

/** An id that nobody else makes. `randomUUID` is missing on plain http, where most workshops run. */
export function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
