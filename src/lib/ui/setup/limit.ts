const KEY = 'patchfall.limit';

/** Remembers how long the rounds of a run last, so that a run that is resumed keeps its clock. */
export function keepLimit(runId: string, limitMin: number | null): void {
	try {
		if (limitMin === null) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, `${limitMin} ${runId}`);
	} catch {
		// Without storage the limit is set again on the screen of play.
	}
}

/** Minutes a round of this run; null: no limit. */
export function limitOf(runId: string): number | null {
	try {
		const [minutes, of] = localStorage.getItem(KEY)?.split(' ') ?? [];
		return of === runId && Number(minutes) > 0 ? Number(minutes) : null;
	} catch {
		return null;
	}
}
