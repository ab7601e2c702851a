import { randomBytes } from 'node:crypto';
import { withoutMembersOnly, type FeedKey } from '../../room/feed/audience-key.ts';
import { Feed, type Changes } from '../../room/feed/feed.ts';

/** What somebody has not been shown yet. */
export interface Missed {
	/** Says, when it is given back, that this has been shown. */
	readonly cursor: string;
	/** Whether it is everything, whatever was shown before. */
	readonly all: boolean;
	readonly parts: Changes;
}

/** One change of one feed, made into text once for everybody who follows it. */
export class FeedChange {
	readonly #changes: Changes;
	readonly #parts: string;
	readonly #messages = new Map<string, Buffer>();
	/** Undefined: nobody has looked from outside yet. */
	#fromOutside: FeedChange | null | undefined;

	constructor(parts: Changes) {
		this.#changes = parts;
		this.#parts = JSON.stringify(parts);
	}

	/** The same for somebody who looks at a team's page and is not of the team; null: there is nothing in it for them. */
	get fromOutside(): FeedChange | null {
		if (this.#fromOutside === undefined) {
			const parts = withoutMembersOnly(this.#changes);
			this.#fromOutside = Object.keys(parts).length === 0 ? null : new FeedChange(parts);
		}
		return this.#fromOutside;
	}

	/** The message as it travels. People whose own feeds stand alike share one. */
	message(cursor: string): Buffer {
		const known = this.#messages.get(cursor);
		if (known !== undefined) return known;
		const text = `{"type":"changes","cursor":${JSON.stringify(cursor)},"all":false,"parts":${this.#parts}}`;
		const made = Buffer.from(text);
		this.#messages.set(cursor, made);
		return made;
	}
}

/** The feeds of a room since it was opened in this process. */
export class RoomFeeds {
	/** Tells cursors of these feeds from those of another time, whose revisions mean nothing here. */
	readonly #epoch = randomBytes(6).toString('base64url');
	readonly #feeds = new Map<FeedKey, Feed>();

	/** Takes over what has changed; null: nothing has. */
	update(key: FeedKey, parts: Changes): FeedChange | null {
		const feed = this.#feeds.get(key) ?? new Feed();
		this.#feeds.set(key, feed);
		const changes = feed.update(parts);
		return changes === null ? null : new FeedChange(changes);
	}

	/** What of these feeds has changed since a cursor; everything, where the cursor is none of theirs. */
	since(keys: readonly FeedKey[], cursor: string | null): Missed {
		const known = this.#revisions(keys, cursor);
		const parts = keys.map((key, index) => this.#feeds.get(key)?.since(known?.[index] ?? 0) ?? {});
		return { cursor: this.cursor(keys), all: known === null, parts: Object.assign({}, ...parts) as Changes };
	}

	/** Where these feeds stand now. */
	cursor(keys: readonly FeedKey[]): string {
		return [this.#epoch, audience(keys), ...keys.map((key) => this.#revision(key))].join('~');
	}

	#revisions(keys: readonly FeedKey[], cursor: string | null): readonly number[] | null {
		const [epoch, of, ...revisions] = (cursor ?? '').split('~');
		if (epoch !== this.#epoch || of !== audience(keys) || revisions.length !== keys.length) return null;
		const numbers = revisions.map((text) => (/^\d{1,12}$/.test(text) ? Number(text) : Infinity));
		return numbers.every((number, index) => number <= this.#revision(keys[index])) ? numbers : null;
	}

	#revision(key: FeedKey): number {
		return this.#feeds.get(key)?.revision ?? 0;
	}
}

/** Of the feeds that a person follows only this one ever becomes another. */
const audience = ([first]: readonly FeedKey[]) => first;
