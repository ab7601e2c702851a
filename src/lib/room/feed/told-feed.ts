import { Feed, type Changes } from './feed.ts';
import { patchOf } from './patch.ts';

/** What is told of one feed: parts that have changed, and of some of them only what has changed in them. */
export interface Told {
	readonly changes: Changes;
	/** By part, for whoever has it as it was told before: a patch as JSON, much shorter than the part. */
	readonly patches: Readonly<Record<string, string>>;
	/** Parts whose change tells nothing to whoever has heard everything. */
	readonly forLate: readonly string[];
}

interface ToldFeedParts {
	/** Makes the JSON of a part. */
	readonly textOf: (part: string, value: unknown) => string;
	/** Whether the change of a part is only for those who come late. */
	readonly isForLate: (part: string, wasThere: boolean, isThere: boolean) => boolean;
}

/** Shorter parts are told whole: there is little to be spared. */
const PATCHED_FROM = 400;
/** A patch is worth it where it is at most this share of the part. */
const WORTH = 0.7;

/** A feed that is given values, and tells of large ones what has changed in them. */
export class ToldFeed {
	readonly #feed = new Feed();
	/** Of parts that are there, as they were told last. */
	readonly #values = new Map<string, unknown>();
	readonly #parts: ToldFeedParts;

	constructor(parts: ToldFeedParts) {
		this.#parts = parts;
	}

	/** Takes over parts as they are now; undefined: there is none. Null: nothing has changed. */
	update(parts: Readonly<Record<string, unknown>>): Told | null {
		const { textOf, isForLate } = this.#parts;
		const texts = Object.entries(parts).map(
			([part, value]) => [part, value === undefined ? null : textOf(part, value)] as const
		);
		const changes = this.#feed.update(Object.fromEntries(texts));
		if (changes === null) return null;
		const patches: Record<string, string> = {};
		const forLate: string[] = [];
		for (const [part, text] of Object.entries(changes)) {
			if (isForLate(part, this.#values.has(part), text !== null)) forLate.push(part);
			else if (text !== null) {
				const patch = this.#patch(part, parts[part], text);
				if (patch !== null) patches[part] = patch;
			}
			if (text === null) this.#values.delete(part);
			else this.#values.set(part, parts[part]);
		}
		return { changes, patches, forLate };
	}

	#patch(part: string, value: unknown, text: string): string | null {
		if (text.length < PATCHED_FROM || !this.#values.has(part)) return null;
		const patch = patchOf(this.#values.get(part), value);
		const told = patch === null ? null : JSON.stringify(patch);
		return told !== null && told.length <= WORTH * text.length ? told : null;
	}
}
