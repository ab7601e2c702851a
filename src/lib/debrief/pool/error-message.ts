/**
 * What went wrong, in the words of what was thrown, without the places in code that only we could read. Never empty: an
 * error without a message is told by its name.
 */
export function errorMessage(error: unknown): string {
	return error instanceof Error ? error.message || error.name : String(error);
}
