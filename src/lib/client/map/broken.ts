import type { MapFailure } from './messages.ts';

/** What broke, without the places in code that only we could read. */
export function broken(error: unknown): MapFailure {
	const what = error instanceof Error ? error.message : String(error);
	return { subject: 'map', what, remedy: 'Reload the page.' };
}
