/** Parts of what an audience is shown, by key, each as JSON; null: the part is gone. */
export type Changes = Readonly<Record<string, string | null>>;

/**
 * What one audience is shown, in parts that change independently. Each change gets the feed's next revision, so that
 * a page that missed some is sent the parts that have changed since, and nothing twice. A part that comes to the same text as
 * before is no change: what an audience does not see does not move its feed.
 */
export class Feed {
	#revision = 0;
	readonly #parts = new Map<string, { readonly text: string | null; readonly revision: number }>();

	/** How many changes there have been. */
	get revision(): number {
		return this.#revision;
	}

	/** Takes over parts as they are now. Returns those that changed; null: none did. */
	update(parts: Changes): Changes | null {
		const changed = Object.entries(parts).filter(
			([key, text]) => (this.#parts.get(key)?.text ?? null) !== text
		);
		if (changed.length === 0) return null;
		this.#revision++;
		for (const [key, text] of changed) this.#parts.set(key, { text, revision: this.#revision });
		return Object.fromEntries(changed);
	}

	/** The parts that have changed after a revision; after 0: all that there are. */
	since(revision: number): Changes {
		const later = [...this.#parts].filter(([, part]) => part.revision > revision);
		const known = revision === 0 ? later.filter(([, { text }]) => text !== null) : later;
		return Object.fromEntries(known.map(([key, { text }]) => [key, text]));
	}
}
