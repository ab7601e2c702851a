/** Asks the browser not to delete by itself what this page keeps. */
export type AskToPersist = () => Promise<boolean>;

/**
 * Browsers delete what pages keep when a disk fills up, and some of them after a week without a visit. Asking is free in
 * most, one question to the person in others: so it waits until there is something worth keeping, and is asked once.
 *
 * @param storage null where the browser has no such means
 */
export function persistOnce(storage: Pick<StorageManager, 'persist' | 'persisted'> | null): AskToPersist {
	let asked: Promise<boolean> | null = null;
	return () => (asked ??= ask(storage));
}

async function ask(storage: Parameters<typeof persistOnce>[0]): Promise<boolean> {
	try {
		if (storage === null) return false;
		return (await storage.persisted()) || (await storage.persist());
	} catch {
		// A browser that answers neither yes nor no keeps as it always has.
		return false;
	}
}
